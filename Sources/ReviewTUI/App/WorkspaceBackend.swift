import Core
import Dispatch
import Foundation
import Synchronization

/// The workspace on disk behind the console: reads in the background, saves in order, keeps typed text safe.
final class WorkspaceBackend: Backend {
  let workspace: Workspace
  let program: Program
  let person: Person?
  let sheets: ReviewStore
  let applications: ApplicationStore
  let names: NameStore
  let visits: InspectionStore
  let rules: RuleBook
  let drafts: DraftStore?
  let state: StateFolder?
  /// Saves and openings, one after the other, off the loop.
  let queue = DispatchQueue(label: "reviewtui.store")
  let loading = DispatchQueue(label: "reviewtui.load")
  let memory = Mutex(Memory())

  struct Memory {
    /// Sheets as last read or saved, by application.
    var sheets: [String: ReviewStore.Sheet] = [:]
    /// Sheets that another window or program wrote meanwhile, as they were shown, by application.
    var met: [String: ReviewStore.Sheet] = [:]
    /// Writers of typed text, by application.
    var writers: [String: DraftWriter] = [:]
    /// What was last typed into each field, by application.
    var typed: [String: [String: String]] = [:]
    /// Applications as last read for correcting, by id.
    var verified: [String: ApplicationStore.Record] = [:]
    /// What the rules say of applications only together with others, by application.
    var joint: [String: [Finding]] = [:]
    /// Whether they are all known.
    var isExamined = false
    /// The application whose sheet was opened last.
    var twinsWanted = ""
    /// Drafts of an earlier run with the fields that nobody has decided on yet.
    var found: [String: (draft: Draft, open: Set<String>)] = [:]
    /// Visits as last read or saved, by application and visit.
    var visits: [String: InspectionStore.Whole] = [:]
    /// The person's own file of names, as last read or saved.
    var ownNames: Document?
    /// Whether the dashboard is open, and what it shows.
    var showsOverview = false
    var look: SeenStore.Look?
    /// Follows the files.
    var watcher: WorkspaceWatcher?
    var isOver = false
  }

  init(_ workspace: Workspace, program: Program, person: Person?, state: StateFolder?) {
    self.workspace = workspace
    self.program = program
    self.person = person
    sheets = ReviewStore(workspace, state: state, rubric: program.rubric)
    rules = RuleBook(program: program)
    applications = ApplicationStore(workspace, state: state)
    names = NameStore(workspace, state: state)
    visits = InspectionStore(workspace, state: state, program: program)
    drafts = state.map(DraftStore.init)
    self.state = state
  }

  // MARK: - Loading

  func start(_ mailbox: Mailbox) {
    loading.async { [self] in
      // Before anything is read: what changes meanwhile is read again afterwards.
      follow(mailbox)
      mailbox.post(.programLoaded(program))
      var problems = loadApplications(mailbox)
      problems += loadReviews(mailbox)
      problems += examineApplications(mailbox)
      problems += loadNames(mailbox)
      mailbox.post(.loadFinished(problems))
    }
    queue.async { [self] in findDrafts(mailbox) }
  }

  /// Posts rows in batches, the first of them small so that the first screenful comes at once.
  func loadApplications(_ mailbox: Mailbox) -> [FileProblem] {
    var problems: [FileProblem] = []
    let folder: RecordFolder
    let listing: RecordFolder.Listing
    do throws(FileError) {
      folder = try workspace.applications()
      listing = try folder.listing()
    } catch {
      return [FileProblem(file: error.file, reason: .file(error))]
    }
    problems += listing.problems
    var batch: [QueryRow] = []
    let maker = SearchKeyMaker(program)
    var limit = 60
    for id in listing.records {
      if memory.withLock({ $0.isOver }) { return problems }
      do throws(FileProblem) {
        let summary = ApplicationSummary(try folder.application(id))
        batch.append(QueryRow(summary: summary, key: maker.key(summary)))
      } catch {
        problems.append(error)
      }
      if batch.count >= limit {
        mailbox.post(.rowsLoaded(batch, found: listing.records.count))
        batch = []
        limit = 500
      }
    }
    mailbox.post(.rowsLoaded(batch, found: listing.records.count))
    return problems
  }

