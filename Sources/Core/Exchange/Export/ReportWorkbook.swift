import CXlsxWriter
import Glibc

/// Writes reports as a workbook (`.xlsx`): every value is a text or a number, never a formula, a link or a macro.
public enum ReportWorkbook {
  /// Why there is no workbook.
  public enum Failure: Error, Equatable, Sendable {
    /// The library said so, by its number; the usual reason is that temporary files found no room.
    case library(Int)
    /// A file in memory could not be made or read, with the system's number.
    case system(Int32)
  }

  /// The bytes of a workbook.
  public static func bytes(_ document: ReportDocument) throws(Failure) -> [UInt8] {
    let file = reviewtui_memory_file()
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    guard let workbook = reviewtui_workbook("/proc/self/fd/\(file)") else { throw .system(ENOMEM) }
    var writer = WorkbookWriter(workbook)
    let failure = writer.write(document)
    // Frees the workbook also when it fails.
    let closed = workbook_close(workbook)
    if let failure { throw .library(failure) }
    guard closed == LXW_NO_ERROR else { throw .library(Int(closed.rawValue)) }
    return try contents(of: file)
  }

  private static func contents(of file: Int32) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(count < 0 ? errno : EIO) }
      done += count
    }
    return bytes
  }

  /// Text as a cell of a workbook holds it: `_x001B_` would be read as a control character, so its underscore is spelt out.
  static func cellText(_ text: String) -> String {
    var units = Array(text.utf8)
    var index = 0
    while index + 6 < units.count {
      if units[index] == UInt8(ascii: "_"), units[index + 1] == UInt8(ascii: "x"),
        units[index + 6] == UInt8(ascii: "_"),
        units[(index + 2)..<(index + 6)].allSatisfy({ isHexadecimal($0) })
      {
        units.insert(contentsOf: Array("_x005F".utf8), at: index)
        index += 6
      }
      index += 1
    }
    return String(decoding: units, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
