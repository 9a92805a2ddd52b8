/// One act on a file of the workspace, as the History screen and `history` show it.
public struct HistoryAct: Equatable, Sendable {
  /// Whether what the act left can be verified: the chain of file, journal and copy.
  public enum Standing: String, CaseIterable, Sendable {
    /// Everything fits (一致).
    case holds
    /// The file, or its copy, is not what the act left (文件已被改动).
    case changed
    /// The file is gone, or an older one came back.
    case lost
    /// A state of the file that no journal tells of (缺少记录).
    case unrecorded
    /// The copy that must be kept is missing (缺少副本).
    case noCopy
    /// The act does not follow what it says it follows, or its line was touched (顺序可疑).
    case doubtful
  }

  /// Something that the act changed.
  public struct Change: Equatable, Sendable {
    /// The members from the root, elements of lists by their names.
    public let path: [String]
    /// The value before; nil when there was none, or the journal does not say.
    public let from: JSONValue?
    /// The value after.
    public let to: JSONValue?
    /// A text of which the journal only says that it changed; the copies may have both versions.
    public let isText: Bool
  }

  /// When, as the person's machine said (ISO 8601 with zone); nil for a file that no journal tells of.
  public let at: String?
  /// Who: a person id; nil where the viewer must not know, or nobody knows.
  public let person: String?
  /// Stands for a reviewer whose name the viewer must not know yet: `A`, `B`…
  public let letter: String?
  /// As what.
  public let role: String?
  /// What: `score`, `submit`, `return`…; `present` for a file that no journal tells of.
  public let act: String
  /// The file inside the workspace; without the reviewer where the viewer must not know.
  public let file: String
  /// Its application.
  public let application: String?
  /// Its revision; nil where revisions are not counted, or their count would tell of hidden acts.
  public let revision: Int?
  /// What changed, as the journal tells it.
  public let changes: [Change]
  /// Whether it can be verified.
  public let standing: Standing
  /// The line of the person's journal; nil where there is none.
  public let line: Int?
  /// SHA-256 of the file before.
  public let before: String?
  /// SHA-256 of the file after.
  public let after: String?
  /// The file itself, for looking up its versions; never shown.
  let source: String
  /// Whether the viewer may see the versions of the file.
  let showsVersions: Bool
}

extension HistoryAct.Change {
  /// What a line of a journal tells of its act.
  static func all(in detail: JSONObject) -> [HistoryAct.Change] {
    detail.members.flatMap { member -> [HistoryAct.Change] in
      switch (member.key, member.value) {
      case ("scores", .object(let scores)): return sides(scores, under: ["scores"])
      case ("changes", .object(let values)): return sides(values, under: [])
      case ("comments", .array(let ids)): return ids.compactMap(\.string).map { text(["scores", $0, "comment"]) }
      case ("texts", .array(let paths)), ("changes", .array(let paths)):
        return paths.compactMap(\.string).map { text(split($0)) }
      case ("opinion", .bool): return [text(["opinion"])]
      case ("corrections", .array(let list)):
        return list.map { one in
          HistoryAct.Change(path: split(one["path"]?.string ?? ""), from: one["from"], to: one["to"], isText: false)
        }
      case ("lessons", .array(let list)):
        return list.map { HistoryAct.Change(path: ["lessons"], from: $0["a"], to: $0["b"], isText: false) }
      default: return [HistoryAct.Change(path: [member.key], from: nil, to: member.value, isText: false)]
      }
    }
  }

  private static func text(_ path: [String]) -> HistoryAct.Change {
    HistoryAct.Change(path: path, from: nil, to: nil, isText: true)
  }

  private static func sides(_ values: JSONObject, under path: [String]) -> [HistoryAct.Change] {
    values.members.map { member in
      HistoryAct.Change(
        path: path + split(member.key), from: member.value["from"], to: member.value["to"], isText: false)
    }
  }

  private static func split(_ dotted: String) -> [String] {
    dotted.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}
