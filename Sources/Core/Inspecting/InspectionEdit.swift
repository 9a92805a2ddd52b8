/// One change to a visit (现场核查).
public enum InspectionEdit: Equatable, Sendable {
  /// The answer to an item.
  case answer(item: String, Inspection.Answer)
  /// What was seen, or why an item does not apply.
  case why(item: String, String)
  /// What was found for a metric, as a figure in a unit; nil takes it back. The unit is nil for the declared one.
  case verify(metric: String, DecimalValue?, unit: String?)
  /// What was found for a metric, without a figure.
  case word(metric: String, Inspection.MetricRow.Word?)
  /// How a metric was verified: a key of the program.
  case method(metric: String, String?)
  /// A remark on a metric.
  case metricNote(metric: String, String)
  /// The evidence of a metric.
  case metricEvidence(metric: String, [String])
  /// A file that is in the workspace already, with its digest.
  case evidence(Inspection.Evidence)
  /// A problem with an item, made or changed.
  case problem(item: String, text: String)
  /// What must be done about it, and 重点 or 一般.
  case fix(item: String, required: String, Inspection.Problem.Level)
  /// Until when (day).
  case due(item: String, String?)
  /// A word on evidence that is there: kind, what it shows, time, place, items and note of this one take the place of those
  /// of the evidence with its id. The file and its digest stay.
  case describe(Inspection.Evidence)
  /// Members' answers that the lead weighed and decided against (`hecha-02=no`), see ``AnswerDifference``.
  case settle(item: String, [String])
  /// Everybody who received the inspectors.
  case hosts([Inspection.Host])
  /// Somebody who received the inspectors.
  case host(name: String, post: String, phone: String?)
  /// Begin (ISO 8601 with zone).
  case start(String?)
  /// End.
  case end(String?)
  /// Where.
  case place(String?)
  /// Coordinates.
  case gps(String?)
  /// 任务书编号.
  case taskLetter(String?)
  /// Whether the acting person has an interest.
  case conflict(person: String, Bool)
  /// Notes.
  case note(String)
  /// 核查意见.
  case opinion(String)
  /// 企业意见.
  case companyOpinion(String)
  /// Who of the applicant signed.
  case signer(Inspection.Signer?)
  /// Why nobody did.
  case refusal(Inspection.Refusal?)
  /// The lead's verdict; nil takes the rule's.
  case verdict(Inspection.Verdict?)
  /// Why it is signed late.
  case lateReason(String?)

  /// Why a change cannot be made.
  public enum Invalid: Error, Equatable, Sendable {
    /// The checklist has no such item.
    case unknownItem(String)
    /// The visit quotes no such metric; it has these.
    case unknownMetric(String, known: [String])
    /// The metric was declared without a figure or unit that this can be compared with.
    case otherUnit(metric: String, declared: String?, found: String)
    /// No such choice; there are these.
    case unknownChoice(String, known: [String])
    /// No such evidence.
    case unknownEvidence(String)
    /// There is no problem with this item.
    case noProblem(item: String)
    /// No day or no time with zone.
    case notATime(String)
    /// The visit cannot be signed while this is missing.
    case incomplete([InspectionGap])
    /// A member may only answer, note, declare and sign.
    case onlyLead
    /// The lead has not signed yet.
    case notSealed
    /// There is a visit of this id.
    case exists(String)
    /// A visit needs inspectors with this role, and one of them is 组长.
    case inspectors([String])
    /// Such an id is no name of a file.
    case badID(String)
    /// A supervisor's leave, or a refusal, needs a reason.
    case noReason
    /// The re-check lies before the day on which the problem was reported as right.
    case recheckBeforeFix(problem: String, fixed: String)
    /// An inspector must not be planned who is, by the roster, of the applicant's or a partner's house (回避).
    case interest(person: String, house: String)
    /// The visit was saved as often as a number can count.
    case tooManyRevisions
    /// The text to be written would not read back as the same visit.
    case doesNotReadBack
  }

