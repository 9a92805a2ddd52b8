@testable import Core

/// What must hold for every JSON text.
struct JSONCheck {
  private let call: FuzzCall

  init(_ call: FuzzCall) { self.call = call }

  func check(_ bytes: [UInt8]) throws {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(bytes)
    } catch {
      let lines = 1 + bytes.count { $0 == 0x0A }
      try FuzzFailure.unless((1...lines).contains(error.line), "refused at line \(error.line) of \(lines)")
      try FuzzFailure.unless((1...bytes.count + 1).contains(error.column), "refused at column \(error.column)")
      return
    }
    for text in [JSONWriter.pretty(value), JSONWriter.compact(value)] {
      try FuzzFailure.unless(try JSONParser.parse(text) == value, "written text reads differently")
    }
    try FuzzFailure.unless(try JSONPatch.apply(value, over: bytes) == bytes, "a patch with nothing new changes bytes")
    let name = WorkspacePath(checked: "applications", "a.json")
    do throws(FileProblem) {
      let document = try Document(path: name, bytes: bytes)
      let application = try document.reading { (json) throws(FieldError) in try Application(json: json) }
      _ = QueryRow(ApplicationSummary(application), program: call.program)
      _ = call.rules.findings(application)
      _ = try? document.reading { (json) throws(FieldError) in try Review(json: json, rubric: call.program.rubric) }
    } catch {
      try FuzzFailure.unless(error.line.map { $0 >= 1 } ?? true, "a fault at line \(error.line ?? 0)")
    }
    do throws(FieldError) { _ = try Roster(json: value) } catch {}
    do throws(FieldError) { _ = try Program(json: value) } catch {}
    try ImportCheck(call).check(bytes, name: "application.json")
  }
}

/// What must hold for every file that is imported.
struct ImportCheck {
  private let call: FuzzCall

  init(_ call: FuzzCall) { self.call = call }

  func check(_ bytes: [UInt8], name: String = "form.docx") throws {
    let form: ImportedForm
    do throws(ImportRefusal) {
      form = try FormImporter.read(
        bytes: bytes, name: name, vocabulary: call.vocabulary, importedAt: "2022-08-25T09:00:00+08:00")
    } catch {
      if error == .summaryTable { try checkTable(bytes) }
      return
    }
    guard let id = RecordID("2022-rencheng-001") else { return }
    let json = form.json(id: id, unit: "rencheng")
    let text = JSONWriter.pretty(json)
    // Metric rows repeat the clause they come from, so the sum may be a multiple of the file, but no power of it.
    try FuzzFailure.unless(text.count <= 200_000 + 60 * bytes.count, "\(text.count) bytes out of \(bytes.count)")
    try FuzzFailure.unless(try JSONParser.parse(text) == json, "the application cannot be read back")
    let application = try Application(json: json)
    _ = call.rules.findings(application)
    _ = QueryRow(ApplicationSummary(application), program: call.program)
    try strings(of: json) {
      try FuzzFailure.unless(isSafe(display($0)), "display() lets \($0.debugDescription) through")
    }
    // A record brings its own list along, as it is.
    if name == "application.json" { return }
    for gap in form.unparsed { try FuzzFailure.unless(!gap.path.isEmpty, "something was not understood nowhere") }
  }

  /// A summary table (附件3), from a workbook or a Word document.
  private func checkTable(_ bytes: [UInt8]) throws {
    let reading: SummaryReading
    do throws(ImportRefusal) {
      reading = try SummaryTable.read(bytes, vocabulary: call.vocabulary)
    } catch {
      return
    }
    let json = SummaryJSON(
      reading: reading, unit: "rencheng", file: "table.xlsx", sha256: Digest.sha256Hex(bytes),
      importedAt: "2022-08-25T09:00:00+08:00",
      revision: 1, previous: nil, earlier: []
    ).value
    let text = JSONWriter.pretty(json)
    // Words of merged cells stand in each row that they cover, and once more as raw words.
    try FuzzFailure.unless(text.count <= 200_000 + 60 * bytes.count, "\(text.count) bytes out of \(bytes.count)")
    try FuzzFailure.unless(try JSONParser.parse(text) == json, "the table cannot be read back")
    let summary = try CountySummary(json: json)
    try FuzzFailure.unless(summary.rows.count == reading.rows.count, "rows are lost")
    _ = CrossCheck.findings(summary: summary, applications: [], program: call.program)
    try strings(of: json) {
      try FuzzFailure.unless(isSafe(display($0)), "display() lets \($0.debugDescription) through")
    }
  }

