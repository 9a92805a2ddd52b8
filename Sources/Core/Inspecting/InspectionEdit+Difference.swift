extension InspectionEdit {
  /// The edits that turn `old` into `new`, as far as edits can: what only planning and signing write is left out.
  public static func edits(from old: Inspection, to new: Inspection) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    for evidence in new.evidence where !old.evidence.contains(evidence) {
      let isThere = old.evidence.contains { $0.id.hasSameBytes(as: evidence.id) }
      edits.append(isThere ? .describe(evidence) : .evidence(evidence))
    }
    for item in new.items {
      guard let before = old.item(item.id) else { continue }
      if before.answer != item.answer { edits.append(.answer(item: item.id, item.answer)) }
      if before.note != item.note { edits.append(.why(item: item.id, item.note)) }
      if before.settled != item.settled { edits.append(.settle(item: item.id, item.settled)) }
    }
    for metric in new.metrics {
      guard let before = old.metric(metric.id) else { continue }
      edits += Self.edits(from: before, to: metric)
    }
    for problem in new.problems {
      edits += Self.edits(from: old.problems.first { $0.item.hasSameBytes(as: problem.item) }, to: problem)
    }
    if old.hosts != new.hosts { edits.append(.hosts(new.hosts)) }
    for inspector in new.inspectors {
      guard let has = inspector.hasConflict, old.inspector(inspector.id)?.hasConflict != has else { continue }
      edits.append(.conflict(person: inspector.id, has))
    }
    if old.actualStart != new.actualStart { edits.append(.start(new.actualStart)) }
    if old.actualEnd != new.actualEnd { edits.append(.end(new.actualEnd)) }
    if old.place != new.place { edits.append(.place(new.place)) }
    if old.gps != new.gps { edits.append(.gps(new.gps)) }
    if old.taskLetterNo != new.taskLetterNo { edits.append(.taskLetter(new.taskLetterNo)) }
    if old.note != new.note { edits.append(.note(new.note)) }
    if old.opinion != new.opinion { edits.append(.opinion(new.opinion)) }
    if old.companyOpinion != new.companyOpinion { edits.append(.companyOpinion(new.companyOpinion)) }
    if old.companySigner != new.companySigner { edits.append(.signer(new.companySigner)) }
    if old.refusal != new.refusal { edits.append(.refusal(new.refusal)) }
    if old.verdict != new.verdict { edits.append(.verdict(new.verdict)) }
    if old.lateReason != new.lateReason { edits.append(.lateReason(new.lateReason)) }
    return edits
  }

  private static func edits(from old: Inspection.MetricRow, to new: Inspection.MetricRow) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    if old.word != new.word || old.verified != new.verified {
      // A word takes the figure away, and a figure the word.
      if let word = new.word {
        edits.append(.word(metric: new.id, word))
      } else {
        edits.append(.verify(metric: new.id, new.verified.flatMap(DecimalValue.init), unit: nil))
      }
    }
    if old.method != new.method { edits.append(.method(metric: new.id, new.method)) }
    if old.note != new.note { edits.append(.metricNote(metric: new.id, new.note)) }
    if old.evidence != new.evidence { edits.append(.metricEvidence(metric: new.id, new.evidence)) }
    return edits
  }

  private static func edits(from old: Inspection.Problem?, to new: Inspection.Problem) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    if old?.text != new.text { edits.append(.problem(item: new.item, text: new.text)) }
    if (old?.fixRequired ?? "") != new.fixRequired || (old?.level ?? .general) != new.level {
      edits.append(.fix(item: new.item, required: new.fixRequired, new.level))
    }
    // A new problem gets a day by itself.
    if old == nil || old?.dueAt != new.dueAt { edits.append(.due(item: new.item, new.dueAt)) }
    return edits
  }

  /// Where `new` still differs after the edits of ``edits(from:to:)``, without what each save writes by itself: what
  /// cannot be taken up. Empty when everything can.
  public static func remainder(
    of edits: [InspectionEdit], from old: Inspection, to new: Inspection, _ program: InspectionProgram,
    by person: String, at now: String
  ) throws(Invalid) -> [RecordDifference] {
    var made = old
    for edit in edits { try edit.apply(to: &made, program, by: person, at: now) }
    let ofSave: Set<String> = [
      "revision", "previous", "savedAt", "state", "signedAt", "signedBy", "transcript", "proposedVerdict", "clockSteps",
    ]
    return RecordDifference.list(made.json, new.json).filter { difference in
      !ofSave.contains(difference.path.first ?? "") && !["by", "at"].contains(difference.path.last ?? "")
    }
  }
}

extension InspectionPartEdit {
  /// The edits that turn `old` into `new`; a signature and a supervisor's leave are given anew.
  public static func edits(from old: InspectionPart, to new: InspectionPart) -> [InspectionPartEdit] {
    var edits: [InspectionPartEdit] = []
    for item in new.items {
      let before = old.items.first { $0.id.hasSameBytes(as: item.id) }
      if (before?.answer ?? .open) != item.answer { edits.append(.answer(item: item.id, item.answer)) }
      if (before?.note ?? "") != item.note { edits.append(.why(item: item.id, item.note)) }
    }
    for fix in new.fixes {
      let before = old.fixes.first { $0.id.hasSameBytes(as: fix.id) }
      if let day = fix.fixedAt, before?.fixedAt != day || before?.result != fix.result {
        edits.append(.fixed(problem: fix.id, on: day, result: fix.result))
      }
      if let isRight = fix.isRight, let day = fix.recheckedAt, before?.isRight != isRight || before?.recheckedAt != day
      {
        edits.append(.recheck(problem: fix.id, isRight, on: day))
      }
    }
    if old.note != new.note { edits.append(.note(new.note)) }
    if let has = new.hasConflict, old.hasConflict != has { edits.append(.conflict(has)) }
    return edits
  }
}
