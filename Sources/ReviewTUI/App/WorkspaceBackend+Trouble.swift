import Core
import Synchronization

/// Which failures may be over at the next try, without anybody doing more than making room or putting a disk back.
extension RecordSave.Failure {
  var mayPass: Bool {
    switch self {
    case .busy, .failed, .unconfirmed: true
    case .conflict, .unreadable: false
    }
  }
}

extension ReviewStore.SaveError {
  var mayPass: Bool {
    switch self {
    case .failed(let failure): failure.mayPass
    case .problem(let problem): problem.mayPass
    case .denied, .invalid: false
    }
  }
}

extension InspectionStore.SaveError {
  var mayPass: Bool {
    switch self {
    case .failed(let failure): failure.mayPass
    case .problem(let problem): problem.mayPass
    case .denied, .invalid, .evidence: false
    }
  }
}

extension ApplicationStore.SaveError {
  var mayPass: Bool {
    switch self {
    case .failed(let failure): failure.mayPass
    case .problem(let problem): problem.mayPass
    case .denied, .otherValue, .noField: false
    }
  }
}

extension FileProblem {
  /// Also what stands under the name of a folder may go away again.
  var mayPass: Bool { if case .file = reason { true } else { false } }
}

extension WorkspaceBackend {
  /// After a save that was made and not confirmed: the text that stands there is this window's own, and the next save is
  /// made from it.
  func adoptUnconfirmed(_ application: String, _ known: ReviewStore.Sheet) {
    guard let person, let id = RecordID(application), let reviewer = RecordID(person.id) else { return }
    do throws(FileProblem) {
      let found = try sheets.load(id, reviewer: reviewer)
      guard found.review.previous == known.digest, found.review.revision == known.review.revision + 1 else { return }
      memory.withLock { $0.sheets[application] = found }
    } catch {
      // It cannot be read now: the next save says so.
    }
  }

  /// As above, of a visit: its next save begins with the edits that the file does not hold yet.
  func adoptUnconfirmed(_ save: VisitSave, _ known: InspectionStore.Whole) {
    guard let id = RecordID(save.application), let visit = RecordID(save.visit) else { return }
    do throws(FileProblem) {
      guard let found = try visits.loadWhole(id, visit: visit), found.sheet.visit.lead?.id == person?.id,
        found.sheet.visit.previous == known.sheet.digest,
        found.sheet.visit.revision == known.sheet.visit.revision + 1
      else { return }
      memory.withLock {
        $0.visits[save.application + "/" + save.visit] = found
        $0.unconfirmed[save.application + "/" + save.visit] = save.edits.count
      }
    } catch {
      // It cannot be read now: the next save says so.
    }
  }
}
