/// What fills one or two columns of a terminal: a visible scalar and at most two combining marks.
public struct DisplayCell: Equatable, Sendable {
  /// The visible scalar.
  public var base: Unicode.Scalar
  /// First and second mark on it; U+0000 where there is none.
  public var firstMark: Unicode.Scalar
  /// See `firstMark`.
  public var secondMark: Unicode.Scalar
  /// Columns, 1 or 2.
  public var columns: UInt8

  /// A cell without marks.
  @inlinable
  public init(_ base: Unicode.Scalar, columns: UInt8 = 1) {
    self.base = base
    self.columns = columns
    firstMark = "\0"
    secondMark = "\0"
  }

  /// Appends the scalars of the cell to `scalars`.
  public func append(to scalars: inout String.UnicodeScalarView) {
    scalars.append(base)
    if firstMark.value != 0 { scalars.append(firstMark) }
    if secondMark.value != 0 { scalars.append(secondMark) }
  }

  /// The cell as text.
  public var text: String {
    var text = ""
    append(to: &text.unicodeScalars)
    return text
  }
}
