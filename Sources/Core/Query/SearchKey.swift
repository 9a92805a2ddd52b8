/// What is kept of an application so that a keystroke can filter thousands: the list's words, folded, with their initials,
/// and the numbers that comparisons need. About 300 bytes for an ordinary application, in one allocation.
public struct SearchKey: Equatable, Sendable {
  /// Folded id, company and project, then the initials of company and project; a zero byte after each.
  private let bytes: [UInt8]
  private let companyStart: UInt32
  private let projectStart: UInt32
  private let initialsStart: UInt32
  private let projectInitialsStart: UInt32
  /// Place of the unit in the programme; nil for a key that the programme does not have.
  public let unit: Int?
  /// Places of the scenarios in the programme as bits; of a programme with more than 64, the first 64.
  public let scenarios: UInt64
  /// Total investment, 万元; nil when not given.
  let investment: Double?
  /// Whether folding leaves the words of the application as they are but for case and punctuation.
  let wordsArePlain: Bool

  /// The key of one summary; ``SearchKeyMaker`` makes many.
  public init(_ summary: ApplicationSummary, program: Program) {
    self = SearchKeyMaker(program).key(summary)
  }

  init(_ summary: ApplicationSummary, unit: Int?, scenarios: UInt64) {
    var bytes: [UInt8] = []
    let names = summary.company.utf8.count + summary.project.utf8.count
    bytes.reserveCapacity(summary.id.utf8.count + 2 * names + 8)
    func append(_ text: String) {
      Folding.withBytes(of: text) { Folding.append($0, to: &bytes) }
      bytes.append(PinyinCodes.separator)
    }
    append(summary.id)
    let company = bytes.count
    append(summary.company)
    let project = bytes.count
    append(summary.project)
    let initials = bytes.count
    PinyinCodes.shared.append(initialsOf: company..<project - 1, in: &bytes)
    bytes.append(PinyinCodes.separator)
    let projectInitials = bytes.count
    PinyinCodes.shared.append(initialsOf: project..<initials - 1, in: &bytes)
    bytes.append(PinyinCodes.separator)
    self.bytes = bytes
    companyStart = UInt32(clamping: company)
    projectStart = UInt32(clamping: project)
    initialsStart = UInt32(clamping: initials)
    projectInitialsStart = UInt32(clamping: projectInitials)
    self.unit = unit
    self.scenarios = scenarios
    investment = summary.investment?.double
    wordsArePlain = Folding.withBytes(of: summary.words, Folding.isPlain)
  }

  /// Which of the key's texts to look in.
  enum Part {
    case id, company, project
    /// Id, company and project together.
    case list
  }

  /// The folded bytes of a part, a zero byte between texts.
  @inline(__always)
  func withFolded<Result>(_ part: Part, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let range =
      switch part {
      case .id: 0..<Int(companyStart) - 1
      case .company: Int(companyStart)..<Int(projectStart) - 1
      case .project: Int(projectStart)..<Int(initialsStart) - 1
      case .list: 0..<Int(initialsStart) - 1
      }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The initials of a part; the id has none.
  @inline(__always)
  func withInitials<Result>(_ part: Part, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range =
      switch part {
      case .id: 0..<0
      case .company: Int(initialsStart)..<Int(projectInitialsStart) - 1
      case .project: Int(projectInitialsStart)..<bytes.count - 1
      case .list: Int(initialsStart)..<bytes.count - 1
      }
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether the application names the scenario at this place of the programme.
  public func hasScenario(_ place: Int) -> Bool { place >= 0 && place < 64 && scenarios >> UInt64(place) & 1 != 0 }
}
