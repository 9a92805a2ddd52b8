/// Reads the cover of the form: 申报单位, 项目名称, 填报日期, in paragraphs, a table or a text box.
struct CoverReader {
  private(set) var applicant: String?
  private(set) var projectName: String?
  private(set) var fillDate: String?

  /// - Parameter name: the project's name in the table, which tells whether a long name goes on in the next line.
  init(_ blocks: [DocxBlock], projectName name: String) {
    let whole = TextFolding.bareKey(name)
    readTables(blocks)
    var lines: [String] = []
    for paragraph in blocks.paragraphs {
      lines += paragraph.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var index = 0
    while index < lines.count {
      if let (field, value) = Self.labelled(lines[index]) {
        var more = Self.cleaned(value)
        if more.isEmpty, let below = Self.value(below: index, in: lines, for: field) {
          more = below.text
          index = below.line
        }
        while field == .projectName, !more.isEmpty, index + 1 < lines.count,
          whole.hasPrefix(TextFolding.bareKey(more + lines[index + 1])), !lines[index + 1].trimmingSpaces().isEmpty
        {
          more += Self.cleaned(lines[index + 1])
          index += 1
        }
        set(field, more)
      }
      index += 1
    }
  }

  /// The value on the line below a label that has none beside it.
  private static func value(below index: Int, in lines: [String], for field: FormField) -> (text: String, line: Int)? {
    guard let line = lines.indices.dropFirst(index + 1).first(where: { !cleaned(lines[$0]).isEmpty }) else {
      return nil
    }
    let text = cleaned(lines[line])
    guard line <= index + 3, text.count <= 120, labelled(lines[line]) == nil, !text.hasPrefix("填写要求"),
      !text.hasSuffix("制"), !text.hasPrefix("一、"), !text.hasPrefix("目"), !text.contains("申报书")
    else { return nil }
    if field == .fillDate, DateReader.dates(in: text).isEmpty { return nil }
    return (text, line)
  }

  private mutating func readTables(_ blocks: [DocxBlock]) {
    for table in blocks.tables {
      for row in table.rows {
        for (cell, next) in zip(row.cells, row.cells.dropFirst()) {
          if let field = Self.field(cell.text) { set(field, Self.cleaned(next.text)) }
        }
        for cell in row.cells {
          for line in cell.text.split(separator: "\n") {
            if let (field, value) = Self.labelled(String(line)) { set(field, Self.cleaned(value)) }
          }
        }
      }
    }
  }

  private mutating func set(_ field: FormField, _ value: String) {
    guard !value.isEmpty else { return }
    switch field {
    case .applicant where applicant == nil: applicant = value
    case .projectName where projectName == nil: projectName = value
    case .fillDate where fillDate == nil: fillDate = value
    default: break
    }
  }

  private static func field(_ label: String) -> FormField? {
    switch FormTemplate.field(of: label) {
    case .applicant, .companyName: .applicant
    case .projectName: .projectName
    case .fillDate: .fillDate
    default: nil
    }
  }

  private static func labelled(_ line: String) -> (FormField, String)? {
    let text = line.trimmingSpaces()
    guard text.utf8.count <= 1200 else { return nil }
    if let colon = text.prefix(24).firstIndex(where: { $0 == "：" || $0 == ":" }) {
      if let field = field(String(text[..<colon])) { return (field, String(text[text.index(after: colon)...])) }
    }
    // Without a colon, a gap or a line parts label and value.
    let letters = Array(text)
    for length in stride(from: min(16, letters.count), through: 4, by: -1) {
      guard length == letters.count || " _\u{3000}\t＿".contains(letters[length]) || letters[length - 1] == "）" else {
        continue
      }
      if let field = field(String(letters[..<length])) { return (field, String(letters[length...])) }
    }
    return nil
  }

  private static func cleaned(_ value: String) -> String {
    var text = value.filter { $0 != "_" && $0 != "＿" && $0 != "﹍" }.trimmingSpaces()
    for seal in ["（盖章）", "（章）", "（公章）", "(盖章)", "(章)", "(公章)"] {
      if text.hasSuffix(seal) { text = String(text.dropLast(seal.count)).trimmingSpaces() }
    }
    return text
  }
}
