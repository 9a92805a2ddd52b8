/// Objections during publicity (公示异议).
extension DecisionRules {
  func object(_ new: DecisionEdit.NewObjection, _ file: inout DecisionCase) throws(DecisionRefusal) {
    let stage = file.reading.recorded
    guard stage == .published || stage == .listed, let window = file.decision.window else { throw .neverPublic }
    guard let since = WorkingCalendar.days(from: window.start, to: new.receivedAt) else {
      throw .noDay(new.receivedAt)
    }
    if since < 0 { throw .beforePublicity(start: window.start) }
    if (WorkingCalendar.days(from: now, to: new.receivedAt) ?? 0) > 0 { throw .future(new.receivedAt) }
    var objection = Objection(
      id: "o\(file.decision.objections.count + 1)", from: new.from, realName: new.realName, contact: new.contact,
      receivedAt: new.receivedAt, kind: new.kind, text: new.text, evidence: new.evidence, by: person.id, at: now)
    objection.grounds = objection.grounds(until: window.end)
    file.decision.objections.append(objection)
  }

  func handle(
    _ id: String, _ work: DecisionEdit.ObjectionWork, _ file: inout DecisionCase
  ) throws(DecisionRefusal) {
    guard let index = file.decision.objections.firstIndex(where: { $0.id.hasSameBytes(as: id) }) else {
      throw .noObjection(id)
    }
    var objection = file.decision.objections[index]
    if objection.repliedAt != nil { throw .answered(id) }
    if !work.evidence.isEmpty {
      objection.evidence += work.evidence
      objection.grounds = objection.grounds(until: file.decision.window?.end ?? "")
    }
    if let handler = work.handler {
      if roster[handler] == nil { throw .unknownPerson(handler) }
      if file.onFile.contains(where: { $0.hasSameBytes(as: handler) }) { throw .isOnFile(handler) }
      objection.handler = handler
    }
    if let finding = work.finding { objection.finding = finding }
    if let decision = work.decision { objection.decision = decision }
    if let repliedAt = work.repliedAt {
      guard let late = WorkingCalendar.days(from: now, to: repliedAt) else { throw .noDay(repliedAt) }
      if late > 0 { throw .future(repliedAt) }
      objection.repliedAt = repliedAt
    }
    let isWork = work.handler != nil || work.finding != nil || work.decision != nil || work.repliedAt != nil
    if isWork && !objection.isAccepted { throw .notAccepted(id, objection.grounds) }
    if objection.repliedAt != nil,
      objection.handler == nil || objection.finding.isEmpty || objection.decision == nil
    {
      throw .incomplete(id)
    }
    file.decision.objections[index] = objection
  }
}
