import Glibc

/// A text that another editor works on: a file of its own in the private folder, with a note of where it belongs.
///
/// The note is locked for as long as this process or the editor lives (the editor inherits ``lock``): until then nobody
/// else offers the text back.
public final class OutsideText: Sendable, Equatable {
  /// Name of the text in the private folder.
  public let id: String
  /// Full path of the file for the editor.
  public let path: String
  /// The record.
  public let subject: DraftSubject
  /// The field, as drafts name it.
  public let field: String
  /// What was handed over.
  public let given: String
  /// Descriptor that holds the lock; below 0 where files cannot be locked.
  public let lock: Int32
  private let folder: Folder

  /// Largest text that is taken back, in bytes.
  public static let largest = 1 << 20

  init(
    in state: StateFolder, _ subject: DraftSubject, _ field: String, text: String, at now: String
  ) throws(FileError) {
    folder = try state.subfolder("edit")
    id = String(state.process.temporaryName().dropFirst(5))
    path = state.path + "/edit/" + id + ".txt"
    self.subject = subject
    self.field = field
    given = text
    let files = AtomicFile(folder: folder, process: state.process)
    let note = DraftFrames.header(subject, state.process) + DraftFrames.field(field, text: text, at: now)
    // Editors end a file with a line end of their own.
    let bytes = Array(text.utf8) + (text.isEmpty ? [] : [0x0A])
    do throws(AtomicFile.Failure) {
      try files.create(id + ".note", with: note)
      try files.create(id + ".txt", with: bytes)
    } catch {
      switch error {
      case .unchanged(let failure), .unconfirmed(let failure): throw failure
      case .refused: throw FileError(file: folder.path(of: id), step: .create, reason: .system(EIO))
      }
    }
    let answer = folder.calls.open(folder.descriptor, id + ".note", O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0)
    lock = Int32(answer)
    if answer >= 0 { _ = folder.calls.lock(lock, LOCK_EX | LOCK_NB) }
  }

  deinit { if lock >= 0 { _ = folder.calls.close(lock) } }

  /// One text is the same as itself only.
  public static func == (left: OutsideText, right: OutsideText) -> Bool { left === right }

  /// What the editor left behind; the line end that editors put at the end is not part of it.
  public func read() throws(FileError) -> [UInt8] {
    let bytes = try folder.read(id + ".txt", max: Self.largest)
    return Self.withoutLastLineEnd(bytes, given: given)
  }

  static func withoutLastLineEnd(_ bytes: [UInt8], given: String) -> [UInt8] {
    if bytes.suffix(2) == [0x0D, 0x0A] { return Array(bytes.dropLast(2)) }
    return bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
  }
}

/// A text that an editor worked on when this program died.
public struct LeftText: Equatable, Sendable {
  /// Name of the text in the private folder.
  public let id: String
  /// The record.
  public let subject: DraftSubject
  /// The field with the editor's text, and when it was handed over.
  public let field: Draft.Field
}

extension DraftStore {
  /// Puts a text into a file for another editor.
  public func handOut(
    _ subject: DraftSubject, _ field: String, text: String, at now: String
  ) throws(FileError) -> OutsideText {
    try OutsideText(in: state, subject, field, text: text, at: now)
  }

  /// Texts of `person` that differ from what was handed over and that nobody works on any more.
  public func leftTexts(by person: RecordID) throws(FileError) -> [LeftText] {
    let folder = try state.subfolder("edit")
    var found: [LeftText] = []
    for name in try folder.names() where name.bytes.suffix(5).elementsEqual(".note".utf8) && name.kind != .folder {
      let id = String(name.text.dropLast(5))
      guard let note = DraftFrames.read(try folder.read(name.text, max: 1 << 25)), let field = note.fields.first,
        note.subject.person == person, !isInUse(name.text, in: folder, by: note.process)
      else { continue }
      let text: String?
      do throws(FileError) {
        let bytes = try folder.read(id + ".txt", max: OutsideText.largest)
        text = String(decoding: OutsideText.withoutLastLineEnd(bytes, given: field.text), as: UTF8.self)
      } catch {
        text = nil
      }
      guard let text, !text.hasSameBytes(as: field.text) else {
        try takeIn(id, keepsText: false)
        continue
      }
      found.append(
        LeftText(id: id, subject: note.subject, field: Draft.Field(name: field.name, text: text, at: field.at)))
    }
    return found
  }

  /// Removes the files of a text, with what the editor put beside it; `keepsText` moves the text itself to the bin.
  public func takeIn(_ id: String, keepsText: Bool) throws(FileError) {
    let folder = try state.subfolder("edit")
    if keepsText {
      let bin = try state.subfolder("bin")
      let linked = FileCalls.retrying {
        folder.calls.link(folder.descriptor, id + ".txt", bin.descriptor, id + ".txt")
      }
      if linked < 0, linked != -Int(EEXIST), linked != -Int(ENOENT) {
        throw FileError(folder.path(of: id), .link, answer: linked)
      }
      try bin.sync()
    }
    for name in try folder.names() where name.kind != .folder && name.text.contains(id) { try folder.remove(name.text) }
    try folder.sync()
  }
}
