import Core
import Dispatch
import Foundation
import Synchronization

/// The workspace on disk behind the console: reads in the background, saves in order, keeps typed text safe.
final class WorkspaceBackend: Backend {
  private let workspace: Workspace
  private let program: Program
  private let person: Person?
  private let sheets: ReviewStore
  private let applications: ApplicationStore
  private let names: NameStore
  private let visits: InspectionStore
  private let rules: RuleBook
  private let drafts: DraftStore?
  /// Saves and openings, one after the other, off the loop.
  private let queue = DispatchQueue(label: "reviewtui.store")
  private let loading = DispatchQueue(label: "reviewtui.load")
  private let memory = Mutex(Memory())

  private struct Memory {
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
    /// Drafts of an earlier run with the fields that nobody has decided on yet.
    var found: [String: (draft: Draft, open: Set<String>)] = [:]
    /// Visits as last read or saved, by application and visit.
    var visits: [String: InspectionStore.Whole] = [:]
    /// The person's own file of names, as last read or saved.
    var ownNames: Document?
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
  }

  // MARK: - Loading

  func start(_ mailbox: Mailbox) {
    loading.async { [self] in
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
  private func loadApplications(_ mailbox: Mailbox) -> [FileProblem] {
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
  private func examineApplications(_ mailbox: Mailbox) -> [FileProblem] {
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
    memory.withLock { $0.joint = found }
    if !found.isEmpty { mailbox.post(.jointFindings(found)) }
    return summaries.problems
  }

  private func row(_ application: Application, _ maker: SearchKeyMaker) -> QueryRow {
    let summary = ApplicationSummary(application)
    return QueryRow(
      summary: summary, key: maker.key(summary),
      flags: ApplicationFlags.codes(of: application, findings: findings(application)))
  }

  /// What the rules say of an application, with what follows from its county's papers.
  private func findings(_ application: Application) -> [Finding] {
    let joint = memory.withLock { $0.joint[application.id] } ?? []
    return (rules.findings(application) + joint).sorted { $0.severity < $1.severity }
  }

  /// After a correction: what the county's table says of its applications may be something else now.
  private func checkAgain(_ unit: String, _ mailbox: Mailbox) {
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
  private func loadReviews(_ mailbox: Mailbox) -> [FileProblem] {
    var problems: [FileProblem] = []
    var own: [String: Review] = [:]
    var stages: [String: Stage] = [:]
    do throws(FileError) {
      let listing = try workspace.reviewed().folders()
      problems += listing.problems
      for application in listing.records {
        if memory.withLock({ $0.isOver }) { return problems }
        let reviews = try workspace.reviews(of: application).listing()
        problems += reviews.problems
        var states: [Review.State] = []
        for reviewer in reviews.records {
          do throws(FileProblem) {
            let sheet = try sheets.load(application, reviewer: reviewer)
            states.append(sheet.review.state)
            if let person, reviewer.text == person.id { own[application.text] = sheet.review }
          } catch {
            problems.append(error)
          }
        }
        var assigned = 0
        do throws(FileProblem) {
          assigned = try workspace.assignment(application)?.reviewers.count ?? 0
        } catch {
          problems.append(error)
        }
        stages[application.text] = Stage.derived(assigned: assigned, states: states)
      }
    } catch {
      problems.append(FileProblem(file: error.file, reason: .file(error)))
    }
    mailbox.post(.reviewsLoaded(reviews: own, stages: stages))
    return problems
  }

  /// Reads what everybody taught about metric names.
  private func loadNames(_ mailbox: Mailbox) -> [FileProblem] {
    do throws(FileError) {
      let book = try names.load(for: person.flatMap { RecordID($0.id) })
      memory.withLock { $0.ownNames = book.own }
      mailbox.post(.namesLoaded(book.lessons))
      return book.problems
    } catch {
      return [FileProblem(file: error.file, reason: .file(error))]
    }
  }

  private func teach(_ lessons: [NameLesson], _ mailbox: Mailbox) {
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
    case .save(let application, let review, let digest, let generation):
      queue.async { [self] in
        save(application, review, digest: digest, generation: generation, submit: false, mailbox)
      }
    case .submit(let application, let review, let digest, let generation):
      queue.async { [self] in
        save(application, review, digest: digest, generation: generation, submit: true, mailbox)
      }
    case .endDraft(let application, let field):
      let key = Self.draftKey(application, field)
      queue.async { [self] in memory.withLock { $0.writers[key] }?.forget(field) }
    case .saveVisit(let save):
      queue.async { [self] in self.save(save, mailbox) }
    case .takeEvidence(let application, let visit, let path, let item):
      queue.async { [self] in takeEvidence(application, visit, path, item, mailbox) }
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
    case .quit, .redraw, .suspend, .setTheme: break
    }
  }

  func finish(milliseconds: Int) -> Bool {
    memory.withLock { $0.isOver = true }
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

  private func open(_ ids: [String], _ purpose: AppEffect.Purpose, _ mailbox: Mailbox) {
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
            findings: purpose == .read ? applications.first.map(findings) ?? [] : [])))
    } catch {
      mailbox.post(.openFailed(error))
    }
  }

