import Core
import TestSupport
import Testing

@testable import ReviewTUI

/// `--from`: what was saved elsewhere comes back with the checks of every save.
@Suite struct TakeBackTests {
  private let bench = CommandBench.filled()
  private let id = CommandBench.application

  private func score(_ words: String..., as person: String = "expert-01") -> CommandBench.Result {
    bench.runAll(["score", "$", id, "--as", person] + words)
  }

  /// The sheet of expert-01 with `change`, as a console would have written it elsewhere.
  private func rescue(_ typed: String = "", _ change: (inout Review) -> Void) throws -> String {
    let rubric = try Program(json: JSONParser.parse(Array((bench.text("program.json") ?? "").utf8))).rubric
    let name = "reviews/\(id)/expert-01.json"
    var review = Review(application: id, reviewer: "expert-01", rubric: rubric)
    if let text = bench.text(name) {
      review = try Review(json: JSONParser.parse(Array(text.utf8)), rubric: rubric)
      review.previous = Digest.sha256Hex(Array(text.utf8))
    }
    review.revision += 1
    change(&review)
    let record = String(decoding: JSONWriter.compact(review.json), as: UTF8.self)
    let text = """
      {"schema": "reviewtui/rescue/1", "person": "expert-01", "at": "", "workspace": "", "records": [\(record)],
       "typed": [\(typed)]}
      """
    bench.write(text, to: "../rescue.json")
    return bench.path + "/rescue.json"
  }

  @Test func aSheetComesBack() throws {
    #expect(score("--set", "C01=8").exit == .done)
    let file = try rescue(
      """
      {"application": "\(id)", "field": "C03", "text": "写到一半的评语"}, {"application": "\(id)", "field": "C07=", "text": "7."}
      """
    ) {
      $0.entries[0].score = 60
      $0.entries[1].score = 75
      $0.opinion = "意见"
    }
    let result = score("--from", file)
    #expect(result.exit == .done, "\(result.err)")
    #expect(result.out.contains("ACK reviews/\(id)/expert-01.json r2"))
    #expect(result.err.contains("C07") && result.err.contains("7."), "what is half a figure is told: \(result.err)")
    let text = bench.text("reviews/\(id)/expert-01.json") ?? ""
    #expect(text.contains("写到一半的评语") && text.contains("意见") && text.contains("\"score\": 6,"))
    // Once more changes nothing: all of it is there. The base is another one, and nothing differs.
    let before = bench.contents()
    _ = try rescue { $0.revision += 0 }
    #expect(score("--from", file).exit == .done)
    #expect(bench.contents() == before)
  }

  @Test func anotherVersionIsAConflictAndWritesNothing() throws {
    #expect(score("--set", "C01=8").exit == .done)
    let file = try rescue { $0.entries[1].score = 75 }
    #expect(score("--set", "C05=4").exit == .done)
    let before = bench.contents()
    let result = score("--from", file)
    #expect(result.exit == .failed && result.err.contains("conflict"), "\(result.err)")
    #expect(bench.contents() == before)
  }

  @Test func nobodyTakesAnothersSheet() throws {
    let file = try rescue { $0.entries[1].score = 75 }
    #expect(score("--from", file, as: "expert-02").exit == .usage)
    #expect(score("--from", bench.path + "/missing.json").exit == .failed)
    bench.write("{", to: "../broken.json")
    #expect(score("--from", bench.path + "/broken.json").exit == .problems)
    #expect(score("--from", bench.workspace + "/program.json").exit == .usage)
    bench.write(
      "{\"schema\": \"reviewtui/review/1\", \"application\": \"\(id)\", \"reviewer\": \"expert-01\", \"scores\": 3}",
      to: "../odd.json")
    #expect(score("--from", bench.path + "/odd.json").exit == .problems)
  }

  @Test func aVisitAndItsCutShortSignatureComeBack() throws {
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "visitor-01", "name": "丙", "roles": ["inspector"]}, {"id": "visitor-02", "name": "戊", "roles": ["inspector"]},
        {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    func inspect(_ person: String, _ words: String...) -> CommandBench.Result {
      bench.runAll(["inspect", "$", id, "--as", person] + words)
    }
    #expect(
      inspect(
        "chief-01", "--plan", "2022-09-01T09:00:00+08:00", "--inspector", "visitor-01", "--inspector", "visitor-02"
      ).exit == .done)
    let name = "inspections/\(id)/v1.json"
    let old = bench.text(name) ?? ""
    var visit = try Inspection(json: JSONParser.parse(Array(old.utf8)))
    visit.previous = Digest.sha256Hex(Array(old.utf8))
    visit.revision += 1
    visit.note = "断电前的笔记"
    visit.items[0].answer = .yes
    bench.write(JSONWriter.pretty(visit.json), to: "../visit.json")
    let result = inspect("visitor-01", "--from", bench.path + "/visit.json")
    #expect(result.exit == .done, "\(result.err)")
    #expect(bench.text(name)?.contains("断电前的笔记") == true)
    #expect(inspect("visitor-02", "--from", bench.path + "/visit.json").exit == .usage, "the lead's record")
    // What planning decided cannot come in this way.
    visit.previous = Digest.sha256Hex(Array((bench.text(name) ?? "").utf8))
    visit.batch = "另一批"
    bench.write(JSONWriter.pretty(visit.json), to: "../visit.json")
    let refused = inspect("visitor-01", "--from", bench.path + "/visit.json")
    #expect(refused.exit == .problems && refused.err.contains("batch"), "\(refused.err)")
  }
}
