/// One application under examination: its facts, the call's limits, and the findings so far.
struct FormCheck {
  let application: Application
  let program: Program
  let limits: RuleLimits
  private(set) var findings: [Finding] = []

  init(_ application: Application, program: Program, limits: RuleLimits) {
    self.application = application
    self.program = program
    self.limits = limits
  }

  /// Notes a breach. `severity` is for breaches that are milder than the rule's own.
  mutating func add(
    _ rule: String, _ severity: Severity? = nil, at path: String, _ fact: FormFact, isStanding: Bool = false
  ) {
    guard let usual = RuleBook.severity(of: rule, in: program) else { return }
    findings.append(
      Finding(
        rule: rule, severity: severity ?? usual, unit: application.unit, application: application.id, path: path,
        fact: .form(fact), isStanding: isStanding))
  }

  /// Notes what a person must judge of every application.
  mutating func stand(_ rule: String, _ severity: Severity = .human, at path: String, _ judgement: FormFact.Judgement) {
    add(rule, severity, at: path, .judge(judgement), isStanding: true)
  }

  /// The words of a field that could not be read; nil when it was read, or holds but a stroke for "none".
  func unread(_ path: String) -> String? {
    for entry in application.unparsed where entry.path.hasSameBytes(as: path) {
      if !AmountReader.isNothing(entry.text) { return entry.text }
    }
    return nil
  }

  /// The form's own words of a field, where reading changed them.
  func words(_ path: String) -> String? {
    application.raw.first { $0.label.hasSameBytes(as: path) }?.text
  }

  /// Whether a text is there; if not, the rule notes it as blank, or as not understood.
  @discardableResult
  mutating func require(_ text: String?, _ rule: String, at path: String, _ severity: Severity? = nil) -> Bool {
    if let text, !AmountReader.isNothing(text) { return true }
    requireRead(rule, at: path, severity)
    return false
  }

  /// Notes a field without a value as blank, or as not understood.
  mutating func requireRead(_ rule: String, at path: String, _ severity: Severity? = nil) {
    if let words = unread(path) {
      add(rule, .human, at: path, .notUnderstood(words))
    } else {
      add(rule, severity, at: path, .blank)
    }
  }
}
