import Core

/// Builds the document of an application: the form in its own order, then 二 to 七.
struct ApplicationPage {
  let application: Application
  let program: Program?
  let language: Language
  /// What the rules of the notice say of it.
  var findings: [Finding] = []
  /// What visits found, to stand beside what is claimed.
  var site: SiteRecord?

  /// The whole application.
  func whole() -> Page {
    var document = Page()
    cover(&document)
    review(&document)
    company(&document)
    project(&document)
    metrics(&document)
    endorsements(&document)
    for number in ["2", "3", "4", "5"] { section(number, &document) }
    investment(&document)
    section("6", &document)
    pictures(&document)
    section("7", &document)
    attachments(&document)
    remainder(&document)
    for finding in findings where !finding.isStanding {
      _ = document.annotate(
        finding.path, FindingWords.note(finding)(language), role: finding.severity.role, basis: clause(of: finding))
    }
    return document
  }

  /// Every finding in one place, with its clause; those that ask of every application in one line.
  private func review(_ document: inout Page) {
    guard program?.rules.isEmpty == false else { return }
    let own = findings.filter { !$0.isStanding }
    document.heading(FindingWords.heading(own)(language), path: "findings")
    if own.isEmpty { document.paragraph(FindingWords.none(language), path: "findings", role: .dim) }
    for finding in own {
      let name = FieldPathWords.name(finding.path)(language)
      document.paragraph(
        "\(FindingWords.note(finding)(language))　〔\(name)〕", path: "findings", role: finding.severity.role)
      if let clause = clause(of: finding) { document.paragraph("　　" + clause, path: "findings", role: .dim) }
    }
    var standing: [String] = []
    for finding in findings where finding.isStanding && !standing.contains(finding.rule) {
      standing.append(finding.rule)
    }
    if !standing.isEmpty {
      document.paragraph(FindingWords.standingHere(standing)(language), path: "findings", role: .dim)
    }
  }

  private func clause(of finding: Finding) -> String? {
    program?.rule(finding.rule).map { FindingWords.clause($0)(language) }
  }

  /// The parts that a criterion is judged from, in the order of its evidence paths.
  func evidence(for criterion: Criterion) -> Page {
    var document = Page()
    for path in criterion.evidence { part(path, &document) }
    return document
  }

  private func part(_ path: String, _ document: inout Page) {
    switch path {
    case "metrics": metrics(&document)
    case "company.finance": finance(&document)
    case "project.overview": text(.formOverview, application.project.overview, path, &document)
    case "project.need5G": text(.formNeed5G, application.project.need5G, path, &document)
    case "project.effect5G": text(.formEffect5G, application.project.effect5G, path, &document)
    case "project.scenarios": scenarios(&document)
    case "investment": investment(&document)
    case "photos": pictures(&document)
    case "attachments": attachments(&document)
    case "commitment": endorsements(&document)
    case "unparsed": remainder(&document)
    default:
      if path.hasPrefix("sections.") {
        section(String(path.dropFirst(9)), &document)
      } else if path.hasPrefix("metrics."), let kind = MetricClass(rawValue: String(path.dropFirst(8))) {
        metric(kind, &document)
      }
    }
  }

  private func text(_ label: Phrase, _ value: String?, _ path: String, _ document: inout Page) {
    document.heading(label(language), level: 2, path: path)
    if let value { document.paragraph(value, path: path) } else { document.paragraph("—", path: path, role: .dim) }
  }

  private func cover(_ document: inout Page) {
    document.heading(Phrase.formCover(language), path: "cover")
    document.field(Phrase.formID(language), application.id, path: "id")
    document.field(Phrase.formApplicant(language), application.cover.applicant, path: "cover.applicant")
    document.field(Phrase.formProjectName(language), application.cover.projectName, path: "cover.projectName")
    document.field(Phrase.formFillDate(language), application.cover.fillDate, path: "cover.fillDate")
    document.field(Phrase.formReceived(language), application.received.byCity, path: "received.byCity")
    document.field(Phrase.formSource(language), application.source.file, path: "source.file")
  }

