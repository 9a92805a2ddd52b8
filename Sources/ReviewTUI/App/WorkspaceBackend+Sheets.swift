import Core
import Synchronization

/// Score sheets: the declaration before them, saves, and two versions of one.
extension WorkspaceBackend {
  /// What stands between the reviewer and `applications`: a declaration that is missing, or a recusal. Nil when nothing does.
  func declarationGate(
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

  func declare(
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

  func sheet(_ application: String, of person: Person) throws(FileProblem) -> Sheet? {
    guard let record = RecordID(application), let reviewer = RecordID(person.id) else { return nil }
    let sheet = try sheets.load(record, reviewer: reviewer)
    memory.withLock { $0.sheets[application] = sheet }
    return Sheet(
      review: sheet.review, digest: sheet.digest, returned: sheet.returned,
      changed: sheets.changedBasis(of: sheet.review))
  }

  func save(_ application: String, _ review: Review, generation: Int, submit: Bool, _ mailbox: Mailbox) {
    guard let known = memory.withLock({ $0.sheets[application] }) else { return }
    let edits = ReviewEdit.edits(from: known.review, to: review)
    keep(edits, over: known, mine: review, generation: generation, submit: submit, mailbox)
  }

  func confirmBasis(_ application: String, _ criterion: String, _ generation: Int, _ mailbox: Mailbox) {
    guard let known = memory.withLock({ $0.sheets[application] }) else { return }
    keep([.confirm(criterion: criterion)], over: known, mine: known.review, generation: generation, mailbox)
  }

  /// What was changed since the sheet was last read or saved goes on top of the version that was shown; one that is newer
  /// still ends in a conflict again.
  func rebase(_ application: String, _ review: Review, _ generation: Int, _ mailbox: Mailbox) {
    let (base, found) = memory.withLock { ($0.sheets[application], $0.met[application]) }
    guard let base, let found else { return }
    let edits = ReviewEdit.edits(from: base.review, to: review)
    keep(edits, over: found, mine: review, given: review, generation: generation, mailbox)
  }

  /// Saves `edits` over `known` and tells what became of it; where another version stands, both are shown.
  private func keep(
    _ edits: [ReviewEdit], over known: ReviewStore.Sheet, mine: Review, given: Review? = nil, generation: Int,
    submit: Bool = false, _ mailbox: Mailbox
  ) {
    guard let person else { return }
    let application = known.review.application
    do throws(ReviewStore.SaveError) {
      let saved = try sheets.save(edits, to: known, submit: submit, by: person, at: LocalClock.iso8601())
      memory.withLock { $0.sheets[application] = saved.sheet }
      forgetSaved(application, saved.sheet.review)
      let sheet = Sheet(
        review: saved.sheet.review, digest: saved.digest, changed: sheets.changedBasis(of: saved.sheet.review))
      mailbox.post(
        .saved(
          SavedReview(
            application: application, sheet: sheet, generation: generation, given: given,
            time: LocalClock.time(seconds: true))))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      if case .failed(.unconfirmed) = error { adoptUnconfirmed(application, known) }
      let isConflict: Bool
      if case .failed(.conflict) = error { isConflict = true } else { isConflict = false }
      if isConflict, showConflict(application, mine, generation, mailbox) { return }
      mailbox.post(
        .saveFailed(
          SaveFailure(
            application: application, phrase: Phrase(error), conflict: isConflict, isRetried: error.mayPass)))
    }
  }

  /// Shows the file's version beside the screen's; false when it cannot be read, which the plain notice then says.
  func showConflict(_ application: String, _ mine: Review, _ generation: Int, _ mailbox: Mailbox) -> Bool {
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

  /// Drops the drafts of texts that now stand in the saved sheet; one that is still being typed stays.
  func forgetSaved(_ application: String, _ review: Review) {
    memory.withLock { memory in
      for (field, text) in memory.typed[application] ?? [:]
      where text.utf8.elementsEqual(review.text(of: field).utf8) {
        memory.writers[application]?.forget(field)
        memory.typed[application]?[field] = nil
      }
    }
  }
}
