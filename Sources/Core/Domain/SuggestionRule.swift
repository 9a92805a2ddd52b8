/// How a score is suggested for a criterion: `start` less `deduction` for every open finding of a severity, never below
/// `floor`. The bureau sets it (origin `policy`); the notice has no scores. All scores in tenths.
public struct SuggestionRule: Equatable, Sendable {
  /// What is suggested when nothing was found.
  public let start: Int
  /// What one finding costs.
  public let deduction: Int
  /// The findings that count.
  public let severity: Severity
  /// The lowest suggestion.
  public let floor: Int
  /// `notice` or `policy`.
  public let origin: String
  /// Why it is so.
  public let note: String?

  /// Reads the member `suggestion` of a criterion with this maximum.
  init(_ reader: FieldReader, maximum: Int) throws(FieldError) {
    func score(_ key: String, _ usual: Int) throws(FieldError) -> Int {
      guard let number = try reader.number(key) else { return usual }
      guard let tenths = number.scaled(by: 1), (0...maximum).contains(tenths) else {
        throw FieldError(
          path: reader.path + [key], expected: .score(maximum: maximum, step: 1), found: .number(number))
      }
      return tenths
    }
    start = try score("start", maximum)
    deduction = try score("deduct", 0)
    floor = try score("floor", 0)
    let word = try reader.requiredText("per")
    guard let severity = Severity(rawValue: word) else {
      throw FieldError(
        path: reader.path + ["per"], expected: .oneOf(Severity.allCases.map(\.rawValue)), found: .string(word))
    }
    self.severity = severity
    origin = try reader.text("origin") ?? "policy"
    note = try reader.text("note")
  }
}
