/// One machine-checkable rule of the call, as `program.json` holds it.
///
/// A rule that a bureau takes out of its `rules` is not applied.
public struct Rule: Equatable, Sendable {
  /// `R01` to `R43`.
  public let id: String
  /// The notice's own words; parts that stand apart in a form are divided by a space.
  public let clause: String
  /// Where the clause stands, for example `附件1 项目申报`.
  public let source: String
  /// What a plain breach asks for. A breach that only a person can see for sure is milder.
  public let severity: Severity
  /// A short name.
  public let title: Program.Words
  /// The field that the rule speaks of, dotted; nil for a rule about a county's papers.
  public let path: String?
  /// Names of the city and the province of the call, for telling addresses inside from those outside.
  public let places: Places

  /// Names of the place that the call is for.
  public struct Places: Equatable, Sendable {
    /// Names of the city: 济宁市, 济宁.
    public let city: [String]
    /// Names of its province: 山东省, 山东.
    public let province: [String]
  }

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.requiredText("id")
    clause = try reader.text("clause") ?? ""
    source = try reader.text("source") ?? ""
    let word = try reader.requiredText("severity")
    guard let severity = Severity(rawValue: word) else {
      throw FieldError(
        path: reader.path + ["severity"], expected: .oneOf(Severity.allCases.map(\.rawValue)), found: .string(word))
    }
    self.severity = severity
    title = try Program.words(reader.object("title"))
    path = try reader.text("path")
    let places = try reader.object("places")
    self.places = Places(city: try places.texts("city"), province: try places.texts("province"))
  }
}

extension Program {
  /// The rule with this id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id.utf8.elementsEqual(id.utf8) } }
}