  /// Holds every application against the rules once all rows are there: the rules read every text, and the list must not
  /// wait for them.
  func examineApplications(_ mailbox: Mailbox) -> [FileProblem] {
    let summaries = workspace.summaries(of: program)
    var joint = JointCheck(rules, summaries: summaries.tables)
    var flags: [String: [String]] = [:]
    do {
      let folder = try workspace.applications()
      for id in try folder.listing().records {
        if memory.withLock({ $0.isOver }) { return summaries.problems }
        // One that cannot be read was named when the rows were.
        guard let application = try? folder.application(id) else { continue }
        joint.add(application)
        let codes = ApplicationFlags.codes(of: application, findings: rules.findings(application))
        if !codes.isEmpty { flags[application.id] = codes }
        if flags.count >= 200 {
          mailbox.post(.flagsFound(flags))
          flags = [:]
        }
      }
    } catch {
      return summaries.problems
    }
    mailbox.post(.flagsFound(flags))
    let found = joint.findings()
    memory.withLock {
      $0.joint = found
      $0.isExamined = true
    }
    if !found.isEmpty { mailbox.post(.jointFindings(found)) }
    return summaries.problems
  }

  func row(_ application: Application, _ maker: SearchKeyMaker) -> QueryRow {
    let summary = ApplicationSummary(application)
    return QueryRow(
      summary: summary, key: maker.key(summary),
      flags: ApplicationFlags.codes(of: application, findings: findings(application)))
  }

  /// What the rules say of an application, with what follows from its county's papers.
  func findings(_ application: Application) -> [Finding] {
    let joint = memory.withLock { $0.joint[application.id] } ?? []
    return (rules.findings(application) + joint).sorted { $0.severity < $1.severity }
  }

  /// After a correction: what the county's table says of its applications may be something else now.
  func checkAgain(_ unit: String, _ mailbox: Mailbox) {
    guard let id = RecordID(unit) else { return }
    do {
      guard let summary = try workspace.summary(unit: id) else { return }
      var joint = JointCheck(rules, summaries: [unit: summary])
      let folder = try workspace.applications()
      for record in try folder.listing().records where record.text.contains("-\(unit)-") {
        let application = try folder.application(record)
        if application.unit == unit { joint.add(application) }
      }
      let found = joint.findings()
      memory.withLock { memory in
        for (application, findings) in found {
          // R37 looks across counties and is not asked again here.
          let others = (memory.joint[application] ?? []).filter { $0.rule == "R37" }
          memory.joint[application] = findings.filter { $0.rule != "R37" } + others
        }
        for application in memory.joint.keys where application.contains("-\(unit)-") && found[application] == nil {
          memory.joint[application] = memory.joint[application]?.filter { $0.rule == "R37" }
        }
      }
    } catch {
      // A file that cannot be read is in the list of problems already; the findings stay as they were.
    }
  }

  /// Reads the person's own sheets, and of all sheets only their state, from which the stage follows.
  func loadReviews(_ mailbox: Mailbox) -> [FileProblem] {
    var problems: [FileProblem] = []
    var own: [String: Review] = [:]
    var stages: [String: Stage] = [:]
    do throws(FileError) {
      let listing = try workspace.reviewed().folders()
      problems += listing.problems
      for application in listing.records {
        if memory.withLock({ $0.isOver }) { return problems }
        let facts = sheetFacts(application)
        problems += facts.problems
        own[application.text] = facts.own
        stages[application.text] = facts.stage
      }
    } catch {
      problems.append(FileProblem(file: error.file, reason: .file(error)))
    }
    mailbox.post(.reviewsLoaded(reviews: own, stages: stages))
    return problems
  }

  /// What the sheets of one application say: its stage and the person's own sheet.
  func sheetFacts(_ application: RecordID) -> (own: Review?, stage: Stage, problems: [FileProblem]) {
    let all = sheets.all(of: application)
    var problems = all.problems
    let own = person.flatMap { person in
      all.reviews.first {
        $0.reviewer == person.id && SheetVisibility.allows(person, toSeeSheetOf: $0.reviewer, own: $0)
      }
    }
    var assigned = 0
    do throws(FileProblem) {
      assigned = try workspace.assignment(application)?.reviewers.count ?? 0
    } catch {
      problems.append(error)
    }
    return (own, Stage.derived(assigned: assigned, states: all.reviews.map(\.state)), problems)
  }

  /// Reads what everybody taught about metric names.
  func loadNames(_ mailbox: Mailbox) -> [FileProblem] {
    do throws(FileError) {
      let book = try names.load(for: person.flatMap { RecordID($0.id) })
      memory.withLock { $0.ownNames = book.own }
      mailbox.post(.namesLoaded(book.lessons))
      return book.problems
    } catch {
      return [FileProblem(file: error.file, reason: .file(error))]
    }
  }

