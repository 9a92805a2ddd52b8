import Synchronization

/// Keeps the rubric frozen once a sheet was submitted: what is scored later must be scored with the same one.
///
/// Remembers what it found, so that a save does not read every sheet of a workspace; a submission asks again unless a
/// sheet of the same rubric is known, which nothing can undo.
final class RubricFreeze: Sendable {
  /// A submitted sheet of another rubric.
  struct Other: Equatable {
    /// Its file.
    let file: String
    /// Identifier of its rubric.
    let rubric: String
  }

  private enum Known { case nothing, free, same }

  private let known = Mutex(Known.nothing)

  /// A submitted sheet of the workspace that was scored with another rubric than `rubric`; nil when the first submitted
  /// sheet that is found has the same, or there is none. Sheets that cannot be read do not count.
  func other(than rubric: Rubric, in workspace: Workspace, first: RecordID, isSubmitting: Bool) -> Other? {
    let before = known.withLock { $0 }
    if before == .same || (before == .free && !isSubmitting) { return nil }
    var found = Known.free
    defer { known.withLock { $0 = found } }
    for application in applications(workspace, first: first) {
      guard let reviewers = whereReadable({ try workspace.reviews(of: application).listing().records }) else {
        continue
      }
      for reviewer in reviewers {
        let path = WorkspaceLayout.review(application, reviewer: reviewer)
        guard let document = whereReadable({ try workspace.documentIfPresent(path) }) ?? nil,
          let sheet = SheetRubric(document), sheet.wasSubmitted
        else { continue }
        if !sheet.isSame(as: rubric) {
          found = .nothing
          return Other(file: path.description, rubric: sheet.id)
        }
        // One of before there were digests proves nothing about what the rubric said.
        guard sheet.digest != nil else { continue }
        found = .same
        return nil
      }
    }
    return nil
  }

  /// What `check` says of the sheet at `path`: that it stands on another rubric. Empty when it does not, or cannot be read.
  static func problem(_ path: WorkspacePath, _ rubric: Rubric, _ workspace: Workspace) -> [FileProblem] {
    guard let document = whereReadable({ try workspace.documentIfPresent(path) }) ?? nil,
      let sheet = SheetRubric(document), !sheet.isSame(as: rubric)
    else { return [] }
    let isSameID = sheet.id.hasSameBytes(as: rubric.id)
    return [
      FileProblem(
        file: path.description, line: document.line(of: [isSameID ? "rubricDigest" : "rubric"]),
        reason: .otherRubric(found: sheet.id, isSameID: isSameID))
    ]
  }

  private func applications(_ workspace: Workspace, first: RecordID) -> [RecordID] {
    let all = whereReadable { try workspace.reviewed().folders().records } ?? []
    return [first] + all.filter { $0 != first }
  }
}

/// What a sheet's file says of its rubric, without reading its scores: those may not fit the present rubric at all.
struct SheetRubric: Equatable {
  /// Identifier of the rubric.
  let id: String
  /// Its digest; nil for a sheet that was never submitted, or was before there were such digests.
  let digest: String?
  /// Whether the sheet was submitted at least once.
  let wasSubmitted: Bool

  init?(_ document: Document) {
    guard case .object(let root) = document.value, case .string(let id)? = root["rubric"] else { return nil }
    self.id = id
    if case .string(let digest)? = root["rubricDigest"] { self.digest = digest } else { digest = nil }
    wasSubmitted = digest != nil || root["state"] == .string(Review.State.submitted.rawValue)
  }

  func isSame(as rubric: Rubric) -> Bool {
    id.hasSameBytes(as: rubric.id) && (digest.map { $0.hasSameBytes(as: rubric.digest) } ?? true)
  }
}
