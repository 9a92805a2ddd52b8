import Core
import Synchronization

/// Plans of visits, lists of visits, and what one person adds to a visit.
extension WorkspaceBackend {
  /// Posts whom a supervisor may send to an application.
  func preparePlan(_ application: String, _ mailbox: Mailbox) {
    guard let id = RecordID(application) else { return }
    do throws(InspectionStore.SaveError) {
      let record: Application
      let roster: Roster
      let assigned: [String]
      let listed: [RecordID]
      do throws(FileProblem) {
        record = try self.application(id)
        roster = try workspace.roster()
        assigned = try workspace.assignment(id)?.inspectors ?? []
        listed = try visits.visits(of: id).records
      } catch {
        throw .problem(error)
      }
      let candidates = try visits.candidates(for: record, roster).map { candidate in
        PlanChoices.Candidate(
          id: candidate.person.id, name: candidate.person.name,
          refusal: candidate.refusal.map { InspectWords.phrase($0, program) })
      }
      mailbox.post(
        .planReady(
          PlanChoices(
            application: application, company: record.company.name ?? "", candidates: candidates, assigned: assigned,
            visits: listed.map(\.text))))
    } catch {
      mailbox.post(.openDenied(InspectWords.phrase(error, program)))
    }
  }

  func planVisit(_ application: String, _ plan: InspectionPlan, _ mailbox: Mailbox) {
    guard let person, let id = RecordID(application) else { return }
    do throws(InspectionStore.SaveError) {
      let record: Application
      let roster: Roster
      do throws(FileProblem) {
        record = try self.application(id)
        roster = try workspace.roster()
      } catch {
        throw .problem(error)
      }
      let saved = try visits.plan(plan, for: record, roster: roster, by: person, at: LocalClock.iso8601())
      let visit = saved.sheet.visit
      let opened: OpenedVisit?
      do throws(FileProblem) { opened = try self.visit(id, visit.id) } catch { throw .problem(error) }
      mailbox.post(
        .visitPlanned(
          opened ?? OpenedVisit(visit: visit, parts: []), of: record, time: LocalClock.time(seconds: true),
          clockStep: visit.clockSteps.last))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.formFailed(InspectWords.notKept(error, program)))
    }
  }

  /// Keeps what one person adds to a visit in a file of their own: re-checks, and a supervisor's leave.
  func savePart(_ application: String, _ name: String, _ edits: [InspectionPartEdit], _ mailbox: Mailbox) {
    let key = application + "/" + name
    guard let person, let id = RecordID(application), let visit = RecordID(name) else { return }
    do throws(InspectionStore.SaveError) {
      // What others wrote since is no conflict here: the file has one writer.
      var found: InspectionStore.Whole?
      do throws(FileProblem) { found = try visits.loadWhole(id, visit: visit) } catch { throw .problem(error) }
      guard let whole = found else { throw .invalid(.badID(name)) }
      let saved = try visits.savePart(edits, to: whole, by: person, at: LocalClock.iso8601())
      do throws(FileProblem) { found = try visits.loadWhole(id, visit: visit) } catch { throw .problem(error) }
      guard let fresh = found else { return }
      memory.withLock { $0.visits[key] = fresh }
      let part = saved.sheet
      let step = part.part.clockSteps.last
      mailbox.post(
        .visitSaved(
          SavedVisit(
            opened: OpenedVisit(fresh), count: 0, isSigned: false, time: LocalClock.time(seconds: true),
            revision: part.part.revision, clockStep: step?.id == "r\(part.part.revision)" ? step : nil)))
      if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
    } catch {
      mailbox.post(.formFailed(InspectWords.notKept(error, program)))
    }
  }

  /// Posts the person's visits over all applications, or all visits of one.
  func listVisits(_ application: String?, _ mailbox: Mailbox) {
    guard let person else { return }
    let now = LocalClock.iso8601()
    let found = visits.all()
    let pairs = found.visits.filter { application == nil || $0.sheet.visit.application == application }.map {
      (visit: $0.sheet.visit, parts: $0.parts.map(\.part))
    }
    // Of one application everybody may see that there are visits, as everybody may open them.
    let viewer =
      application == nil ? person : Person(id: person.id, name: person.name, roles: person.roles + [.supervisor])
    let agenda = VisitAgenda(pairs, of: viewer, program.inspection, at: now)
    mailbox.post(.visitsListed(application: application, agenda.entries, problems: found.problems.count))
  }

  /// Looks at every visit of an application that is or was on the screen.
  func refreshVisits(of application: String, _ mailbox: Mailbox) {
    let keys = memory.withLock { $0.visits.keys.filter { $0.hasPrefix(application + "/") } }
    for key in keys { refreshVisit(application, String(key.dropFirst(application.count + 1)), mailbox) }
  }

  /// Posts the visit again when another program wrote something of it: the member's answers come to the lead's screen, and
  /// the lead's record to the members'.
  func refreshVisit(_ application: String, _ name: String, _ mailbox: Mailbox) {
    let key = application + "/" + name
    guard let id = RecordID(application), let visit = RecordID(name), let known = memory.withLock({ $0.visits[key] })
    else { return }
    do throws(FileProblem) {
      guard let fresh = try visits.loadWhole(id, visit: visit), fresh != known else { return }
      // One's own record that changed under the screen is a conflict of the next save, which shows both versions.
      if fresh.sheet.digest != known.sheet.digest, known.sheet.visit.lead?.id == person?.id { return }
      let own = { (whole: InspectionStore.Whole) in whole.parts.first { $0.part.person == self.person?.id }?.digest }
      if own(fresh) != own(known) { return }
      memory.withLock { $0.visits[key] = fresh }
      mailbox.post(.visitChanged(OpenedVisit(fresh)))
    } catch {
      // What cannot be read now is as it was; the next save says why.
    }
  }
}
