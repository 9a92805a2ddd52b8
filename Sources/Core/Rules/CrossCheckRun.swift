/// One run of the cross-checks over one county.
struct CrossCheckRun {
  let summary: CountySummary
  let applications: [Application]
  private let program: Program
  private let vocabulary: FormVocabulary
  private let pairing: CrossCheckPairing
  private(set) var findings: [Finding] = []

  init(summary: CountySummary, applications: [Application], program: Program) {
    self.summary = summary
    self.applications = applications
    self.program = program
    vocabulary = FormVocabulary(program: program)
    pairing = CrossCheckPairing(rows: summary.rows, applications: applications)
  }

  // MARK: - Sources

  private var summaryFile: String { "summaries/\(summary.unit).json" }

  static func file(_ application: Application) -> String { "applications/\(application.id).json" }

  private func source(_ row: Int, _ field: String, _ text: String?) -> CrossCheckSource {
    CrossCheckSource(file: summaryFile, path: "rows.\(row).\(field)", text: text)
  }

  private func source(_ application: Application, _ path: String, _ text: String?) -> CrossCheckSource {
    CrossCheckSource(file: Self.file(application), path: path, text: text)
  }

  private mutating func add(
    _ rule: String, _ special: Severity?, _ application: Application?, _ path: String, _ fact: CrossCheckFact
  ) {
    guard let severity = RuleBook.severity(of: rule, in: program) else { return }
    findings.append(
      Finding(
        rule: rule, severity: special ?? severity, unit: summary.unit, application: application?.id, path: path,
        fact: .crossCheck(fact)))
  }

  /// Company and project of a row, for naming it.
  private func name(_ row: Int) -> String {
    [summary.rows[row].company, summary.rows[row].projectName].compactMap { $0 }.joined(separator: " / ")
  }

  // MARK: - R29, R34

  /// Signed by another unit: the table may lie in the wrong folder.
  mutating func checkBureau() {
    guard let bureau = summary.bureau, let unit = vocabulary.unit(named: bureau), !unit.hasSameBytes(as: summary.unit)
    else { return }
    add(
      "R29", .human, nil, "bureau",
      .signedByOther(
        CrossCheckSource(file: summaryFile, path: "bureau", text: bureau),
        unit: program.unit(summary.unit)?.name ?? summary.unit))
  }

  /// 序号 counts 1..n; a cell over two rows counts once, and a table without any numbers is a single finding.
  mutating func checkNumbers() {
    let rows = summary.rows.indices.filter { !summary.rows[$0].continues.contains(SummaryField.seq.rawValue) }
    var seen: [Int: Int] = [:]
    var expected = 0
    for row in rows {
      expected += 1
      let found = summary.rows[row].seq
      let words = summary.rows[row].words(SummaryField.seq.rawValue)
      let place = source(row, "seq", words ?? found.map { String($0) })
      if let found, let first = seen[found] {
        add(
          "R34", nil, nil, "rows.\(row).seq",
          .sameNumber(place, number: found, other: source(first, "seq", String(found))))
      } else if found != expected {
        add("R34", nil, nil, "rows.\(row).seq", .wrongNumber(place, found: found, expected: expected))
        // The rows behind a gap are told once, by the row where counting breaks.
        if let found, found > 0, found < 100_000 { expected = found }
      }
      if let found, seen[found] == nil { seen[found] = row }
    }
  }

  // MARK: - R35 and the pairs

  mutating func checkRows() {
    for (row, first) in pairing.duplicates {
      let application = pairing.pairs.first { $0.row == first }.map { applications[$0.application] }
      add(
        "R35", nil, application, "rows.\(row)",
        .sameRow(source(row, "company", name(row)), first: source(first, "company", name(first))))
    }
    for row in pairing.rows {
      let nearest = pairing.nearest(to: summary.rows[row], among: applications).map { applications[$0] }
      add(
        "R35", nil, nil, "rows.\(row)",
        .noApplication(
          source(row, "company", name(row)), nearest: nearest.map { source($0, "company.name", $0.company.name) }))
    }
    for index in pairing.applications {
      let application = applications[index]
      let name = [application.company.name, application.project.name].compactMap { $0 }.joined(separator: " / ")
      add("R35", nil, application, "company.name", .notInSummary(source(application, "company.name", name)))
    }
    for pair in pairing.pairs { check(pair) }
  }

