/// Something that keeps a visit from being signed.
public enum InspectionGap: Equatable, Sendable {
  /// Fewer inspectors than the bureau asks for.
  case inspectors(minimum: Int, has: Int)
  /// Nobody is 组长.
  case noLead
  /// The person has not said whether there is an interest (回避).
  case noDeclaration(String)
  /// The person has an interest and must not inspect.
  case conflict(String)
  /// Begin or end are missing or no times.
  case times
  /// The end is not after the beginning.
  case endNotAfterStart
  /// An item of which the answer is missing: every ★ item must have one.
  case unanswered([String])
  /// 基本符合, 不符合 or 不适用 without a word why.
  case noNote([String])
  /// 不符合 without evidence.
  case noEvidence([String])
  /// 不符合 without a problem, or a problem without a day until which it must be put right.
  case noProblem([String])
  /// Of the minimum set of evidence these are missing.
  case minimumEvidence([String])
  /// G12 is answered otherwise than the metrics say.
  case metricsAnswer
  /// Members answered these otherwise than the lead, who has neither taken their answer nor decided, see
  /// ``AnswerDifference``.
  case otherAnswers([String])
  /// Neither the applicant's signature nor a record of the refusal.
  case hostSignature
  /// The refusal has no reason, or neither witness nor recording.
  case refusalRecord
  /// 核查意见 is empty.
  case opinion
  /// The verdict is softer than the rule's and no supervisor gave leave.
  case softened(given: Inspection.Verdict, proposed: Inspection.Verdict)
  /// Signed on another day than the visit ended, without a reason.
  case lateReason(ended: String, today: String)
}

extension Inspection {
  /// What is still missing before the lead may sign, in the order of the record.
  ///
  /// - Parameters:
  ///   - parts: what the others recorded.
  ///   - now: the time (ISO 8601 with zone), of which the day counts.
  public func gaps(
    _ checklist: InspectionChecklist, _ program: InspectionProgram, minimumInspectors: Int, parts: [InspectionPart],
    at now: String
  ) -> [InspectionGap] {
    let result = InspectionResult(self, checklist: checklist, program: program)
    var gaps = peopleGaps(minimumInspectors, parts) + timeGaps(at: now)
    if refusal?.kind != .access {
      gaps += itemGaps(checklist, parts)
      // Stricter is always possible; 不适用 is not: the notice asks for at least three metrics.
      let given = item(InspectionChecklist.metricsItem)?.answer ?? .open
      if given == .na || result.metricsAnswer == .no && [.yes, .mostly].contains(given) { gaps.append(.metricsAnswer) }
      let missing = program.minimumEvidence.map(\.key).filter { key in
        !evidence.contains { $0.shows?.hasSameBytes(as: key) == true }
      }
      if !missing.isEmpty { gaps.append(.minimumEvidence(missing)) }
    }
    if let refusal {
      let proofs = [refusal.witness, refusal.recording]
      let isProved = proofs.contains { $0?.contains { !$0.isWhitespace } == true }
      if refusal.reason.allSatisfy(\.isWhitespace) || !isProved { gaps.append(.refusalRecord) }
    } else if companySigner?.name.contains(where: { !$0.isWhitespace }) != true {
      gaps.append(.hostSignature)
    }
    if opinion.allSatisfy(\.isWhitespace) { gaps.append(.opinion) }
    let given = verdict ?? result.proposed
    let leave = parts.contains { $0.leave?.verdict == given }
    if given.strictness < result.proposed.strictness, !leave {
      gaps.append(.softened(given: given, proposed: result.proposed))
    }
    return gaps
  }

  private func peopleGaps(_ minimum: Int, _ parts: [InspectionPart]) -> [InspectionGap] {
    var gaps: [InspectionGap] = []
    if inspectors.count < minimum { gaps.append(.inspectors(minimum: minimum, has: inspectors.count)) }
    if lead == nil { gaps.append(.noLead) }
    for inspector in inspectors {
      let own = parts.first { $0.person.hasSameBytes(as: inspector.id) }?.hasConflict
      switch inspector.hasConflict ?? own {
      case nil: gaps.append(.noDeclaration(inspector.id))
      case true?: gaps.append(.conflict(inspector.id))
      case false?: break
      }
    }
    return gaps
  }

  private func timeGaps(at now: String) -> [InspectionGap] {
    guard let start = actualStart.flatMap(PointInTime.init), let actualEnd, let end = PointInTime(actualEnd) else {
      return [.times]
    }
    if end <= start { return [.endNotAfterStart] }
    let (ended, today) = (String(actualEnd.prefix(10)), String(now.prefix(10)))
    let isLate = !Self.isSameDay(actualEnd, now) && lateReason?.contains { !$0.isWhitespace } != true
    return isLate ? [.lateReason(ended: ended, today: today)] : []
  }

  private func itemGaps(_ checklist: InspectionChecklist, _ parts: [InspectionPart]) -> [InspectionGap] {
    var (unanswered, noNote, noEvidence, noProblem) = ([String](), [String](), [String](), [String]())
    for line in checklist.lines {
      let id = line.item.id
      let item = item(id) ?? Item(id: id, answer: .open, note: "", by: nil, at: nil)
      let isBare = item.note.allSatisfy(\.isWhitespace)
      switch item.answer {
      case .open: if line.item.isVeto, !line.doesNotApply { unanswered.append(id) }
      case .yes: break
      // Where the notice itself asks for nothing there is nothing to explain.
      case .na where line.doesNotApply: break
      case .mostly, .na: if isBare { noNote.append(id) }
      case .no:
        if isBare { noNote.append(id) }
        if !evidence.contains(where: { $0.items.contains { $0.hasSameBytes(as: id) } }) { noEvidence.append(id) }
        let isTaken = problems.contains {
          $0.item.hasSameBytes(as: id) && $0.dueAt != nil && !$0.text.allSatisfy(\.isWhitespace)
        }
        if !line.item.isReference, !line.doesNotApply, !isTaken { noProblem.append(id) }
      }
    }
    var others: [String] = []
    for difference in differences(parts) where !difference.isSettled && !others.contains(difference.item) {
      others.append(difference.item)
    }
    var gaps: [InspectionGap] = []
    if !unanswered.isEmpty { gaps.append(.unanswered(unanswered)) }
    if !noNote.isEmpty { gaps.append(.noNote(noNote)) }
    if !noEvidence.isEmpty { gaps.append(.noEvidence(noEvidence)) }
    if !noProblem.isEmpty { gaps.append(.noProblem(noProblem)) }
    if !others.isEmpty { gaps.append(.otherAnswers(others)) }
    return gaps
  }
}
