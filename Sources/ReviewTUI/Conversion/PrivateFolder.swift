import Core
import Foundation
import Glibc

/// A new folder that only this user can enter; it goes with everything in it.
struct PrivateFolder {
  let path: String

  init?(in parent: String) {
    var template = Array((parent + "/reviewtui-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file, making the folders on the way; false when that fails.
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    let parts = name.split(separator: "/")
    var folder = path
    for part in parts.dropLast() {
      folder += "/" + part
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { return false }
    }
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return Glibc.write(file, base + written, buffer.count - written)
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { return false }
      written += max(0, count)
    }
    return true
  }

  /// A regular file's bytes; nil when there is none of a decent size.
  func read(_ name: String) -> [UInt8]? {
    do throws(FileError) { return try OutsideFile.read(path + "/" + name, max: 64 << 20) } catch { return nil }
  }

  /// Removes it; links are removed and not followed.
  func remove() {
    do { try FileManager.default.removeItem(atPath: path) } catch { return }
  }
}
