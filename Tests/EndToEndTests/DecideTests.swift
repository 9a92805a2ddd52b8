import Foundation
import Testing

extension EndToEnd {
  /// An application's way from the formal check into the library, by commands of the real program.
  @Suite struct DecideTests {
    private let id = "2022-sishui-001"

    private func json(_ path: URL) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    }

    @Test func theWholeWayStandsInTheFilesAndFitsTheSchemas() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      func act(_ words: String..., status: Int32 = 0) throws -> CommandResult {
        let result = try reviewtui(words, environment: ["HOME": home.path])
        #expect(result.status == status, "\(words): \(result.errors)")
        return result
      }
      let ws = workspace.path
      // A third sheet; two of the panel of five are taken off.
      _ = try act("assign", ws, id, "--as", "dudao-01", "--remove", "pingshen-04", "--remove", "pingshen-05")
      var words = ["score", ws, id, "--as", "pingshen-03", "--declare", "none", "--submit", "--recommend", "yes"]
      words += ["--opinion", "场景真实，前后数据齐全，推广条件写得清楚，建议推荐入库。"]
      for number in 1...12 {
        let criterion = String(format: "C%02d", number)
        words += ["--set", "\(criterion)=4", "--comment", "\(criterion)=有佐证"]
      }
      let scored = try reviewtui(words, environment: ["HOME": home.path])
      #expect(scored.status == 0, "\(scored.errors)")
      #expect(try act("list", ws, "stage:评审完成").output.contains(id))
      let referred = try act("decide", ws, id, "--as", "dudao-01", "--refer")
      #expect(referred.output.hasPrefix("ACK decisions/\(id).json r"))
      _ = try act(
        "decide", ws, id, "--as", "dudao-01", "--decision", "yes", "--document", "济工信纪〔2022〕12号", "--date",
        "2022-09-20", "--reason", "会议同意")
      _ = try act("publicity", ws, id, "--as", "dudao-01", "--start", "2022-09-30")
      #expect(try act("publicity", ws).output.contains("2022-09-30 至 2022-10-12"))
      _ = try act(
        "objection", ws, id, "--as", "dudao-01", "--text", "项目没有投入使用", "--from", "某公司", "--contact", "0537-0000000",
        "--received", "2022-10-12", "--evidence", "照片3张")
      _ = try act("decide", ws, id, "--as", "dudao-01", "--enter", status: 1)
      _ = try act(
        "objection", ws, id, "--as", "dudao-01", "--id", "o1", "--handler", "dudao-01", "--finding", "现场正在使用",
        "--outcome", "dismissed", "--reply", "2022-10-20")
      _ = try act("decide", ws, id, "--as", "dudao-01", "--enter")
      let file = workspace.appendingPathComponent("decisions/\(id).json")
      let decision = try json(file)
      let moves = try #require(decision["moves"] as? [[String: Any]])
      #expect(
        moves.suffix(4).map { $0["to"] as? String } == ["awaitingDecision", "proposed", "published", "listed"])
      #expect((moves.suffix(2).first?["window"] as? [String: Any])?["end"] as? String == "2022-10-12")
      let objections = try #require(decision["objections"] as? [[String: Any]])
      #expect(objections.first?["decision"] as? String == "dismissed" && objections.first?["accepted"] as? Bool == true)
      #expect(try act("list", ws, "stage:已入库").output.contains(id))
      let health = try reviewtui("doctor", ws, environment: ["HOME": home.path])
      #expect(!health.errors.contains("decisions/\(id)"), "\(health.errors)")
      let schemas = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema", ws,
      ])
      #expect(schemas.status == 0, "\(schemas.output)")
    }
  }
}
