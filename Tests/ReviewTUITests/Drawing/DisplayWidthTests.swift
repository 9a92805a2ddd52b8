import CNcurses
import Core
import Glibc
import Testing

@testable import ReviewTUI

@Suite struct DisplayWidthTests {
  @Test func agreesWithTheCLibraryOnEveryScalarThatIsShown() {
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    #expect(locale != nil)
    let before = uselocale(locale)
    defer { uselocale(before) }
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = ScalarKind(of: scalar)
      guard kind != .hidden else { continue }
      let columns = Int(wcwidth(wchar_t(bitPattern: value)))
      guard kind.columns == columns else {
        Issue.record("U+\(String(value, radix: 16)): \(kind) but wcwidth says \(columns)")
        return
      }
    }
  }

  @Test(arguments: [
    ("评审", 4), ("5G+工业互联网", 13), ("“”…─■①", 6), ("e\u{301}", 1), ("\u{301}", 1), ("👍", 2), ("🇨🇳", 2), ("\u{1B}[", 2),
    ("\u{202E}", 8), ("a\nb", 3), ("ＡＢ", 4), ("", 0), ("क्षि", 3),
  ])
  func measuresWhatIsShown(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(DisplayWidth.of(display(text)) == columns)
    #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == columns)
  }
}
