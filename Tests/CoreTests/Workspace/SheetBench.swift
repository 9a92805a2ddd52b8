import TestSupport
import Testing

@testable import Core

/// A workspace with two reviewers and a supervisor, for what goes over journals, copies and visibility.
struct SheetBench {
  static let application = "2022-zoucheng-001"
  static let now = "2022-09-02T09:00:00+08:00"

  let temporary = TemporaryFolder()
  let workspace: Workspace
  let rubric: Rubric
  let sheets: ReviewStore
  let decisions: DecisionStore
  let id: RecordID
  let first = Person(id: "expert-01", name: "甲", roles: [.reviewer])
  let second = Person(id: "expert-02", name: "乙", roles: [.reviewer])
  let visitor = Person(id: "visitor-01", name: "丙", roles: [.inspector])
  let chief = Person(id: "chief-01", name: "丁", roles: [.supervisor])

  init() throws {
    temporary.write(try InspectionBench.bytes("program.json"), to: "program.json")
    temporary.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "expert-01", "name": "甲", "roles": ["reviewer"]}, {"id": "expert-02", "name": "乙", "roles": ["reviewer"]},
        {"id": "visitor-01", "name": "丙", "roles": ["inspector"]}, {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    workspace = try temporary.workspace()
    rubric = try workspace.program().rubric
    sheets = ReviewStore(workspace, state: nil, rubric: rubric)
    decisions = DecisionStore(workspace, state: nil)
    id = try #require(RecordID(Self.application))
  }

  func load(_ person: Person) throws -> ReviewStore.Sheet {
    try sheets.load(id, reviewer: #require(RecordID(person.id)))
  }

  @discardableResult
  func save(
    _ person: Person, _ edits: [ReviewEdit], submit: Bool = false, at now: String = now
  ) throws -> ReviewStore.Saved {
    try sheets.save(edits, to: load(person), submit: submit, by: person, at: now)
  }

  /// Every score, opinion and recommendation that a submission needs; `tenths` is cut to each criterion's maximum.
  func complete(_ tenths: Int) -> [ReviewEdit] {
    rubric.criteria.flatMap { criterion -> [ReviewEdit] in
      [
        .score(criterion: criterion.id, tenths: min(tenths, criterion.maximum)),
        .comment(criterion: criterion.id, "依据充分，前后对比完整。"),
      ]
    } + [.opinion("场景真实，数据齐全，推广条件写得清楚，建议推荐入库。"), .recommendation(.yes)]
  }

  @discardableResult
  func submit(_ person: Person, _ tenths: Int = 35, at now: String = now) throws -> ReviewStore.Saved {
    try save(person, complete(tenths), submit: true, at: now)
  }

  func file(_ person: Person) -> String { "reviews/\(Self.application)/\(person.id).json" }

  func journal(_ person: Person) -> String { "journal/\(person.id).jsonl" }

  /// What `check` says of the files.
  var problems: [FileProblem] { WorkspaceHealth(of: workspace, now: 0).problems }

  func history(_ viewer: Person?) -> [HistoryAct] {
    HistoryReader(workspace, rubric: rubric, viewer: viewer).read(.application(id)).acts
  }

  /// The name of the only copy of a person's sheet.
  func copy(_ person: Person) throws -> String {
    let folder = "reviews/\(Self.application)/history"
    return folder + "/" + (try #require(temporary.names(folder).first { $0.hasPrefix(person.id + "-r") }))
  }
}