  // MARK: - Declarations

  /// What stands between the reviewer and `applications`: a declaration that is missing, or a recusal. Nil when nothing does.
  private func declarationGate(
    _ applications: [Application], _ ids: [String], _ purpose: AppEffect.Purpose
  ) throws(FileProblem) -> AppAction? {
    guard let person, let reviewer = RecordID(person.id), person.roles.contains(.reviewer),
      !person.roles.contains(.supervisor)
    else { return nil }
    for application in applications {
      guard let id = RecordID(application.id),
        try workspace.assignment(id)?.reviewers.contains(person.id) == true
      else { continue }
      let review = try sheets.load(id, reviewer: reviewer).review
      if review.declaration?.isRecusal == true { return .openDenied(DeclarationWords.recused) }
      guard review.declaration == nil, review.state != .submitted else { continue }
      return .declarationNeeded(
        DeclarationRequest(
          application: application.id, company: application.company.name ?? "", project: application.project.name ?? "",
          partners: application.project.operators.compactMap(\.name), hints: ConflictHint.all(of: person, application),
          ids: ids, purpose: purpose))
    }
    return nil
  }

  private func declare(
    _ application: String, _ ground: Declaration.Ground?, then ids: [String], _ purpose: AppEffect.Purpose,
    _ mailbox: Mailbox
  ) {
    guard let person, let id = RecordID(application), let reviewer = RecordID(person.id) else { return }
    let now = LocalClock.iso8601()
    do throws(FileProblem) {
      let sheet = try sheets.load(id, reviewer: reviewer)
      do throws(ReviewStore.SaveError) {
        let saved = try sheets.save(
          [.declaration(Declaration(ground: ground, at: now))], to: sheet, by: person, at: now)
        if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
      } catch {
        mailbox.post(.openDenied(Phrase(error)))
        return
      }
    } catch {
      mailbox.post(.openFailed(error))
      return
    }
    if ground != nil { return mailbox.post(.openDenied(DeclarationWords.declared(ground))) }
    open(ids, purpose, mailbox)
  }

  private func sheet(_ application: String, of person: Person) throws(FileProblem) -> Sheet? {
    guard let record = RecordID(application), let reviewer = RecordID(person.id) else { return nil }
    let sheet = try sheets.load(record, reviewer: reviewer)
    memory.withLock { $0.sheets[application] = sheet }
    return Sheet(
      review: sheet.review, digest: sheet.digest, returned: sheet.returned,
      changed: sheets.changedBasis(of: sheet.review))
  }

  private func save(
    _ application: String, _ review: Review, digest: String?, generation: Int, submit: Bool, _ mailbox: Mailbox
  ) {
    guard let person, let known = memory.withLock({ $0.sheets[application] }) else { return }
    do throws(ReviewStore.SaveError) {
      let edits = ReviewEdit.edits(from: known.review, to: review)
      let saved = try sheets.save(edits, to: known, submit: submit, by: person, at: LocalClock.iso8601())
      memory.withLock { $0.sheets[application] = saved.sheet }
      forgetSaved(application, saved.sheet.review)
      let sheet = Sheet(
        review: saved.sheet.review, digest: saved.digest, changed: sheets.changedBasis(of: saved.sheet.review))
      mailbox.post(
        .saved(
          SavedReview(
            application: application, sheet: sheet, generation: generation, time: LocalClock.time(seconds: true))))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      let isConflict: Bool
      if case .failed(.conflict) = error { isConflict = true } else { isConflict = false }
      if isConflict, showConflict(application, review, generation, mailbox) { return }
      mailbox.post(.saveFailed(SaveFailure(application: application, phrase: Phrase(error), conflict: isConflict)))
    }
  }

