import Foundation
import Testing

extension EndToEnd {
  @Suite struct ExportTests {
    private func journal(_ workspace: URL) throws -> [Substring] {
      let text = try String(contentsOfFile: workspace.path + "/journal/dudao-01.jsonl", encoding: .utf8)
      return text.split(separator: "\n").filter { $0.contains("\"export\"") }
    }

    @Test(arguments: [
      "scores", "ranking", "publicity", "register", "findings", "supplements", "panel", "score-sheet", "inspection",
      "fixes", "metrics", "summary",
      "journal", "archive",
    ])
    func everyKindIsWrittenInBothForms(_ kind: String) throws {
      let workspace = try Places.sampleWorkspace()
      let place = try Places.temporaryFolder("export")
      for ending in ["xlsx", "csv"] {
        let file = place.path + "/\(kind).\(ending)"
        let result = try reviewtui("export", workspace.path, kind, "--as", "dudao-01", "--out", file)
        #expect(result.status == 0, "\(result.errors)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes.starts(with: ending == "xlsx" ? [0x50, 0x4B, 3, 4] : [0xEF, 0xBB, 0xBF]))
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == ["\(kind).csv", "\(kind).xlsx"])
      #expect(try journal(workspace).count == 2)
      let again = try reviewtui(
        "export", workspace.path, kind, "--as", "dudao-01", "--out", place.path + "/\(kind).csv")
      #expect(again.status == 4 && again.errors.contains("已存在"))
    }

    /// What the office sends up reads back as the same rows.
    @Test func theSummaryTableIsImportedAgain() throws {
      let workspace = try Places.sampleWorkspace()
      let place = try Places.temporaryFolder("summary")
      let file = place.path + "/邹城市.xlsx"
      let out = try reviewtui(
        "export", workspace.path, "summary", "--unit", "邹城市", "--as", "dudao-01", "--out", file, "--format", "json")
      #expect(out.status == 0, "\(out.errors)")
      let fresh = place.path + "/ws"
      try reviewtui("init", fresh)
      let result = try reviewtui("import", file, "--into", fresh, "--dry-run", "--format", "json")
      #expect(result.status == 0, "\(result.errors)")
      let filed = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/applications").filter {
        $0.hasPrefix("2022-zoucheng-")
      }.count
      #expect(filed > 1)
      #expect(out.output.contains("\"rows\": \(filed)"))
      #expect(result.output.contains("\"rows\": \(filed)") && result.output.contains("\"unit\": \"zoucheng\""))
      #expect(result.output.contains("\"unparsed\": []"), "\(result.output)")
    }

    /// A reviewer has the own sheets, an inspector the own visits, and nobody else's figures.
    @Test func rolesDecideWhatIsWritten() throws {
      let workspace = try Places.sampleWorkspace()
      func export(_ words: String...) throws -> CommandResult {
        try reviewtui(["export", workspace.path] + words + ["--out", "-"])
      }
      for (kind, person) in [
        ("panel", "pingshen-01"), ("supplements", "hecha-01"), ("archive", "pingshen-01"),
        ("inspection", "pingshen-01"),
        ("score-sheet", "hecha-01"), ("scores", "pingshen-01"), ("ranking", "pingshen-01"), ("publicity", "hecha-01"),
      ] {
        let result = try export(kind, "--as", person)
        #expect(result.status == 3 && result.output.isEmpty, "\(kind) \(person)")
      }
      #expect(try export("score-sheet").status == 3)
      let own = try export("score-sheet", "--as", "pingshen-01")
      #expect(own.status == 0 && own.output.contains("评审01") && !own.output.contains("评审02"))
      let visits = try export("inspection", "--as", "hecha-02")
      #expect(visits.status == 0 && visits.output.contains("核查02"))
      let log = try export("journal", "--as", "hecha-01")
      #expect(log.output.contains("核查01") && !log.output.contains("评审01"))
    }

    @Test func aQueryChoosesTheRows() throws {
      let workspace = try Places.sampleWorkspace()
      let result = try reviewtui("export", workspace.path, "register", "county:邹城市", "--out", "-")
      #expect(result.status == 0)
      #expect(result.output.contains("2022-zoucheng-001") && !result.output.contains("2022-gaoxin-001"))
      #expect(result.errors.contains("没有记入操作日志"))
    }

