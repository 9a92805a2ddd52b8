/// What a terminal does with one Unicode scalar, as the C library of Debian 12 sees it in C.UTF-8.
public enum ScalarKind: UInt8, Sendable {
  /// Never sent: controls, direction marks, invisible, private, unassigned.
  case hidden
  /// A space of another width or kind, sent as an ordinary space; one column.
  case blank
  /// A vowel or final of Hangul that joins the letter before it; no column of its own.
  case jamo
  /// A combining mark; no column of its own.
  case mark
  /// One column.
  case narrow
  /// Two columns.
  case wide

  /// Columns on the screen, 0 to 2; a hidden scalar has none because it is never sent.
  public var columns: Int {
    switch self {
    case .hidden, .jamo, .mark: 0
    case .blank, .narrow: 1
    case .wide: 2
    }
  }

  /// The kind of `scalar`.
  public init(of scalar: Unicode.Scalar) {
    self = Self.withPlane { ScalarKind(scalar.value, in: $0) }
  }

  /// The kind of the scalar with this value, looked up in the table that `withPlane` lends.
  @inline(__always)
  init(_ value: UInt32, in plane: UnsafeBufferPointer<UInt8>) {
    if value >= 0x20 && value < 0x7F {
      self = .narrow
    } else if value < 0x10000 {
      self = ScalarKind(rawValue: plane[Int(value)]) ?? .hidden
    } else {
      self = Self.search(value)
    }
  }

  /// Lends the table of the Basic Multilingual Plane.
  @inline(__always)
  static func withPlane<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    plane.withUnsafeBufferPointer(body)
  }

  /// One byte for each scalar of the Basic Multilingual Plane: nearly every look-up ends here.
  private static let plane: [UInt8] = {
    var kinds = [UInt8](repeating: 0, count: 0x10000)
    for (index, start) in scalarRunStarts.enumerated() where start < 0x10000 {
      let end = index + 1 < scalarRunStarts.count ? min(scalarRunStarts[index + 1], 0x10000) : 0x10000
      let kind = runKind(index).rawValue
      for value in Int(start)..<Int(end) { kinds[value] = kind }
    }
    return kinds
  }()

  private static func search(_ value: UInt32) -> ScalarKind {
    var low = 0
    var high = scalarRunStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarRunStarts[middle] <= value { low = middle } else { high = middle }
    }
    return runKind(low)
  }

  private static func runKind(_ index: Int) -> ScalarKind {
    switch scalarRunKinds.utf8Start[index] {
    case UInt8(ascii: "b"): .blank
    case UInt8(ascii: "j"): .jamo
    case UInt8(ascii: "m"): .mark
    case UInt8(ascii: "n"): .narrow
    case UInt8(ascii: "w"): .wide
    default: .hidden
    }
  }
}