  private func company(_ document: inout Page) {
    let company = application.company
    document.heading(Phrase.formCompany(language), path: "company")
    document.field(Phrase.formCompanyName(language), company.name, path: "company.name")
    document.field(Phrase.formAddress(language), company.address, path: "company.address")
    document.field(Phrase.formLegal(language), company.legalRepresentative, path: "company.legalRepresentative")
    document.field(Phrase.formCounty(language), company.county.map(unit), path: "company.county")
    document.field(Phrase.formRegistered(language), company.registeredOn, path: "company.registeredOn")
    document.field(
      Phrase.formCapital(language), company.registeredCapital.map { Figures.money($0) + Phrase.moneyUnit(language) },
      path: "company.registeredCapital")
    document.field(Phrase.formContact(language), company.contact.name, path: "company.contact.name")
    document.field(
      Phrase.formPhone(language), company.contact.phones.isEmpty ? nil : company.contact.phones.joined(separator: "、"),
      path: "company.contact.phones")
    document.field(Phrase.formEmail(language), company.contact.email, path: "company.contact.email")
    document.field(Phrase.formFax(language), company.contact.fax, path: "company.contact.fax")
    document.field(Phrase.formBusiness(language), company.business, path: "company.business")
    finance(&document)
  }

  private func finance(_ document: inout Page) {
    document.heading(Phrase.formFinance(language), level: 2, path: "company.finance")
    for year in application.company.finance {
      let parts = [
        Phrase.formDebtRatio(language) + " " + (year.debtRatio.map { $0.text + "%" } ?? "—"),
        Phrase.formRevenue(language) + " "
          + (year.revenue.map { Figures.money($0) + Phrase.moneyUnit(language) } ?? "—"),
        Phrase.formProfit(language) + " " + (year.profit.map { Figures.money($0) + Phrase.moneyUnit(language) } ?? "—"),
      ]
      document.field(String(year.year), parts.joined(separator: "   "), path: "company.finance")
    }
  }

  private func scenarios(_ document: inout Page) {
    let project = application.project
    let names = project.scenarios.map { code in
      let name = program?.scenario(code).map { language == .zh ? $0.name : $0.english }
      return name.map { "\(code) \($0)" } ?? code
    }
    document.field(
      Phrase.columnScenarios(language), names.isEmpty ? nil : (names + project.otherScenarios).joined(separator: "；"),
      path: "project.scenarios")
  }

  private func project(_ document: inout Page) {
    let project = application.project
    document.heading(Phrase.formProject(language), path: "project")
    document.field(Phrase.formProjectName(language), project.name, path: "project.name")
    scenarios(&document)
    for partner in project.operators {
      let parts = [partner.name, partner.contact, partner.phones.isEmpty ? nil : partner.phones.joined(separator: "、")]
      document.field(
        Phrase.formOperator(language), parts.compactMap { $0 }.joined(separator: "  "), path: "project.operators")
    }
    document.field(
      Phrase.formPeriod(language), "\(project.start ?? "—") – \(project.end ?? "—")", path: "project.start")
    text(.formOverview, project.overview, "project.overview", &document)
    text(.formNeed5G, project.need5G, "project.need5G", &document)
    text(.formEffect5G, project.effect5G, "project.effect5G", &document)
  }

  private func metrics(_ document: inout Page) {
    document.heading(Phrase.formMetrics(language), path: "metrics")
    for kind in MetricClass.allCases { metric(kind, &document) }
  }

  private func metric(_ kind: MetricClass, _ document: inout Page) {
    let section = application.section(kind)
    document.heading(Phrase.metricClass(kind)(language), level: 2, path: "metrics.\(kind.rawValue)")
    if let text = section.text {
      document.paragraph(text, path: "metrics.\(kind.rawValue)")
    } else {
      document.paragraph("—", path: "metrics.\(kind.rawValue)", role: .dim)
    }
    for row in section.rows {
      let path = "metrics.\(kind.rawValue)"
      document.field("· " + row.name, MetricText.value(row, language), path: path, role: .accent)
      for finding in site?.findings(on: row.id) ?? [] {
        TrailPage.append(finding, of: row, language, to: &document, path: path)
      }
    }
  }

  private func endorsements(_ document: inout Page) {
    document.heading(Phrase.formCommitment(language), path: "commitment")
    document.field(Phrase.formSealed(language), seal(application.commitment.sealed), path: "commitment.sealed")
    document.field(Phrase.formDate(language), application.commitment.date, path: "commitment.date")
    document.field(Phrase.formCountyOpinion(language), application.countyOpinion.text, path: "countyOpinion.text")
    document.field(Phrase.formSealed(language), seal(application.countyOpinion.sealed), path: "countyOpinion.sealed")
    document.field(Phrase.formDate(language), application.countyOpinion.date, path: "countyOpinion.date")
  }

  private func seal(_ sealed: Bool?) -> String? {
    sealed.map { ($0 ? Phrase.yes : Phrase.no)(language) }
  }