  func teach(_ lessons: [NameLesson], _ mailbox: Mailbox) {
    guard let person else { return }
    do throws(NameStore.SaveError) {
      let now = LocalClock.iso8601()
      let dated = lessons.map {
        NameLesson($0.kind, $0.a, $0.b, canonical: $0.canonical, at: now, by: person.id, note: $0.note)
      }
      let saved = try names.add(dated, to: memory.withLock { $0.ownNames }, by: person, at: now)
      memory.withLock { $0.ownNames = saved.book.own }
      mailbox.post(.namesTaught(saved.book.lessons, time: LocalClock.time(seconds: true)))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.namesFailed(CompareWords.phrase(error)))
    }
  }

  // MARK: - Effects

  func perform(_ effect: AppEffect, _ mailbox: Mailbox) {
    switch effect {
    case .draft(let application, let field, let text, _):
      // Noted at once: the writer has its own thread and never waits for the disk here.
      let key = Self.draftKey(application, field)
      memory.withLock { $0.typed[key, default: [:]][field] = text }
      writer(for: application, field, mailbox)?.note(field, text, at: LocalClock.iso8601())
    case .open(let ids, let purpose):
      queue.async { [self] in open(ids, purpose, mailbox) }
    case .save(let application, let review, _, let generation):
      queue.async { [self] in
        save(application, review, generation: generation, submit: false, mailbox)
      }
    case .submit(let application, let review, _, let generation):
      queue.async { [self] in
        save(application, review, generation: generation, submit: true, mailbox)
      }
    case .endDraft(let application, let field):
      let key = Self.draftKey(application, field)
      queue.async { [self] in memory.withLock { $0.writers[key] }?.forget(field) }
    case .saveVisit(let save):
      queue.async { [self] in self.save(save, mailbox) }
    case .takeEvidence(let application, let visit, let request):
      queue.async { [self] in takeEvidence(application, visit, request, mailbox) }
    case .preparePlan(let application):
      queue.async { [self] in preparePlan(application, mailbox) }
    case .planVisit(let application, let plan):
      queue.async { [self] in planVisit(application, plan, mailbox) }
    case .saveVisitPart(let application, let visit, let edits):
      queue.async { [self] in savePart(application, visit, edits, mailbox) }
    case .listVisits(let application):
      queue.async { [self] in listVisits(application, mailbox) }
    case .refreshVisit(let application, let visit):
      queue.async { [self] in refreshVisit(application, visit, mailbox) }
    case .discardDraft(let id, let field):
      queue.async { [self] in discard(id, field) }
    case .confirmBasis(let application, let criterion, let generation):
      queue.async { [self] in confirmBasis(application, criterion, generation, mailbox) }
    case .rebase(let application, let review, let generation):
      queue.async { [self] in rebase(application, review, generation, mailbox) }
    case .adopt(let application):
      queue.async { [self] in
        memory.withLock { memory in
          if let found = memory.met[application] { memory.sheets[application] = found }
        }
      }
    case .declare(let application, let ground, let ids, let purpose):
      queue.async { [self] in declare(application, ground, then: ids, purpose, mailbox) }
    case .correct(let application, let edits):
      queue.async { [self] in correct(application, edits, mailbox) }
    case .teachNames(let lessons):
      queue.async { [self] in teach(lessons, mailbox) }
    case .openFile(let file):
      queue.async { [self] in openFile(file, mailbox) }
    case .followOverview(let isOpen): followOverview(isOpen, mailbox)
    case .reload:
      loading.async { [self] in reload(mailbox) }
    case .quit, .redraw, .suspend, .setTheme: break
    }
  }

  func finish(milliseconds: Int) -> Bool {
    memory.withLock { memory in
      memory.isOver = true
      memory.watcher?.stop()
    }
    rememberLook()
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    let inTime = done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
    let writers = memory.withLock { Array($0.writers.values) }
    var safe = inTime
    for writer in writers {
      if case .failed = writer.flushNow() { safe = false }
    }
    return safe
  }

  func open(_ ids: [String], _ purpose: AppEffect.Purpose, _ mailbox: Mailbox) {
    do throws(FileProblem) {
      var applications: [Application] = []
      let folder: RecordFolder
      do throws(FileError) { folder = try workspace.applications() } catch {
        throw FileProblem(file: error.file, reason: .file(error))
      }
      for id in ids {
        guard let record = RecordID(id) else { continue }
        applications.append(try folder.application(record))
      }
      if let answer = try declarationGate(applications, ids, purpose) {
        mailbox.post(answer)
        return
      }
      var sheet: Sheet?
      if let person, purpose.needsSheet, let first = ids.first {
        sheet = try self.sheet(first, of: person)
      }
      var verify: VerifyRecord?
      if purpose == .verify, let id = ids.first.flatMap(RecordID.init) {
        let record = try self.applications.load(id)
        memory.withLock { $0.verified[id.text] = record }
        verify = VerifyRecord(record)
      }
      var visit: OpenedVisit?
      if let wanted = purpose.visit, let id = ids.first.flatMap(RecordID.init) {
        visit = try self.visit(id, wanted)
      }
      mailbox.post(
        .opened(
          OpenedApplications(
            purpose: purpose, applications: applications, sheet: sheet, verify: verify, visit: visit,
            findings: purpose == .read ? applications.first.map(findings) ?? [] : [],
            aids: sheet.flatMap { sheet in applications.first.map { aids(for: $0, own: sheet.review) } } ?? ScoreAids(),
            sites: purpose == .compare ? sites(of: applications) : [:])))
      if sheet != nil, let first = applications.first { findTwins(of: first, mailbox) }
    } catch {
      mailbox.post(.openFailed(error))
    }
  }

  // MARK: - Corrections

  func correct(_ id: String, _ edits: [ApplicationStore.Edit], _ mailbox: Mailbox) {
    guard let person, let known = memory.withLock({ $0.verified[id] }) else {
      mailbox.post(.correctionFailed(application: id, VerifyWords.onlySupervisors))
      return
    }
    do throws(ApplicationStore.SaveError) {
      let saved = try applications.correct(edits, of: known, by: person, at: LocalClock.iso8601())
      memory.withLock { $0.verified[id] = saved.record }
      checkAgain(saved.record.application.unit, mailbox)
      let row = row(saved.record.application, SearchKeyMaker(program))
      mailbox.post(
        .corrected(
          CorrectedApplication(
            record: VerifyRecord(saved.record), row: row, findings: findings(saved.record.application),
            time: LocalClock.time(seconds: true))))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.correctionFailed(application: id, Phrase(error)))
    }
  }

  // MARK: - Files

  func openFile(_ file: String, _ mailbox: Mailbox) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", workspace.path + "/" + file]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    var succeeded = false
    do {
      try process.run()
      process.waitUntilExit()
      succeeded = process.terminationStatus == 0
    } catch {
      succeeded = false
    }
    mailbox.post(.attachmentOpened(file, succeeded: succeeded))
  }
}

