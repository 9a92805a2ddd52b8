import Core

/// History, the sheets of all reviewers, and sending one back.
extension WorkspaceBackend {
  func look(_ effect: AppEffect, _ mailbox: Mailbox) {
    switch effect {
    case .history(let application): readHistory(application, mailbox)
    case .versions(let act):
      mailbox.post(
        .versionsRead(act, HistoryReader(workspace, rubric: program.rubric, viewer: person).versions(of: act)))
    case .panel(let application): readPanel(application, mailbox)
    case .sendBack(let application, let reviewer, let reason, let note):
      sendBack(application, reviewer, reason, note, mailbox)
    default: break
    }
  }

  private func readHistory(_ application: String?, _ mailbox: Mailbox) {
    let id = application.flatMap(RecordID.init)
    if let id, isGated(id, mailbox) { return }
    let reader = HistoryReader(workspace, rubric: program.rubric, viewer: person)
    let report = reader.read(id.map { .application($0) } ?? .workspace)
    mailbox.post(.historyRead(HistoryPage(application: id?.text, report: report, names: personNames())))
  }

  /// The declaration of interests comes before everything that is told of an assigned application.
  private func isGated(_ id: RecordID, _ mailbox: Mailbox) -> Bool {
    do {
      let application = try workspace.applications().application(id)
      guard let answer = try declarationGate([application], [id.text], .read) else { return false }
      mailbox.post(answer)
      return true
    } catch {
      // One that cannot be read has a history all the same.
      return false
    }
  }

  private func readPanel(_ application: String, _ mailbox: Mailbox) {
    guard let id = RecordID(application) else { return mailbox.post(.openDenied(.nothingSelected)) }
    if isGated(id, mailbox) { return }
    do throws(SheetPanel.Denial) {
      mailbox.post(.panelRead(try panelPage(id)))
    } catch {
      mailbox.post(.openDenied(PanelWords.denied(error)))
    }
  }

  private func panelPage(_ id: RecordID) throws(SheetPanel.Denial) -> PanelPage {
    PanelPage(panel: try SheetPanel(id, in: sheets, viewer: person), names: personNames())
  }

  private func sendBack(
    _ application: String, _ reviewer: String, _ reason: SheetReturn.Reason, _ note: String, _ mailbox: Mailbox
  ) {
    guard let person, let id = RecordID(application), let reviewer = RecordID(reviewer) else { return }
    do throws(FileProblem) {
      let sheet = try sheets.load(id, reviewer: reviewer)
      do throws(DecisionStore.SaveError) {
        let saved = try decisions.sendBack(sheet, for: reason, note: note, by: person, at: LocalClock.iso8601())
        do throws(SheetPanel.Denial) {
          mailbox.post(.sentBack(try panelPage(id), saved.entry, time: LocalClock.time(seconds: true)))
        } catch {
          mailbox.post(.sendBackFailed(PanelWords.denied(error)))
        }
        // The stage of the application is another one now.
        _ = loadReviews(mailbox)
        if let failure = saved.journalFailure { mailbox.post(.draftState(Notice(.warning, .journalFailed(failure)))) }
      } catch {
        mailbox.post(.sendBackFailed(DeclarationWords.phrase(error)))
      }
    } catch {
      mailbox.post(.sendBackFailed(StoreWords.phrase(error)))
    }
  }

  /// Names of persons by id; none when the roster cannot be read, and ids stand for them then.
  private func personNames() -> [String: String] {
    do throws(FileProblem) {
      return Dictionary(try workspace.roster().people.map { ($0.id, $0.name) }) { first, _ in first }
    } catch {
      return [:]
    }
  }
}
