import ArgumentParser
import Core

/// A kind of report on the command line.
struct ReportArgument: ExpressibleByArgument {
  let kind: ReportKind

  init?(argument: String) {
    guard let kind = ReportKind(rawValue: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { ReportKind.allCases.map(\.rawValue) }
}

/// An encoding of CSV on the command line.
struct EncodingArgument: ExpressibleByArgument {
  let encoding: ReportCSV.Encoding

  init?(argument: String) {
    guard let encoding = ReportCSV.Encoding(rawValue: argument) else { return nil }
    self.encoding = encoding
  }

  static var allValueStrings: [String] { ReportCSV.Encoding.allCases.map(\.rawValue) }
}

/// `reviewtui export WORKSPACE KIND [QUERY] --out FILE`.
struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: HelpWords.export)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.exportKind) var report: ReportArgument
  @Argument(help: HelpWords.query) var query: [String] = []
  @Option(help: HelpWords.exportOut) var out: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @Option(help: HelpWords.exportEncoding) var encoding: EncodingArgument?
  @Option(help: HelpWords.exportUnit) var unit: String?
  @Flag(help: HelpWords.exportForce) var force = false
  @Flag(help: HelpWords.exportBlind) var blind = false
  @Flag(help: HelpWords.exportMask) var mask = false
  @Option(help: HelpWords.exportKey) var key: String?
  @OptionGroup var common: CommonOptions

  private var kind: ReportKind { report.kind }

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let isWorkbook = try self.isWorkbook()
    try refuseContradictions(isWorkbook: isWorkbook)
    let query: Query
    do throws(QueryError) { query = try Query(self.query.joined(separator: " ")) } catch {
      throw CommandFailure(.usage, QueryWords.phrase(error))
    }
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    let viewer: Person?
    if let person { viewer = try context.person(person, in: open) } else { viewer = nil }
    do throws(Permission.Denial) { try kind.permit(viewer) } catch {
      throw CommandFailure(.notAllowed, ExportWords.notAllowed(kind, viewer))
    }
    let unit = try self.unit(in: program)
    var run = ExportRun(kind: kind, open: open, program: program, viewer: viewer, context: context)
    try run.load(query)
    try run.build(unit: unit, blind: blind, mask: mask, fileName: out)
    let bytes = try run.bytes(asWorkbook: isWorkbook, encoding: encoding?.encoding ?? .utf8)
    if let key { try run.writeKey(to: key, replacing: force) }
    let digest = try run.write(bytes, to: out, replacing: force)
    let journaled = run.record(digest, file: out, isBlind: blind, query: query.text)
    let files = ProblemReport.tell(run.problems, context)
    return journaled ? files : .problems
  }

  /// Whether the file is a workbook; otherwise it is CSV.
  private func isWorkbook() throws(CommandFailure) -> Bool {
    if Self.ends(out, with: ".xlsx") { return true }
    if out == "-" || Self.ends(out, with: ".csv") { return false }
    throw CommandFailure(.usage, ExportWords.ending(out))
  }

  /// Whether a name has this ending, in capitals or small letters.
  private static func ends(_ name: String, with ending: String) -> Bool {
    name.utf8.count > ending.utf8.count
      && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 }
  }

  private func refuseContradictions(isWorkbook: Bool) throws(CommandFailure) {
    if isWorkbook, encoding != nil { throw CommandFailure(.usage, ExportWords.encodingOfCSV) }
    if !kind.isOfApplications, !query.isEmpty { throw CommandFailure(.usage, ExportWords.noQuery) }
    if unit != nil, kind != .summary { throw CommandFailure(.usage, ExportWords.onlySummary) }
    if !blind, key != nil || mask { throw CommandFailure(.usage, ExportWords.keyWithoutBlind) }
    if blind, !kind.canBeBlind { throw CommandFailure(.usage, ExportWords.cannotBeBlind(kind)) }
    if let key, !Self.ends(key, with: ".csv") { throw CommandFailure(.usage, ExportWords.ending(key)) }
  }

  /// A unit by its key, name or another name.
  private func unit(in program: Program) throws(CommandFailure) -> Program.Unit? {
    guard let unit else { return nil }
    let found = program.units.first { own in
      ([own.key, own.name, own.english] + own.aliases).contains { $0.utf8.elementsEqual(unit.utf8) }
    }
    guard let found else { throw CommandFailure(.usage, ExportWords.unknownUnit(unit)) }
    return found
  }
}
