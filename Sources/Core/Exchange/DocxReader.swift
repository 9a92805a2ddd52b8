/// Turns the XML of a Word document into ``DocxDocument``.
struct DocxReader {
  private let targets: [String: String]
  private var numbering: DocxNumbering
  private var document = DocxDocument()

  /// Reads the main part of a package.
  static func read(_ package: DocxPackage) -> DocxDocument {
    var reader = DocxReader(
      targets: package.targets, numbering: DocxNumbering(numbering: package.numbering, styles: package.styles))
    guard let body = package.main.first("w:body") else { return reader.document }
    reader.document.blocks = reader.blocks(body)
    return reader.document
  }

  private init(targets: [String: String], numbering: DocxNumbering) {
    self.targets = targets
    self.numbering = numbering
  }

  /// Elements that only wrap what they hold.
  static let wrappers: Set<String> = [
    "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:hyperlink", "w:fldSimple", "w:dir", "w:bdo",
    "w:ruby", "w:rubyBase", "w:subDoc", "m:oMath", "m:oMathPara", "m:r",
  ]

  private mutating func blocks(_ parent: XMLNode) -> [DocxBlock] {
    var blocks: [DocxBlock] = []
    for node in parent.nodes {
      switch node.name {
      case "w:p": blocks.append(.paragraph(paragraph(node)))
      case "w:tbl": blocks.append(.table(table(node)))
      case "w:sdt":
        if let content = visibleContent(node) { blocks += self.blocks(content) }
      case "mc:AlternateContent":
        if let choice = Self.choice(node) { blocks += self.blocks(choice) }
      case "w:altChunk": document.hasForeignText = true
      case let name where Self.wrappers.contains(name): blocks += self.blocks(node)
      default: break
      }
    }
    return blocks
  }

  /// A content control's content, unless it still shows its prompt.
  private func visibleContent(_ control: XMLNode) -> XMLNode? {
    if control.first("w:sdtPr")?.isOn("w:showingPlcHdr") ?? false { return nil }
    return control.first("w:sdtContent")
  }

  /// Choice and Fallback hold the same words twice; only the first is read.
  static func choice(_ node: XMLNode) -> XMLNode? { node.first("mc:Choice") ?? node.first("mc:Fallback") }

  private mutating func paragraph(_ node: XMLNode) -> DocxParagraph {
    var paragraph = DocxParagraph()
    paragraph.number = numbering.number(for: node.first("w:pPr"))
    append(node, to: &paragraph)
    return paragraph
  }

  private mutating func append(_ parent: XMLNode, to paragraph: inout DocxParagraph) {
    for node in parent.nodes {
      switch node.name {
      case "w:r": appendRun(node, to: &paragraph)
      case "w:sdt": appendControl(node, to: &paragraph)
      case "mc:AlternateContent":
        if let choice = Self.choice(node) { append(choice, to: &paragraph) }
      case "m:t": paragraph.add(node.text)
      case let name where Self.wrappers.contains(name): append(node, to: &paragraph)
      default: break
      }
    }
  }

  private mutating func appendControl(_ node: XMLNode, to paragraph: inout DocxParagraph) {
    if let box = node.first("w:sdtPr")?.first("w14:checkbox") {
      let sign = box.isOn("w14:checked") ? "☑" : "☐"
      paragraph.add(sign)
      paragraph.runs.append((sign, []))
    } else if let content = visibleContent(node) {
      append(content, to: &paragraph)
    }
  }

  private mutating func appendRun(_ run: XMLNode, to paragraph: inout DocxParagraph) {
    let properties = run.first("w:rPr")
    if properties?.isOn("w:vanish") ?? false {
      document.hasHiddenText = true
      return
    }
    let fonts = properties?.first("w:rFonts")?.attributes
    let font = fonts?["ascii"] ?? fonts?["hAnsi"] ?? ""
    let before = paragraph.pieces.count
    let length = paragraph.lastText.utf8.count
    for node in run.nodes { appendContent(node, font: font, to: &paragraph) }
    // What this run added to the text; drawings add none.
    let added =
      paragraph.pieces.count == before ? String(paragraph.lastText.utf8.dropFirst(length)) : paragraph.lastText
    if let added, !added.isEmpty { paragraph.runs.append((added, Self.emphasis(properties))) }
  }

