import Core
import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct CanvasTests {
  @Test func writesAndReportsColumns() {
    var canvas = Canvas(size: Size(columns: 10, rows: 2))
    #expect(canvas.write("评审ab", row: 0, column: 1, role: .heading) == 6)
    #expect(canvas.frame.text(row: 0) == " 评审ab   ")
    #expect(canvas.frame.roles(row: 0) == ".HHHHHH...")
    #expect(canvas.frame[row: 0, column: 2].text == "")
    #expect(canvas.frame[row: 0, column: 1].width == 2)
  }

  @Test(arguments: [
    ("济宁市工业", 7, Canvas.Overflow.end, "济宁市…"), ("济宁市工业", 6, .end, "济宁…"), ("济宁市工业", 5, .clip, "济宁"),
    ("济宁市工业.docx", 9, .middle, "济宁…docx"), ("abc", 0, .end, ""), ("abc", 1, .end, "…"), ("评", 1, .clip, ""),
    ("abc", 3, .middle, "abc"), ("abcdef", 2, .middle, "a…"),
  ])
  func cutsToTheRoom(text: String, width: Int, overflow: Canvas.Overflow, shown: String) {
    #expect(TextLayout.truncate(text, width: width, overflow: overflow) == shown)
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    canvas.write(text, row: 0, column: 0, width: width, overflow: overflow)
    #expect(canvas.frame.text(row: 0).hasPrefix(shown))
  }

  @Test(arguments: [
    (Canvas.Align.left, "评审  "), (.right, "  评审"), (.center, " 评审 "),
  ])
  func aligns(align: Canvas.Align, shown: String) {
    #expect(TextLayout.pad("评审", width: 6, align: align) == shown)
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.write("评审", row: 0, column: 0, width: 6, align: align)
    #expect(canvas.frame.text(row: 0) == shown)
  }

  @Test func tornWideCharactersBecomeSpaces() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.write("评审中", row: 0, column: 0)
    canvas.write("x", row: 0, column: 1)
    canvas.write("y", row: 0, column: 4)
    #expect(canvas.frame.text(row: 0) == " x审y ")
    canvas.write("评审", row: 0, column: -1, overflow: .clip)
    #expect(canvas.frame.text(row: 0) == " 审 y ")
    canvas.write("核", row: 0, column: 5, overflow: .clip)
    #expect(canvas.frame.text(row: 0) == " 审 y ")
  }

  @Test func clipsAndMovesTheOrigin() {
    var canvas = Canvas(size: Size(columns: 8, rows: 4))
    canvas.within(Rect(row: 1, column: 2, rows: 2, columns: 4)) { inner in
      #expect(inner.size == Size(columns: 4, rows: 2))
      inner.fill(Rect(row: -3, column: -3, rows: 40, columns: 40), role: .selected, with: "中")
      inner.write("abcdefgh", row: 0, column: -1, overflow: .clip)
      inner.write("xyz", row: 5, column: 0)
      inner.setCursor(row: 1, column: 1)
      inner.setCursor(row: 2, column: 1)
    }
    #expect((0..<4).map(canvas.frame.text(row:)) == ["        ", "  bcde  ", "   中   ", "        "])
    #expect(canvas.frame.roles(row: 2) == "..XXXX..")
    #expect(canvas.frame.cursor == Position(row: 2, column: 3))
  }

  @Test func nestedClipsStayWithinTheOuterOne() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.within(Rect(row: 0, column: 1, rows: 1, columns: 3)) { outer in
      outer.within(Rect(row: 0, column: 2, rows: 1, columns: 9)) { $0.write("abcdef", row: 0, column: 0) }
    }
    #expect(canvas.frame.text(row: 0) == "   a  ")
  }

  @Test func drawsBoxes() {
    var canvas = Canvas(size: Size(columns: 12, rows: 3))
    canvas.box(Rect(row: 0, column: 0, rows: 3, columns: 12), title: "评审列表很长")
    #expect(canvas.frame.text(row: 0) == "┌─ 评审… ──┐")
    #expect(canvas.frame.text(row: 1) == "│          │")
    #expect(canvas.frame.text(row: 2) == "└──────────┘")
  }

  @Test func spansKeepTheirRoles() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.write([Span("q", .key), Span(" 退出程序了", .hint)], row: 0, column: 0)
    #expect(canvas.frame.text(row: 0) == "q 退出… ")
    #expect(canvas.frame.roles(row: 0) == "khhhhhh.")
  }

  @Test func cellsAreSafe() {
    #expect(Cell("\u{1B}", role: .normal).text == "␛")
    #expect(Cell("\u{202E}", role: .normal).text == "\u{FFFD}")
    #expect(Cell(Character("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}"), role: .normal).text == "\u{FFFD}")
    #expect(Cell("🇨🇳", role: .normal).text == "\u{FFFD}")
    #expect(Cell("评", role: .normal).width == 2)
  }

  @Test func framesOfNoSizeHaveOneCell() {
    #expect(Canvas(size: Size(columns: 0, rows: -3)).frame.text(row: 0) == " ")
  }

  @Test func everyRoleHasItsLetter() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  /// Whatever is written wherever: each row stays as wide as the frame and no wide character loses a half.
  @Test func randomDrawingKeepsRowsWhole() {
    var random = SplitMix(seed: 11)
    for _ in 0..<400 {
      let size = Size(columns: 1 + random.below(24), rows: 1 + random.below(3))
      var canvas = Canvas(size: size)
      for _ in 0..<12 {
        let text = RandomText.make(&random)
        let row = random.below(6) - 1
        let column = random.below(36) - 8
        switch random.below(4) {
        case 0:
          let rect = Rect(row: random.below(3), column: random.below(20) - 4, rows: 2, columns: random.below(9))
          canvas.within(rect) { $0.write(text, row: 0, column: random.below(8) - 4, overflow: .clip) }
        case 1: canvas.fill(Rect(row: row, column: column, rows: 2, columns: 5), role: .match, with: text.first ?? "评")
        case 2:
          let spans = [Span(text, .key), Span(text)]
          canvas.write(spans, row: row, column: column, width: random.below(12), overflow: .middle)
        default: canvas.write(text, row: row, column: column, width: random.below(20), align: .right)
        }
      }
      for row in 0..<size.rows { expectWhole(canvas.frame, row: row) }
    }
  }

  private func expectWhole(_ frame: Frame, row: Int) {
    #expect(DisplayWidth.of(frame.text(row: row)) == frame.size.columns)
    #expect(Array(display(frame.text(row: row)).unicodeScalars) == Array(frame.text(row: row).unicodeScalars))
    var column = 0
    while column < frame.size.columns {
      let cell = frame[row: row, column: column]
      #expect(cell.width > 0)
      if cell.width == 2 { #expect(column + 1 < frame.size.columns && frame[row: row, column: column + 1].width == 0) }
      column += max(1, cell.width)
    }
  }
}
