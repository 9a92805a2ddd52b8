import Core
import Dispatch
import Synchronization

/// What other programs, windows and colleagues change while the console is open (实时更新).
extension WorkspaceBackend {
  /// Begins to follow the files; what changes is read again after everything that is being loaded now.
  func follow(_ mailbox: Mailbox) {
    do throws(WorkspaceWatcher.Failure) {
      let watcher = try WorkspaceWatcher(
        workspace, onEnd: { mailbox.post(.followingEnded(LiveWords.ended($0))) },
        onChange: { [weak self] changes in
          guard let self else { return }
          self.loading.async { self.take(changes, mailbox) }
        })
      memory.withLock { $0.watcher = watcher }
    } catch {
      mailbox.post(.followingEnded(LiveWords.ended(error)))
    }
  }

  /// Reads again what changed.
  private func take(_ changes: Set<WorkspaceChange>, _ mailbox: Mailbox) {
    if memory.withLock({ $0.isOver }) { return }
    if changes.contains(.everything) || changes.contains(.people) { return reload(mailbox) }
    var applications: Set<RecordID> = []
    var touched: Set<RecordID> = []
    var units: Set<String> = []
    for change in changes {
      switch change {
      case .application(let id):
        applications.insert(id)
        touched.insert(id)
      case .review(let id, _), .assignment(let id), .decision(let id), .inspection(let id): touched.insert(id)
      case .summary(let unit): units.insert(unit.text)
      case .names: _ = loadNames(mailbox)
      case .program: mailbox.post(.followingEnded(LiveWords.programChanged))
      case .journal, .people, .everything: break
      }
    }
    for id in applications { units.formUnion(readAgain(id, mailbox)) }
    for unit in units { markAgain(unit, mailbox) }
    for id in touched { readSheetsAgain(id, mailbox) }
    readOverview(mailbox)
    // After a save that is under way: what this program wrote itself is no news.
    for id in touched where changes.contains(.inspection(id)) {
      queue.async { [self] in refreshVisits(of: id.text, mailbox) }
    }
  }

  /// Reads the whole workspace again.
  func reload(_ mailbox: Mailbox) {
    mailbox.post(.reloadBegins)
    var problems = loadApplications(mailbox)
    problems += loadReviews(mailbox)
    problems += examineApplications(mailbox)
    problems += loadNames(mailbox)
    mailbox.post(.loadFinished(problems))
    readOverview(mailbox)
  }

  /// Reads an application's file; answers the units whose applications may be marked otherwise now.
  private func readAgain(_ id: RecordID, _ mailbox: Mailbox) -> Set<String> {
    let file = WorkspaceLayout.application(id).description
    do throws(FileProblem) {
      let folder: RecordFolder
      do throws(FileError) { folder = try workspace.applications() } catch {
        throw FileProblem(file: error.file, reason: .file(error))
      }
      let application = try folder.application(id)
      mailbox.post(.applicationChanged(id.text, application, row: row(application, SearchKeyMaker(program))))
      mailbox.post(.problemsChanged(below: [file], []))
      return [application.unit]
    } catch {
      var isGone = false
      if case .file(let cause) = error.reason, cause.reason == .missing { isGone = true }
      mailbox.post(.applicationChanged(id.text, nil, row: nil))
      mailbox.post(.problemsChanged(below: [file], isGone ? [] : [error]))
      return []
    }
  }

  /// Holds a county's applications and its summary table together again.
  private func markAgain(_ unit: String, _ mailbox: Mailbox) {
    checkAgain(unit, mailbox)
    var flags: [String: [String]] = [:]
    do {
      let folder = try workspace.applications()
      for record in try folder.listing().records where record.text.contains("-\(unit)-") {
        // One that cannot be read is a problem of its own.
        guard let application = try? folder.application(record), application.unit == unit else { continue }
        flags[application.id] = ApplicationFlags.codes(of: application, findings: findings(application))
      }
    } catch {
      return
    }
    if !flags.isEmpty { mailbox.post(.flagsFound(flags)) }
  }

  /// Reads the sheets of an application: its stage, and the person's own sheet.
  private func readSheetsAgain(_ id: RecordID, _ mailbox: Mailbox) {
    let facts = sheetFacts(id)
    mailbox.post(.sheetsChanged(id.text, own: facts.own, stage: facts.stage))
    mailbox.post(
      .problemsChanged(
        below: ["reviews/\(id.text)/", "assignments/\(id.text).json", "decisions/\(id.text).json"], facts.problems))
    // Behind saves that are under way: this window's own save is no news to it.
    queue.async { [self] in tellOfOwnSheet(id, mailbox) }
  }

  /// Tells the screen when the person's open sheet was saved by another window.
  private func tellOfOwnSheet(_ id: RecordID, _ mailbox: Mailbox) {
    guard let person, let reviewer = RecordID(person.id), let known = memory.withLock({ $0.sheets[id.text] }) else {
      return
    }
    do throws(FileProblem) {
      let found = try sheets.load(id, reviewer: reviewer)
      guard found.digest != known.digest || found.returned != known.returned else { return }
      memory.withLock { $0.met[id.text] = found }
      mailbox.post(
        .ownSheetChanged(
          id.text,
          Sheet(
            review: found.review, digest: found.digest, returned: found.returned,
            changed: sheets.changedBasis(of: found.review))))
    } catch {
      // Named in the list of problems; the screen keeps what it holds.
    }
  }
}