  private static func emphasis(_ properties: XMLNode?) -> TextEmphasis {
    guard let properties else { return [] }
    var emphasis: TextEmphasis = []
    if properties.isOn("w:b") { emphasis.insert(.bold) }
    if properties.isOn("w:u") { emphasis.insert(.underline) }
    if properties.isOn("w:strike") || properties.isOn("w:dstrike") { emphasis.insert(.strike) }
    if properties.isOn("w:bdr") { emphasis.insert(.box) }
    if properties.isOn("w:highlight") { emphasis.insert(.background) }
    let fill = properties.first("w:shd")?.attributes["fill"] ?? "auto"
    if !["auto", "FFFFFF", "ffffff"].contains(fill) { emphasis.insert(.background) }
    let colour = properties.value(of: "w:color") ?? "auto"
    if !["auto", "000000"].contains(colour) { emphasis.insert(.colour) }
    return emphasis
  }

  private mutating func appendContent(_ node: XMLNode, font: String, to paragraph: inout DocxParagraph) {
    switch node.name {
    case "w:t", "m:t": paragraph.add(SymbolFont.text(node.text, font: font))
    case "w:tab", "w:ptab": paragraph.add("\t")
    case "w:br", "w:cr": paragraph.add("\n")
    case "w:noBreakHyphen": paragraph.add("-")
    case "w:sym":
      let font = node.attributes["font"] ?? ""
      if let code = UInt32(node.attributes["char"] ?? "", radix: 16), let scalar = Unicode.Scalar(code) {
        paragraph.add(SymbolFont.text(String(scalar), font: font))
      }
    case "w:fldChar":
      if let box = node.first("w:ffData")?.first("w:checkBox") {
        paragraph.add(box.isOn("w:checked") || (box.first("w:checked") == nil && box.isOn("w:default")) ? "☑" : "☐")
      }
    case "w:drawing", "w:pict", "w:object": appendDrawing(node, to: &paragraph)
    case "mc:AlternateContent":
      if let choice = Self.choice(node) {
        for inner in choice.nodes { appendContent(inner, font: font, to: &paragraph) }
      }
    case "w:ruby":
      if let base = node.first("w:rubyBase") { append(base, to: &paragraph) }
    default: break
    }
  }

  /// Pictures and text boxes of a drawing, however they are grouped.
  private mutating func appendDrawing(_ node: XMLNode, to paragraph: inout DocxParagraph) {
    let frame = node.first("wp:anchor") ?? node.first("wp:inline")
    let size = frame?.first("wp:extent")?.attributes
    let shown = DrawingFrame(
      isFloating: node.first("wp:anchor") != nil || Self.isFloatingShape(node),
      width: size?["cx"].flatMap { Int($0) }, height: size?["cy"].flatMap { Int($0) },
      description: frame?.first("wp:docPr")?.attributes["descr"] ?? "")
    appendShapes(node, in: shown, to: &paragraph)
  }

  private struct DrawingFrame {
    let isFloating: Bool
    let width: Int?
    let height: Int?
    let description: String
  }

  private mutating func appendShapes(_ node: XMLNode, in frame: DrawingFrame, to paragraph: inout DocxParagraph) {
    for child in node.nodes {
      switch child.name {
      case "a:blip", "v:imagedata":
        let id = child.attributes["embed"] ?? child.attributes["id"]
        paragraph.pieces.append(
          .picture(
            DocxPicture(
              part: id.flatMap { targets[$0] }, isFloating: frame.isFloating, width: frame.width, height: frame.height,
              description: frame.description)))
      case "w:txbxContent": paragraph.pieces.append(.box(blocks(child)))
      case "mc:AlternateContent":
        if let choice = Self.choice(child) { appendShapes(choice, in: frame, to: &paragraph) }
      default: appendShapes(child, in: frame, to: &paragraph)
      }
    }
  }

