import Core

/// One export from reading to the journal.
struct ExportRun {
  let kind: ReportKind
  let open: Workspace
  let program: Program
  let viewer: Person?
  let context: CommandContext
  private(set) var problems: [FileProblem] = []
  private var builder: ReportBuilder?
  private var document: ReportDocument?
  private var figures: ScoreFigures?
  private var codes: [BlindPack.KeyRow] = []

  init(kind: ReportKind, open: Workspace, program: Program, viewer: Person?, context: CommandContext) {
    (self.kind, self.open, self.program, self.viewer, self.context) = (kind, open, program, viewer, context)
  }

  /// Reads the workspace and chooses the applications.
  mutating func load(_ query: Query) throws(CommandFailure) {
    let roster: Roster
    do throws(FileProblem) { roster = try open.roster() } catch {
      throw CommandFailure(error)
    }
    let register: ApplicationRegister
    do throws(FileError) { register = try ApplicationRegister(open, program: program, viewer: viewer) } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    let data = ReportData(open, program: program, roster: roster)
    // The list reads for itself: what it missed would be missing here.
    problems = data.problems + register.problems.filter { !data.problems.contains($0) }
    if kind.needsEveryRecord { figures = try readFigures(open) }
    let matcher = QueryMatcher(query, program: program)
    let found = matcher.filter(register.rows.map { $0.queried(program) }).map { register.rows[$0] }
    builder = ReportBuilder(
      data,
      rows: found.map { row in
        ReportBuilder.Row(
          id: row.summary.id, stage: row.stage, flags: row.flags, ownScore: row.score.flatMap { $0.scaled(by: 1) })
      }, isFiltered: !query.text.isEmpty, viewer: viewer, now: context.now)
  }

  /// Scores and ranks; none while something that they rest on cannot be read.
  private func readFigures(_ workspace: Workspace) throws(CommandFailure) -> ScoreFigures {
    let facts = try context.facts(of: workspace, program, withFindings: false)
    switch Overview(facts, viewer: viewer, at: context.now).scores {
    case .hidden: throw CommandFailure(.notAllowed, ExportWords.notAllowed(kind, viewer))
    case .badPolicy(let fault): throw CommandFailure(.problems, RankWords.badPolicy(fault))
    case .incomplete(let problems):
      throw CommandFailure(.problems, [ExportWords.unreadable] + problems.map { StoreWords.phrase($0) })
    case .shown(let figures): return figures
    }
  }

  /// Makes the report; a blind one stops where a name is left.
  mutating func build(unit: Program.Unit?, blind: Bool, mask: Bool, fileName: String) throws(CommandFailure) {
    guard let builder else { return }
    let language = context.language
    var tables = builder.tables(kind, unit: unit, figures: figures, in: open, problems: &problems)
    // What the system did not give may be there the next time: a report without it would look whole.
    let unread = problems.filter(\.isUnread)
    if !unread.isEmpty { throw CommandFailure(.failed, unread.map { StoreWords.phrase($0) }) }
    if tables.isEmpty, kind.needsEveryRecord { throw CommandFailure(.problems, ExportWords.nothing(kind)) }
    guard blind else {
      document = ReportText.document(tables, kind, now: context.now, language)
      return
    }
    var pack = BlindPack(builder) { ReportWords.code($0, $1)(language) }
    for index in tables.indices { tables[index] = pack.blinded(tables[index]) }
    var document = ReportText.document(tables, kind, now: context.now, language)
    if mask { document = pack.masked(document) }
    let name = fileName.split(separator: "/").last.map { String($0) } ?? fileName
    let hits = pack.hits(in: document, fileName: name)
    guard hits.isEmpty else {
      var messages = [ExportWords.hits(hits.count)] + hits.prefix(20).map(ExportWords.hit)
      if hits.count > 20 { messages.append(ExportWords.more(hits.count - 20)) }
      throw CommandFailure(.problems, messages)
    }
    codes = pack.key
    self.document = document
  }

