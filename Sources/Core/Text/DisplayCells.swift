/// The cells in which a terminal safely shows a text, one after the other; what a terminal must not get is spelt out.
///
/// Linear in the text whatever it holds, and lazy: a caller may stop after the columns it has room for.
public struct DisplayCells: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  private var aheadKind = ScalarKind.hidden
  private var marker = HiddenMarker()
  private var owesEllipsis = false

  /// The cells of `text`.
  public init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    advance()
  }

  /// The next cell, nil at the end.
  public mutating func next() -> DisplayCell? {
    if let scalar = marker.next() { return DisplayCell(scalar) }
    if owesEllipsis {
      owesEllipsis = false
      return DisplayCell("…")
    }
    guard let scalar = ahead else { return nil }
    let kind = aheadKind
    switch kind {
    case .narrow, .wide, .blank:
      advance()
      return withMarks(DisplayCell(kind == .blank ? " " : scalar, columns: UInt8(kind.columns)))
    case .mark:
      // A mark without a base would sit on whatever the screen shows to the left of the text.
      return withMarks(DisplayCell("◌"))
    case .hidden where scalar.value < 0x20:
      advance()
      return DisplayCell(picture(of: scalar))
    case .hidden, .jamo:
      advance()
      marker = HiddenMarker(scalar)
      return next()
    }
  }

  private mutating func advance() {
    ahead = scalars.next()
    if let scalar = ahead { aheadKind = ScalarKind(of: scalar) }
  }

  private mutating func withMarks(_ base: DisplayCell) -> DisplayCell {
    var cell = base
    while let scalar = ahead, aheadKind == .mark || aheadKind == .jamo && Self.isHangul(base.base) {
      if cell.firstMark.value == 0 {
        cell.firstMark = scalar
      } else if cell.secondMark.value == 0 {
        cell.secondMark = scalar
      } else {
        owesEllipsis = true
      }
      advance()
    }
    return cell
  }

  /// Space for tab and line ends (CR LF is one), a control picture for the other C0 controls.
  private mutating func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
    switch control {
    case "\n", "\t": return " "
    case "\r" where ahead == "\n":
      advance()
      return " "
    default: return Unicode.Scalar(0x2400 + control.value) ?? "\u{FFFD}"
    }
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    default: false
    }
  }
}

/// `⟪U+202E⟫`, scalar by scalar: what stands for a scalar that a terminal must not get.
private struct HiddenMarker {
  private var value: UInt32 = 0
  private var digits = 0
  private var step = 0
  private var end = 0

  init() {}

  init(_ scalar: Unicode.Scalar) {
    value = scalar.value
    digits = value > 0xFFFFF ? 6 : value > 0xFFFF ? 5 : 4
    end = digits + 4
  }

  mutating func next() -> Unicode.Scalar? {
    guard step < end else { return nil }
    defer { step += 1 }
    switch step {
    case 0: return "⟪"
    case 1: return "U"
    case 2: return "+"
    case digits + 3: return "⟫"
    default:
      let digit = value >> UInt32(4 * (digits + 2 - step)) & 0xF
      return Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
  }
}
