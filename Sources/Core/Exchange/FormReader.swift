/// Reads the form (附件2) out of a Word document. Labels are found by their words, wherever they stand; what cannot be
/// understood stays as words and is listed.
struct FormReader {
  private let vocabulary: FormVocabulary
  private var table = FormTable()
  private var reading = FormReading()

  /// Reads `document`; throws `notAForm` when too few labels of the form are in it.
  static func read(_ document: DocxDocument, vocabulary: FormVocabulary) throws(ImportRefusal) -> FormReading {
    var reader = FormReader(vocabulary: vocabulary)
    let sections = FormSections(document)
    for table in sections.tables { reader.table.read(table) }
    guard reader.table.labels >= 6 else { throw .notAForm }
    reader.readCover(sections.cover)
    reader.readCompany()
    reader.readFinance()
    reader.readProject()
    reader.readMetrics()
    reader.readEndorsements()
    reader.readSections(sections)
    reader.reading.extra += reader.table.extra
    if document.hasHiddenText { reader.reading.miss("", "", "hidden text was left out") }
    if document.hasForeignText { reader.reading.miss("", "", "an embedded document was left out") }
    return reader.reading
  }

  private init(vocabulary: FormVocabulary) { self.vocabulary = vocabulary }

  // MARK: - Cover and company

  private mutating func readCover(_ blocks: [DocxBlock]) {
    let cover = CoverReader(blocks, projectName: text(.projectName) ?? "")
    reading.applicant = cover.applicant ?? text(.applicant)
    reading.coverProject = cover.projectName
    if let date = cover.fillDate ?? text(.fillDate) {
      reading.fillDate = self.date(date, path: "cover.fillDate")
    }
  }

  private mutating func readCompany() {
    reading.companyName = text(.companyName) ?? text(.applicant)
    reading.address = text(.address)
    reading.legalRepresentative = text(.legalRepresentative)
    if let county = text(.county) {
      reading.county = vocabulary.unit(named: county)
      if reading.county == nil { reading.miss("company.county", county, "no unit of the call") }
      reading.note("company.county", raw: county, unless: nil)
    }
    if let registered = text(.registeredOn) { reading.registeredOn = date(registered, path: "company.registeredOn") }
    if let capital = text(.registeredCapital) {
      let unit = table.values[.registeredCapital]?.unit ?? "万元"
      reading.registeredCapital = amount(
        AmountReader.money(capital, unit: unit), capital, path: "company.registeredCapital")
    }
    reading.business = text(.business)
    let person = person(table.values, name: .contact, phone: .phone, both: .contactAndPhone, path: "company.contact")
    reading.contact = person.name
    reading.phones = person.phones
    if let email = text(.email) {
      let plain = EmailReader.address(in: email)
      reading.email = plain
      reading.note("company.contact.email", raw: email, unless: plain)
      if plain.count(where: { $0 == "@" }) != 1 { reading.miss("company.contact.email", email, "not an address") }
    }
    reading.fax = text(.fax)
  }

  private mutating func readFinance() {
    for year in table.finance.years.sorted() {
      let cells = table.finance.cells[year] ?? [:]
      let path = "company.finance.\(year)."
      var entry = FormReading.Year(year: year)
      if let cell = cells[.debtRatio] {
        entry.debtRatio = amount(AmountReader.percentage(cell.text), cell.text, path: path + "debtRatio")
      }
      if let cell = cells[.revenue] {
        entry.revenue = amount(
          AmountReader.money(cell.text, unit: cell.unit ?? "万元"), cell.text, path: path + "revenue")
      }
      if let cell = cells[.profit] {
        entry.profit = amount(
          AmountReader.money(cell.text, unit: cell.unit ?? "万元"), cell.text, path: path + "profit")
      }
      reading.finance.append(entry)
    }
  }

  // MARK: - Project

