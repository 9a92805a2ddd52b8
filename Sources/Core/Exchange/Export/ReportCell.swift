/// One value of a report. What is missing is blank, never 0.
public enum ReportCell: Equatable, Sendable {
  /// Nothing is known.
  case blank
  /// Text as it stands in a record.
  case text(String)
  /// A number; never text that looks like one.
  case number(JSONNumber)
  /// A word that the program has for something; its words are made at the edge.
  case term(ReportTerm)
  /// Several values in one cell.
  case list([ReportCell])

  static func text(_ text: String?) -> ReportCell { text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank }
  static func number(_ number: JSONNumber?) -> ReportCell { number.map { .number($0) } ?? .blank }
  static func tenths(_ tenths: Int?) -> ReportCell { tenths.map { .number(JSONNumber(tenths: $0)) } ?? .blank }
  static func hundredths(_ value: Int?) -> ReportCell { value.map { .number(JSONNumber(hundredths: $0)) } ?? .blank }
  static func count(_ count: Int?) -> ReportCell { count.map { .number(JSONNumber($0)) } ?? .blank }
  static func term(_ term: ReportTerm?) -> ReportCell { term.map { .term($0) } ?? .blank }
  static func texts(_ texts: [String]) -> ReportCell {
    let filled = texts.filter { !$0.isEmpty }
    return filled.isEmpty ? .blank : .list(filled.map { .text($0) })
  }
}

/// Something that the program has a word for.
public enum ReportTerm: Equatable, Sendable {
  case stage(Stage)
  case severity(Severity)
  case state(Review.State)
  case recommendation(Review.Recommendation)
  case declaration(Declaration.Ground?)
  case answer(Inspection.Answer)
  case verdict(Inspection.Verdict)
  case visitState(Inspection.State)
  case band(MetricBand)
  case word(Inspection.MetricRow.Word)
  case metricClass(MetricClass)
  case direction(Metric.Direction)
  case role(PersonRole)
  case inspectorRole(Inspection.Inspector.Role)
  case standing(OpenFix.Standing)
  case level(Inspection.Problem.Level)
  case finding(Finding)
  case path(String)
  case truth(Bool)
  /// The words of the call in both languages.
  case words(Program.Words)
  /// The name of a recommending unit.
  case unit(Program.Unit)
  /// The name of a scenario.
  case scenario(Program.Scenario)
  /// A kind of file in the list of the archive, by the name of its folder.
  case folder(String)
  /// What a person did, by the word in the journal.
  case act(String)
  /// Put right and re-checked.
  case fixed
  /// Whether an application is proposed.
  case proposal(Proposal)
  /// Why it is proposed, or why not.
  case reason(Proposal.Reason)
  /// 需合议.
  case borderline
  /// Why a sheet does not count.
  case exclusion(ApplicationPanel.Exclusion)
  /// What became of a sheet that counts.
  case fate(Aggregation.Fate)
}
