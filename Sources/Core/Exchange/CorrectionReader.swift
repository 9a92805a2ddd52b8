/// Reads what a person types into a field that is corrected (更正), by what the field holds.
public struct CorrectionReader: Sendable {
  private let vocabulary: FormVocabulary

  /// What was typed is no value of this kind.
  public struct Refusal: Error, Equatable, Sendable {
    /// What the field holds.
    public let expected: CorrectableField.Kind
  }

  /// A reader with the words of a call.
  public init(_ vocabulary: FormVocabulary) { self.vocabulary = vocabulary }

  /// The value of `text`; a blank text is null, "unknown", never 0.
  public func read(_ text: String, as kind: CorrectableField.Kind) throws(Refusal) -> JSONValue {
    let text = Self.trimmed(text)
    if text.isEmpty { return kind == .list || kind == .scenarios ? .array([]) : .null }
    let value: JSONValue?
    switch kind {
    case .text: value = .string(text)
    case .money: value = Self.amount(AmountReader.money(text))
    case .percent: value = Self.amount(AmountReader.percentage(text))
    case .number: value = Self.number(text)
    case .date: value = Self.date(text).flatMap { $0.day == nil ? nil : .string($0.iso) }
    case .month: value = Self.date(text).flatMap { $0.month == nil ? nil : .string(String($0.iso.prefix(7))) }
    case .dateOrMonth: value = Self.date(text).flatMap { $0.month == nil ? nil : .string($0.iso) }
    case .unit:
      value =
        vocabulary.units.first { $0.key.hasSameBytes(as: text) }.map { .string($0.key) }
        ?? vocabulary.unit(named: text).map { .string($0) }
    case .scenarios: value = scenarios(text)
    case .list: value = .array(Self.items(text).map { .string($0) })
    }
    guard let value else { throw Refusal(expected: kind) }
    return value
  }

  /// A value as one line that reads back as the same value.
  public func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let truth): truth ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let list): list.map(text).joined(separator: "、")
    case .object(let object): object.members.map { $0.key + ": " + text($0.value) }.joined(separator: "; ")
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  private static func amount(_ reading: AmountReader.Reading) -> JSONValue? {
    switch reading {
    case .value(let value): value.json.map { .number($0) }
    case .none: .null
    case .unreadable: nil
    }
  }

  private static func number(_ text: String) -> JSONValue? {
    let plain = text.prefix(60).filter { !$0.isWhitespace }.map(TextFolding.narrowed).filter { $0 != "," }
    return JSONNumber(text: String(plain)).map { .number($0) }
  }

  private static func date(_ text: String) -> DateReader.Reading? {
    let found = DateReader.dates(in: text)
    return found.count == 1 ? found[0] : nil
  }

  /// Codes or names; nothing is taken when one of them is unknown.
  private func scenarios(_ text: String) -> JSONValue? {
    var codes: [JSONValue] = []
    for item in Self.items(text) {
      let key = TextFolding.bareKey(String(item.prefix(40)))
      guard
        let term = vocabulary.scenarios.first(where: {
          TextFolding.bareKey($0.key) == key || $0.keys.contains(key)
        })
      else { return nil }
      if !codes.contains(.string(term.key)) { codes.append(.string(term.key)) }
    }
    return .array(codes)
  }

  private static func items(_ text: String) -> [String] {
    text.split { "、，,；;\n|".contains($0) || $0.isWhitespace }.map(String.init)
  }
}