  private mutating func readProject() {
    reading.projectName = text(.projectName)
    if let words = longText(.scenarios) {
      let found = ScenarioReader(vocabulary).read(words, runs: table.values[.scenarios]?.runs ?? [])
      reading.scenarios = found.codes
      reading.otherScenarios = found.others
      if found.isByFormat { reading.miss("project.scenarios", words, "chosen by format only") }
      if found.isUnmarked { reading.miss("project.scenarios", words, "nothing in the list is marked") }
      if !found.codes.isEmpty || !found.others.isEmpty { reading.note("project.scenarios", raw: words, unless: nil) }
    }
    for (index, values) in table.operators.enumerated() {
      let person = person(
        values, name: .operatorContact, phone: .operatorPhone, both: .operatorContactAndPhone,
        path: "project.operators.\(index)")
      let name = text(.operatorName, in: values) ?? text(.operators, in: values)
      if name != nil || person.name != nil || !person.phones.isEmpty {
        reading.operators.append(FormReading.Operator(name: name, contact: person.name, phones: person.phones))
      }
    }
    readPeriod()
    reading.overview = longText(.overview)
    reading.need5G = longText(.need5G)
    reading.effect5G = longText(.effect5G)
  }

  private mutating func readPeriod() {
    if let period = text(.period) {
      let found = DateReader.period(in: period)
      reading.start = found.start
      reading.end = found.end
      let isPrinted = !period.contains(where: { $0.isWholeNumber || ChineseNumber.digit($0) != nil })
      if !isPrinted {
        reading.note("project.period", raw: period, unless: nil)
        if found.start == nil { reading.miss("project.start", period, "no month") }
        if found.end == nil { reading.miss("project.end", period, "no month") }
      }
    }
    if reading.start == nil, let start = text(.periodStart) { reading.start = month(start, path: "project.start") }
    if let done = text(.completedOn) {
      reading.completedOn = date(done, path: "project.completedOn", allowsMonth: true)
    }
    if reading.end == nil {
      if let end = text(.periodEnd) {
        reading.end = month(end, path: "project.end")
      } else if reading.start != nil, let done = reading.completedOn {
        reading.end = String(done.prefix(7))
      }
    }
  }

  private mutating func month(_ text: String, path: String) -> String? {
    date(text, path: path, allowsMonth: true).map { String($0.prefix(7)) }
  }

  /// A person and the numbers, out of two cells or one.
  private mutating func person(
    _ values: [FormField: FormTable.Value], name: FormField, phone: FormField, both: FormField, path: String
  ) -> (name: String?, phones: [String]) {
    var who = text(name, in: values)
    var numbers = phones(text(phone, in: values), path: path + ".phones")
    let paths = path.hasSuffix("contact") ? path + ".name" : path + ".contact"
    for words in [text(both, in: values), who].compactMap({ $0 }) {
      guard let parts = PhoneReader.person(in: words) else { continue }
      reading.note(paths, raw: words, unless: nil)
      if who == nil || who?.contains(where: \.isWholeNumber) ?? false { who = parts.name }
      if numbers.isEmpty { numbers = parts.phones }
    }
    if let words = text(both, in: values), numbers.isEmpty {
      numbers = PhoneReader.phones(in: words).phones
      if numbers.isEmpty { reading.miss(path + ".phones", words, "not only telephone numbers") }
      if numbers.isEmpty, who == nil { who = words }
    }
    return (who, numbers)
  }

  private mutating func readMetrics() {
    let reader = MetricReader(names: vocabulary.metricNames)
    var number = 1
    for kind in MetricClass.allCases {
      let value = table.values[.metrics(kind)]
      let tables = value?.tables ?? []
      var text = longText(.metrics(kind))
      if let words = text, !tables.isEmpty {
        text = Self.withoutPointer(words)
        reading.note("metrics.\(kind.rawValue).text", raw: words, unless: text)
      }
      var rows = text.map { reader.rows(in: $0, firstNumber: number) } ?? []
      for table in tables { rows = reader.adding(table.texts, to: rows, firstNumber: number) }
      for number in text.map({ reader.unread(in: $0) }) ?? [] {
        let words = String((text ?? "").dropFirst(number.start).prefix(min(number.length, 60)))
        reading.miss("metrics.\(kind.rawValue)", words, number.reason.words)
      }
      number += rows.count
      reading.metrics.append(
        FormReading.MetricCell(kind: kind, text: text, rows: rows, table: tables.flatMap(\.texts)))
    }
  }

