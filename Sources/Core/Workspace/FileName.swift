/// One entry of a folder, as bytes: names in a shared folder come from anybody's program.
public struct FileName: Equatable, Sendable {
  /// The name's bytes, which may be no text at all.
  public let bytes: [UInt8]
  /// What the folder says the entry is.
  public let kind: Kind

  /// What kind of entry a name stands for.
  public enum Kind: Equatable, Sendable {
    case file, folder, symbolicLink, other, unknown
  }

  /// What a name means to the program.
  public enum Meaning: Equatable, Sendable {
    /// A file of ours: `<id>` and the suffix asked for.
    case record(RecordID)
    /// A temporary file of this program.
    case ownTemporary
    /// What an editor, a sync tool or the system leaves behind: skipped.
    case leftover
    /// A second version that a sync tool or a person kept beside the first: shown, never counted.
    case conflictCopy
    /// Anything else: named as a problem, never opened.
    case unknown
  }

  /// The name for a message; bytes that are no text become U+FFFD. Shown only through `display()`.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What the name means where files are called `<id><suffix>`.
  public func meaning(suffix: String) -> Meaning {
    if bytes.starts(with: ".tmp-".utf8) { return .ownTemporary }
    if bytes.first == UInt8(ascii: ".") { return .leftover }
    let ending = Array(suffix.utf8)
    if bytes.count > ending.count, bytes.suffix(ending.count).elementsEqual(ending),
      let id = RecordID(bytes: bytes.dropLast(ending.count))
    {
      return .record(id)
    }
    if Self.leftoverEnds.contains(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) })
      || Self.leftoverStarts.contains(where: { bytes.starts(with: $0.utf8) })
      || Self.leftoverNames.contains(where: { bytes.elementsEqual($0.utf8) })
    {
      return .leftover
    }
    return Self.conflictMarks.contains(where: contains) ? .conflictCopy : .unknown
  }

  private func contains(_ part: String) -> Bool {
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
  }

  private static let leftoverStarts = ["~$", "~syncthing~", "#"]
  private static let leftoverEnds = ["~", ".orig", ".rej", ".bak", ".swp", ".tmp", ".part", ".crdownload"]
  private static let leftoverNames = ["Thumbs.db", "desktop.ini", "Desktop.ini"]
  private static let conflictMarks = [
    "sync-conflict-", "conflicted copy", "冲突", "副本", "- Copy", "(1)", "(2)", "（1）", "（2）",
  ]
}