  /// Makes the change in memory, as the store makes it before a save.
  public func apply(
    to visit: inout Inspection, _ program: InspectionProgram, by person: String, at now: String
  ) throws(Invalid) {
    switch self {
    case .answer(let id, let answer):
      let index = try Self.item(id, in: visit)
      visit.items[index].answer = answer
      (visit.items[index].by, visit.items[index].at) = (person, now)
    case .why(let id, let text):
      let index = try Self.item(id, in: visit)
      visit.items[index].note = text
      (visit.items[index].by, visit.items[index].at) = (person, now)
    case .verify(let id, let value, let unit):
      let index = try Self.metric(id, in: visit)
      visit.metrics[index].verified = try Self.inDeclaredUnit(value, unit, visit.metrics[index])
      visit.metrics[index].word = nil
      (visit.metrics[index].by, visit.metrics[index].at) = (person, now)
    case .word(let id, let word):
      let index = try Self.metric(id, in: visit)
      visit.metrics[index].word = word
      if word != nil { visit.metrics[index].verified = nil }
      (visit.metrics[index].by, visit.metrics[index].at) = (person, now)
    case .method(let id, let method):
      let index = try Self.metric(id, in: visit)
      if let method { try Self.require(method, of: program.methods) }
      visit.metrics[index].method = method
    case .metricNote(let id, let text):
      let index = try Self.metric(id, in: visit)
      visit.metrics[index].note = text
    case .metricEvidence(let id, let ids):
      let index = try Self.metric(id, in: visit)
      for id in ids where !visit.evidence.contains(where: { $0.id.hasSameBytes(as: id) }) { throw .unknownEvidence(id) }
      visit.metrics[index].evidence = ids
    case .evidence(let evidence):
      try Self.check(evidence, visit, program)
      visit.evidence.append(evidence)
    case .describe(let found):
      guard let index = visit.evidence.firstIndex(where: { $0.id.hasSameBytes(as: found.id) }) else {
        throw .unknownEvidence(found.id)
      }
      try Self.check(found, visit, program)
      let old = visit.evidence[index]
      visit.evidence[index] = Inspection.Evidence(
        id: old.id, kind: found.kind, shows: found.shows, file: old.file, sha256: old.sha256, bytes: old.bytes,
        takenAt: found.takenAt, takenBy: old.takenBy, place: found.place, items: found.items, note: found.note)
    case .settle(let id, let marks):
      let index = try Self.item(id, in: visit)
      visit.items[index].settled = marks
    case .problem(let id, let text):
      _ = try Self.item(id, in: visit)
      if let index = visit.problems.firstIndex(where: { $0.item.hasSameBytes(as: id) }) {
        visit.problems[index].text = text
      } else {
        let due = program.calendar.adding(program.limits.fix, to: visit.actualEnd ?? now)
        visit.problems.append(
          Inspection.Problem(
            id: Self.key("p", visit.problems.map(\.id)), item: id, level: .general, text: text, fixRequired: "",
            dueAt: due?.day))
      }
    case .fix(let id, let required, let level):
      let index = try Self.problem(id, in: visit)
      visit.problems[index].fixRequired = required
      visit.problems[index].level = level
    case .due(let id, let day):
      let index = try Self.problem(id, in: visit)
      if let day, CalendarDate(day)?.isDay != true { throw .notATime(day) }
      visit.problems[index].dueAt = day
    case .hosts(let hosts):
      visit.hosts = []
      for host in hosts {
        let id = Self.key("h", visit.hosts.map(\.id))
        visit.hosts.append(Inspection.Host(id: id, name: host.name, post: host.post, phone: host.phone))
      }
    case .host(let name, let post, let phone):
      let host = Inspection.Host(id: Self.key("h", visit.hosts.map(\.id)), name: name, post: post, phone: phone)
      if let index = visit.hosts.firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
        visit.hosts[index].post = post
        visit.hosts[index].phone = phone ?? visit.hosts[index].phone
      } else {
        visit.hosts.append(host)
      }
    case .start(let time): visit.actualStart = try Self.time(time)
    case .end(let time): visit.actualEnd = try Self.time(time)
    case .place(let text): visit.place = text
    case .gps(let text): visit.gps = text
    case .taskLetter(let text): visit.taskLetterNo = text
    case .conflict(let person, let has):
      guard let index = visit.inspectors.firstIndex(where: { $0.id.hasSameBytes(as: person) }) else { throw .onlyLead }
      visit.inspectors[index].hasConflict = has
    case .note(let text): visit.note = text
    case .opinion(let text): visit.opinion = text
    case .companyOpinion(let text): visit.companyOpinion = text
    case .signer(let signer): visit.companySigner = signer
    case .refusal(let refusal): visit.refusal = refusal
    case .verdict(let verdict): visit.verdict = verdict
    case .lateReason(let text): visit.lateReason = text
    }
  }

  /// The next free key of a list: `e01`, `e02`…
  static func key(_ letter: String, _ taken: [String]) -> String {
    var number = taken.count + 1
    while true {
      let key = letter + (number < 10 ? "0" : "") + String(number)
      if !taken.contains(where: { $0.hasSameBytes(as: key) }) { return key }
      number += 1
    }
  }

  private static func check(
    _ evidence: Inspection.Evidence, _ visit: Inspection, _ program: InspectionProgram
  ) throws(Invalid) {
    try require(evidence.kind, of: program.evidenceKinds)
    if let shows = evidence.shows { try require(shows, of: program.minimumEvidence) }
    for id in evidence.items { _ = try item(id, in: visit) }
    if let taken = evidence.takenAt, PointInTime(taken) == nil { throw .notATime(taken) }
  }

  private static func inDeclaredUnit(
    _ value: DecimalValue?, _ unit: String?, _ row: Inspection.MetricRow
  ) throws(Invalid) -> JSONNumber? {
    guard let value else { return nil }
    guard let unit, !unit.hasSameBytes(as: row.unit ?? "") else { return value.json }
    guard let declared = row.unit, let converted = UnitConversion.convert(value, from: unit, to: declared) else {
      throw .otherUnit(metric: row.id, declared: row.unit, found: unit)
    }
    return converted.json
  }

  private static func item(_ id: String, in visit: Inspection) throws(Invalid) -> Int {
    guard let index = visit.items.firstIndex(where: { $0.id.hasSameBytes(as: id) }) else { throw .unknownItem(id) }
    return index
  }

  private static func metric(_ id: String, in visit: Inspection) throws(Invalid) -> Int {
    guard let index = visit.metrics.firstIndex(where: { $0.id.hasSameBytes(as: id) }) else {
      throw .unknownMetric(id, known: visit.metrics.map(\.id))
    }
    return index
  }

  private static func problem(_ item: String, in visit: Inspection) throws(Invalid) -> Int {
    guard let index = visit.problems.firstIndex(where: { $0.item.hasSameBytes(as: item) }) else {
      throw .noProblem(item: item)
    }
    return index
  }

  static func require(_ key: String, of choices: [InspectionProgram.Choice]) throws(Invalid) {
    if !choices.contains(where: { $0.key.hasSameBytes(as: key) }) {
      throw .unknownChoice(key, known: choices.map(\.key))
    }
  }

  static func time(_ text: String?) throws(Invalid) -> String? {
    if let text, PointInTime(text) == nil { throw .notATime(text) }
    return text
  }
}
