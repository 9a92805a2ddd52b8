import Core
import Foundation

@testable import ReviewTUI

/// States of the console over a fixed part of the sample data, built without files being written.
enum SampleState {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Applications that the golden frames show; a fixed choice, so that more sample data changes no frame.
  static let ids = [
    "2022-gaoxin-001", "2022-jingkai-001", "2022-jingkai-002", "2022-jingkai-003", "2022-jinxiang-001",
    "2022-taibaihu-001", "2022-taibaihu-002", "2022-taibaihu-003", "2022-yanzhou-001", "2022-zoucheng-001",
    "2022-zoucheng-002",
  ]

  static func json(_ path: String) throws -> JSONValue {
    let data = try Data(contentsOf: root.appendingPathComponent("sample-data/\(path)"))
    return try JSONParser.parse([UInt8](data))
  }

  private static let readProgram = Result { try Program(json: json("program.json")) }
  private static let readApplications = Result {
    try Dictionary(uniqueKeysWithValues: ids.map { ($0, try Application(json: json("applications/\($0).json"))) })
  }

  /// Once for all frames: the rules read every text of an application.
  private static let readFindings = Result {
    let rules = RuleBook(program: try program())
    return try Dictionary(uniqueKeysWithValues: ids.map { ($0, rules.findings(try application($0))) })
  }

  static func findings(_ id: String) throws -> [Finding] { try readFindings.get()[id] ?? [] }

  static func program() throws -> Program { try readProgram.get() }

  static func application(_ id: String) throws -> Application {
    guard let application = try readApplications.get()[id] else { throw CocoaError(.fileNoSuchFile) }
    return application
  }

  /// Browse with everything loaded, as reviewer 评审01.
  static func browse(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = AppState(
      size: size, language: language, theme: .mono, workspace: "sample-data",
      person: Person(id: "pingshen-01", name: "评审01", roles: [.reviewer]))
    _ = state.update(.programLoaded(try program()))
    let program = try program()
    let rows = try ids.map { id in
      let application = try application(id)
      return QueryRow(
        ApplicationSummary(application), program: program,
        flags: ApplicationFlags.codes(of: application, findings: try findings(id)))
    }
    _ = state.update(.rowsLoaded(rows, found: rows.count))
    _ = state.update(.loadFinished([]))
    var review = Review(application: ids[1], reviewer: "pingshen-01", rubric: program.rubric)
    for index in 0..<5 { review.entries[index].score = 60 + index * 5 }
    _ = state.update(.reviewsLoaded(reviews: [ids[1]: review], stages: [:]))
    var clock = AppState.ClockReading()
    clock.time = "09:30"
    clock.next = (key: "deadline", days: 3)
    _ = state.update(.clock(clock))
    return state
  }

  static func read(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    let application = try application(ids[1])
    let findings = try findings(ids[1])
    _ = state.update(
      .opened(OpenedApplications(purpose: .read, applications: [application], sheet: nil, findings: findings)))
    return state
  }

  /// Verify of an application with words that were not understood, as supervisor 督导01.
  static func verify(_ size: Size, language: Language = .zh, id: String = "2022-wenshang-002") throws -> AppState {
    var state = try browse(size, language: language)
    state.person = Person(id: "dudao-01", name: "督导01", roles: [.supervisor])
    let json = try json("applications/\(id).json")
    let application = try Application(json: json)
    let record = VerifyRecord(application: application, fields: CorrectableField.all(of: application, json: json))
    _ = state.update(
      .opened(OpenedApplications(purpose: .verify, applications: [application], sheet: nil, verify: record)))
    return state
  }

