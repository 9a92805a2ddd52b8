import Core
import Synchronization

/// Visits: opening, saves, evidence.
extension WorkspaceBackend {
  /// The visit `name` to an application, or the latest; nil when there is none.
  func visit(_ application: RecordID, _ name: String) throws(FileProblem) -> OpenedVisit? {
    let latest = try visits.visits(of: application).records.max { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }
    // A draft of a plan belongs to a visit that is not there yet.
    if name == "plan" { return nil }
    guard let id = RecordID(name) ?? latest, let whole = try visits.loadWhole(application, visit: id) else {
      return nil
    }
    memory.withLock { $0.visits[application.text + "/" + id.text] = whole }
    return OpenedVisit(whole)
  }

  func save(_ save: VisitSave, _ mailbox: Mailbox) {
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
        // What an unconfirmed save wrote stands in the file already.
        let edits = Array(save.edits.dropFirst(memory.withLock { $0.unconfirmed[key] ?? 0 }))
        if !save.edits.isEmpty || save.isSigning {
          let application: Application
          do throws(FileProblem) { application = try self.application(id) } catch { throw .problem(error) }
          journalFailure = try visits.save(
            edits, to: known, sign: save.isSigning, checklist: visits.checklist(application), by: person, at: now
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
      memory.withLock {
        $0.visits[key] = whole
        $0.unconfirmed[key] = nil
      }
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
      if case .failed(.unconfirmed) = error { adoptUnconfirmed(save, known) }
      mailbox.post(.visitFailed(failure(error, save, known)))
    }
  }

  func application(_ id: RecordID) throws(FileProblem) -> Application {
    let folder: RecordFolder
    do throws(FileError) { folder = try workspace.applications() } catch {
      throw FileProblem(file: error.file, reason: .file(error))
    }
    return try folder.application(id)
  }

  /// Drops the drafts of texts that the save contained; one that is still being typed stays.
  func forgetTyped(_ key: String, _ save: VisitSave) {
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
  func failure(
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
      conflict: differences, isRetried: error.mayPass)
  }

  func takeEvidence(_ application: String, _ visit: String, _ request: EvidenceRequest, _ mailbox: Mailbox) {
    guard let person, let known = memory.withLock({ $0.visits[application + "/" + visit] }) else { return }
    // A window that files are dragged into puts quotes around their paths.
    let (shows, path) = InspectFields.evidence(InspectFields.unquoted(request.path), program.inspection)
    do throws(EvidenceRefusal) {
      var evidence = try visits.takeEvidence(path, of: known.sheet.visit, shows: request.shows ?? shows)
      (evidence.kind, evidence.takenAt, evidence.takenBy) = (request.kind, request.takenAt, person.id)
      (evidence.place, evidence.items, evidence.note) = (request.place, request.items, request.note)
      mailbox.post(
        .evidenceTaken(application: application, visit: visit, .evidence(evidence), metrics: request.metrics))
    } catch {
      mailbox.post(.formFailed(InspectWords.refusal(error)))
    }
  }

  /// The person's record of a visit as it is saved: the lead's, or the own part.
  func savedRecord(_ application: RecordID, _ visit: String) -> (json: JSONValue, digest: String?)? {
    guard let id = RecordID(visit), let person,
      let whole = (try? visits.loadWhole(application, visit: id)).flatMap({ $0 })
    else { return nil }
    if whole.sheet.visit.lead?.id == person.id { return (whole.sheet.visit.json, whole.sheet.digest) }
    guard let own = whole.parts.first(where: { $0.part.person == person.id }) else {
      return (InspectionPart(visit: visit, application: application.text, person: person.id).json, nil)
    }
    return (own.part.json, own.digest)
  }

  /// The saved figure of a metric, for comparison with a draft.
  func savedFigure(_ application: RecordID, _ visit: String, _ metric: String) -> String {
    guard let id = RecordID(visit), let whole = (try? visits.loadWhole(application, visit: id)).flatMap({ $0 }) else {
      return ""
    }
    return whole.sheet.visit.metric(metric)?.verified?.text ?? ""
  }

  /// The saved value of an application's field, for comparison with a draft.
  func savedValue(_ application: RecordID, _ path: String) -> String {
    guard let record = try? applications.load(application) else { return "" }
    let field = VerifyRecord(record).fields.first { $0.path.utf8.elementsEqual(path.utf8) }
    return field.map { CorrectionReader(FormVocabulary(program: program)).text($0.value) } ?? ""
  }

  /// The saved text of a visit's field, for comparison with a draft.
  func savedText(_ application: RecordID, _ field: String) -> String {
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
}
