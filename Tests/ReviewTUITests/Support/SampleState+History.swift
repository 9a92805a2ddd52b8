import Core
import Foundation
import TestSupport

@testable import ReviewTUI

extension SampleState {
  /// Sheets of three reviewers of one application, in a workspace of their own: two submitted, one of them sent back.
  private static func made() throws -> (workspace: Workspace, folder: TemporaryFolder, id: RecordID) {
    let folder = TemporaryFolder()
    for name in ["program.json", "people.json"] {
      folder.write([UInt8](try Data(contentsOf: root.appendingPathComponent("sample-data/" + name))), to: name)
    }
    let workspace = try Workspace.open(folder.path)
    let rubric = try program().rubric
    guard let id = RecordID(ids[1]) else { throw CocoaError(.fileNoSuchFile) }
    let store = ReviewStore(workspace, state: nil, rubric: rubric)
    for (place, name) in ["pingshen-01", "pingshen-02", "pingshen-03"].enumerated() {
      guard let person = try workspace.roster()[name], let reviewer = RecordID(name) else { continue }
      var edits: [ReviewEdit] = rubric.criteria.enumerated().flatMap { offset, criterion -> [ReviewEdit] in
        [
          .score(criterion: criterion.id, tenths: criterion.maximum - 10 - (place + offset) % 3 * 5),
          .comment(criterion: criterion.id, offset % 2 == 0 ? "前后对比数据完整，口径与附件一致。" : ""),
        ]
      }
      edits += [.opinion("场景真实，前后数据齐全，推广条件写得清楚，建议推荐入库。"), .recommendation(place == 2 ? .hold : .yes)]
      if place == 2 { edits = Array(edits.prefix(9)) }
      let saved = try store.save(
        edits, to: store.load(id, reviewer: reviewer), submit: place < 2, by: person,
        at: "2022-09-0\(place + 1)T10:00:00+08:00")
      if place == 1, let chief = try workspace.roster()["dudao-01"] {
        _ = try DecisionStore(workspace, state: nil).sendBack(
          saved.sheet, for: .outlier, note: "C07偏高", by: chief, at: "2022-09-03T09:00:00+08:00")
      }
    }
    return (workspace, folder, id)
  }

  private static let readSheets = Result { try made() }

  private static func person(_ id: String) throws -> Person? { try readSheets.get().workspace.roster()[id] }

  /// History of an application, as supervisor 督导01.
  static func history(_ size: Size, language: Language = .zh) throws -> AppState {
    let (workspace, _, id) = try readSheets.get()
    var state = try browse(size, language: language)
    state.person = try person("dudao-01")
    let reader = HistoryReader(workspace, rubric: try program().rubric, viewer: state.person)
    _ = state.update(
      .historyRead(HistoryPage(application: id.text, report: reader.read(.application(id)), names: try names())))
    return state
  }

  /// All sheets of an application, as 督导01 or as the reviewer who submitted.
  static func panel(_ size: Size, language: Language, isSupervisor: Bool) throws -> AppState {
    let (workspace, _, id) = try readSheets.get()
    var state = try browse(size, language: language)
    state.person = try person(isSupervisor ? "dudao-01" : "pingshen-01")
    state.readOnly = isSupervisor ? .notReviewer : nil
    let store = ReviewStore(workspace, state: nil, rubric: try program().rubric)
    _ = state.update(
      .panelRead(PanelPage(panel: try SheetPanel(id, in: store, viewer: state.person), names: try names())))
    press(&state, .down, .down)
    return state
  }

  private static func names() throws -> [String: String] {
    Dictionary(try readSheets.get().workspace.roster().people.map { ($0.id, $0.name) }) { first, _ in first }
  }
}
