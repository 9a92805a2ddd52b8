/// Two versions of a file around an act, where copies of both are at hand.
public struct HistoryVersions: Equatable, Sendable {
  /// The place of every difference.
  public let differences: [RecordDifference]
  /// The revision that it is compared with; nil for a file that was new.
  public let earlier: Int?
  /// Whether that is the revision right before; otherwise the last one that was kept.
  public let isNext: Bool

  /// Versions that were compared.
  public init(differences: [RecordDifference], earlier: Int?, isNext: Bool) {
    (self.differences, self.earlier, self.isNext) = (differences, earlier, isNext)
  }
}

extension HistoryReader {
  /// What the act changed field by field; nil where one of the two versions is not kept, or not to be seen.
  public func versions(of act: HistoryAct) -> HistoryVersions? {
    guard act.showsVersions, let path = WorkspacePath(act.source), let after = act.after,
      let new = version(of: path, digest: after)
    else { return nil }
    guard let before = act.before else {
      // All of an application is no change that anybody made.
      if path.parts[0] == "applications" { return nil }
      return HistoryVersions(differences: Self.told(.object(JSONObject()), new), earlier: nil, isNext: true)
    }
    if let old = version(of: path, digest: before) {
      return HistoryVersions(
        differences: Self.told(old, new), earlier: old["revision"]?.number?.int, isNext: true)
    }
    guard let revision = act.revision, let (old, kept) = kept(of: path, before: revision) else { return nil }
    return HistoryVersions(differences: Self.told(old, new), earlier: kept, isNext: false)
  }

  /// Without what every save changes.
  private static func told(_ old: JSONValue, _ new: JSONValue) -> [RecordDifference] {
    let ofFile: Set<String> = ["schema", "revision", "previous", "savedAt", "submittedAt", "transcript"]
    return RecordDifference.list(old, new).filter {
      !ofFile.contains($0.path.first ?? "") && $0.path.last != "basis"
    }
  }

  /// The version of the file with this digest: the file itself, or a copy.
  private func version(of path: WorkspacePath, digest: String) -> JSONValue? {
    if let found = value(path, digest: digest) { return found }
    for name in copies(of: path) where name.hasSuffix("-\(digest.prefix(12)).json") {
      if let copy = WorkspacePath(Array(path.folders) + ["history", name]), let found = value(copy, digest: digest) {
        return found
      }
    }
    return nil
  }

  /// The last copy of a revision below `revision`, with its number.
  private func kept(of path: WorkspacePath, before revision: Int) -> (JSONValue, Int)? {
    for name in copies(of: path).reversed() {
      let parts = name.split(separator: "-")
      guard parts.count > 2, let number = Int(parts[parts.count - 2].dropFirst()), number < revision,
        let copy = WorkspacePath(Array(path.folders) + ["history", name]), let found = value(copy, digest: nil)
      else { continue }
      return (found, number)
    }
    return nil
  }

  /// The names of the copies of a file, oldest first.
  private func copies(of path: WorkspacePath) -> [String] {
    let start = Array("\(path.name.dropLast(5))-r".utf8)
    do throws(FileError) {
      return try workspace.root.folder(path.folders + ["history"]).names().filter { name in
        name.bytes.starts(with: start)
          && name.bytes.dropFirst(start.count).prefix { $0 >= 0x30 && $0 <= 0x39 }.count >= 6
      }.map(\.text)
    } catch {
      return []
    }
  }

  private func value(_ path: WorkspacePath, digest: String?) -> JSONValue? {
    do throws(FileProblem) {
      let document = try workspace.document(path)
      return digest == nil || document.digest == digest ? document.value : nil
    } catch {
      return nil
    }
  }
}
