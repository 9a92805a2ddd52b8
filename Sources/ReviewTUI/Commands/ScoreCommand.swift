import ArgumentParser
import Core

/// `reviewtui score WORKSPACE ID --as P …`.
struct ScoreCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "score", abstract: HelpWords.score)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.application) var id: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Option(parsing: .unconditionalSingleValue, help: HelpWords.set) var set: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: HelpWords.comment) var comment: [String] = []
  @Option(parsing: .unconditional, help: HelpWords.opinion) var opinion: String?
  @Option(help: HelpWords.recommend) var recommend: Advice?
  @Option(parsing: .unconditionalSingleValue, help: HelpWords.confirm) var confirm: [String] = []
  @Option(help: HelpWords.declare) var declare: String?
  @Option(help: HelpWords.from) var from: String?
  @Flag(help: HelpWords.submit) var submit = false
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    var edits = try self.edits(at: context.now)
    if edits.isEmpty && !submit && from == nil { throw CommandFailure(.usage, CommandWords.nothingToDo) }
    let application = try context.id(id)
    let open = try context.open(workspace)
    let person = try context.person(self.person, in: open)
    let reviewer = try context.id(person.id)
    let rubric = try context.program(of: open).rubric
    try requireApplication(application, in: open)
    let store = ReviewStore(open, state: context.state(for: open), rubric: rubric)
    let sheet: ReviewStore.Sheet
    do throws(FileProblem) { sheet = try store.load(application, reviewer: reviewer) } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    if let from {
      let file = try TakeBack(from, application, person)
      edits = try file.edits(of: sheet, rubric) + edits
      file.tellWhatStays(context)
      if edits.isEmpty && !submit {
        context.print(UnsavedWords.alreadyThere)
        return .done
      }
    }
    let saved: ReviewStore.Saved
    do throws(ReviewStore.SaveError) {
      saved = try store.save(edits, to: sheet, submit: submit, by: person, at: context.now)
    } catch {
      throw Self.failure(error)
    }
    let isAssigned = (try? open.assignment(application))?.reviewers.contains(person.id) ?? false
    let gaps =
      saved.sheet.review.state == .submitted
      ? []
      : saved.sheet.review.gaps(
        against: rubric, isAssigned: isAssigned, changed: store.changedBasis(of: saved.sheet.review))
    report(saved, WorkspaceLayout.review(application, reviewer: reviewer), rubric, gaps, context)
    guard let failure = saved.journalFailure else { return .done }
    let why = StoreWords.phrase(failure)
    context.say(Phrase(zh: CommandWords.notJournaled.zh + why.zh, en: CommandWords.notJournaled.en + why.en))
    return .problems
  }

  private func edits(at now: String) throws(CommandFailure) -> [ReviewEdit] {
    var edits: [ReviewEdit] = []
    if let declare { edits.append(.declaration(try Self.declaration(declare, at: now))) }
    edits += confirm.map { .confirm(criterion: $0) }
    for text in set {
      guard let (criterion, value) = Self.split(text) else { throw CommandFailure(.usage, CommandWords.badScore(text)) }
      if value.isEmpty {
        edits.append(.score(criterion: criterion, tenths: nil))
      } else if let tenths = JSONNumber(text: value)?.scaled(by: 1) {
        edits.append(.score(criterion: criterion, tenths: tenths))
      } else {
        throw CommandFailure(.usage, CommandWords.badScore(text))
      }
    }
    for text in comment {
      guard let (criterion, value) = Self.split(text) else {
        throw CommandFailure(.usage, CommandWords.badComment(text))
      }
      edits.append(.comment(criterion: criterion, value))
    }
    if let opinion { edits.append(.opinion(opinion)) }
    if let recommend { edits.append(.recommendation(recommend.value)) }
    return edits
  }

  /// `none`, or a ground with the person's words after a colon.
  private static func declaration(_ text: String, at now: String) throws(CommandFailure) -> Declaration {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let note = parts.count == 2 ? String(parts[1]) : ""
    if parts[0] == "none" { return Declaration(ground: nil, note: note, at: now) }
    guard let ground = Declaration.Ground(rawValue: String(parts[0])) else {
      throw CommandFailure(.usage, DeclarationWords.unknown(text))
    }
    return Declaration(ground: ground, note: note, at: now)
  }

  /// The parts before and after the first `=`.
  private static func split(_ text: String) -> (String, String)? {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else { return nil }
    return (String(text[..<sign]), String(text[text.utf8.index(after: sign)...]))
  }

  private func requireApplication(_ id: RecordID, in workspace: Workspace) throws(CommandFailure) {
    do throws(FileProblem) {
      if try workspace.documentIfPresent(WorkspaceLayout.application(id)) == nil {
        throw FileProblem(file: id.text, reason: .unknownName)
      }
    } catch {
      if error.reason == .unknownName { throw CommandFailure(.failed, CommandWords.noApplication(id.text)) }
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }

  private static func failure(_ error: ReviewStore.SaveError) -> CommandFailure {
    switch error {
    case .denied(let denial): CommandFailure(.notAllowed, StoreWords.phrase(denial))
    case .invalid(.incomplete(let gaps)): CommandFailure(.problems, CommandWords.invalid(.incomplete(gaps)))
    case .invalid(.otherRubric(let found, let expected)):
      CommandFailure(.problems, CommandWords.invalid(.otherRubric(found: found, expected: expected)))
    case .invalid(let invalid): CommandFailure(.usage, CommandWords.invalid(invalid))
    case .problem(let problem): CommandFailure(.failed, StoreWords.phrase(problem))
    case .failed(let failure): CommandFailure(.failed, StoreWords.phrase(failure))
    }
  }

  private func report(
    _ saved: ReviewStore.Saved, _ path: WorkspacePath, _ rubric: Rubric, _ gaps: [Review.Gap],
    _ context: CommandContext
  ) {
    let review = saved.sheet.review
    switch context.format {
    case .text:
      context.console.out("ACK \(path) r\(review.revision) \(saved.digest)")
      context.print(CommandWords.saved(review, rubric))
      if !gaps.isEmpty { context.print(CommandWords.stillMissing(gaps)) }
    case .json:
      let object = JSONObject([
        ("ack", .string("ACK \(path) r\(review.revision) \(saved.digest)")),
        ("file", .string(path.description)),
        ("revision", .number(JSONNumber(review.revision))),
        ("digest", .string(saved.digest)),
        ("state", .string(review.state.rawValue)),
        ("total", .number(JSONNumber(tenths: review.total))),
        ("scored", .number(JSONNumber(review.scored))),
        ("missing", .array(gaps.map { .string(CommandWords.gap($0)(context.language)) })),
      ])
      context.console.out(JSONOutput.bytes(.object(object)))
    }
  }
}

/// 推荐 / 保留推荐 / 不推荐 on a command line.
enum Advice: String, CaseIterable, ExpressibleByArgument {
  case yes, hold, no

  var value: Review.Recommendation {
    switch self {
    case .yes: .yes
    case .hold: .hold
    case .no: .no
    }
  }
}
