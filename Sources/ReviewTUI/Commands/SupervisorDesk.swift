import Core

/// What the commands of supervisors share: the workspace, the acting person, the rules, and cases with their findings.
struct SupervisorDesk {
  let context: CommandContext
  let workspace: Workspace
  let program: Program
  let roster: Roster
  let person: Person
  let reader: StageReader
  let store: DecisionStore
  let rules: DecisionRules
  private let examined: RuleBook.Examined
  private let ranking: Ranking?

  /// Opens `path` for `person`, who must be a supervisor: nobody else sees or makes decisions.
  ///
  /// - Parameter withProposals: whether what the program proposes is needed too, for which all sheets are read.
  init(
    _ path: String, as person: String, withProposals: Bool = false, in context: CommandContext
  ) throws(CommandFailure) {
    self.context = context
    workspace = try context.open(path)
    self.person = try context.person(person, in: workspace)
    do throws(Permission.Denial) { try Permission.check(.supervise, by: self.person, assignment: nil) } catch {
      throw CommandFailure(.notAllowed, StoreWords.phrase(error))
    }
    program = try context.program(of: workspace)
    do throws(FileProblem) { roster = try workspace.roster() } catch { throw CommandFailure(error) }
    reader = StageReader(workspace, program: program)
    store = DecisionStore(workspace, state: context.state(for: workspace))
    rules = DecisionRules(program: program, roster: roster, by: self.person, at: context.now)
    examined = Self.examine(workspace, program)
    var ranking: Ranking?
    if withProposals {
      let facts = try context.facts(of: workspace, program, withFindings: false)
      if case .shown(let figures) = Overview(facts, viewer: self.person, at: context.now).scores {
        ranking = figures.ranking
      }
    }
    self.ranking = ranking
  }

  /// Findings also against the counties' tables and across counties. What cannot be read has none.
  static func examine(_ workspace: Workspace, _ program: Program) -> RuleBook.Examined {
    var applications: [Application] = []
    do throws(FileError) {
      let folder = try workspace.applications()
      for id in try folder.listing().records {
        do throws(FileProblem) { applications.append(try folder.application(id)) } catch {}
      }
    } catch {}
    let tables = workspace.summaries(of: program).tables.values
    return RuleBook(program: program).examine(applications, summaries: Array(tables))
  }

  /// The findings of an application.
  func findings(_ id: RecordID) -> [Finding] { examined.applications[id.text] ?? [] }

  /// Everything that an act on `id` depends on.
  func file(_ id: RecordID) throws(CommandFailure) -> DecisionCase {
    do throws(FileProblem) {
      _ = try application(id)
      return try reader.file(id, findings: findings(id), proposal: proposal(id))
    } catch {
      if error.reason == .unknownName { throw CommandFailure(.failed, CommandWords.noApplication(id.text)) }
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }

  /// The application `id` as it stands.
  func application(_ id: RecordID) throws(FileProblem) -> Application {
    guard let document = try workspace.documentIfPresent(WorkspaceLayout.application(id)) else {
      throw FileProblem(file: id.text, reason: .unknownName)
    }
    return try document.reading { (json) throws(FieldError) in try Application(json: json) }
  }

  /// What the program proposes for `id`: nothing while sheets are missing or a file of the workspace cannot be trusted.
  func proposal(_ id: RecordID) -> StageMove.Proposal? {
    guard let row = ranking?.row(id.text), let score = row.aggregation.hundredths else { return nil }
    return StageMove.Proposal(isYes: row.proposal.isProposed, score: JSONNumber(hundredths: score))
  }

  /// The ids of a command line and of a file with one id a line; comments begin with `#`.
  func ids(_ words: [String], file: String?) throws(CommandFailure) -> [RecordID] {
    var ids: [RecordID] = []
    func add(_ id: RecordID) { if !ids.contains(id) { ids.append(id) } }
    for word in words { add(try context.id(word)) }
    if let file {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try OutsideFile.read(file, max: 1 << 20) } catch {
        throw CommandFailure(.failed, StoreWords.phrase(error))
      }
      let lines = String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() {
        let text = String(line.filter { !$0.isWhitespace && $0 != "\u{FEFF}" })
        if text.isEmpty || text.hasPrefix("#") { continue }
        guard let id = RecordID(text) else {
          throw CommandFailure(.usage, DecideWords.badIDs(file, line: index + 1))
        }
        add(id)
      }
    }
    if ids.isEmpty { throw CommandFailure(.usage, DecideWords.noIDs) }
    return ids
  }

