import TestSupport
import Testing

@testable import Core

struct BlindPackTests {
  private static let company = "山东筑穹液压传动有限公司"

  private static func application(_ number: Int, company: String, text: String) throws -> String {
    """
    {"schema": "reviewtui/application/1", "id": "2022-gaoxin-00\(number)", "unit": "gaoxin",
     "source": {"file": "inbox/筑穹液压申报书.docx"},
     "company": {"name": "\(company)", "legalRepresentative": "庾静流",
      "contact": {"name": "谷粲然", "phones": ["0537-5553401"], "email": "gucr@example.com"}},
     "project": {"name": "5G液压件平台", "operators": [{"name": "济宁移动", "contact": "衡望舒", "phones": ["13800034001"]}]},
     "metrics": {"economic": {"text": "\(text)", "rows": [{"id": "m01", "name": "产值", "value": 3, "unit": "万元",
      "source": {"start": 0, "length": 4, "text": "\(text)"}}]}}}
    """
  }

  private func builder(_ text: String, others: [String] = []) throws -> ReportBuilder {
    let folder = TemporaryFolder()
    folder.folder("applications")
    let program = try #require(Self.program)
    folder.write(program, to: "program.json")
    for (place, company) in ([Self.company] + others).enumerated() {
      let record = try Self.application(place + 1, company: company, text: place == 0 ? text : "无")
      folder.write(record, to: "applications/2022-gaoxin-00\(place + 1).json")
    }
    let workspace = try Workspace.open(folder.path)
    let roster = Roster(people: [Person(id: "pingshen-01", name: "评审一", roles: [.reviewer])])
    let data = ReportData(workspace, program: try workspace.program(), roster: roster)
    #expect(data.problems.isEmpty, "\(data.problems)")
    return ReportBuilder(
      data, rows: [.init(id: "2022-gaoxin-001", stage: .registered, flags: [], ownScore: nil)], isFiltered: false,
      viewer: nil, now: "2022-09-01T10:00:00+08:00")
  }

  /// The call of 2022, as `init` writes it.
  private static let program: [UInt8]? = {
    let place = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    return try? OutsideFile.read("/" + place + "/Sources/ReviewTUI/Resources/program.json")
  }()

  private func document(_ tables: [ReportTable]) -> ReportDocument {
    let sheets = tables.map { table in
      ReportSheet(
        name: "表", title: "标题", lines: [], columns: table.columns.map { .init(title: "列", style: $0.style) },
        rows: table.rows.map { row in row.map(Self.value) }, below: [], footer: "")
    }
    return ReportDocument(sheets: sheets, title: "标题", generatedAt: "2022-09-01T10:00:00+08:00", rows: 0)
  }

  private static func value(_ cell: ReportCell) -> ReportSheet.Value {
    switch cell {
    case .text(let text): .text(text)
    case .list(let cells): .text(cells.map { value($0).text }.joined(separator: "、"))
    case .blank, .number, .term: .blank
    }
  }

  private func run(
    _ text: String, others: [String] = [], name: String = "a.xlsx"
  ) throws -> (ReportDocument, BlindPack, [BlindPack.Hit]) {
    let builder = try builder(text, others: others)
    var pack = BlindPack(builder) { "\($0)\($1)" }
    let tables = builder.metrics().map { pack.blinded($0) }
    let document = document(tables)
    return (document, pack, pack.hits(in: document, fileName: name))
  }

  @Test func namesInColumnsBecomeCodes() throws {
    let (document, pack, hits) = try run("产值3万元")
    #expect(hits.isEmpty, "\(hits)")
    let row = try #require(document.sheets.first?.rows.first)
    #expect(row[1].text == "application1" && row[3].text == "company1")
    #expect(pack.key.contains(BlindPack.KeyRow(code: "company1", name: Self.company)))
  }

  /// However a text speaks of what was removed, it is found.
  @Test(arguments: [
    "山东筑穹液压传动有限公司产值3万元", "筑穹液压产值3万元", "由筑穹自建", "筑 穹 液 压", "筑\u{3000}穹", "筑·穹", "联系谷粲然", "法人庾静流",
    "电话０５３７－５５５３４０１", "13800 034001", "GUCR＠EXAMPLE．COM", "2022-gaoxin-001", "评审一说",
  ])
  func whatIsLeftInTextsIsFound(_ text: String) throws {
    let (document, pack, hits) = try run(text)
    let hit = try #require(hits.first, "\(text)")
    #expect(hit.sheet == "表" && hit.row == 1 && hit.column == "列")
    let masked = pack.masked(document)
    #expect(pack.hits(in: masked, fileName: "a.xlsx").isEmpty)
  }

  @Test func theFileNameIsSearchedToo() throws {
    let (_, _, hits) = try run("产值", name: "筑穹盲评.xlsx")
    #expect(hits.map(\.words) == ["筑穹"] && hits.first?.sheet == nil)
  }

  @Test func operatorsStayUnlessThePolicySaysOtherwise() throws {
    let (_, _, hits) = try run("与济宁移动合作")
    #expect(hits.isEmpty)
  }

  @Test func shortNamesLeaveOutPlaceAndLegalForm() throws {
    let names = CompanyShortNames(try builder("").program)
    for (company, base) in [
      (Self.company, "筑穹液压传动"), ("济宁高新区曜石光电子科技有限公司", "曜石光电子科技"), ("邹城市铁蒲公英矿山装备有限公司", "铁蒲公英矿山装备"),
      ("济宁十里鲸橡胶制品有限公司", "十里鲸橡胶制品"), ("泗水薯隐冷食（集团）股份有限公司", "薯隐冷食"),
    ] {
      #expect(names.base(of: company).map { String($0) } == base, "\(company)")
    }
    #expect(names.base(of: "山东") == Array("山东"))
  }

  /// A beginning that many others use is a common word, and no name.
  @Test func commonWordsAreNoNames() {
    let base = Array("智能装备")
    let texts = (1...3).map { (base: Array("甲\($0)") as [Character]?, words: "本公司的智能工厂") }
    #expect(CompanyShortNames.distinctive([base], in: texts)[base] == Array("智能装"))
    #expect(CompanyShortNames.distinctive([base], in: [])[base] == Array("智能"))
  }
}
