/// Writes reports as CSV that Excel and WPS open: RFC 4180, CRLF, and nothing that a spreadsheet would compute.
public enum ReportCSV {
  /// How the text is encoded.
  public enum Encoding: String, CaseIterable, Sendable {
    /// With a byte order mark, by which Excel knows it.
    case utf8
    /// The national standard of China, which has every character.
    case gb18030
  }

  /// The bytes of a document; its sheets follow each other after an empty line.
  public static func bytes(_ document: ReportDocument, encoding: Encoding) throws(TextEncoding.Failure) -> [UInt8] {
    let text = document.sheets.map(text).joined(separator: "\r\n")
    switch encoding {
    case .utf8: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: return try TextEncoding.encode(text, as: "GB18030")
    }
  }

  private static func text(_ sheet: ReportSheet) -> String {
    var lines = ([sheet.title] + sheet.lines).map { field($0) }
    lines.append(sheet.columns.map { field($0.title) }.joined(separator: ","))
    for row in sheet.rows { lines.append(row.map(field).joined(separator: ",")) }
    lines += sheet.below.map { field($0) }
    return lines.map { $0 + "\r\n" }.joined()
  }

  private static func field(_ value: ReportSheet.Value) -> String {
    switch value {
    case .blank: ""
    case .number(let number): number.text
    case .text(let text): field(text)
    }
  }

  /// One field. Text that a spreadsheet could take for a formula gets an apostrophe before it.
  static func field(_ text: String) -> String {
    let safe = startsFormula(text) ? "'" + text : text
    let needsQuotes = safe.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
    let edges = safe.hasPrefix(" ") || safe.hasSuffix(" ")
    return needsQuotes || edges ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// Whether the first character that is no space could start a formula: = + - @, also in full width, or a tab or a
  /// carriage return stands first.
  static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first.value == 0x09 || first.value == 0x0D { return true }
    let visible = text.unicodeScalars.first { !TextFolding.isIgnored(Character($0)) }
    return visible.map { formulaStarts.contains($0.value) } ?? false
  }

  /// `=`, `+`, `-`, `@`, their full-width forms, and the minus sign.
  private static let formulaStarts: Set<UInt32> = [
    0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x2212, 0xFE62, 0xFE63, 0xFE66, 0xFE6B,
  ]
}
