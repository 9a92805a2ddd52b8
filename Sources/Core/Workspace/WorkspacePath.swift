/// A path inside a workspace, in parts that cannot leave it: no part is empty, `.`, `..`, or holds `/` or NUL.
public struct WorkspacePath: Equatable, Sendable, CustomStringConvertible {
  /// The folders and, last, the name.
  public let parts: [String]

  /// Nil when a part could lead out of the workspace.
  public init?(_ parts: [String]) {
    guard !parts.isEmpty, parts.allSatisfy(Self.isSafe) else { return nil }
    self.parts = parts
  }

  /// Nil when the text, split at `/`, has a part that could lead out of the workspace.
  public init?(_ text: String) {
    self.init(text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0) ?? "" })
  }

  /// Parts made by the program from checked ids.
  init(checked parts: String...) { self.parts = parts }

  /// As above.
  init(checked parts: [String]) { self.parts = parts }

  /// The last part.
  public var name: String { parts[parts.count - 1] }

  /// The parts before the name.
  public var folders: ArraySlice<String> { parts.dropLast() }

  /// The parts joined by `/`.
  public var description: String { parts.joined(separator: "/") }

  /// Whether messages about the file must not quote it: a score sheet may be hidden, and a journal tells of scores.
  var isSecret: Bool {
    parts.count > 1 && (parts[0].hasSameBytes(as: "reviews") || parts[0].hasSameBytes(as: "journal"))
  }

  /// Whether both have the same bytes.
  public static func == (left: WorkspacePath, right: WorkspacePath) -> Bool {
    left.description.hasSameBytes(as: right.description)
  }

  private static func isSafe(_ part: String) -> Bool {
    let bytes = part.utf8
    return !bytes.isEmpty && bytes.count <= 255 && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(0)
      && !part.hasSameBytes(as: ".") && !part.hasSameBytes(as: "..")
  }
}
