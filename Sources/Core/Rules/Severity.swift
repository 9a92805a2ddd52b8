/// What a finding asks of the office (审查结果). A machine result only proposes; a person confirms.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Proposes that the application is not accepted (建议不予受理).
  case reject = "REJ"
  /// Can be put right; ask the applicant or the county (需补正).
  case warning = "WARN"
  /// Only a person can judge it (需人工判断).
  case human = "HUM"
  /// Worth knowing, asks for nothing (提示).
  case information = "INFO"

  /// The most severe first.
  public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .reject: 0
    case .warning: 1
    case .human: 2
    case .information: 3
    }
  }
}
