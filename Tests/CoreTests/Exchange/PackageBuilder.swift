@testable import Core

/// Writes ZIP packages for tests, byte by byte, so that also wrong ones can be made.
struct PackageBuilder {
  struct Part {
    var name: [UInt8]
    var bytes: [UInt8]
    /// Unix mode in the directory; 0o120777 is a symbolic link.
    var mode: UInt32 = 0o100644
    var flags: UInt16 = 0x800
  }

  var parts: [Part] = []

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o100644, flags: UInt16 = 0x800) {
    parts.append(Part(name: Array(name.utf8), bytes: bytes, mode: mode, flags: flags))
  }

  func bytes() -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = out.count
      let size = UInt32(part.bytes.count)
      let sums = word(CRC32.of(part.bytes)) + word(size) + word(size)
      out += word(0x0403_4B50) + half(20) + half(part.flags) + half(0) + half(0) + half(0x21) + sums
      out += half(UInt16(part.name.count)) + half(0) + part.name + part.bytes
      directory += word(0x0201_4B50) + half(0x031E) + half(20) + half(part.flags) + half(0) + half(0) + half(0x21)
      directory += sums + half(UInt16(part.name.count)) + half(0) + half(0) + half(0) + half(0)
      directory += word(part.mode << 16) + word(UInt32(offset)) + part.name
    }
    let start = UInt32(out.count)
    out += directory
    out += word(0x0605_4B50) + half(0) + half(0) + half(UInt16(parts.count)) + half(UInt16(parts.count))
    out += word(UInt32(directory.count)) + word(start) + half(0)
    return out
  }

  private func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private func word(_ value: UInt32) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 24)]
  }
}

/// Word documents for tests.
enum TestDocument {
  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:v=\"urn:schemas-microsoft-com:vml\""

  static func xml(_ body: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
  }

  /// A package with `body`, with pictures `rId1`… in `media`.
  static func package(_ body: String, media: [[UInt8]] = [], numbering: String? = nil) -> PackageBuilder {
    var package = PackageBuilder()
    package.add(
      "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    package.add(
      "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" "
        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        + "Target=\"word/document.xml\"/></Relationships>")
    package.add("word/document.xml", xml(body))
    let relations = media.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"image\" Target=\"media/image\($0 + 1).png\"/>"
    }
    package.add(
      "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations.joined())"
        + "</Relationships>")
    for (index, bytes) in media.enumerated() { package.add("word/media/image\(index + 1).png", bytes) }
    if let numbering { package.add("word/numbering.xml", "<w:numbering \(namespaces)>\(numbering)</w:numbering>") }
    return package
  }

  static func document(_ body: String, media: [[UInt8]] = [], numbering: String? = nil) throws -> DocxDocument {
    DocxReader.read(try DocxPackage(package(body, media: media, numbering: numbering).bytes()))
  }

  static func paragraph(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let runs = lines.map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }.joined(separator: "<w:br/>")
    return "<w:p><w:r>\(runs)</w:r></w:p>"
  }

  static func picture(_ id: String, width: Int = 3_600_000, floating: Bool = false) -> String {
    let kind = floating ? "anchor" : "inline"
    return "<w:p><w:r><w:drawing><wp:\(kind)><wp:extent cx=\"\(width)\" cy=\"2400000\"/><a:graphic><a:graphicData>"
      + "<a:blip r:embed=\"\(id)\"/></a:graphicData></a:graphic></wp:\(kind)></w:drawing></w:r></w:p>"
  }

  static func cell(_ content: String, span: Int = 1, merge: String? = nil) -> String {
    let text = content.hasPrefix("<w:") ? content : paragraph(content)
    let merged = merge.map { "<w:vMerge w:val=\"\($0)\"/>" } ?? ""
    return "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/>\(merged)</w:tcPr>\(text)</w:tc>"
  }

  static func row(_ cells: String...) -> String { row(cells) }
  static func row(_ cells: [String]) -> String {
    "<w:tr>" + cells.map { $0.hasPrefix("<w:tc>") ? $0 : cell($0) }.joined() + "</w:tr>"
  }

  static func table(_ rows: [String]) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }
}
