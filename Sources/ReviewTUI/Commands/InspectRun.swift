import Core

/// One call of `inspect` on an application that was read.
struct InspectRun {
  let store: InspectionStore
  let application: Application
  let program: Program
  let person: Person
  let context: CommandContext

  private var checklist: InspectionChecklist { store.checklist(application) }

  /// The visit `id`, or the latest.
  func load(_ id: RecordID?) throws(CommandFailure) -> InspectionStore.Whole {
    do throws(FileProblem) {
      guard let record = RecordID(application.id) else { throw FileProblem(file: application.id, reason: .unknownName) }
      let latest = try store.visits(of: record).records.max {
        ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1)
      }
      guard let visit = id ?? latest, let whole = try store.loadWhole(record, visit: visit) else {
        throw CommandFailureOr.none
      }
      return whole
    } catch {
      if error == CommandFailureOr.none { throw CommandFailure(.failed, InspectWords.noVisit(application.id)) }
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }

  private enum CommandFailureOr { static let none = FileProblem(file: "", reason: .unknownName) }

  /// The evidence of the command line as changes: files are copied and measured here.
  func evidence(_ options: InspectOptions, of visit: Inspection) throws(CommandFailure) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    var grown = visit
    let belongs = options.evidenceFor?.split(separator: ",").map(String.init) ?? []
    for text in options.evidence {
      var path = text
      var shows: String?
      if let sign = text.firstIndex(of: "="),
        program.inspection.minimumEvidence.contains(where: { $0.key == text[..<sign] })
      {
        shows = String(text[..<sign])
        path = String(text[text.index(after: sign)...])
      }
      var evidence: Inspection.Evidence
      do throws(EvidenceRefusal) {
        evidence = try store.takeEvidence(path, of: grown, shows: shows)
      } catch {
        if case .elsewhere = error { throw CommandFailure(.usage, InspectWords.refusal(error)) }
        throw CommandFailure(.failed, InspectWords.refusal(error))
      }
      (evidence.kind, evidence.note) = (options.kind, options.evidenceNote ?? "")
      (evidence.takenAt, evidence.takenBy) = (options.takenAt ?? context.now, person.id)
      evidence.items = belongs.filter { visit.item($0) != nil || visit.metric($0) == nil }
      grown.evidence.append(evidence)
      edits.append(.evidence(evidence))
      for metric in belongs {
        guard let row = visit.metric(metric) else { continue }
        edits.append(.metricEvidence(metric: metric, row.evidence + [evidence.id]))
      }
    }
    return edits
  }

  func plan(_ plan: InspectionPlan, _ roster: Roster) throws(CommandFailure) -> CommandExit {
    let saved: InspectionStore.Saved<InspectionStore.Sheet>
    do throws(InspectionStore.SaveError) {
      saved = try store.plan(plan, for: application, roster: roster, by: person, at: context.now)
    } catch {
      throw failure(error)
    }
    report(saved.sheet.visit, saved.path, saved.digest, parts: [])
    if let step = saved.sheet.visit.clockSteps.last { context.say(InspectWords.clockWentBack(step)) }
    return told(saved.journalFailure)
  }

  func save(_ edits: [InspectionEdit], _ whole: InspectionStore.Whole, sign: Bool) throws(CommandFailure) -> CommandExit
  {
    let saved: InspectionStore.Saved<InspectionStore.Sheet>
    do throws(InspectionStore.SaveError) {
      saved = try store.save(edits, to: whole, sign: sign, checklist: checklist, by: person, at: context.now)
    } catch {
      throw failure(error)
    }
    let visit = saved.sheet.visit
    report(visit, saved.path, saved.digest, parts: whole.parts.map(\.part))
    if let step = visit.clockSteps.last, step.id == "r\(visit.revision)" {
      context.say(InspectWords.clockWentBack(step))
    }
    return told(saved.journalFailure)
  }

  func savePart(
    _ edits: [InspectionPartEdit], _ whole: InspectionStore.Whole, sign: Bool
  ) throws(CommandFailure) -> CommandExit {
    let saved: InspectionStore.Saved<InspectionStore.PartSheet>
    do throws(InspectionStore.SaveError) {
      saved = try store.savePart(edits, to: whole, sign: sign, by: person, at: context.now)
    } catch {
      throw failure(error)
    }
    let part = saved.sheet.part
    if let step = part.clockSteps.last, step.id == "r\(part.revision)" { context.say(InspectWords.clockWentBack(step)) }
    let ack = "ACK \(saved.path) r\(part.revision) \(saved.digest)"
    switch context.format {
    case .text:
      context.console.out(ack)
      context.print(InspectWords.savedPart(part))
    case .json:
      let object = JSONObject([
        ("ack", .string(ack)), ("file", .string(saved.path.description)),
        ("revision", .number(JSONNumber(part.revision))), ("digest", .string(saved.digest)),
        ("visit", .string(part.visit)), ("signed", .bool(part.signature != nil)),
      ])
      context.console.out(JSONOutput.bytes(.object(object)))
    }
    return told(saved.journalFailure)
  }

  /// Prints the visit as it stands.
  func show(_ whole: InspectionStore.Whole) {
    let visit = whole.sheet.visit
    report(
      visit, whole.sheet.document?.path ?? WorkspaceLayout.program, whole.sheet.digest ?? "",
      parts: whole.parts.map(\.part), isSave: false)
  }

  private func told(_ failure: FileError?) -> CommandExit {
    guard let failure else { return .done }
    let (what, why) = (InspectWords.notJournaled, StoreWords.phrase(failure))
    context.say(Phrase(zh: what.zh + why.zh, en: what.en + why.en))
    return .problems
  }

  private func failure(_ error: InspectionStore.SaveError) -> CommandFailure {
    let phrase = InspectWords.phrase(error, program)
    return switch error {
    case .denied: CommandFailure(.notAllowed, phrase)
    case .invalid(.onlyLead): CommandFailure(.notAllowed, phrase)
    case .invalid(.incomplete), .invalid(.notSealed), .invalid(.exists): CommandFailure(.problems, phrase)
    case .invalid: CommandFailure(.usage, phrase)
    case .problem(let problem):
      if case .changedEvidence = problem.reason {
        CommandFailure(.problems, phrase)
      } else {
        CommandFailure(.failed, phrase)
      }
    case .failed, .evidence: CommandFailure(.failed, phrase)
    }
  }

  private func report(
    _ visit: Inspection, _ path: WorkspacePath, _ digest: String, parts: [InspectionPart], isSave: Bool = true
  ) {
    let result = InspectionResult(visit, checklist: checklist, program: program.inspection)
    let gaps =
      visit.state == .signed
      ? []
      : visit.gaps(
        checklist, program.inspection, minimumInspectors: store.minimumInspectors, parts: parts, at: context.now)
    let delays = visit.delays(parts, program.inspection, at: context.now)
    let ack = "ACK \(path) r\(visit.revision) \(digest)"
    switch context.format {
    case .text:
      if isSave { context.console.out(ack) }
      context.print(InspectWords.saved(visit))
      context.print(InspectWords.proposal(result))
      if !gaps.isEmpty { context.print(InspectWords.stillMissing(gaps, program)) }
      for delay in delays { context.print(InspectWords.delay(delay)) }
    case .json:
      var object = JSONObject()
      if isSave { object["ack"] = .string(ack) }
      object["file"] = .string(path.description)
      object["revision"] = .number(JSONNumber(visit.revision))
      object["digest"] = .string(digest)
      object["visit"] = .string(visit.id)
      object["state"] = .string(visit.state.rawValue)
      object["proposed"] = .string(result.proposed.rawValue)
      object["verdict"] = .string((visit.verdict ?? result.proposed).rawValue)
      object["transcript"] = visit.transcript.map { .string($0) } ?? .null
      object["grounds"] = .array(result.grounds.map { .string(InspectWords.ground($0)(context.language)) })
      object["metrics"] = .array(visit.metrics.map(metric))
      object["missing"] = .array(gaps.map { .string(InspectWords.gap($0, program)(context.language)) })
      object["delays"] = .array(delays.map { .string(InspectWords.delay($0)(context.language)) })
      object["openFixes"] = .array(
        OpenFix.list(visit, parts, program.inspection, at: context.now).map { .string($0.problem.id) })
      context.console.out(JSONOutput.bytes(.object(object)))
    }
  }

  private func metric(_ row: Inspection.MetricRow) -> JSONValue {
    let deviation = row.deviation(program.inspection.bands)
    return .object(
      JSONObject([
        ("id", .string(row.id)), ("name", .string(row.name)), ("declared", row.declared.map { .number($0) } ?? .null),
        ("verified", row.verified.map { .number($0) } ?? .null), ("unit", row.unit.map { .string($0) } ?? .null),
        ("deviation", deviation.map { .string(InspectWords.deviation($0)) } ?? .null),
        ("band", row.band(program.inspection.bands).map { .string($0.rawValue) } ?? .null),
      ]))
  }
}

extension InspectRun {
  /// The lead's decisions on items that members answered otherwise.
  func decisions(
    _ options: InspectOptions, on whole: InspectionStore.Whole
  ) throws(CommandFailure) -> [InspectionEdit] {
    let differences = whole.sheet.visit.differences(whole.parts.map(\.part))
    var edits: [InspectionEdit] = []
    for item in options.settle {
      let marks = differences.filter { $0.item == item }.map(\.mark)
      if marks.isEmpty { throw CommandFailure(.usage, InspectWords.noDifference(item)) }
      edits.append(.settle(item: item, marks))
    }
    return edits
  }
}