extension AppEffect.Purpose {
  fileprivate var needsSheet: Bool {
    switch self {
    case .recover(let text): !text.field.contains("/")
    case .score: true
    case .read, .compare, .verify, .inspect, .visit: false
    }
  }

  /// The visit that the screen needs; an empty name is the latest.
  fileprivate var visit: String? {
    switch self {
    case .inspect: ""
    case .visit(let name): name
    case .recover(let text) where text.field.contains("/"): InspectFields.parts(text.field).name
    default: nil
    }
  }
}

extension Review {
  /// The text of a field as drafts name it: a criterion's comment, or the opinion.
  func text(of field: String) -> String {
    field == ScoreState.opinionField ? opinion : entries.first { $0.criterion == field }?.comment ?? ""
  }
}

extension ReviewEdit {
  /// The edits that turn one state of a sheet into another.
  static func edits(from old: Review, to new: Review) -> [ReviewEdit] {
    var edits: [ReviewEdit] = []
    for entry in new.entries {
      guard let before = old.entries.first(where: { $0.criterion == entry.criterion }) else { continue }
      if before.score != entry.score { edits.append(.score(criterion: entry.criterion, tenths: entry.score)) }
      if before.comment != entry.comment { edits.append(.comment(criterion: entry.criterion, entry.comment)) }
    }
    if old.opinion != new.opinion { edits.append(.opinion(new.opinion)) }
    if old.recommendation != new.recommendation { edits.append(.recommendation(new.recommendation)) }
    return edits
  }
}

extension VerifyRecord {
  init(_ record: ApplicationStore.Record) {
    self.init(
      application: record.application, fields: CorrectableField.all(of: record.application, json: record.corrected))
  }
}

extension OpenedVisit {
  init(_ whole: InspectionStore.Whole) {
    self.init(visit: whole.sheet.visit, parts: whole.parts.map(\.part))
  }
}