  private mutating func check(_ pair: CrossCheckPairing.Pair) {
    let application = applications[pair.application]
    let row = summary.rows[pair.row]
    checkNames(pair, row, application)
    checkCompletion(pair.row, row, application)
    checkInvestment(pair.row, row, application)
    checkContact(pair.row, row, application)
    checkScenarios(pair.row, row, application)
  }

  // MARK: - R30 to R33

  private mutating func checkNames(_ pair: CrossCheckPairing.Pair, _ row: CountySummary.Row, _ application: Application)
  {
    func differ(_ a: String?, _ b: String?) -> Bool {
      let (left, right) = (CrossCheckPairing.folded(a), CrossCheckPairing.folded(b))
      return !left.isEmpty && !right.isEmpty && !left.utf8.elementsEqual(right.utf8)
    }
    if differ(row.company, application.company.name) {
      add(
        "R32", nil, application, "company.name",
        .differs(
          summary: source(pair.row, "company", row.company),
          form: source(application, "company.name", application.company.name)))
    }
    if differ(row.projectName, application.project.name) {
      add(
        "R32", nil, application, "project.name",
        .differs(
          summary: source(pair.row, "projectName", row.projectName),
          form: source(application, "project.name", application.project.name)))
    }
  }

  /// By the month: the form asks for no day. 竣工时间 of the form counts before the end of its period.
  private mutating func checkCompletion(_ index: Int, _ row: CountySummary.Row, _ application: Application) {
    let path =
      application.project.end != nil || application.project.completedOn == nil ? "project.end" : "project.completedOn"
    guard let form = application.project.end ?? application.project.completedOn else { return }
    // What the words of the cell can mean: 2022.1 of a spreadsheet is January or October, 五月 is of any year.
    let words = row.words(SummaryField.completed.rawValue)
    let possible = row.completed.map { [$0] } ?? words.map { SummaryDate($0, isNumber: true).possible } ?? []
    guard !possible.isEmpty else { return }
    let others = [form, application.project.completedOn].compactMap { $0 }
    let isSame = possible.contains { summary in others.contains { Self.sameMonth(summary, $0) } }
    guard !isSame else { return }
    add(
      "R30", nil, application, path,
      .differs(
        summary: source(index, "completed", row.completed ?? words), form: source(application, path, form)))
  }

  private static func sameMonth(_ a: String, _ b: String) -> Bool {
    // `-05` is May of any year, `2022` any month of the year.
    if a.hasPrefix("-") { return b.dropFirst(4).prefix(3) == a }
    let length = min(7, a.utf8.count, b.utf8.count)
    return a.utf8.prefix(length).elementsEqual(b.utf8.prefix(length))
  }

  private mutating func checkInvestment(_ index: Int, _ row: CountySummary.Row, _ application: Application) {
    guard let summaryValue = row.investment.flatMap({ DecimalValue($0) }),
      let (form, path) = Self.total(application.investment)
    else { return }
    let left = source(index, "investment", row.words(SummaryField.investment.rawValue) ?? summaryValue.text)
    let right = source(application, path, form.text)
    if let difference = form.negated.flatMap({ summaryValue.plus($0) }),
      difference <= Self.tolerance, Self.tolerance.negated.map({ difference >= $0 }) ?? false
    {
      return
    }
    if Self.isOutOfScale(summaryValue, form) {
      add("R31", .human, application, path, .unitSuspect(summary: left, form: right))
    } else {
      add("R31", nil, application, path, .differs(summary: left, form: right))
    }
  }

