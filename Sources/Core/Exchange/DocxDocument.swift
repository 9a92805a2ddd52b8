/// The body of a Word document as a reader sees it: deleted text is gone, inserted text is there.
struct DocxDocument: Sendable {
  var blocks: [DocxBlock] = []
  /// Whether text was left out because it is marked as hidden.
  var hasHiddenText = false
  /// Whether a part of another format is embedded as text, which is not read.
  var hasForeignText = false
}

/// A paragraph or a table.
indirect enum DocxBlock: Sendable {
  case paragraph(DocxParagraph)
  case table(DocxTable)
}

/// One paragraph.
struct DocxParagraph: Sendable {
  /// What stands in a paragraph, in order.
  enum Piece: Sendable {
    case text(String)
    case picture(DocxPicture)
    /// A text box that hangs at this place.
    case box([DocxBlock])
  }

  var pieces: [Piece] = []
  /// The text again, run by run, with how each is set off from the rest.
  var runs: [(text: String, emphasis: TextEmphasis)] = []
  /// The number in front of it where Word counts by itself, such as `二、`.
  var number = ""

  /// The text without boxes, the automatic number first.
  var text: String {
    var text = number
    for case .text(let piece) in pieces { text += piece }
    return text
  }

  /// The pictures in order, without those in boxes.
  var pictures: [DocxPicture] {
    pieces.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }
}

/// How a run of text is set off: some people choose from a printed list by such means alone.
struct TextEmphasis: OptionSet, Sendable {
  let rawValue: UInt8

  static let bold = TextEmphasis(rawValue: 1)
  static let underline = TextEmphasis(rawValue: 2)
  static let colour = TextEmphasis(rawValue: 4)
  /// Highlighted or shaded.
  static let background = TextEmphasis(rawValue: 8)
  static let box = TextEmphasis(rawValue: 16)
  /// Struck out.
  static let strike = TextEmphasis(rawValue: 32)
}

/// A picture in the text.
struct DocxPicture: Equatable, Sendable {
  /// Name of the part with its bytes, such as `word/media/image1.jpeg`; nil when it is only linked.
  let part: String?
  /// Whether it floats over the text, as a stamp does.
  let isFloating: Bool
  /// Width and height in EMU (360 000 to the centimetre); nil when unknown.
  let width: Int?
  let height: Int?
  /// The description that the writer gave it.
  let description: String
}

/// A table.
struct DocxTable: Sendable {
  var rows: [DocxRow] = []
}

/// A row of a table.
struct DocxRow: Sendable {
  var cells: [DocxCell] = []
}

/// A cell of a table.
struct DocxCell: Sendable {
  /// First column of the grid.
  var column: Int
  /// Columns covered.
  var span: Int
  /// Whether it only continues the cell above.
  var continuesAbove: Bool
  var blocks: [DocxBlock]

  /// The paragraphs' text without nested tables, joined by line breaks.
  var text: String { blocks.plainText }

  /// Tables inside the cell.
  var tables: [DocxTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension Array where Element == DocxBlock {
  /// The text of the paragraphs, joined by line breaks; boxes follow their paragraph, tables are left out.
  var plainText: String {
    paragraphs.map(\.text).joined(separator: "\n")
  }

  /// The paragraphs here and in text boxes, but not in tables.
  var paragraphs: [DocxParagraph] {
    var found: [DocxParagraph] = []
    for case .paragraph(let paragraph) in self {
      let boxes = paragraph.pieces.compactMap { if case .box(let blocks) = $0 { blocks } else { nil } }
      if boxes.isEmpty || !paragraph.text.allSatisfy(\.isWhitespace) || !paragraph.pictures.isEmpty {
        found.append(paragraph)
      }
      for box in boxes { found += box.paragraphs }
    }
    return found
  }

  /// The tables here and in text boxes.
  var tables: [DocxTable] {
    var found: [DocxTable] = []
    for block in self {
      switch block {
      case .table(let table): found.append(table)
      case .paragraph(let paragraph):
        for case .box(let blocks) in paragraph.pieces { found += blocks.tables }
      }
    }
    return found
  }

  /// Every picture here, in boxes and in tables, in order.
  var pictures: [DocxPicture] {
    var found: [DocxPicture] = []
    for block in self {
      switch block {
      case .table(let table):
        for row in table.rows { for cell in row.cells { found += cell.blocks.pictures } }
      case .paragraph(let paragraph):
        for piece in paragraph.pieces {
          switch piece {
          case .picture(let picture): found.append(picture)
          case .box(let blocks): found += blocks.pictures
          case .text: break
          }
        }
      }
    }
    return found
  }
}
