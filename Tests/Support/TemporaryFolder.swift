package import Glibc

/// A folder of its own for one test; it goes with the value.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let path: String

  /// A new empty folder.
  package init() {
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

  /// Makes a folder in it.
  package func folder(_ name: String) { mkdir(path + "/" + name, 0o755) }

  /// Writes a file.
  package func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  /// Writes a file.
  package func write(_ bytes: [UInt8], to name: String) {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  /// Removes a file.
  package func remove(_ name: String) { unlink(path + "/" + name) }

  /// At most a megabyte of a file; nil when it cannot be read.
  package func bytes(_ name: String) -> [UInt8]? {
    let file = open(path + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes[..<count])
  }

  /// A file as text.
  package func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Access bits of an entry; nil when there is none.
  package func mode(_ name: String) -> mode_t? {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }
}
