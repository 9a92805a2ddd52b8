/// What a file really is, by its first bytes; its name is never believed.
public enum FileKind: String, Equatable, Sendable {
  /// A ZIP package: `.docx`, `.xlsx` and others.
  case zip
  /// Word 97-2003 `.doc`.
  case wordBinary
  /// Excel 97-2003 `.xls`.
  case excelBinary
  /// An Office document that is protected by a password.
  case encryptedOffice
  /// Any other OLE compound file.
  case oleOther
  /// A web page, also one saved with the name of a document.
  case html
  /// Rich text.
  case rtf
  /// PDF.
  case pdf
  /// A web archive (`.mht`).
  case webArchive
  /// An XML file, such as Word 2003 XML.
  case xml
  /// A JSON file.
  case json
  /// A picture.
  case picture
  /// A RAR, 7z or gzip archive.
  case otherArchive
  /// An OpenDocument file (`.odt`, `.ods`).
  case openDocument
  /// A workbook (`.xlsx`).
  case workbook
  /// A presentation.
  case presentation
  /// A ZIP file that is no document.
  case plainArchive
  /// Plain text.
  case text
  /// No byte at all, or only zeros.
  case empty
  /// None of these.
  case unknown

  /// The kind that the first bytes of a file show. An OLE file is searched for the names of its streams.
  public init(of bytes: [UInt8]) {
    self = Self.byMagic(bytes) ?? Self.byText(bytes)
  }

  private static func byMagic(_ bytes: [UInt8]) -> FileKind? {
    guard bytes.contains(where: { $0 != 0 }) else { return .empty }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compound(bytes) }
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
    let pictures: [[UInt8]] = [
      [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), Array("BM".utf8),
      Array("II*\0".utf8), Array("MM\0*".utf8),
    ]
    if pictures.contains(where: bytes.starts) { return .picture }
    let archives: [[UInt8]] = [Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B]]
    return archives.contains(where: bytes.starts) ? .otherArchive : nil
  }

  /// An OLE file's streams carry UTF-16 names in its directory.
  private static func compound(_ bytes: [UInt8]) -> FileKind {
    func holds(_ name: String) -> Bool {
      let pattern = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return bytes.indexOfFirst(pattern) != nil
    }
    if holds("EncryptedPackage") { return .encryptedOffice }
    if holds("WordDocument") { return .wordBinary }
    if holds("Workbook") { return .excelBinary }
    return .oleOther
  }

  private static func byText(_ bytes: [UInt8]) -> FileKind {
    var start = bytes.prefix(4096)[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    let head = start.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let lower = head.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    let pages = ["<html", "<!doctype html", "<head", "<body", "<table", "<meta"]
    if pages.contains(where: { lower.starts(with: $0.utf8) }) { return .html }
    if lower.starts(with: "<?xml".utf8) || lower.first == UInt8(ascii: "<") {
      return lower.indexOfFirst(Array("<html".utf8)) == nil ? .xml : .html
    }
    if lower.starts(with: "mime-version:".utf8) { return .webArchive }
    if lower.first == UInt8(ascii: "{") || lower.first == UInt8(ascii: "[") { return .json }
    return start.contains(0) ? .unknown : .text
  }
}

extension Array where Element == UInt8 {
  /// Where `pattern` first stands.
  func indexOfFirst(_ pattern: [UInt8]) -> Int? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var place = 0
    let last = count - pattern.count
    while place <= last {
      if self[place] == first {
        var length = 1
        while length < pattern.count, self[place + length] == pattern[length] { length += 1 }
        if length == pattern.count { return place }
      }
      place += 1
    }
    return nil
  }
}
