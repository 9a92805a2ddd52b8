/// Makes search keys for the applications of one programme; for many, so that the programme is gone through only once.
public struct SearchKeyMaker: Sendable {
  private let units: NamePlaces
  private let scenarios: NamePlaces

  /// A maker for a programme.
  public init(_ program: Program) {
    units = NamePlaces(program.units.map(\.key))
    scenarios = NamePlaces(program.scenarios.prefix(64).map(\.code))
  }

  /// The key of a summary; make a new one when the summary or the programme changes.
  public func key(_ summary: ApplicationSummary) -> SearchKey {
    var codes: UInt64 = 0
    for code in summary.scenarios {
      if let place = scenarios.place(of: code) { codes |= 1 << UInt64(place) }
    }
    return SearchKey(summary, unit: units.place(of: summary.unit), scenarios: codes)
  }
}

/// Places of names in a list, found by a number made of their bytes and then by the bytes.
private struct NamePlaces: Sendable {
  private let names: [String]
  private let marks: [UInt64]

  init(_ names: [String]) {
    self.names = names
    marks = names.map(Self.mark)
  }

  func place(of name: String) -> Int? {
    let mark = Self.mark(name)
    return marks.indices.first { marks[$0] == mark && names[$0].hasSameBytes(as: name) }
  }

  private static func mark(_ name: String) -> UInt64 {
    Folding.withBytes(of: name) { bytes in
      bytes.prefix(64).reduce(UInt64(truncatingIfNeeded: bytes.count)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }
}