  private func confirmBasis(_ application: String, _ criterion: String, _ generation: Int, _ mailbox: Mailbox) {
    guard let person, let known = memory.withLock({ $0.sheets[application] }) else { return }
    do throws(ReviewStore.SaveError) {
      let saved = try sheets.save([.confirm(criterion: criterion)], to: known, by: person, at: LocalClock.iso8601())
      memory.withLock { $0.sheets[application] = saved.sheet }
      let sheet = Sheet(
        review: saved.sheet.review, digest: saved.digest, changed: sheets.changedBasis(of: saved.sheet.review))
      mailbox.post(
        .saved(
          SavedReview(
            application: application, sheet: sheet, generation: generation, time: LocalClock.time(seconds: true))))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.saveFailed(SaveFailure(application: application, phrase: Phrase(error), conflict: false)))
    }
  }

  // MARK: - Two versions

  /// Shows the file's version beside the screen's; false when it cannot be read, which the plain notice then says.
  private func showConflict(_ application: String, _ mine: Review, _ generation: Int, _ mailbox: Mailbox) -> Bool {
    guard let person, let id = RecordID(application), let reviewer = RecordID(person.id) else { return false }
    let found: ReviewStore.Sheet
    do throws(FileProblem) { found = try sheets.load(id, reviewer: reviewer) } catch { return false }
    memory.withLock { $0.met[application] = found }
    mailbox.post(
      .sheetConflict(
        SheetConflict(
          application: application, mine: mine,
          theirs: Sheet(review: found.review, digest: found.digest, returned: found.returned), generation: generation)))
    return true
  }

  /// What was changed since the sheet was last read or saved goes on top of the version that was shown; one that is newer
  /// still ends in a conflict again.
  private func rebase(_ application: String, _ review: Review, _ generation: Int, _ mailbox: Mailbox) {
    let (base, found) = memory.withLock { ($0.sheets[application], $0.met[application]) }
    guard let base, let found, let person else { return }
    do throws(ReviewStore.SaveError) {
      let edits = ReviewEdit.edits(from: base.review, to: review)
      let saved = try sheets.save(edits, to: found, by: person, at: LocalClock.iso8601())
      memory.withLock { $0.sheets[application] = saved.sheet }
      forgetSaved(application, saved.sheet.review)
      mailbox.post(
        .saved(
          SavedReview(
            application: application,
            sheet: Sheet(
              review: saved.sheet.review, digest: saved.digest, changed: sheets.changedBasis(of: saved.sheet.review)),
            generation: generation, given: review, time: LocalClock.time(seconds: true))))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      if case .failed(.conflict) = error, showConflict(application, review, generation, mailbox) { return }
      mailbox.post(.saveFailed(SaveFailure(application: application, phrase: Phrase(error), conflict: false)))
    }
  }

  /// Drops the drafts of texts that now stand in the saved sheet; one that is still being typed stays.
  private func forgetSaved(_ application: String, _ review: Review) {
    memory.withLock { memory in
      for (field, text) in memory.typed[application] ?? [:]
      where text.utf8.elementsEqual(review.text(of: field).utf8) {
        memory.writers[application]?.forget(field)
        memory.typed[application]?[field] = nil
      }
    }
  }

  // MARK: - Corrections

  private func correct(_ id: String, _ edits: [ApplicationStore.Edit], _ mailbox: Mailbox) {
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

  // MARK: - Visits

  /// The visit `name` to an application, or the latest; nil when there is none.
  private func visit(_ application: RecordID, _ name: String) throws(FileProblem) -> OpenedVisit? {
    let latest = try visits.visits(of: application).records.max { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }
    guard let id = RecordID(name) ?? latest, let whole = try visits.loadWhole(application, visit: id) else {
      return nil
    }
    memory.withLock { $0.visits[application.text + "/" + id.text] = whole }
    return OpenedVisit(whole)
  }

  private func save(_ save: VisitSave, _ mailbox: Mailbox) {
    let key = save.application + "/" + save.visit
    guard let person, let id = RecordID(save.application), let visit = RecordID(save.visit),
      var known = memory.withLock({ $0.visits[key] })
    else { return }
    do throws(InspectionStore.SaveError) {
      let now = LocalClock.iso8601()
      var journalFailure: FileError?
      do throws(FileProblem) {
        if save.rereads, let fresh = try visits.loadWhole(id, visit: visit) { known = fresh }
      } catch {
        throw .problem(error)
      }
      if known.sheet.visit.lead?.id == person.id {
        if !save.edits.isEmpty || save.isSigning {
          let application: Application
          do throws(FileProblem) { application = try self.application(id) } catch { throw .problem(error) }
          journalFailure = try visits.save(
            save.edits, to: known, sign: save.isSigning, checklist: visits.checklist(application), by: person, at: now
          ).journalFailure
        }
      } else {
        journalFailure = try visits.savePart(
          save.edits.compactMap(InspectionPartEdit.init), to: known, sign: save.isSigning, by: person, at: now
        ).journalFailure
      }
      var read: InspectionStore.Whole?
      do throws(FileProblem) { read = try visits.loadWhole(id, visit: visit) } catch { throw .problem(error) }
      guard let whole = read else { return }
      memory.withLock { $0.visits[key] = whole }
      forgetTyped(key, save)
      let record = whole.sheet.visit
      let step = record.clockSteps.last
      mailbox.post(
        .visitSaved(
          SavedVisit(
            opened: OpenedVisit(whole), count: save.edits.count, isSigned: save.isSigning,
            time: LocalClock.time(seconds: true), revision: record.revision,
            clockStep: step?.id == "r\(record.revision)" ? step : nil)))
      if let failure = journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.visitFailed(failure(error, save, known)))
    }
  }

  private func application(_ id: RecordID) throws(FileProblem) -> Application {
    let folder: RecordFolder
    do throws(FileError) { folder = try workspace.applications() } catch {
      throw FileProblem(file: error.file, reason: .file(error))
    }
    return try folder.application(id)
  }

  /// Drops the drafts of texts that the save contained; one that is still being typed stays.
  private func forgetTyped(_ key: String, _ save: VisitSave) {
    memory.withLock { memory in
      for typed in save.typed {
        let field = save.visit + "/" + typed.field
        guard memory.typed[key]?[field]?.utf8.elementsEqual(typed.text.utf8) == true else { continue }
        memory.writers[key]?.forget(field)
        memory.typed[key]?[field] = nil
      }
    }
  }

  /// Why it was not saved, with both versions field by field when somebody else changed the file.
  private func failure(
    _ error: InspectionStore.SaveError, _ save: VisitSave, _ known: InspectionStore.Whole
  ) -> VisitFailure {
    var differences: [RecordDifference] = []
    if case .failed(.conflict) = error, let id = RecordID(save.application), let visit = RecordID(save.visit) {
      do throws(FileProblem) {
        if let found = try visits.loadWhole(id, visit: visit) {
          differences = RecordDifference.list(
            known.sheet.document?.value ?? known.sheet.visit.json, found.sheet.document?.value ?? .null)
        }
      } catch {
        // What stands there cannot be read: the notice of the conflict says that it was changed.
      }
    }
    return VisitFailure(
      application: save.application, visit: save.visit, phrase: InspectWords.notKept(error, program),
      conflict: differences)
  }

  private func takeEvidence(
    _ application: String, _ visit: String, _ text: String, _ item: String, _ mailbox: Mailbox
  ) {
    guard let person, let known = memory.withLock({ $0.visits[application + "/" + visit] }) else { return }
    let (shows, path) = InspectFields.evidence(text, program.inspection)
    do throws(EvidenceRefusal) {
      var evidence = try visits.takeEvidence(path, of: known.sheet.visit, shows: shows)
      (evidence.takenAt, evidence.takenBy, evidence.items) = (LocalClock.iso8601(), person.id, [item])
      mailbox.post(.evidenceTaken(application: application, visit: visit, .evidence(evidence)))
    } catch {
      mailbox.post(
        .visitFailed(
          VisitFailure(application: application, visit: visit, phrase: InspectWords.refusal(error), conflict: [])))
    }
  }

  /// The saved text of a visit's field, for comparison with a draft.
  private func savedText(_ application: RecordID, _ field: String) -> String {
    let (visit, name) = InspectFields.parts(field)
    guard let id = RecordID(visit), let person else { return "" }
    do throws(FileProblem) {
      guard let whole = try visits.loadWhole(application, visit: id) else { return "" }
      let checklist = InspectionChecklist(program.inspection, scenarios: [])
      let record = try self.application(application)
      let state = InspectState(OpenedVisit(whole), application: record, checklist: checklist, person: person.id)
      return InspectFields.value(name, in: state)
    } catch {
      return ""
    }
  }

  // MARK: - Drafts

  /// Drafts of a score sheet go by the application, those of a visit by application and visit.
  private static func draftKey(_ application: String, _ field: String) -> String {
    field.contains("/") ? application + "/" + InspectFields.parts(field).name : application
  }

  private func writer(for application: String, _ field: String, _ mailbox: Mailbox) -> DraftWriter? {
    guard let drafts, let person, let reviewer = RecordID(person.id), let record = RecordID(application) else {
      mailbox.post(.draftState(Notice(.error, .draftsUnavailable)))
      return nil
    }
    return memory.withLock { memory in
      let key = Self.draftKey(application, field)
      if let writer = memory.writers[key] { return writer }
      let visit = field.contains("/") ? RecordID(InspectFields.parts(field).name) : nil
      let path =
        visit.map { WorkspaceLayout.inspection(record, visit: $0) }
        ?? WorkspaceLayout.review(record, reviewer: reviewer)
      let base = visit == nil ? memory.sheets[application]?.digest : memory.visits[key]?.sheet.digest
      let subject = DraftSubject(person: reviewer, record: path, base: base)
      let writer = drafts.writer(for: subject) { state in
        if case .failed(let error) = state {
          mailbox.post(.draftState(Notice(.error, .draftFailed(error))))
        } else {
          mailbox.post(.draftState(nil))
        }
      }
      memory.writers[key] = writer
      return writer
    }
  }

  /// Offers the texts of runs that ended without saving them.
  private func findDrafts(_ mailbox: Mailbox) {
    guard let drafts, let person, let reviewer = RecordID(person.id) else { return }
    do throws(FileError) {
      var texts: [RecoverableText] = []
      for draft in try drafts.recoverable(by: reviewer) {
        let folders = draft.subject.record.folders
        guard folders.count == 2, let application = folders.last, let record = RecordID(application)
        else { continue }
        let isVisit = folders.first == "inspections"
        let saved = isVisit ? nil : readable(record, reviewer)
        for field in draft.fields {
          let text = saved.map { $0.text(of: field.name) } ?? (isVisit ? savedText(record, field.name) : "")
          texts.append(
            RecoverableText(
              id: draft.name, application: application, field: field.name, text: field.text, at: field.at, saved: text))
        }
        memory.withLock { $0.found[draft.name] = (draft, Set(draft.fields.map(\.name))) }
      }
      if !texts.isEmpty { mailbox.post(.draftsFound(texts)) }
    } catch {
      mailbox.post(.draftState(Notice(.error, .draftFailed(error))))
    }
  }

  /// The sheet for comparison; nil when it cannot be read, which the list of problems names.
  private func readable(_ application: RecordID, _ reviewer: RecordID) -> Review? {
    do throws(FileProblem) { return try sheets.load(application, reviewer: reviewer).review } catch { return nil }
  }

  /// Moves a draft to the bin once all of its texts have been decided on; a restored one is safe elsewhere first.
  private func discard(_ id: String, _ field: String) {
    let writers = memory.withLock { Array($0.writers.values) }
    for writer in writers {
      if case .failed = writer.flushNow() { return }
    }
    let finished: Draft? = memory.withLock { memory in
      guard var entry = memory.found[id] else { return nil }
      entry.open.remove(field)
      memory.found[id] = entry.open.isEmpty ? nil : entry
      return entry.open.isEmpty ? entry.draft : nil
    }
    guard let finished, let drafts else { return }
    do throws(FileError) {
      try drafts.discard(finished)
    } catch {
      // The draft stays and is offered again at the next start, which loses nothing.
    }
  }

  // MARK: - Files

  private func openFile(_ file: String, _ mailbox: Mailbox) {
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
    case .read, .compare, .verify, .inspect: false
    }
  }

  /// The visit that the screen needs; an empty name is the latest.
  fileprivate var visit: String? {
    switch self {
    case .inspect: ""
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
