import ArgumentParser
import Core

/// `reviewtui compare WORKSPACE ID ID…`.
struct CompareCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "compare", abstract: HelpWords.compare)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.comparedApplications) var ids: [String]
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    var wanted: [RecordID] = []
    for text in ids {
      let id = try context.id(text)
      if !wanted.contains(id) { wanted.append(id) }
    }
    guard (2...CompareState.mostApplications).contains(wanted.count) else {
      throw CommandFailure(.usage, CompareWords.howMany(CompareState.mostApplications))
    }
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var problems: [FileProblem] = []
    let all = try applications(open, wanted, &problems)
    let book: NameStore.Book
    do throws(FileError) {
      book = try NameStore(open, state: nil).load(for: nil)
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(FileProblem(file: error.file, reason: .file(error))))
    }
    problems += book.problems
    var applications: [Application] = []
    for id in wanted {
      guard let application = all.first(where: { $0.id == id.text }) else {
        throw CommandFailure(.failed, CommandWords.noApplication(id.text))
      }
      applications.append(application)
    }
    let state = CompareState(
      applications, program: program, lessons: book.lessons, library: all.map { ApplicationSummary($0) },
      sites: Self.sites(open, wanted, program))
    switch context.format {
    case .json: context.console.out(JSONOutput.bytes(Self.json(state, context.language)))
    case .text: for line in Self.lines(state, context.language) { context.console.out(line) }
    }
    return ProblemReport.tell(problems, context)
  }

  private static func sites(_ workspace: Workspace, _ ids: [RecordID], _ program: Program) -> [String: SiteRecord] {
    let store = InspectionStore(workspace, state: nil, program: program)
    return Dictionary(ids.map { ($0.text, store.site(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every application that can be read; one that is asked for must be.
  private func applications(
    _ workspace: Workspace, _ wanted: [RecordID], _ problems: inout [FileProblem]
  ) throws(CommandFailure) -> [Application] {
    let folder: RecordFolder
    let ids: [RecordID]
    do throws(FileError) {
      folder = try workspace.applications()
      ids = try folder.listing().records
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(FileProblem(file: error.file, reason: .file(error))))
    }
    var found: [Application] = []
    for id in ids {
      do throws(FileProblem) {
        found.append(try folder.application(id))
      } catch {
        if wanted.contains(id) { throw CommandFailure(error) }
        problems.append(error)
      }
    }
    return found
  }

  private static func json(_ state: CompareState, _ language: Language) -> JSONValue {
    let rows = state.rows.enumerated().map { place, row -> JSONValue in
      let cells = zip(state.applications, row.cells).map { application, cell -> JSONValue in
        guard let cell else { return .null }
        return .object(
          JSONObject([
            ("application", .string(application.id)), ("value", number(cell.value)), ("text", .string(cell.text)),
            ("name", .string(cell.metric.name)),
            ("verified", state.verified(cell.metric, of: application).map(SiteJSON.finding) ?? .null),
            ("explanation", .array(cell.facts.map { .string(AlignmentWords.phrase($0)(language)) })),
          ]))
      }
      let median = state.medians.indices.contains(place) ? state.medians[place] : nil
      return .object(
        JSONObject([
          ("canonical", row.canonical.map { .string($0) } ?? .null), ("name", .string(row.name)),
          ("unit", row.unit.map { .string($0) } ?? .null), ("cells", .array(cells)),
          ("why", .string(row.why.rawValue)),
          ("best", .array(row.best.map { .string(state.applications[$0].id) })),
          ("median", median.flatMap { JSONNumber(text: MetricText.short($0.value)) }.map { .number($0) } ?? .null),
          ("medianOf", .number(JSONNumber(median?.count ?? 0))),
        ]))
    }
    return .object(
      JSONObject([
        ("applications", .array(state.applications.map { .string($0.id) })),
        ("scenario", state.scenario.map { .string($0) } ?? .null), ("rows", .array(rows)),
      ]))
  }

  private static func number(_ value: DecimalValue?) -> JSONValue { value?.json.map { .number($0) } ?? .null }

  private static func lines(_ state: CompareState, _ language: Language) -> [String] {
    var text = TextTable(
      [TextTable.Column(title: Phrase.compareSection(.metrics)(language), canShrink: true)]
        + state.applications.map { TextTable.Column(title: $0.id, align: .right, canShrink: true) }
        + [TextTable.Column(title: CompareWords.median(language), align: .right)])
    for (place, row) in state.rows.enumerated() {
      let cells = row.cells.enumerated().map { index, cell in
        cell.map { cell in
          let verified = state.verified(cell.metric, of: state.applications[index]).map {
            "  " + AidWords.short($0)(language)
          }
          return MetricText.value(cell.metric, language) + (row.best.contains(index) ? " ★" : "") + (verified ?? "")
        } ?? "—"
      }
      let figure = state.medians.indices.contains(place) ? state.medians[place] : nil
      let median = figure.map { "\(MetricText.short($0.value))（n=\($0.count)）" } ?? "—"
      text.add([row.name + (row.unit.map { "（\($0)）" } ?? "")] + cells + [median])
    }
    return text.lines(width: nil)
  }
}
