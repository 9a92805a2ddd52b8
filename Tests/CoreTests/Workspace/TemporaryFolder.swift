import Glibc

@testable import Core

/// A folder of its own for one test; it goes with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/reviewtui-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o700)
      if let folder = opendir(path) {
        while let entry = readdir(folder) {
          let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          }
          if name != ".", name != ".." { removeAll(path + "/" + name) }
        }
        closedir(folder)
      }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  func folder(_ name: String) { mkdir(path + "/" + name, 0o755) }

  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  func bytes(_ name: String) -> [UInt8]? {
    let file = open(path + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes[..<count])
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func mode(_ name: String) -> mode_t? {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  func names(_ name: String = ".") -> [String] {
    do { return try Folder.open(path + "/" + name, named: "", calls: .system).names().map(\.text) } catch { return [] }
  }

  /// This folder as a workspace, with a `program.json` that is only there.
  func workspace(_ calls: FileCalls = .system) throws -> Workspace {
    if mode("program.json") == nil { write("{}", to: "program.json") }
    return try Workspace.open(path, calls: calls)
  }
}
