import Glibc

/// What can be taken back of a record, and of the texts in it.
public struct UndoHistory<Step: KeptStep>: Equatable, Sendable {
  /// How a text came about that stands in the record.
  public struct Text: Equatable, Sendable {
    /// Digest of the text.
    public let digest: String
    /// Its steps.
    public let trail: TextTrail

    /// The steps that led to `text`.
    public init(of text: String, _ trail: TextTrail) {
      digest = Digest.sha256Hex(Array(text.utf8))
      self.trail = trail.latest(1 << 18)
    }

    fileprivate init(digest: String, trail: TextTrail) {
      self.digest = digest
      self.trail = trail
    }

    /// The steps, if they led to `text`.
    public func trail(of text: String) -> TextTrail? {
      Digest.sha256Hex(Array(text.utf8)).hasSameBytes(as: digest) ? trail : nil
    }
  }

  /// The steps.
  public var stacks = UndoStacks<Step>()
  /// Digest of the file that the steps lead to.
  public var digest: String?
  /// The texts by field, as drafts name it.
  public var texts: [String: Text] = [:]

  /// Nothing yet.
  public init() {}
}

/// Histories in the private folder, one file for each person and record: frames are added, each made durable before the
/// next. Losing one loses nothing but undo; a history never changes a record or its journal.
public struct UndoStore: Sendable {
  static let schema = "reviewtui/undo/1"
  /// A file that has grown beyond this is written anew, with what it says now.
  private static let largest = 1 << 20
  private let state: StateFolder

  /// The histories in `state`.
  public init(_ state: StateFolder) { self.state = state }

  /// What is kept of `record`; nothing when there is no history, or none that can be read.
  public func read<Step: KeptStep>(_ record: WorkspacePath, of person: RecordID, _: Step.Type) -> UndoHistory<Step> {
    do throws(FileError) {
      let folder = try state.subfolder("undo")
      return Self.reading(try folder.read(name(record, person), max: Self.largest * 16)).history
    } catch {
      return UndoHistory()
    }
  }

  /// Keeps `new`, of which the file says `old` already; nil when it is not known what the file says.
  public func keep<Step: KeptStep>(
    _ new: UndoHistory<Step>, over old: UndoHistory<Step>?, _ record: WorkspacePath, of person: RecordID
  ) throws(FileError) {
    let folder = try state.subfolder("undo")
    let name = name(record, person)
    if let old, let size = try folder.status(of: name)?.st_size, size < Self.largest,
      Self.isWhole(try folder.read(name, max: Self.largest), says: old)
    {
      let frames = Self.frames(new, since: old)
      if !frames.isEmpty { try append(frames, to: name, in: folder) }
      return
    }
    let header = JSONObject([
      ("schema", .string(Self.schema)), ("person", .string(person.text)), ("record", .string(record.description)),
    ])
    let bytes = DraftFrames.frame(header) + Self.frames(new, since: nil)
    do throws(AtomicFile.Failure) {
      try AtomicFile(folder: folder, process: state.process).replace(name, with: bytes)
    } catch {
      switch error {
      case .unchanged(let failure), .unconfirmed(let failure): throw failure
      case .refused: return
      }
    }
  }

  private func append(_ bytes: [UInt8], to name: String, in folder: Folder) throws(FileError) {
    let flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { folder.calls.open(folder.descriptor, name, flags, 0) }
    guard answer >= 0 else { throw FileError(folder.path(of: name), .open, answer: answer) }
    defer { _ = folder.calls.close(Int32(answer)) }
    try folder.calls.writeAll(bytes, to: Int32(answer), file: folder.path(of: name))
    let synced = FileCalls.retrying { folder.calls.sync(Int32(answer)) }
    guard synced >= 0 else { throw FileError(folder.path(of: name), .sync, answer: synced) }
  }

  private func name(_ record: WorkspacePath, _ person: RecordID) -> String {
    var stem = record.parts.joined(separator: "_")
    if stem.hasSuffix(".json") { stem.removeLast(5) }
    return stem + "." + person.text + ".undo"
  }

  // MARK: - Frames

  private static func frames<Step>(_ new: UndoHistory<Step>, since old: UndoHistory<Step>?) -> [UInt8] {
    var bytes: [UInt8] = []
    if old == nil || old?.stacks != new.stacks || old?.digest != new.digest {
      let head: [(String, JSONValue)] = [("digest", new.digest.map { .string($0) } ?? .null)]
      bytes += DraftFrames.frame(JSONObject(head + new.stacks.members(since: old?.stacks)))
    }
    for (field, text) in new.texts.sorted(by: { $0.key < $1.key }) where old?.texts[field] != text {
      let head: [(String, JSONValue)] = [("field", .string(field)), ("of", .string(text.digest))]
      bytes += DraftFrames.frame(JSONObject(head + text.trail.members(since: nil)))
    }
    return bytes
  }

  /// Whether a file is whole and says `history`: another window may have added to it.
  private static func isWhole<Step>(_ bytes: [UInt8], says history: UndoHistory<Step>) -> Bool {
    let (found, isTorn) = reading(bytes) as (UndoHistory<Step>, Bool)
    return !isTorn && found == history
  }

  private static func reading<Step>(_ bytes: [UInt8]) -> (history: UndoHistory<Step>, isTorn: Bool) {
    var history = UndoHistory<Step>()
    var place = 0
    guard let header = DraftFrames.next(bytes, &place), header["schema"]?.string?.hasSameBytes(as: schema) == true
    else {
      return (history, true)
    }
    while let frame = DraftFrames.next(bytes, &place) {
      if let field = frame["field"]?.string, let digest = frame["of"]?.string {
        history.texts[field] = UndoHistory<Step>.Text(digest: digest, trail: TextTrail().taking(frame))
      } else {
        history.digest = frame["digest"]?.string
        history.stacks = history.stacks.taking(frame)
      }
    }
    return (history, place < bytes.count)
  }
}
