/// Which record a draft belongs to.
public struct DraftSubject: Equatable, Sendable {
  /// Who types.
  public let person: RecordID
  /// The record that is being edited.
  public let record: WorkspacePath
  /// Digest of the record's text when editing began; nil when there was no record yet.
  public let base: String?

  /// A subject.
  public init(person: RecordID, record: WorkspacePath, base: String?) {
    self.person = person
    self.record = record
    self.base = base
  }
}

/// Typed text that a process left behind when it died: to be taken up, compared or discarded.
public struct Draft: Equatable, Sendable {
  /// The text of one field, as last typed.
  public struct Field: Equatable, Sendable {
    /// The field, in words of whoever wrote it, for example `scores.C01.comment`.
    public let name: String
    /// Its text.
    public let text: String
    /// When it was typed (ISO 8601); a label.
    public let at: String
    /// How it came about, as far as that is known.
    public var trail = TextTrail()
  }

  /// Name of the draft's file in the private folder.
  public let name: String
  /// Whose record it belongs to.
  public let subject: DraftSubject
  /// The fields, in the order in which they were first typed into.
  public let fields: [Field]
  /// Whether the file ends in half a frame: the last moments of typing may be missing.
  public let isTorn: Bool
}
