import Core
import Synchronization

/// Texts that another editor works on.
extension WorkspaceBackend {
  /// Puts the text into a file; what was typed before is durable first.
  func handOut(_ application: String, _ field: String, _ text: String, _ mailbox: Mailbox) {
    guard let drafts, let subject = draftSubject(application, field) else {
      return mailbox.post(.handOutFailed(nil))
    }
    _ = flushDrafts()
    do throws(FileError) {
      mailbox.post(.handedOut(try drafts.handOut(subject, field, text: text, at: LocalClock.iso8601())))
    } catch {
      mailbox.post(.handOutFailed(error))
    }
  }

  /// Removes the file once what came of it is durable as a draft.
  func takeIn(_ id: String, keepsText: Bool) {
    guard let drafts, flushDrafts() else { return }
    do throws(FileError) {
      try drafts.takeIn(id, keepsText: keepsText)
    } catch {
      // It stays and is looked at again at the next start, which loses nothing.
    }
  }

  /// Texts that an editor had when a run ended without taking them back.
  func leftTexts(_ reviewer: RecordID) throws(FileError) -> [RecoverableText] {
    guard let drafts else { return [] }
    return try drafts.leftTexts(by: reviewer).compactMap { left in
      guard let application = left.subject.record.folders.last, let record = RecordID(application) else { return nil }
      let isVisit = left.subject.record.folders.first == "inspections"
      let saved = isVisit ? savedText(record, left.field.name) : readable(record, reviewer)?.text(of: left.field.name)
      return RecoverableText(
        id: Self.outside + left.id, application: application, field: left.field.name, text: left.field.text,
        at: left.field.at, saved: saved ?? "")
    }
  }

  /// What the names of such texts begin with among those of drafts.
  static let outside = "edit/"

  /// Whether everything typed is durable.
  func flushDrafts() -> Bool {
    let writers = memory.withLock { Array($0.writers.values) }
    return writers.allSatisfy { if case .failed = $0.flushNow() { false } else { true } }
  }
}
