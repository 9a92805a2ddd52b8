/// The formal check and its notices (形式审查、补正).
extension DecisionRules {
  /// Findings are judged while the check is going on; it begins with the first verdict.
  func confirm(
    _ rule: String, _ path: String?, _ verdict: FindingVerdict.Verdict, _ note: String, _ file: inout DecisionCase
  ) throws(DecisionRefusal) {
    let found = file.findings.filter { finding in
      finding.rule.hasSameBytes(as: rule) && path.map { finding.path.hasSameBytes(as: $0) } ?? true
    }
    if found.isEmpty { throw .noFinding(rule: rule, path: path) }
    if verdict == .ok && note.isEmpty { throw .noWords(rule: rule) }
    if file.reading.recorded == .registered {
      file.decision.moves.append(StageMove(to: .formalCheck, by: person.id, at: now, reason: ""))
    }
    let stage = file.reading.recorded
    guard stage == .formalCheck || stage == .supplement else { throw .noStep(from: stage, to: .formalCheck) }
    var seen: Set<String> = []
    for finding in found where seen.insert(finding.path).inserted {
      file.decision.verdicts.append(
        FindingVerdict(
          rule: finding.rule, path: finding.path, verdict: verdict, note: note, by: person.id, at: now))
    }
  }

  /// One notice tells everything that is open; a second one only with a reason.
  func notice(
    _ lines: [DecisionEdit.NoticeLine], _ extra: [String], _ reason: String, _ days: Int?, _ file: inout DecisionCase
  ) throws(DecisionRefusal) {
    if file.reading.recorded != .supplement { try checkStep(to: .supplement, file) }
    let formal = file.formal
    if !formal.unjudged.isEmpty { throw .unjudged(formal.unjudged) }
    let number = file.decision.notices.count + 1
    if number > 1 && reason.isEmpty { throw .secondNotice(number: number) }
    var items: [SupplementNotice.Item] = []
    func add(_ rule: String?, _ path: String, _ clause: String, _ text: String) {
      let id = "\(number)-\(items.count + 1)"
      items.append(SupplementNotice.Item(id: id, rule: rule, path: path, clause: clause, text: text, closed: nil))
    }
    var seen: Set<String> = []
    for finding in formal.open.map(\.finding) where seen.insert(finding.rule + " " + finding.path).inserted {
      let words = lines.first { finding.isAt($0.rule, $0.path) }?.text ?? "\(finding.rule) \(finding.path)"
      add(finding.rule, finding.path, program.rule(finding.rule)?.clause ?? "", words)
    }
    // What a person found and is still open is told again: a notice says everything.
    for told in formal.unanswered where told.item.rule == nil { add(nil, "", "", told.item.text) }
    for text in extra where !text.isEmpty { add(nil, "", "", text) }
    if items.isEmpty { throw .nothingToTell }
    let days = days ?? program.policyNumber("supplement.workingDays") ?? 5
    guard days > 0, let due = program.inspection.calendar.adding(days, to: now) else { throw .days(days) }
    file.decision.notices.append(
      SupplementNotice(
        number: number, by: person.id, at: now, due: due, workingDays: days, reason: reason, digest: file.digest,
        items: items))
    if file.reading.recorded != .supplement { try move(to: .supplement, reason, &file) }
  }

  func close(_ id: String, _ reason: String, _ file: inout DecisionCase) throws(DecisionRefusal) {
    for index in file.decision.notices.indices {
      guard let place = file.decision.notices[index].items.firstIndex(where: { $0.id.hasSameBytes(as: id) }) else {
        continue
      }
      if file.decision.notices[index].items[place].closed != nil { throw .itemIsClosed(id) }
      if reason.isEmpty { throw .noReason(.supplement) }
      file.decision.notices[index].items[place].closed = SupplementNotice.Closing(
        by: person.id, at: now, reason: reason)
      return
    }
    throw .noItem(id)
  }
}
