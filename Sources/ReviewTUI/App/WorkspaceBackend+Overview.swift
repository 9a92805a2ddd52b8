import Core
import Dispatch
import Synchronization

/// The dashboard's figures: computed in the background, and again when files change while it is open.
extension WorkspaceBackend {
  /// The dashboard opens or closes.
  func followOverview(_ isOpen: Bool, _ mailbox: Mailbox) {
    memory.withLock { $0.showsOverview = isOpen }
    if isOpen { loading.async { [self] in readOverview(mailbox) } } else { loading.async { [self] in rememberLook() } }
  }

  /// Computes everything anew while the dashboard is open.
  func readOverview(_ mailbox: Mailbox) {
    guard memory.withLock({ $0.showsOverview && !$0.isOver }) else { return }
    let now = LocalClock.iso8601()
    do throws(FileError) {
      let facts = try WorkspaceFacts.load(workspace, program: program, withFindings: true, at: now)
      let isSupervisor = SheetVisibility.allowsTotals(person)
      // Who reviews what, and that a sheet came, is for supervisors; others see what is their own.
      let look = isSupervisor ? seen?.last() : nil
      let marks = OverviewMarks(facts)
      memory.withLock { $0.look = SeenStore.Look(at: now, facts) }
      mailbox.post(
        .overviewRead(
          OverviewReading(
            overview: Overview(facts, viewer: person, at: now), roster: facts.roster,
            companies: Dictionary(facts.applications.map { ($0.id, $0.company) }) { first, _ in first },
            news: look.map { marks.news(since: $0.marks) }, lastLook: look?.at)))
    } catch {
      mailbox.post(.openFailed(FileProblem(file: error.file, reason: .file(error))))
    }
  }

  private var seen: SeenStore? {
    guard let state, let person = person.flatMap({ RecordID($0.id) }) else { return nil }
    return SeenStore(state, person: person)
  }

  /// What was on the dashboard counts as seen when it is left.
  func rememberLook() {
    guard
      let look = memory.withLock({ memory in
        defer { memory.look = nil }
        return memory.look
      })
    else { return }
    do throws(FileError) { try seen?.remember(look) } catch {
      // Then the same news is told again next time.
    }
  }
}