  private static func isFloatingShape(_ node: XMLNode) -> Bool {
    node.nodes.contains { $0.name.hasPrefix("v:") && ($0.attributes["style"] ?? "").contains("position:absolute") }
  }
}

// MARK: - Tables

extension DocxReader {
  private mutating func table(_ node: XMLNode) -> DocxTable {
    var table = DocxTable()
    forEachRow(node) { row, reader in
      // A row whose deletion was tracked.
      if row.first("w:trPr")?.first("w:del") != nil { return }
      table.rows.append(reader.row(row))
    }
    return table
  }

  private mutating func forEachRow(_ parent: XMLNode, _ visit: (XMLNode, inout DocxReader) -> Void) {
    for node in parent.nodes {
      switch node.name {
      case "w:tr": visit(node, &self)
      case "w:sdt":
        if let content = node.first("w:sdtContent") { forEachRow(content, visit) }
      case let name where Self.wrappers.contains(name): forEachRow(node, visit)
      default: break
      }
    }
  }

  private mutating func row(_ node: XMLNode) -> DocxRow {
    var row = DocxRow()
    var column = Int(node.first("w:trPr")?.value(of: "w:gridBefore") ?? "") ?? 0
    appendCells(node, to: &row, column: &column)
    return row
  }

  private mutating func appendCells(_ parent: XMLNode, to row: inout DocxRow, column: inout Int) {
    for node in parent.nodes {
      switch node.name {
      case "w:tc":
        let properties = node.first("w:tcPr")
        let span = min(max(Int(properties?.value(of: "w:gridSpan") ?? "") ?? 1, 1), 1000)
        let merge = properties?.first("w:vMerge").map { $0.attributes["val"] ?? "continue" }
        let sideways = properties?.first("w:hMerge").map { $0.attributes["val"] ?? "continue" }
        if sideways == "continue", !row.cells.isEmpty {
          row.cells[row.cells.count - 1].span += span
        } else {
          let isDeleted = properties?.first("w:cellDel") != nil
          row.cells.append(
            DocxCell(
              column: column, span: span, continuesAbove: merge == "continue",
              blocks: isDeleted ? [] : blocks(node)))
        }
        column += span
      case "w:sdt":
        if let content = visibleContent(node) { appendCells(content, to: &row, column: &column) }
      case let name where Self.wrappers.contains(name): appendCells(node, to: &row, column: &column)
      default: break
      }
    }
  }
}

extension DocxParagraph {
  /// The text of the last piece.
  var lastText: String { if case .text(let text) = pieces.last { text } else { "" } }

  /// Adds text to the last piece of text.
  mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    let safe = text.cappingMarks()
    guard case .text(var whole) = pieces.last else {
      pieces.append(.text(safe))
      return
    }
    // Out of the array first: a text of many runs must grow in its place and not be copied for each.
    pieces.removeLast()
    whole += safe
    pieces.append(.text(whole))
  }
}

extension String {
  /// Without more than 30 combining marks in a row, which no language needs and which make comparing very slow.
  func cappingMarks() -> String {
    var run = 0
    var isLong = false
    for scalar in unicodeScalars where scalar.value >= 0x300 {
      run = scalar.properties.isGraphemeExtend ? run + 1 : 0
      if run > 30 { isLong = true }
    }
    guard isLong else { return self }
    var result = String.UnicodeScalarView()
    run = 0
    for scalar in unicodeScalars {
      run = scalar.value >= 0x300 && scalar.properties.isGraphemeExtend ? run + 1 : 0
      if run <= 30 { result.append(scalar) }
    }
    return String(result)
  }
}
