import Core
import Synchronization

/// Typed text that no file holds yet.
extension WorkspaceBackend {
  /// Drafts of a score sheet go by the application, those of a visit by application and visit.
  static func draftKey(_ application: String, _ field: String) -> String {
    field.contains("/") ? application + "/" + InspectFields.parts(field).name : application
  }

  func writer(for application: String, _ field: String, _ mailbox: Mailbox) -> DraftWriter? {
    guard let drafts, let subject = draftSubject(application, field) else {
      mailbox.post(.draftState(Notice(.error, .draftsUnavailable)))
      return nil
    }
    let key = Self.draftKey(application, field)
    return memory.withLock { memory in
      if let writer = memory.writers[key] { return writer }
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

  /// The record that a field belongs to; nil when nobody acts.
  func draftSubject(_ application: String, _ field: String) -> DraftSubject? {
    guard let person, let reviewer = RecordID(person.id), let record = RecordID(application) else { return nil }
    let visit = field.contains("/") ? RecordID(InspectFields.parts(field).name) : nil
    let path =
      visit.map { WorkspaceLayout.inspection(record, visit: $0) } ?? WorkspaceLayout.review(record, reviewer: reviewer)
    let base = memory.withLock { memory in
      visit == nil
        ? memory.sheets[application]?.digest : memory.visits[Self.draftKey(application, field)]?.sheet.digest
    }
    return DraftSubject(person: reviewer, record: path, base: base)
  }

  /// Offers the texts of runs that ended without saving them.
  func findDrafts(_ mailbox: Mailbox) {
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
              id: draft.name, application: application, field: field.name, text: field.text, at: field.at, saved: text,
              trail: field.trail))
        }
        memory.withLock { $0.found[draft.name] = (draft, Set(draft.fields.map(\.name))) }
      }
      texts += try leftTexts(reviewer)
      if !texts.isEmpty { mailbox.post(.draftsFound(texts)) }
    } catch {
      mailbox.post(.draftState(Notice(.error, .draftFailed(error))))
    }
  }

  /// The sheet for comparison; nil when it cannot be read, which the list of problems names.
  func readable(_ application: RecordID, _ reviewer: RecordID) -> Review? {
    do throws(FileProblem) { return try sheets.load(application, reviewer: reviewer).review } catch { return nil }
  }

  /// Moves a draft to the bin once all of its texts have been decided on; a restored one is safe elsewhere first.
  func discard(_ id: String, _ field: String) {
    guard flushDrafts() else { return }
    if id.hasPrefix(Self.outside) { return takeIn(String(id.dropFirst(Self.outside.count)), keepsText: true) }
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
