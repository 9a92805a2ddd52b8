import Foundation
import Testing

@testable import Core

/// The repository's root, found from this file.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

func jiningProgram() throws -> Program {
  let bytes = [UInt8](try Data(contentsOf: repository.appendingPathComponent("sample-data/program.json")))
  return try Program(json: JSONParser.parse(bytes))
}

@Suite struct ProgramTests {
  @Test func holdsTheCallOfTheNotice() throws {
    let program = try jiningProgram()
    #expect(program.year == 2022)
    #expect(program.units.count == 14)
    #expect(program.scenarios.map(\.code) == (1...10).map { $0 < 10 ? "SC0\($0)" : "SC\($0)" })
    #expect(program.unit("zoucheng")?.name == "邹城市")
    #expect(program.scenario("SC08")?.aliases == ["全域物流检测"])
    #expect(program.scenario("SC05")?.aliases == ["生产过程追溯"])
    #expect(program.date("deadline")?.at == "2022-08-25T12:00:00+08:00")
    #expect(program.scenarios.allSatisfy { !$0.description.isEmpty && !$0.conditions.isEmpty })
  }

  @Test func rubricAddsUpToAHundred() throws {
    let rubric = try jiningProgram().rubric
    #expect(rubric.criteria.count == 12)
    #expect(rubric.maximum == 1000)
    #expect(rubric.step == 5)
    #expect(rubric.criteria.allSatisfy { $0.anchors.count == rubric.bands.count && !$0.evidence.isEmpty })
    #expect(rubric.groups.flatMap(\.criteria) == rubric.criteria.map(\.id))
  }

  @Test func sampleAndBuiltInProgrammeAreTheSame() throws {
    let sample = try Data(contentsOf: repository.appendingPathComponent("sample-data/program.json"))
    let builtIn = try Data(contentsOf: repository.appendingPathComponent("Sources/ReviewTUI/Resources/program.json"))
    #expect(sample == builtIn)
  }
}
