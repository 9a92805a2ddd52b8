/// Takes the names of applicants and persons out of a report (盲评包), and looks for what is left of them.
///
/// Codes are stable within one export: the same company has the same code on every sheet.
public struct BlindPack {
  /// A name that is still in the report.
  public struct Hit: Equatable, Sendable {
    /// The sheet; nil for the file's own name and properties.
    public let sheet: String?
    /// The row of the table, from 1; nil outside of it.
    public let row: Int?
    /// The heading of the column.
    public let column: String?
    /// What it is the name of.
    public let identity: ReportColumn.Identity
    /// The words as they stand there.
    public let words: String
  }

  /// A code and what it stands for.
  public struct KeyRow: Equatable, Sendable {
    /// The code.
    public let code: String
    /// The name.
    public let name: String
  }

  private let data: ReportData
  private let code: (ReportColumn.Identity, Int) -> String
  private let hidesOperators: Bool
  private var numbers: [ReportColumn.Identity: Int] = [:]
  private var codes: [String: String] = [:]
  private var search = SecretSearch()
  /// The codes in the order in which they were given.
  public private(set) var key: [KeyRow] = []

  /// - Parameters:
  ///   - chosen: the applications in the report.
  ///   - code: the words of a code: 企业01.
  public init(_ builder: ReportBuilder, code: @escaping (ReportColumn.Identity, Int) -> String) {
    data = builder.data
    self.code = code
    hidesOperators = builder.program.policy("blind.operators")?.value.bool == true
    let names = CompanyShortNames(builder.program)
    let texts = data.applications.map { application in
      let summary = ApplicationSummary(application)
      return (
        base: names.base(of: summary.company), words: summary.company + "\n" + summary.project + "\n" + summary.words
      )
    }
    let bases = Set(builder.chosen.compactMap { ReportBuilder.company($0.application).flatMap(names.base) })
    let short = CompanyShortNames.distinctive(bases, in: texts)
    for chosen in builder.chosen { hide(chosen.application, names, short) }
    for person in data.roster.people {
      let code = give(.reviewer, person.name)
      search.add(person.id, .reviewer, code: code)
    }
  }

  /// The code of a name; the same name always has the same one.
  private mutating func give(_ identity: ReportColumn.Identity, _ name: String) -> String {
    let kind: ReportColumn.Identity = identity == .person || identity == .contact ? .person : identity
    let place = "\(kind)\n" + TextFolding.bareKey(name)
    if let code = codes[place] { return code }
    numbers[kind, default: 0] += 1
    let made = code(kind, numbers[kind] ?? 0)
    codes[place] = made
    key.append(KeyRow(code: made, name: name))
    search.add(name, identity, code: made)
    return made
  }

  private mutating func hide(
    _ application: Application, _ names: CompanyShortNames, _ short: [[Character]: [Character]]
  ) {
    _ = give(.application, application.id)
    for company in [application.company.name, application.cover.applicant] {
      guard let company, !company.isEmpty else { continue }
      let code = give(.company, company)
      guard let base = names.base(of: company) else { continue }
      search.add(String(base), .company, code: code)
      if let start = short[base] { search.add(String(start), .company, code: code) }
    }
    let contact = application.company.contact
    for name in [contact.name, application.company.legalRepresentative] { hide(name, .contact) }
    for phone in contact.phones + [contact.fax ?? ""] { hide(phone, .phone) }
    hide(contact.email, .email)
    for partner in application.project.operators {
      if hidesOperators { hide(partner.name, .operators) }
      hide(partner.contact, .contact)
      for phone in partner.phones { hide(phone, .phone) }
    }
    for file in [application.source.file] + (application.photos + application.attachments).map(\.file) {
      hide(file, .file)
    }
    for whole in data.visits[application.id] ?? [] {
      for host in whole.sheet.visit.hosts {
        hide(host.name, .contact)
        hide(host.phone, .phone)
      }
      hide(whole.sheet.visit.companySigner?.name, .contact)
      hide(whole.sheet.visit.place, .address)
    }
  }

  private mutating func hide(_ name: String?, _ identity: ReportColumn.Identity) {
    if let name, !TextFolding.bareKey(name).isEmpty { _ = give(identity, name) }
  }

  // MARK: - Tables

  /// The table with codes where names stood.
  public mutating func blinded(_ table: ReportTable) -> ReportTable {
    var table = table
    for row in table.rows.indices {
      for (place, column) in table.columns.enumerated() where place < table.rows[row].count {
        table.rows[row][place] = blinded(table.rows[row][place], column.identity)
      }
    }
    table.lines = table.lines.map { blinded($0) }
    table.below = table.below.map { blinded($0) }
    if case .one(let application, let other) = table.part {
      let second = table.kind == .scoreSheet ? give(.reviewer, data.name(other)) : other
      table.part = .one(application: give(.application, application), of: second)
    }
    table.notes.append(.blind)
    return table
  }

  private mutating func blinded(_ line: ReportTable.Line) -> ReportTable.Line {
    guard case .fields(var entries) = line else { return line }
    for index in entries.indices { entries[index].cell = blinded(entries[index].cell, entries[index].identity) }
    return .fields(entries)
  }

  private mutating func blinded(_ cell: ReportCell, _ identity: ReportColumn.Identity?) -> ReportCell {
    guard let identity, identity != .project, identity != .operators || hidesOperators else { return cell }
    switch cell {
    case .text(let text): return .text(give(identity, text))
    case .list(let cells): return .list(cells.map { blinded($0, identity) })
    case .blank, .number, .term: return cell
    }
  }

  // MARK: - What is left

  /// The document with codes also in free text.
  public func masked(_ document: ReportDocument) -> ReportDocument {
    var document = document
    for index in document.sheets.indices {
      let sheet = document.sheets[index]
      document.sheets[index].lines = sheet.lines.map(search.masked)
      document.sheets[index].below = sheet.below.map(search.masked)
      document.sheets[index].rows = sheet.rows.map { row in
        row.map { value in
          if case .text(let text) = value { .text(search.masked(text)) } else { value }
        }
      }
    }
    return document
  }

  /// Every name that is still somewhere: in cells, lines, headings, sheet names, properties and the file's own name.
  public func hits(in document: ReportDocument, fileName: String) -> [Hit] {
    var hits: [Hit] = []
    func look(_ text: String, _ sheet: String?, _ row: Int?, _ column: String?) {
      for hit in search.hits(in: text) {
        let words = String(Array(text)[hit.range])
        hits.append(Hit(sheet: sheet, row: row, column: column, identity: hit.secret.identity, words: words))
      }
    }
    look(fileName, nil, nil, nil)
    look(document.title, nil, nil, nil)
    for sheet in document.sheets {
      for text in [sheet.name, sheet.title, sheet.footer, sheet.chartName] + sheet.lines + sheet.below {
        look(text, sheet.name, nil, nil)
      }
      for column in sheet.columns { look(column.title, sheet.name, nil, column.title) }
      for (row, values) in sheet.rows.enumerated() {
        for (place, value) in values.enumerated() {
          if case .blank = value { continue }
          look(value.text, sheet.name, row + 1, place < sheet.columns.count ? sheet.columns[place].title : nil)
        }
      }
    }
    return hits
  }
}
