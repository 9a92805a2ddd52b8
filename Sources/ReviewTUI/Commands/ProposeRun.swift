import Core

/// `assign --propose`: balanced panels for everything under review, shown or recorded.
struct ProposeRun {
  let run: AssignRun
  let seed: UInt64
  let isApplied: Bool
  let reason: String

  /// Applications that may still get a panel: not refused, not beyond the review.
  private static let open: [Stage] = [.registered, .formalCheck, .supplement, .accepted, .reviewing]

  func perform() throws(CommandFailure) -> CommandExit {
    let context = run.context
    let facts = try context.facts(of: run.workspace, run.program, withFindings: false)
    if let problem = facts.blocking.first { throw CommandFailure(problem) }
    let policy: ReviewPolicy
    do throws(ReviewPolicy.Fault) { policy = try ReviewPolicy(run.program) } catch {
      throw CommandFailure(.problems, RankWords.badPolicy(error))
    }
    let under = facts.applications.filter { Self.open.contains($0.stage) }
    let proposal = PanelProposal(PanelRequest(under, roster: facts.roster, policy: policy), seed: seed)
    switch proposal.outcome {
    case .impossible(let shortage):
      if context.format == .json { context.console.out(JSONOutput.bytes(json(shortage))) }
      throw CommandFailure(.problems, AssignWords.impossible(shortage))
    case .proposed(let panels, let proof):
      let changed = panels.filter { !$0.added.isEmpty }
      switch context.format {
      case .json where !isApplied: context.console.out(JSONOutput.bytes(json(panels, proof, acks: nil)))
      case .json: break
      case .text:
        for panel in changed { context.print(AssignWords.proposed(panel)) }
        context.print(AssignWords.proof(proof, seed: seed))
      }
      return isApplied ? try apply(changed, panels, proof) : .done
    }
  }

  /// Records the panels one by one; the first that is refused ends it, and what was recorded stands.
  private func apply(
    _ changed: [PanelProposal.Panel], _ panels: [PanelProposal.Panel], _ proof: PanelProposal.Proof
  ) throws(CommandFailure) -> CommandExit {
    let context = run.context
    let roster: Roster
    do throws(FileProblem) { roster = try run.workspace.roster() } catch { throw CommandFailure(error) }
    let why = reason.isEmpty ? "--propose --seed \(seed)" : reason
    var exit = CommandExit.done
    var acks: [String] = []
    for (index, panel) in changed.enumerated() {
      let record = try run.load(try context.id(panel.application))
      do throws(AssignmentStore.SaveError) {
        let saved = try run.store.save(
          panel.added.map { .add($0, .reviewer) }, reason: why, to: record, roster: roster, by: run.person,
          at: context.now)
        let ack = "ACK \(saved.path) r\(saved.assignment.revision) \(saved.digest)"
        acks.append(ack)
        if context.format == .text { context.console.out(ack) }
        if let failure = saved.journalFailure {
          context.say(DecideWords.notJournaled)
          context.say(StoreWords.phrase(failure))
          exit = .problems
        }
      } catch {
        let rest = changed[index...].map(\.application)
        throw CommandFailure(AssignRun.exit(error), AssignWords.phrase(error), DecideWords.notReached(rest))
      }
    }
    if context.format == .json { context.console.out(JSONOutput.bytes(json(panels, proof, acks: acks))) }
    return exit
  }

  private func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  private func json(_ panels: [PanelProposal.Panel], _ proof: PanelProposal.Proof, acks: [String]?) -> JSONValue {
    var object = JSONObject([("seed", .string(String(seed)))])
    if let acks { object["acks"] = texts(acks) }
    object["panels"] = .array(
      panels.map { panel in
        .object(
          JSONObject([
            ("application", .string(panel.application)), ("kept", texts(panel.kept)), ("added", texts(panel.added)),
            ("missing", texts(panel.missing)),
          ]))
      })
    object["seats"] = .number(JSONNumber(proof.seats))
    object["filled"] = .number(JSONNumber(proof.filled))
    object["loads"] = .array(
      proof.loads.map {
        .object(JSONObject([("reviewer", .string($0.reviewer)), ("count", .number(JSONNumber($0.count)))]))
      })
    return .object(object)
  }

  private func json(_ shortage: PanelProposal.Shortage) -> JSONValue {
    .object(
      JSONObject([
        ("seed", .string(String(seed))), ("applications", texts(shortage.applications)),
        ("needed", .number(JSONNumber(shortage.needed))), ("eligible", texts(shortage.eligible)),
        ("available", .number(JSONNumber(shortage.available))),
      ]))
  }
}