  /// Without 具体见下表： at the end, which points to a table.
  private static func withoutPointer(_ text: String) -> String? {
    var lines = text.split(separator: "\n").map(String.init)
    guard var last = lines.popLast() else { return nil }
    let words = ["下表", "附表", "见表", "如表", "下列表格"]
    if let cut = last.dropLast().lastIndex(where: { "。；;".contains($0) }) {
      let tail = String(last[last.index(after: cut)...])
      if tail.count <= 20, words.contains(where: tail.contains) { last = String(last[...cut]) }
    } else if last.count <= 20, words.contains(where: last.contains) {
      last = ""
    }
    if !last.isEmpty { lines.append(last) }
    let joined = lines.joined(separator: "\n")
    return joined.isEmpty ? nil : joined
  }

  // MARK: - Endorsements

  private mutating func readEndorsements() {
    let commitment = table.values[.commitment]?.text ?? ""
    reading.commitmentDate = lastDate(commitment, path: "commitment.date")
    let words = table.values[.countyOpinion]?.text ?? ""
    reading.countyDate = lastDate(words, path: "countyOpinion.date")
    var opinion: [String] = []
    for line in words.split(separator: "\n") {
      var text = String(line).trimmingSpaces()
      if let colon = text.prefix(12).firstIndex(where: { $0 == "：" || $0 == ":" }), text[..<colon].hasSuffix("意见") {
        text = String(text[text.index(after: colon)...]).trimmingSpaces()
      }
      let rest = Self.withoutSealAndDate(text)
      if !rest.isEmpty { opinion.append(rest) }
    }
    reading.countyOpinion = opinion.isEmpty ? nil : opinion.joined(separator: "\n")
  }

  private mutating func lastDate(_ text: String, path: String) -> String? {
    guard let last = DateReader.dates(in: text).last, last.day != nil else {
      // Digits beside 年月日 that make no date were meant as one.
      for line in text.split(separator: "\n") where line.contains("年") && line.contains("日") {
        if line.contains(where: \.isWholeNumber) { reading.miss(path, String(line), "not a date") }
      }
      return nil
    }
    return last.iso
  }

  /// What a line says beside （盖章） and 年 月 日.
  private static func withoutSealAndDate(_ line: String) -> String {
    var text = line
    for word in ["（盖章）", "(盖章)", "（公章）", "(公章)", "（签章）", "盖章：", "（章）", "盖章", "公章：", "负责人签字：", "签字："] {
      while let range = text.firstRange(of: word) { text.removeSubrange(range) }
    }
    let key = TextFolding.bareKey(text)
    guard !key.isEmpty else { return "" }
    // 年月日, filled in or not, with a weekday behind it.
    let rest = key.filter { !"年月日号星期周天日期时间".contains($0) && !$0.isNumber && DateReader.digit($0) == nil && $0 != "十" }
    return rest.isEmpty ? "" : text.trimmingSpaces()
  }

  // MARK: - Sections

  private mutating func readSections(_ form: FormSections) {
    for section in form.sections {
      reading.sections.append(
        FormReading.Section(
          number: section.number, heading: section.heading, paragraphs: section.paragraphs,
          tables: section.number == 6 ? [] : section.blocks.tables.map(\.texts)))
      switch section.number {
      case 5:
        reading.investment = InvestmentReader(paragraphs: section.paragraphs, tables: section.blocks.tables)
      case 6:
        reading.photos = PhotoReader.photos(in: section)
      case 7:
        reading.proofs = section.blocks.pictures
        reading.attachments = section.paragraphs.compactMap(Self.attachment)
      default: break
      }
    }
  }