  func bytes(asWorkbook: Bool, encoding: ReportCSV.Encoding) throws(CommandFailure) -> [UInt8] {
    guard let document else { return [] }
    if asWorkbook {
      do throws(ReportWorkbook.Failure) { return try ReportWorkbook.bytes(document) } catch {
        throw CommandFailure(.failed, ExportWords.workbook(error))
      }
    }
    return try csv(document, encoding)
  }

  private func csv(_ document: ReportDocument, _ encoding: ReportCSV.Encoding) throws(CommandFailure) -> [UInt8] {
    do throws(TextEncoding.Failure) { return try ReportCSV.bytes(document, encoding: encoding) } catch {
      throw CommandFailure(.failed, ExportWords.encoding(error))
    }
  }

  /// Writes the report and answers its digest.
  func write(_ bytes: [UInt8], to file: String, replacing: Bool) throws(CommandFailure) -> String {
    if file == "-" {
      context.console.out(bytes)
      return Digest.sha256Hex(bytes)
    }
    let written = try put(bytes, to: file, replacing: replacing)
    let rows = document?.rows ?? 0
    switch context.format {
    case .text: context.print(ExportWords.written(file, kind, rows: rows, digest: written.digest))
    case .json:
      context.console.out(
        JSONOutput.bytes(
          .object(
            JSONObject([
              ("kind", .string(kind.rawValue)), ("file", .string(file)), ("rows", .number(JSONNumber(rows))),
              ("sha256", .string(written.digest)), ("kept", written.kept.map { .string($0) } ?? .null),
            ]))))
    }
    if let kept = written.kept { context.say(ExportWords.kept(kept)) }
    return written.digest
  }

  /// Writes which code stands for whom.
  func writeKey(to file: String, replacing: Bool) throws(CommandFailure) {
    func words(_ phrase: Phrase) -> String { phrase(context.language) }
    let sheet = ReportSheet(
      name: words(ExportWords.keySheet), title: words(ExportWords.keyTitle), lines: [],
      columns: [
        .init(title: words(ExportWords.keyCode), style: .text(6)),
        .init(title: words(ExportWords.keyName), style: .text(30)),
      ], rows: codes.map { [.text($0.code), .text(ReportSheet.safe($0.name))] }, below: [], footer: "")
    let document = ReportDocument(
      sheets: [sheet], title: words(ExportWords.keyTitle), generatedAt: context.now, rows: codes.count)
    _ = try put(csv(document, .utf8), to: file, replacing: replacing)
    context.say(ExportWords.keyWritten(file))
  }

  private func put(_ bytes: [UInt8], to file: String, replacing: Bool) throws(CommandFailure) -> OutsideWrite.Written {
    do throws(OutsideWrite.Failure) {
      return try OutsideWrite.write(bytes, to: file, replacing: replacing, outside: open)
    } catch {
      switch error {
      case .exists(let file): throw CommandFailure(.failed, ExportWords.exists(file))
      case .insideRecords(let file): throw CommandFailure(.usage, ExportWords.insideRecords(file))
      case .failed(let cause): throw CommandFailure(.failed, StoreWords.phrase(cause))
      case .unconfirmed(let cause):
        let why = StoreWords.phrase(cause)
        throw CommandFailure(
          .failed, Phrase(zh: ExportWords.unconfirmed.zh + why.zh, en: ExportWords.unconfirmed.en + why.en))
      }
    }
  }

  /// Adds the journal line; whether there is one, or nobody to have it.
  func record(_ digest: String, file: String, isBlind: Bool, query: String) -> Bool {
    guard let viewer else {
      context.say(ExportWords.nobody)
      return true
    }
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    let line = ExportJournal(
      kind: kind, file: name, rows: document?.rows ?? 0, digest: digest, isBlind: isBlind, query: query)
    do throws(FileError) {
      try line.append(by: viewer, in: open, state: context.state(for: open), at: context.now)
      return true
    } catch {
      let why = StoreWords.phrase(error)
      context.say(Phrase(zh: ExportWords.journal.zh + why.zh, en: ExportWords.journal.en + why.en))
      return false
    }
  }
}