  private func strings(of value: JSONValue, _ visit: (String) throws -> Void) throws {
    switch value {
    case .string(let text): try visit(text)
    case .array(let elements): for element in elements { try strings(of: element, visit) }
    case .object(let object):
      for member in object.members {
        try visit(member.key)
        try strings(of: member.value, visit)
      }
    default: break
    }
  }

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE0FFF: false
      default: true
      }
    }
  }
}

/// What must hold for the quantities of every text.
enum QuantityCheck {
  static func check(_ text: String, _ call: FuzzCall) throws {
    let characters = Array(text)
    var end = 0
    for quantity in QuantityReader.quantities(in: text) {
      try FuzzFailure.unless(
        quantity.length > 0 && quantity.start >= end && quantity.end <= characters.count,
        "\(quantity.start)..<\(quantity.end) after \(end) in \(characters.count)")
      end = quantity.end
      let span = characters[quantity.start..<quantity.end]
      for value in [quantity.amount.value, quantity.lower, quantity.baseline?.value].compactMap({ $0 }) {
        try FuzzFailure.unless(stands(value, in: span), "\(value.text) is not in \(String(span).debugDescription)")
      }
    }
    for row in MetricReader(names: call.vocabulary.metricNames).rows(in: text) {
      let start = row.source?.start ?? 0
      let words = Array(row.source?.text ?? "")
      try FuzzFailure.unless(
        start >= 0 && start + words.count <= characters.count
          && characters[start..<start + words.count].elementsEqual(words),
        "the source of \(row.name) is not in the text")
    }
    _ = DateReader.dates(in: text)
    _ = DateReader.period(in: text)
    _ = PhoneReader.phones(in: text)
  }

  /// Whether the digits of `value` stand side by side in `span`, or `span` has Chinese numerals.
  private static func stands(_ value: DecimalValue, in span: ArraySlice<Character>) -> Bool {
    if span.contains(where: { ChineseNumber.isNumeral($0) || "半番百千万亿成倍".contains($0) }) { return true }
    let digits = String(value.mantissa.magnitude)
    let written = span.compactMap { character in character.wholeNumberValue.map { String($0) } }.joined()
    // 5.00 is 5, and .5 is 0.5: zeros at either end are spelling.
    return written.contains(digits) || trimmed(written).contains(trimmed(digits))
  }

  private static func trimmed(_ digits: String) -> String {
    var digits = digits[...]
    while digits.last == "0" { digits.removeLast() }
    while digits.first == "0" { digits.removeFirst() }
    return String(digits)
  }
}

/// What must hold for every search.
enum QueryCheck {
  static func check(_ text: String, _ call: FuzzCall) throws {
    let count = text.count
    for cursor in [0, count / 2, count] {
      for candidate in QueryCompletion.candidates(for: text, cursor: cursor, program: call.program, counts: nil) {
        let isInside = candidate.range.lowerBound >= 0 && candidate.range.upperBound <= count
        try FuzzFailure.unless(isInside, "completion of \(candidate.range) in \(count) characters")
      }
    }
    let query: Query
    do throws(QueryError) {
      query = try Query(text)
    } catch {
      try FuzzFailure.unless((0...count).contains(error.offset), "refused at \(error.offset) of \(count)")
      return
    }
    if let range = query.root.range {
      try FuzzFailure.unless(range.lowerBound >= 0 && range.upperBound <= count, "terms at \(range) of \(count)")
    }
    let matcher = QueryMatcher(query, program: call.program)
    let found = matcher.filter(call.rows)
    let each = call.rows.indices.filter { matcher.matches(call.rows[$0]) }
    try FuzzFailure.unless(found == each, "one by one \(each) are found, together \(found)")
    if found.isEmpty, let end = matcher.firstTermWithoutHits(in: call.rows) {
      try FuzzFailure.unless(end.range.upperBound <= count, "a dead end at \(end.range) of \(count)")
    }
    _ = query.highlights
  }
}
