import Glibc

/// The drafts of a person in the private folder: one file for each person, record and process.
public struct DraftStore: Sendable {
  let state: StateFolder

  /// The drafts in `state`.
  public init(_ state: StateFolder) { self.state = state }

  /// A writer for what is typed into one record. `onChange` is called from the writer's own thread.
  public func writer(
    for subject: DraftSubject, onChange: @escaping @Sendable (DraftWriter.State) -> Void = { _ in }
  ) -> DraftWriter {
    DraftWriter(state, subject, onChange: onChange)
  }

  /// Drafts of `person` whose process is gone, oldest name first. Drafts in which nothing was typed are not listed.
  public func recoverable(by person: RecordID) throws(FileError) -> [Draft] {
    let folder = try state.subfolder("drafts")
    var drafts: [Draft] = []
    for name in try folder.names() where name.bytes.suffix(6).elementsEqual(".draft".utf8) && name.kind != .folder {
      guard let reading = DraftFrames.read(try folder.read(name.text, max: Self.largestFile)) else { continue }
      guard reading.subject.person == person, !reading.fields.isEmpty else { continue }
      guard !isInUse(name.text, in: folder, by: reading.process) else { continue }
      drafts.append(
        Draft(name: name.text, subject: reading.subject, fields: reading.fields, isTorn: reading.isTorn))
    }
    return drafts
  }

  /// Moves a draft to the bin: it is out of sight and can still be found by hand.
  public func discard(_ draft: Draft) throws(FileError) {
    let folder = try state.subfolder("drafts")
    let bin = try state.subfolder("bin")
    let linked = FileCalls.retrying { folder.calls.link(folder.descriptor, draft.name, bin.descriptor, draft.name) }
    if linked < 0, linked != -Int(EEXIST) {
      throw FileError(folder.path(of: draft.name), .link, answer: linked)
    }
    try bin.sync()
    try folder.remove(draft.name)
    try folder.sync()
  }

  private static let largestFile = 64 * 1024 * 1024

  /// Whether the process that made the draft still lives: it holds a lock on it. Without locks its number must do.
  func isInUse(_ name: String, in folder: Folder, by process: ProcessIdentity) -> Bool {
    let answer = folder.calls.open(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0)
    guard answer >= 0 else { return !process.isGone }
    defer { _ = folder.calls.close(Int32(answer)) }
    let locked = folder.calls.lock(Int32(answer), LOCK_EX | LOCK_NB)
    if locked == -Int(EWOULDBLOCK) { return true }
    return locked >= 0 ? false : !process.isGone
  }
}
