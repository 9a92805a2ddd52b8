import Testing

@testable import Core

/// The forms of `Fixtures/forms`, read whole and held against what a careful person transcribed.
struct WholeFormTests {
  static let forms = [
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12",
  ]
  /// The same content written by other programs.
  static let variants = [
    ("A01", "variants/A01-lo.docx"), ("A05", "variants/A05-wps-lo.docx"), ("A07", "variants/A07-pydocx.docx"),
    ("A10", "variants/A10-abiword.docx"),
  ]

  static func fixture(_ path: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/forms/"
    return try OutsideFile.read(folder + path)
  }

  static func read(_ path: String) throws -> JSONValue {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let form = try FormImporter.read(
      bytes: try fixture(path), name: name, vocabulary: FormVocabulary(program: try jiningProgram()),
      importedAt: "2022-08-25T09:00:00+08:00")
    let id = try #require(RecordID("2022-test-001"))
    return form.json(id: id, unit: "rencheng")
  }

  private func expected(_ form: String) throws -> JSONValue {
    try JSONParser.parse(try Self.fixture("expected/\(form).json"))
  }

  @Test(arguments: variants) func readsTheSameFromOtherWriters(_ form: String, _ file: String) throws {
    let expected = try expected(form)
    let found = try Self.read(file)
    try compareFields(found, with: expected)
    try compareMetrics(found, with: expected)
    try compareSections(found, with: expected)
    let photos = expected["photos"]?.array ?? []
    #expect(Set((found["photos"]?.array ?? []).compactMap { $0["sha256"]?.string }).count == photos.count)
  }

