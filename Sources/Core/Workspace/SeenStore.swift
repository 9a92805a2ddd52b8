/// What a person last saw on the dashboard, in the private folder. Losing it loses nothing but "上次查看以来".
public struct SeenStore: Sendable {
  /// An earlier look.
  public struct Look: Equatable, Sendable {
    /// When (ISO 8601 with zone).
    public let at: String
    /// What was there.
    public let marks: OverviewMarks
  }

  private let state: StateFolder
  private let name: String
  private static let schema = "reviewtui/seen/1"

  /// The looks of `person`.
  public init(_ state: StateFolder, person: RecordID) {
    self.state = state
    name = "\(person.text).json"
  }

  /// The last look; nil when there is none that can be read.
  public func last() -> Look? {
    var limits = JSONLimits.standard
    limits.bytes = 64 * 1024 * 1024
    guard let folder = try? state.subfolder("seen"), let bytes = try? folder.read(name, max: limits.bytes),
      let value = try? JSONParser.parse(bytes, limits: limits), value["schema"]?.string == Self.schema,
      let at = value["at"]?.string, case .array(let list)? = value["marks"]
    else { return nil }
    return Look(at: at, marks: OverviewMarks(lines: Set(list.compactMap(\.string))))
  }

  /// Remembers a look.
  public func remember(_ look: Look) throws(FileError) {
    let lines = look.marks.lines.sorted { $0.precedesBytes(of: $1) }
    let bytes = JSONWriter.compact(
      .object(
        JSONObject([
          ("schema", .string(Self.schema)), ("at", .string(look.at)), ("marks", .array(lines.map { .string($0) })),
        ])))
    let folder = try state.subfolder("seen")
    do throws(AtomicFile.Failure) {
      try AtomicFile(folder: folder, process: state.process).replace(name, with: bytes)
    } catch {
      switch error {
      case .unchanged(let cause), .unconfirmed(let cause): throw cause
      case .refused: break
      }
    }
  }
}

extension SeenStore.Look {
  /// A look at `facts`.
  public init(at: String, _ facts: WorkspaceFacts) {
    self.init(at: at, marks: OverviewMarks(facts))
  }
}