  /// 附件1：企业营业执照复印件 without its number.
  private static func attachment(_ line: String) -> String? {
    var text = Substring(line)
    if text.hasPrefix("附件") || text.hasPrefix("附") {
      let rest = text.drop { "附件".contains($0) }
      let number = rest.prefix { $0.isWholeNumber || ChineseNumber.isNumeral($0) }
      if !number.isEmpty { text = rest.dropFirst(number.count) }
    } else {
      let rest = text.drop { "（(".contains($0) }
      let number = rest.prefix { $0.isWholeNumber || ChineseNumber.isNumeral($0) }
      if !number.isEmpty, let mark = rest.dropFirst(number.count).first, "、.．）):：".contains(mark) {
        text = rest.dropFirst(number.count)
      }
    }
    let name = String(text.drop { "：:、.．）) \u{3000}\t".contains($0) }).trimmingSpaces()
    return name.isEmpty || name.count > 80 ? nil : name
  }
}

// MARK: - Cells

extension FormReader {
  /// The words of a short cell on one line; nil for nothing or a stroke.
  private func text(_ field: FormField) -> String? { text(field, in: table.values) }

  private func text(_ field: FormField, in values: [FormField: FormTable.Value]) -> String? {
    guard let value = values[field]?.text else { return nil }
    let words = FormGuidance.removing(FormTemplate.guidance(of: field) + FormTemplate.prompts, from: value)
    let lines = words.split(separator: "\n").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    let joined = Self.keepsLines.contains(field) ? lines.joined(separator: "\n") : Self.joined(lines)
    return joined.isEmpty || AmountReader.isNothing(joined) ? nil : joined
  }

  private static let keepsLines: Set<FormField> = [
    .phone, .operatorPhone, .contactAndPhone, .operatorContactAndPhone, .period,
  ]

  /// Lines put together: with a space only between Latin words.
  private static func joined(_ lines: [String]) -> String {
    lines.reduce("") { text, line in
      guard let last = text.last, let first = line.first, last.isASCII, first.isASCII, last.isLetter || last.isNumber,
        first.isLetter || first.isNumber
      else { return text + line }
      return text + " " + line
    }
  }

  /// The words of a long cell with its paragraphs, without guidance.
  private func longText(_ field: FormField) -> String? {
    guard let value = table.values[field]?.text else { return nil }
    let words = FormGuidance.removing(FormTemplate.guidance(of: field) + FormTemplate.prompts, from: value)
    let lines = words.split(separator: "\n").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private mutating func date(_ text: String, path: String, allowsMonth: Bool = false) -> String? {
    let found = DateReader.dates(in: text)
    guard let first = found.first else {
      if text.contains(where: { $0.isWholeNumber || ChineseNumber.digit($0) != nil }) {
        reading.miss(path, text, "not a date")
      }
      return nil
    }
    reading.note(path, raw: text, unless: first.iso)
    if first.day == nil, !allowsMonth || first.month == nil {
      reading.miss(path, text, first.month == nil ? "only a year" : "no day")
    }
    return first.month == nil ? nil : first.iso
  }

  private mutating func amount(_ result: AmountReader.Reading, _ text: String, path: String) -> DecimalValue? {
    switch result {
    case .value(let value):
      reading.note(path, raw: text, unless: value.text)
      return value
    case .none: return nil
    case .unreadable(let why):
      reading.note(path, raw: text, unless: nil)
      reading.miss(path, text, why)
      return nil
    }
  }

  private mutating func phones(_ words: String?, path: String) -> [String] {
    guard let words else { return [] }
    let found = PhoneReader.phones(in: words)
    reading.note(path, raw: words, unless: found.phones.count == 1 ? found.phones[0] : nil)
    if found.phones.isEmpty || found.hasRest { reading.miss(path, words, "not only telephone numbers") }
    return found.phones
  }
}

extension DocxTable {
  /// The words of the cells, row by row.
  var texts: [[String]] { rows.map { row in row.cells.map { $0.continuesAbove ? "" : $0.text.trimmingSpaces() } } }
}
