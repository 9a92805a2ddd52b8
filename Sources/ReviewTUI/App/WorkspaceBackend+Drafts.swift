import Core
import Synchronization

/// Typed text that no file holds yet.
extension WorkspaceBackend {
  /// Drafts of a score sheet go by the application, those of a visit by application and visit, those of corrections apart.
  static func draftKey(_ application: String, _ field: String) -> String {
    let field = DraftField(field)
    return field.isCorrection ? application + "@" : field.visit.map { application + "/" + $0 } ?? application
  }

  func writer(for application: String, _ field: String, _ mailbox: Mailbox) -> DraftWriter? {
    guard let drafts, let person, let reviewer = RecordID(person.id), let record = RecordID(application) else {
      mailbox.post(.draftState(Notice(.error, .draftsUnavailable)))
      return nil
    }
    return memory.withLock { memory in
      let key = Self.draftKey(application, field)
      if let writer = memory.writers[key] { return writer }
      let kind = DraftField(field)
      let path: WorkspacePath
      let base: String?
      if kind.isCorrection {
        (path, base) = (WorkspaceLayout.application(record), memory.verified[application]?.document.digest)
      } else if let visit = kind.visit.flatMap({ RecordID($0) }) {
        (path, base) = (WorkspaceLayout.inspection(record, visit: visit), memory.visits[key]?.sheet.digest)
      } else {
        (path, base) = (WorkspaceLayout.review(record, reviewer: reviewer), memory.sheets[application]?.digest)
      }
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

  /// Offers the texts of runs that ended without saving them, whole records first. What is saved by now goes to the bin.
  func findDrafts(_ mailbox: Mailbox) {
    guard let drafts, let person, let reviewer = RecordID(person.id) else { return }
    do throws(FileError) {
      var texts: [RecoverableText] = []
      var done: [(String, String)] = []
      for draft in try drafts.recoverable(by: reviewer) {
        guard let application = Self.application(of: draft.subject.record) else { continue }
        for field in draft.fields {
          if let text = recoverable(draft, field, application, reviewer) {
            texts.append(text)
          } else {
            done.append((draft.name, field.name))
          }
        }
        memory.withLock { $0.found[draft.name] = (draft, Set(draft.fields.map(\.name))) }
      }
      for (id, field) in done { discard(id, field) }
      texts = texts.filter { DraftField($0.field).isRecord } + texts.filter { !DraftField($0.field).isRecord }
      if !texts.isEmpty { mailbox.post(.draftsFound(texts)) }
    } catch {
      mailbox.post(.draftState(Notice(.error, .draftFailed(error))))
    }
  }

  /// The application that a draft's record belongs to.
  private static func application(of record: WorkspacePath) -> RecordID? {
    switch (record.folders.first, record.folders.count) {
    case ("reviews", 2), ("inspections", 2): record.folders.last.flatMap { RecordID($0) }
    case ("applications", 1): RecordID(String(record.name.dropLast(5)))
    default: nil
    }
  }

  /// A text beside what is saved; nil for a record that its file says already.
  private func recoverable(
    _ draft: Draft, _ field: Draft.Field, _ application: RecordID, _ reviewer: RecordID
  ) -> RecoverableText? {
    func text(_ saved: String) -> RecoverableText {
      RecoverableText(
        id: draft.name, application: application.text, field: field.name, text: field.text, at: field.at, saved: saved)
    }
    switch DraftField(field.name) {
    case .comment, .opinion: return text(readable(application, reviewer)?.text(of: field.name) ?? "")
    case .digits(let criterion):
      let score = readable(application, reviewer)?.entries.first { $0.criterion == criterion }?.score
      return text(score.map(Figures.tenths) ?? "")
    case .visitText: return text(savedText(application, field.name))
    case .figure(let visit, let metric): return text(savedFigure(application, visit, metric))
    case .correction(let path): return text(savedValue(application, path))
    case .sheet:
      var found = text("")
      let sheet = try? sheets.load(application, reviewer: reviewer)
      guard let mine = Review(draft: field.text, program.rubric), let theirs = sheet?.review else { return found }
      found.changes = SheetConflict(
        application: application.text, mine: mine, theirs: Sheet(review: theirs, digest: nil), generation: 0
      ).differences.filter { !["state", "declaration"].contains($0.path.first ?? "") && $0.path.last != "basis" }
      found.isStale = mine.previous != sheet?.digest
      return found.changes.isEmpty ? nil : found
    case .visit(let visit):
      var found = text("")
      guard let json = JSONValue(draft: field.text), let saved = savedRecord(application, visit) else { return found }
      let ofSave: Set<String> = ["revision", "previous", "savedAt", "state", "clockSteps"]
      found.changes = RecordDifference.list(json, saved.json).filter {
        !ofSave.contains($0.path.first ?? "") && !["by", "at"].contains($0.path.last ?? "")
      }
      found.isStale = json["previous"]?.string != saved.digest
      return found.changes.isEmpty ? nil : found
    }
  }

  /// The sheet for comparison; nil when it cannot be read, which the list of problems names.
  func readable(_ application: RecordID, _ reviewer: RecordID) -> Review? {
    do throws(FileProblem) { return try sheets.load(application, reviewer: reviewer).review } catch { return nil }
  }

  /// Moves a draft to the bin once all of its texts have been decided on; a restored one is safe elsewhere first.
  func discard(_ id: String, _ field: String) {
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
}
