import Core
import Synchronization

/// What can be taken back, kept beside the drafts. A history that cannot be read or written loses nothing but undo.
extension WorkspaceBackend {
  /// What was kept of a sheet or visit that is being opened, as far as its file is still the one it belongs to.
  func keptUndo(_ application: String, hasSheet: Bool, _ visit: OpenedVisit?) -> OpenedUndo {
    var opened = OpenedUndo()
    guard let undo, let person, let reviewer = RecordID(person.id), let record = RecordID(application) else {
      return opened
    }
    if hasSheet {
      let kept = undo.read(WorkspaceLayout.review(record, reviewer: reviewer), of: reviewer, ReviewStep.self)
      opened.sheet = kept
      opened.isForeign = !holds(&opened.sheet, memory.withLock { $0.sheets[application]?.digest })
      let steps = opened.sheet.stacks
      memory.withLock { $0.sheetUndo[application] = (steps, kept) }
    }
    if let visit, let path = undoPath(record, visit.visit) {
      let key = application + "/" + visit.visit.id
      let kept = undo.read(path, of: reviewer, InspectionStep.self)
      opened.visit = kept
      opened.isForeign = !holds(&opened.visit, memory.withLock { digest(of: $0.visits[key]) })
      let steps = opened.visit.stacks
      memory.withLock { $0.visitUndo[key] = (steps, kept) }
    }
    return opened
  }

  /// Empties a history whose file is another one by now; false when that takes steps away.
  private func holds<Step>(_ history: inout UndoHistory<Step>, _ digest: String?) -> Bool {
    guard history.digest != digest else { return true }
    let hadSteps = history.stacks != UndoStacks<Step>()
    history.stacks = UndoStacks()
    return !hadSteps
  }

  /// After a save: the steps belong to the file as it is now.
  func keepSheetUndo(_ application: String) {
    guard let undo, let person, let reviewer = RecordID(person.id), let record = RecordID(application) else { return }
    let (entry, sheet, typed, trails) = memory.withLock {
      ($0.sheetUndo[application], $0.sheets[application], $0.typed[application] ?? [:], $0.trails[application] ?? [:])
    }
    guard let sheet else { return }
    var new = entry?.kept ?? UndoHistory()
    new.stacks = entry?.steps ?? UndoStacks()
    new.digest = sheet.digest
    for (field, text) in typed where text.utf8.elementsEqual(sheet.review.text(of: field).utf8) {
      new.texts[field] = trails[field].map { UndoHistory<ReviewStep>.Text(of: text, $0) }
    }
    let path = WorkspaceLayout.review(record, reviewer: reviewer)
    let kept = keep(new, over: entry?.kept, path, reviewer, undo)
    memory.withLock { $0.sheetUndo[application] = (new.stacks, kept) }
  }

  /// The same of a visit, with the texts that the save contained.
  func keepVisitUndo(_ key: String, _ save: VisitSave) {
    guard let undo, let person, let reviewer = RecordID(person.id), let record = RecordID(save.application) else {
      return
    }
    let (entry, whole, trails) = memory.withLock { ($0.visitUndo[key], $0.visits[key], $0.trails[key] ?? [:]) }
    guard let whole, let path = undoPath(record, whole.sheet.visit) else { return }
    var new = entry?.kept ?? UndoHistory()
    new.stacks = entry?.steps ?? UndoStacks()
    new.digest = digest(of: whole)
    for typed in save.typed {
      new.texts[typed.field] = trails[save.visit + "/" + typed.field].map {
        UndoHistory<InspectionStep>.Text(of: typed.text, $0)
      }
    }
    let kept = keep(new, over: entry?.kept, path, reviewer, undo)
    memory.withLock { $0.visitUndo[key] = (new.stacks, kept) }
  }

  /// What the file says now; nil when it is not known.
  private func keep<Step>(
    _ new: UndoHistory<Step>, over old: UndoHistory<Step>?, _ path: WorkspacePath, _ person: RecordID, _ undo: UndoStore
  ) -> UndoHistory<Step>? {
    do throws(FileError) {
      try undo.keep(new, over: old, path, of: person)
      return new
    } catch {
      return nil
    }
  }

  private func undoPath(_ application: RecordID, _ visit: Inspection) -> WorkspacePath? {
    RecordID(visit.id).map { WorkspaceLayout.inspection(application, visit: $0) }
  }

  /// Digest of the file that the person writes: the lead's is the visit, the others have a part.
  private func digest(of whole: InspectionStore.Whole?) -> String? {
    guard let whole, let person else { return nil }
    if whole.sheet.visit.lead?.id == person.id { return whole.sheet.digest }
    return whole.parts.first { $0.part.person == person.id }?.digest
  }
}
