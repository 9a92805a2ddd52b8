/// What a rule found between a form (附件2) and its row in the county's summary table (附件3).
public enum CrossCheckFact: Equatable, Sendable {
  /// The two say different things, each in its own words.
  case differs(summary: CrossCheckSource, form: CrossCheckSource)
  /// The two name different scenarios (典型场景): those that only one of them has, by code.
  case scenariosDiffer(
    summary: CrossCheckSource, form: CrossCheckSource, onlyInSummary: [String], onlyInForm: [String])
  /// The amounts differ by 10,000: one of them is probably in 元 where 万元 is asked for.
  case unitSuspect(summary: CrossCheckSource, form: CrossCheckSource)
  /// The form names another unit (县市区) than the one that recommends it.
  case otherUnit(expected: CrossCheckSource, recommending: CrossCheckSource)
  /// The table is signed by another unit than the one, by name, that it was sent in for.
  case signedByOther(CrossCheckSource, unit: String)
  /// 序号 is not the one that counting gives; nil when the row has none.
  case wrongNumber(CrossCheckSource, found: Int?, expected: Int)
  /// 序号 that another row has too.
  case sameNumber(CrossCheckSource, number: Int, other: CrossCheckSource)
  /// A row without a form (汇总表有、未收到申报书): the application that is most like it, if one is.
  case noApplication(CrossCheckSource, nearest: CrossCheckSource?)
  /// A form without a row (有申报书、汇总表未列).
  case notInSummary(CrossCheckSource)
  /// A row that names the company and project of an earlier one.
  case sameRow(CrossCheckSource, first: CrossCheckSource)
}

/// A value and where it stands.
public struct CrossCheckSource: Equatable, Sendable {
  /// The record within the workspace, for example `summaries/rencheng.json`.
  public let file: String
  /// The field within it, dotted: `rows.2.investment`.
  public let path: String
  /// Its words, as the document has them; nil when blank.
  public let text: String?

  /// A value and where it stands.
  public init(file: String, path: String, text: String?) {
    self.file = file
    self.path = path
    self.text = text
  }
}
