/// Reads a file that a person named by a path of the whole system.
public enum OutsideFile {
  /// The bytes of a regular file of at most `max` bytes; links in the path are followed, as the person meant them.
  public static func read(_ path: String, max: Int = 8 * 1024 * 1024) throws(FileError) -> [UInt8] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let last = parts.last.flatMap({ String($0) }), !last.isEmpty else {
      throw FileError(file: path, step: .open, reason: .notAFile)
    }
    let above = String(path.dropLast(last.count))
    let folder = try Folder.open(above.isEmpty ? "." : above, named: "", calls: .system)
    do throws(FileError) {
      return try folder.read(last, max: max)
    } catch {
      throw FileError(file: path, step: error.step, reason: error.reason)
    }
  }
}