  /// A visit in progress, as its lead 核查01, with a member who answered one item otherwise.
  static func inspect(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    state.person = Person(id: "hecha-01", name: "核查01", roles: [.inspector])
    state.readOnly = .notReviewer
    state.clock.iso = "2022-09-08T16:00:00+08:00"
    let application = try application(ids[0])
    let program = try program()
    let visit = try Inspection(json: json("inspections/\(ids[0])/v1.json"))
    var part = InspectionPart(visit: "v1", application: ids[0], person: "hecha-02")
    part.hasConflict = false
    if let item = visit.item("G04") {
      var other = item
      (other.answer, other.note) = (.mostly, "第二台未开机")
      part.items = [other]
    }
    _ = state.update(.programLoaded(program))
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .inspect, applications: [application], sheet: nil, visit: OpenedVisit(visit: visit, parts: [part]))))
    return state
  }

  /// A signed visit with a problem that waits for its fix, as its lead 核查02.
  static func signedVisit(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    state.person = Person(id: "hecha-02", name: "核查02", roles: [.inspector])
    state.readOnly = .notReviewer
    state.clock.iso = "2022-09-22T10:00:00+08:00"
    let id = "2022-yanzhou-001"
    let visit = try Inspection(json: json("inspections/\(id)/v1.json"))
    let part = try InspectionPart(json: json("inspections/\(id)/v1/hecha-01.json"))
    _ = state.update(.programLoaded(try program()))
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .inspect, applications: [try application(id)], sheet: nil,
          visit: OpenedVisit(visit: visit, parts: [part]))))
    return state
  }

  /// The visits of 核查01, seen on a day between them.
  static func agenda(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    let person = Person(id: "hecha-01", name: "核查01", roles: [.inspector])
    state.person = person
    state.readOnly = .notReviewer
    let visits = try ["2022-gaoxin-001", "2022-yanzhou-001", "2022-zoucheng-001"].map { id in
      (visit: try Inspection(json: json("inspections/\(id)/v1.json")), parts: [InspectionPart]())
    }
    let agenda = VisitAgenda(visits, of: person, try program().inspection, at: "2022-09-14T08:00:00+08:00")
    _ = state.update(.visitsListed(application: nil, agenda.entries, problems: 0))
    return state
  }

  static func compare(_ ids: [String], _ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    let applications = try ids.map { try application($0) }
    _ = state.update(.opened(OpenedApplications(purpose: .compare, applications: applications, sheet: nil)))
    return state
  }

  static func score(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    let empty = Review(application: ids[1], reviewer: "pingshen-01", rubric: try program().rubric)
    let review = state.library.reviews[ids[1]] ?? empty
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .score, applications: [try application(ids[1])], sheet: Sheet(review: review, digest: nil))))
    return state
  }

  /// Presses keys one after the other.
  static func press(_ state: inout AppState, _ keys: Key...) {
    for key in keys { _ = state.update(.input(.key(key))) }
  }

  /// Types text, one key a character.
  static func type(_ state: inout AppState, _ text: String) {
    for character in text { _ = state.update(.input(.key(.character(character)))) }
  }
}

/// The dashboard over the sample data.
extension SampleState {
  static let supervisor = Person(id: "dudao-01", name: "督导01", roles: [.supervisor])
  static let now = "2022-09-20T09:30:00+08:00"

  private static let readFacts = Result {
    try WorkspaceFacts.load(
      Workspace.open(root.appendingPathComponent("sample-data").path), program: program(), withFindings: true, at: now)
  }

  /// What the backend would post.
  static func reading(person: Person?) throws -> OverviewReading {
    let facts = try readFacts.get()
    let earlier = OverviewMarks(facts).lines.filter { !$0.hasPrefix("submitted") && !$0.hasSuffix("reviewing") }
    return OverviewReading(
      overview: Overview(facts, viewer: person, at: now), roster: facts.roster,
      companies: Dictionary(facts.applications.map { ($0.id, $0.company) }) { first, _ in first },
      news: OverviewMarks(facts).news(since: OverviewMarks(lines: earlier)), lastLook: "2022-09-19T17:02:00+08:00")
  }

  static func dashboard(_ size: Size, language: Language = .zh) throws -> AppState {
    var state = try browse(size, language: language)
    state.person = supervisor
    state.clock.iso = now
    press(&state, .control("d"))
    _ = state.update(.overviewRead(try reading(person: supervisor)))
    return state
  }
}