  private func section(_ number: String, _ document: inout Page) {
    guard let section = application.sections.first(where: { $0.number == number }) else { return }
    let path = "sections.\(number)"
    document.heading(section.heading ?? Phrase.sectionMissing(number)(language), path: path)
    if section.paragraphs.isEmpty { document.paragraph("—", path: path, role: .dim) }
    for paragraph in section.paragraphs { document.paragraph("　　" + paragraph, path: path) }
  }

  private func investment(_ document: inout Page) {
    let investment = application.investment
    document.heading(Phrase.formInvestment(language), level: 2, path: "investment")
    func money(_ number: JSONNumber?) -> String? { number.map { Figures.money($0) + Phrase.moneyUnit(language) } }
    document.field(Phrase.investmentTotal(language), money(investment.total), path: "investment.total", role: .strong)
    document.field(Phrase.investmentDirect(language), money(investment.direct), path: "investment.direct")
    document.field(Phrase.investmentIntangible(language), money(investment.intangible), path: "investment.intangible")
    document.field(Phrase.investmentOther(language), money(investment.other), path: "investment.other")
    for source in investment.sources {
      document.field(
        Phrase.investmentSource(language) + " " + source.name, money(source.amount), path: "investment.sources")
    }
    for item in investment.items {
      let value = [item.quantity, money(item.amount)].compactMap { $0 }.joined(separator: "  ")
      document.field("· " + item.name, value.isEmpty ? nil : value, path: "investment.items")
    }
  }

  private func pictures(_ document: inout Page) {
    document.heading(Phrase.formPhotos(language), level: 2, path: "photos")
    if application.photos.isEmpty { document.paragraph("—", path: "photos", role: .dim) }
    for (index, photo) in application.photos.enumerated() {
      document.field("\(index + 1). \(photo.caption)", photo.file ?? Phrase.noFile(language), path: "photos")
    }
  }

  private func attachments(_ document: inout Page) {
    document.heading(Phrase.formAttachments(language), level: 2, path: "attachments")
    if application.attachments.isEmpty { document.paragraph("—", path: "attachments", role: .dim) }
    for (index, entry) in application.attachments.enumerated() {
      document.field("\(index + 1). \(entry.caption)", entry.file ?? Phrase.noFile(language), path: "attachments")
    }
  }

  private func remainder(_ document: inout Page) {
    if !application.extra.isEmpty {
      document.heading(Phrase.formExtra(language), path: "extra")
      for row in application.extra { document.field(row.label, row.text, path: "extra") }
    }
    document.heading(Phrase.formUnparsed(language), path: "unparsed")
    if application.unparsed.isEmpty {
      document.paragraph(Phrase.nothingUnparsed(language), path: "unparsed", role: .dim)
    }
    for entry in application.unparsed {
      document.field(entry.path, "\(entry.text)  (\(entry.why))", path: "unparsed", role: .warning)
    }
    if !application.raw.isEmpty {
      document.heading(Phrase.formRaw(language), level: 2, path: "raw")
      for entry in application.raw { document.field(entry.label, entry.text, path: "raw") }
    }
  }

  private func unit(_ key: String) -> String {
    guard let unit = program?.unit(key) else { return key }
    return language == .zh ? unit.name : unit.english
  }
}

/// A metric's value as one line.
enum MetricText {
  /// A figure with at most two decimals.
  static func short(_ value: Double) -> String {
    guard abs(value) < 1e13, let rounded = DecimalValue(mantissa: Int((value * 100).rounded()), places: 2) else {
      return String(value)
    }
    return rounded.text
  }

  /// Value with comparator, unit and baseline: `4.6 → 1.3 %`.
  static func value(_ metric: Metric, _ language: Language) -> String {
    guard let value = metric.value else { return Phrase.unrecognised(language) + "  " + (metric.source?.text ?? "") }
    let sign: String
    switch metric.comparator {
    case ">=": sign = "≥"
    case "<=": sign = "≤"
    case "~": sign = Phrase.about(language)
    default: sign = ""
    }
    let unit = metric.unit.map { " " + $0 } ?? ""
    let baseline = metric.baseline.map { $0.text + " → " } ?? ""
    return baseline + sign + value.text + unit
  }
}

extension Severity {
  /// How a finding of this severity is painted.
  var role: Role {
    switch self {
    case .reject: .error
    case .warning: .warning
    case .human: .accent
    case .information: .dim
    }
  }
}