  /// How a refused act ends the program.
  static func exit(_ error: DecisionStore.ActError) -> CommandExit {
    switch error {
    case .denied: .notAllowed
    case .problem, .failed: .failed
    case .refused(let refusal):
      switch refusal {
      case .noReason, .noWords, .secondNotice, .deviates, .noDocument, .noDay, .future, .days, .unknownPerson,
        .incomplete:
        .usage
      case .isOnFile: .notAllowed
      default: .problems
      }
    }
  }

  /// Does `edits` to every application: all are looked at before anything is written, then they are written one by one.
  func perform(
    _ ids: [RecordID], _ edits: (DecisionCase) -> [DecisionEdit]
  ) throws(CommandFailure) -> CommandExit {
    var files: [(RecordID, DecisionCase, [DecisionEdit])] = []
    var refused: [(RecordID, DecisionStore.ActError)] = []
    for id in ids {
      let file = try file(id)
      do throws(DecisionStore.ActError) {
        var grown = file
        var all: [DecisionEdit] = []
        // A notice speaks of what the verdicts before it left open.
        for edit in edits(file) {
          let edit = told(edit, grown)
          grown = try store.applying([edit], to: grown, by: rules)
          all.append(edit)
        }
        files.append((id, file, all))
      } catch {
        refused.append((id, error))
      }
    }
    if let first = refused.first {
      if ids.count == 1 { throw CommandFailure(Self.exit(first.1), DecideWords.phrase(first.1)) }
      let lines = refused.map { id, error -> Phrase in
        let phrase = DecideWords.phrase(error)
        return Phrase(zh: "\(display(id.text))：\(phrase.zh)", en: "\(display(id.text)): \(phrase.en)")
      }
      throw CommandFailure(Self.exit(first.1), [DecideWords.batchRefused] + lines)
    }
    return try write(files)
  }

  /// The edit with the words in which findings are told to the applicant. The notice is in Chinese, whatever the messages.
  private func told(_ edit: DecisionEdit, _ file: DecisionCase) -> DecisionEdit {
    guard case .notice(_, let extra, let reason, let days) = edit else { return edit }
    let lines = file.formal.open.map { DecisionEdit.NoticeLine($0.finding, text: FindingWords.message($0.finding).zh) }
    return .notice(lines: lines, extra: extra, reason: reason, workingDays: days)
  }

  private func write(_ files: [(RecordID, DecisionCase, [DecisionEdit])]) throws(CommandFailure) -> CommandExit {
    var exit = CommandExit.done
    var done: [JSONValue] = []
    var failure: CommandFailure?
    for (index, (id, file, edits)) in files.enumerated() {
      do throws(DecisionStore.ActError) {
        let kept = try store.save(edits, to: file, by: rules)
        let ack = "ACK \(kept.path) r\(kept.record.decision.revision) \(kept.digest)"
        let fresh = DecisionCase(
          record: kept.record, facts: file.facts, findings: file.findings, digest: file.digest, onFile: file.onFile,
          proposal: file.proposal)
        switch context.format {
        case .text:
          context.console.out(ack)
          context.print(DecideWords.stands(id.text, fresh.reading.stage))
        case .json: done.append(DecisionReport(fresh, program, context).json(ack: ack))
        }
        if let problem = kept.journalFailure {
          context.say(DecideWords.notJournaled)
          context.say(StoreWords.phrase(problem))
          exit = .problems
        }
      } catch {
        let rest = files[index...].map(\.0.text)
        failure = CommandFailure(
          Self.exit(error), [DecideWords.phrase(error)] + (files.count > 1 ? [DecideWords.notReached(rest)] : []))
        break
      }
    }
    if context.format == .json, !done.isEmpty {
      context.console.out(JSONOutput.bytes(.object(JSONObject([("applications", .array(done))]))))
    }
    if let failure { throw failure }
    return exit
  }
}
