import Core

/// An application as plain lines, in the order of the form.
struct ApplicationText {
  private(set) var lines: [String] = []
  private let language: Language

  init(_ application: Application, _ program: Program, _ language: Language) {
    self.language = language
    heading(FormWords.basics)
    let summary = ApplicationSummary(application)
    line(FormWords.id, application.id)
    line(FormWords.company, summary.company)
    line(FormWords.project, summary.project)
    line(FormWords.unit, unit(application.unit, program))
    line(FormWords.received, application.received.byCity)
    line(FormWords.fillDate, application.cover.fillDate)
    company(application.company, program)
    project(application.project, program)
    metrics(application)
    investment(application.investment)
    for section in application.sections where section.heading != nil || !section.paragraphs.isEmpty {
      heading(section.heading.map { Phrase(zh: $0, en: $0) } ?? FormWords.section(section.number))
      for paragraph in section.paragraphs { lines.append("  " + display(paragraph)) }
    }
    pictures(FormWords.photos, application.photos)
    pictures(FormWords.attachments, application.attachments)
    if !application.unparsed.isEmpty {
      heading(FormWords.unparsed)
      for entry in application.unparsed { lines.append("  " + display("\(entry.path)：\(entry.text)（\(entry.why)）")) }
    }
  }

  private mutating func heading(_ title: Phrase) {
    if !lines.isEmpty { lines.append("") }
    lines.append(display(title(language)))
  }

  private mutating func line(_ label: Phrase, _ value: String?) {
    let text = value.map { display($0) } ?? FormWords.unknown(language)
    lines.append("  \(label(language))\(language == .zh ? "：" : ": ")\(text)")
  }

  private func unit(_ key: String?, _ program: Program) -> String? {
    guard let key, let unit = program.unit(key) else { return key }
    return language == .zh ? unit.name : unit.english
  }

  private mutating func company(_ company: Company, _ program: Program) {
    heading(FormWords.companyHeading)
    line(FormWords.address, company.address)
    line(FormWords.legalRepresentative, company.legalRepresentative)
    line(FormWords.county, unit(company.county, program))
    line(FormWords.registeredOn, company.registeredOn)
    line(FormWords.registeredCapital, company.registeredCapital?.text)
    line(FormWords.business, company.business)
    line(FormWords.contact, company.contact.name)
    line(FormWords.phones, company.contact.phones.isEmpty ? nil : company.contact.phones.joined(separator: "、"))
    line(FormWords.email, company.contact.email)
    for year in company.finance {
      line(
        Phrase(zh: "\(year.year) 年", en: "\(year.year)"),
        FormWords.finance(year.debtRatio?.text, year.revenue?.text, year.profit?.text)(language))
    }
  }

  private mutating func project(_ project: Project, _ program: Program) {
    heading(FormWords.projectHeading)
    let scenarios = project.scenarios.map { code in
      program.scenario(code).map { "\(code) \(language == .zh ? $0.name : $0.english)" } ?? code
    }
    line(FormWords.scenarios, (scenarios + project.otherScenarios).joined(separator: "、"))
    line(FormWords.operators, project.operators.compactMap(\.name).joined(separator: "、"))
    line(FormWords.period, project.start.flatMap { start in project.end.map { "\(start) – \($0)" } })
    line(FormWords.completedOn, project.completedOn)
    line(FormWords.overview, project.overview)
    line(FormWords.need5G, project.need5G)
    line(FormWords.effect5G, project.effect5G)
  }

  private mutating func metrics(_ application: Application) {
    heading(FormWords.metrics)
    for section in application.metrics {
      line(FormWords.metricClass(section.kind), section.text)
      for row in section.rows {
        var text = "    · \(row.name) \(row.value?.text ?? FormWords.unknown(language))\(row.unit ?? "")"
        if let baseline = row.baseline { text += FormWords.baseline(baseline.text + (row.unit ?? ""))(language) }
        lines.append(display(text))
      }
    }
  }

  private mutating func investment(_ investment: Investment) {
    heading(FormWords.investment)
    line(FormWords.total, investment.total?.text)
    line(FormWords.direct, investment.direct?.text)
    line(FormWords.intangible, investment.intangible?.text)
    line(FormWords.other, investment.other?.text)
  }

  private mutating func pictures(_ title: Phrase, _ pictures: [Application.Picture]) {
    if pictures.isEmpty { return }
    heading(title)
    for picture in pictures {
      lines.append("  " + display(picture.caption + (picture.file.map { "（\($0)）" } ?? "")))
    }
  }
}