  /// 0.01 万元.
  private static let tolerance = DecimalValue(mantissa: 1, places: 2) ?? DecimalValue(0)

  /// Whether one amount is 10,000 times the other, give or take 1 %.
  private static func isOutOfScale(_ a: DecimalValue, _ b: DecimalValue) -> Bool {
    let (low, high) = (min(a.double, b.double), max(a.double, b.double))
    guard low > 0 else { return false }
    return abs(high / low / 10_000 - 1) <= 0.01
  }

  /// The total of 五, or the sum of its three parts where no total is given.
  private static func total(_ investment: Investment) -> (DecimalValue, String)? {
    if let total = investment.total.flatMap({ DecimalValue($0) }) { return (total, "investment.total") }
    let parts = [investment.direct, investment.intangible, investment.other].compactMap {
      $0.flatMap { DecimalValue($0) }
    }
    guard let first = parts.first else { return nil }
    var sum = first
    for part in parts.dropFirst() {
      guard let next = sum.plus(part) else { return nil }
      sum = next
    }
    return (sum, "investment")
  }

  private mutating func checkContact(_ index: Int, _ row: CountySummary.Row, _ application: Application) {
    let contact = application.company.contact
    let cell = row.words(SummaryField.contactAndPhones.rawValue)
    let names = Self.people(row.contact)
    if !names.isEmpty, let form = contact.name, Self.people(form).isDisjoint(with: names) {
      add(
        "R33", nil, application, "company.contact.name",
        .differs(
          summary: source(index, "contact", row.contact ?? cell),
          form: source(application, "company.contact.name", form)))
    }
    let numbers = Set(row.phones.map(Self.digits))
    let known = Set(contact.phones.map(Self.digits))
    if !numbers.isEmpty, !known.isEmpty, numbers.isDisjoint(with: known) {
      add(
        "R33", nil, application, "company.contact.phones",
        .differs(
          summary: source(index, "phones", row.phones.joined(separator: "、")),
          form: source(application, "company.contact.phones", contact.phones.joined(separator: "、"))))
    }
  }

  /// Several people in one cell; titles in brackets are no part of a name.
  private static func people(_ text: String?) -> Set<String> {
    guard let text, !AmountReader.isNothing(text) else { return [] }
    let plain = String(text.prefix(200).map(TextFolding.narrowed))
    let words = FormTemplate.withoutBrackets(plain).split { "、,;/".contains($0) }
    return Set(
      words.map { word in
        var key = TextFolding.key(String(word))
        for title in ["先生", "女士", "经理", "主任", "科长", "总工", "部长", "工程师"]
        where key.hasSuffix(title) && key.count > title.count + 1 {
          key = String(key.dropLast(title.count))
        }
        return key
      }.filter { !$0.isEmpty })
  }

  /// Digits of a number; the code of the country and a zero in front of the area code do not matter.
  private static func digits(_ phone: String) -> String {
    var digits = String(phone.filter { $0.isASCII && $0.isWholeNumber })
    if digits.hasPrefix("86"), digits.count > 11 { digits = String(digits.dropFirst(2)) }
    return String(digits.drop { $0 == "0" })
  }

  // MARK: - Scenarios

  private mutating func checkScenarios(_ index: Int, _ row: CountySummary.Row, _ application: Application) {
    let (left, right) = (row.scenarios, application.project.scenarios)
    guard !left.isEmpty, !right.isEmpty, Set(left) != Set(right) else { return }
    add(
      "R22", .human, application, "project.scenarios",
      .scenariosDiffer(
        summary: source(index, "scenarios", names(left)),
        form: source(application, "project.scenarios", names(right)),
        onlyInSummary: left.filter { !right.contains($0) }, onlyInForm: right.filter { !left.contains($0) }))
  }

  private func names(_ codes: [String]) -> String {
    codes.map { program.scenario($0)?.name ?? $0 }.joined(separator: "、")
  }
}