  @Test(arguments: forms) func readsEveryForm(_ form: String) throws {
    let expected = try expected(form)
    let found = try Self.read(try #require(expected["file"]?.string))
    #expect(try Application(json: found).metrics.count == 5)
    try compareFields(found, with: expected)
    try compareMetrics(found, with: expected)
    try compareSections(found, with: expected)
    for part in ["total", "direct", "intangible", "other"] {
      #expect(same(found["investment"]?[part], expected["investment"]?[part]), "\(part)")
    }
    let sources = (found["investment"]?["sources"]?.array ?? []).map {
      JSONValue.array([$0["name"] ?? .null, $0["amount"] ?? .null])
    }
    #expect(same(.array(sources), expected["sources"]))
    let items = (found["investment"]?["items"]?.array ?? []).map { item in
      JSONValue.array([item["name"] ?? .null, .string(item["quantity"]?.string ?? ""), item["amount"] ?? .null])
    }
    #expect(same(.array(items), expected["items"]))
    let photos = (found["photos"]?.array ?? []).map {
      JSONValue.array([$0["caption"] ?? .null, $0["sha256"] ?? .null])
    }
    #expect(same(.array(photos), expected["photos"]))
    let named = (found["attachments"]?.array ?? []).filter { $0["file"]?.string == nil }.map { $0["name"] ?? .null }
    #expect(same(.array(named), expected["attachments"]))
    let extra = (found["extra"]?.array ?? []).map { JSONValue.array([$0["label"] ?? .null, $0["text"] ?? .null]) }
    #expect(same(.array(extra), expected["extra"]))
  }

  /// The form rewritten in ways that the twelve above do not have; their words are those of other companies.
  static let rewritten = [
    "years-in-cells", "labels-in-cells", "metrics-below-labels", "values-below-labels", "framed", "utf16-four-tables",
    "strict-one-pair-a-row", "years-descending", "columns-of-years", "strict-years-in-cells",
  ]

  @Test(arguments: rewritten) func readsRewrittenForms(_ form: String) throws {
    let expected = try expected(form)
    let found = try Self.read(try #require(expected["file"]?.string))
    try compareFields(found, with: expected)
    try compareSections(found, with: expected)
    let digests = Set((found["photos"]?.array ?? []).compactMap { $0["sha256"]?.string })
    #expect(digests.count == expected["photos"]?.number?.int)
  }

  @Test func wordsOfTheFormAreKeptWhereReadingChangedThem() throws {
    let found = try Self.read(try #require(try expected("A12")["file"]?.string))
    #expect(found["raw"]?["company.registeredCapital"]?.string == "人民币壹亿元整")
    #expect(found["raw"]?["company.finance.2020.profit"]?.string == "(123.4)")
    #expect(found["raw"]?["company.county"]?.string == "高新区")
    #expect(found["unparsed"]?.array == [])
  }

  @Test(arguments: [
    "附件2：申报书（空白）.docx", "附件2：申报书（空白）-LO.docx", "附件2：申报书（空白）-LO经odt.docx", "附件2：申报书（空白）-AbiWord.docx",
  ])
  func blankFormsHoldNothing(_ file: String) throws {
    let bytes = try Self.fixture("blank/" + file)
    let vocabulary = FormVocabulary(program: try jiningProgram())
    #expect(throws: ImportRefusal.blankForm) {
      try FormImporter.read(bytes: bytes, name: file, vocabulary: vocabulary, importedAt: "")
    }
    let reading = try FormReader.read(DocxReader.read(try DocxPackage(bytes)), vocabulary: vocabulary)
    let json = FormJSON(reading: reading, photos: [], proofs: [], folder: "")
    for (key, value) in json.members where key != "sections" {
      #expect(leaves(value).isEmpty, "\(key): \(leaves(value))")
    }
    #expect(reading.sections.map(\.number) == [2, 3, 4, 5, 6, 7])
    #expect(reading.sections.filter { !$0.paragraphs.isEmpty }.isEmpty)
    #expect(reading.finance.map(\.year) == [2019, 2020, 2021])
  }

  @Test(arguments: [
    ("hostile/billion_laughs.docx", ImportRefusal.declaresEntities(part: "word/document.xml")),
    ("hostile/bomb_1g_document.docx", .partTooLarge(name: "word/document.xml", limit: 32 << 20)),
    ("hostile/真doc改名.docx", .wrongKind(.wordBinary)), ("variants/A01.doc", .wrongKind(.wordBinary)),
    ("blank/附件2：申报书（空白）.doc", .wrongKind(.wordBinary)), ("blank/附件3：推荐汇总表（空白）.docx", .summaryTable),
    ("blank/附件3：推荐汇总表（空白）.xlsx", .summaryTable), ("inbox/任城区/附件3：任城区推荐汇总表.xlsx", .summaryTable),
    ("inbox/邹城市/邹城市汇总表.docx", .summaryTable),
  ])
  func refusesWithTheRightReason(_ file: String, _ reason: ImportRefusal) throws {
    #expect(throws: reason) { try Self.read(file) }
  }

  @Test func controlCharactersOfAFormStayInTheDataAndOutOfDisplay() throws {
    let name = try #require(try Self.read("hostile/control_c1_fields.docx")["company"]?["name"]?.string)
    #expect(name.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    #expect(!display(name).unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
  }

  // MARK: - Comparing

  private func compareFields(_ found: JSONValue, with expected: JSONValue) throws {
    for member in try #require(expected["fields"]?.object).members {
      #expect(same(value(found, member.key), member.value), "\(member.key)")
    }
  }

  private func compareMetrics(_ found: JSONValue, with expected: JSONValue) throws {
    for kind in MetricClass.allCases.map(\.rawValue) {
      let rows = (found["metrics"]?[kind]?["rows"]?.array ?? []).map { row in
        JSONValue.array(["value", "unit", "baseline", "comparator"].map { row[$0] ?? .null })
      }
      #expect(same(.array(rows), expected["metrics"]?[kind]), "\(kind)")
    }
  }

  private func compareSections(_ found: JSONValue, with expected: JSONValue) throws {
    for number in ["2", "3", "4", "5"] {
      let paragraphs = (found["sections"]?[number]?["paragraphs"]?.array ?? []).compactMap(\.string)
      #expect(same(.string(paragraphs.joined()), expected["sections"]?[number]), "section \(number)")
    }
  }

  private func value(_ value: JSONValue, _ path: String) -> JSONValue? {
    path.split(separator: ".").reduce(value) { value, part in
      if let index = Int(part), let list = value?.array { return index < list.count ? list[index] : nil }
      return value?[String(part)]
    }
  }

  /// Equal as a reader sees it: texts without spaces, numbers by value, nothing equal to nothing.
  private func same(_ found: JSONValue?, _ expected: JSONValue?) -> Bool {
    switch (found ?? .null, expected ?? .null) {
    case (.null, .null): true
    case (.string(let a), .string(let b)): TextFolding.key(a) == TextFolding.key(b)
    case (.number(let a), .number(let b)): a.isSameNumber(as: b)
    case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    default: false
    }
  }

  /// Texts, numbers and truths below a value, except years.
  private func leaves(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .null: []
    case .string, .number, .bool: [value]
    case .array(let list): list.flatMap(leaves)
    case .object(let object): object.members.filter { $0.key != "year" }.flatMap { leaves($0.value) }
    }
  }
}