    @Test func aBlindPackStopsWhereANameIsLeft() throws {
      let workspace = try Places.sampleWorkspace()
      let place = try Places.temporaryFolder("blind")
      let file = workspace.path + "/applications/2022-gaoxin-003.json"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let named = text.replacingOccurrences(of: "\"5G+液压件产业链协同制造平台\"", with: "\"筑 穹5G产业链平台\"")
      #expect(named != text)
      try named.write(toFile: file, atomically: true, encoding: .utf8)
      let out = place.path + "/盲评.xlsx"
      let stopped = try reviewtui("export", workspace.path, "register", "--blind", "--as", "dudao-01", "--out", out)
      #expect(stopped.status == 1 && stopped.errors.contains("筑 穹") && stopped.errors.contains("项目名称"))
      #expect(!FileManager.default.fileExists(atPath: out))
      let key = place.path + "/对照.csv"
      let masked = try reviewtui(
        "export", workspace.path, "register", "--blind", "--mask", "--key", key, "--as", "dudao-01", "--out", out)
      #expect(masked.status == 0, "\(masked.errors)")
      let codes = try String(contentsOfFile: key, encoding: .utf8)
      #expect(codes.contains("企业03,山东筑穹液压传动有限公司"))
      let csv = try reviewtui(
        "export", workspace.path, "register", "--blind", "--mask", "--as", "dudao-01", "--out", "-")
      #expect(csv.output.contains("企业03") && !csv.output.contains("筑") && !csv.output.contains("13800"))
    }

    /// Another program, which is not ours, reads the same values out of the workbook as stand in the CSV file.
    @Test func libreOfficeReadsTheSameValues() throws {
      guard let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first(where: FileManager.default.fileExists)
      else {
        print("libreOfficeReadsTheSameValues: skipped, no soffice here")
        return
      }
      let workspace = try Places.sampleWorkspace()
      let place = try Places.temporaryFolder("office")
      for kind in ["register", "findings"] {
        let book = place.path + "/\(kind).xlsx"
        try reviewtui("export", workspace.path, kind, "--as", "dudao-01", "--out", book)
        // Comma, quotes, UTF-8, from row 1, no column formats, values as they are and not as shown.
        try run([
          office, "-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", "--outdir", place.path + "/out", book,
        ])
        let read = try String(contentsOfFile: place.path + "/out/\(kind).csv", encoding: .utf8)
        let own = try reviewtui("export", workspace.path, kind, "--as", "dudao-01", "--out", "-").output
        let theirs = Self.records(read).map { $0.filter { !$0.isEmpty } }
        let ours = Self.records(own.replacingOccurrences(of: "\u{FEFF}", with: "")).map { $0.filter { !$0.isEmpty } }
        let start = try #require(ours.firstIndex { $0.first == "序号" })
        let rows = ours[start...].prefix { $0.count > 3 }
        #expect(rows.count > 40)
        let others = try #require(theirs.firstIndex { $0.first == "序号" })
        for (one, other) in zip(rows, theirs[others...]) {
          #expect(one.map(Self.plain) == other.map(Self.plain), "\(kind)")
        }
      }
    }

    /// 720.0 and 720 are one number; an apostrophe before a formula stands in the CSV file only.
    private static func plain(_ text: String) -> String {
      let text = text.hasPrefix("'") ? String(text.dropFirst()) : text
      return text.count < 12 ? Double(text).map { "\($0)" } ?? text : text
    }

    private static func records(_ text: String) -> [[String]] {
      var records: [[String]] = [[""]]
      var isQuoted = false
      var rest = Array(text.unicodeScalars)[...]
      while let scalar = rest.popFirst() {
        let last = records.count - 1
        let field = records[last].count - 1
        switch scalar {
        case "\"" where isQuoted && rest.first == "\"":
          rest.removeFirst()
          records[last][field].unicodeScalars.append("\"")
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: records[last].append("")
        case "\n" where !isQuoted: records.append([""])
        case "\r" where !isQuoted: break
        default: records[last][field].unicodeScalars.append(scalar)
        }
      }
      return records
    }
  }
}
