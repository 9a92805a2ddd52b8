import ArgumentParser
import Core

/// What a supervisor says when planning a visit.
struct InspectPlanOptions: ParsableArguments {
  @Option(help: InspectHelp.plan) var plan: String?
  @Option(help: InspectHelp.reason) var reason = "random"
  @Option(help: InspectHelp.inspector) var inspector: [String] = []
  @Option(help: InspectHelp.batch) var batch: String?
  @Option(help: InspectHelp.notice) var notice: String?

  func plan(_ start: String, visit: RecordID?, _ findings: InspectOptions) throws(CommandFailure) -> InspectionPlan {
    var plan = InspectionPlan(visit: visit, start: start, reason: reason, inspectors: inspector)
    (plan.place, plan.gps, plan.taskLetterNo) = (findings.place, findings.gps, findings.taskLetter)
    plan.batch = batch
    plan.noticeSentAt = notice
    return plan
  }
}

/// What inspectors say of a visit.
struct InspectOptions: ParsableArguments {
  @Option(help: InspectHelp.place) var place: String?
  @Option(help: InspectHelp.gps) var gps: String?
  @Option(help: InspectHelp.taskLetter) var taskLetter: String?
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.answer) var answer: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.why) var why: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.settle) var settle: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.verify) var verify: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.method) var method: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.metricNote) var metricNote: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.evidence) var evidence: [String] = []
  @Option(parsing: .unconditional, help: InspectHelp.evidenceNote) var evidenceNote: String?
  @Option(help: InspectHelp.kind) var kind = "photo"
  @Option(name: .customLong("for"), help: InspectHelp.evidenceFor) var evidenceFor: String?
  @Option(help: InspectHelp.takenAt) var takenAt: String?
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.problem) var problem: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.require) var require: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.due) var due: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.host) var host: [String] = []
  @Option(help: InspectHelp.start) var start: String?
  @Option(help: InspectHelp.end) var end: String?
  @Option(parsing: .unconditional, help: InspectHelp.note) var note: String?
  @Option(parsing: .unconditional, help: InspectHelp.opinion) var opinion: String?
  @Option(parsing: .unconditional, help: InspectHelp.companyOpinion) var companyOpinion: String?
  @Option(parsing: .unconditional, help: InspectHelp.signer) var signer: String?
  @Option(parsing: .unconditional, help: InspectHelp.refusal) var refusal: String?
  @Option(parsing: .unconditional, help: InspectHelp.witness) var witness: String?
  @Option(parsing: .unconditional, help: InspectHelp.recording) var recording: String?
  @Option(help: InspectHelp.verdict) var verdict: String?
  @Option(help: InspectHelp.conflict) var conflict: String?
  @Option(parsing: .unconditional, help: InspectHelp.late) var late: String?
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.fixed) var fixed: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: InspectHelp.recheck) var recheck: [String] = []
  @Option(parsing: .unconditional, help: InspectHelp.allow) var allow: String?

  /// How many things are said.
  var count: Int {
    let lists = [
      answer, why, settle, verify, method, metricNote, evidence, problem, require, due, host, fixed, recheck,
    ]
    let single = [
      place, gps, taskLetter, start, end, note, opinion, companyOpinion, signer, refusal, verdict, conflict, late,
      allow,
    ]
    return lists.reduce(0) { $0 + $1.count } + single.count { $0 != nil }
  }

  var isEmpty: Bool { count == 0 }

  /// Whether anything is said that a plan does not hold: place, coordinates and task letter belong to it.
  var isMoreThanAPlan: Bool { count > [place, gps, taskLetter].count { $0 != nil } }

  /// The parts before and after the first `=`.
  static func pair(_ option: String, _ text: String, _ example: String) throws(CommandFailure) -> (String, String) {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else {
      throw CommandFailure(.usage, InspectWords.badPair(option, text, example))
    }
    return (String(text[..<sign]), String(text[text.utf8.index(after: sign)...]))
  }

  /// A word of a list.
  static func word<Value: RawRepresentable & CaseIterable>(_ text: String) throws(CommandFailure) -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        Phrase(zh: "没有“\(display(text))”。可用：\(known)。", en: "There is no “\(display(text))”; choose of \(known)."))
    }
    return value
  }

  /// The changes, without evidence.
  func edits(as person: String) throws(CommandFailure) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    if let conflict {
      let choice: YesNo = try Self.word(conflict)
      edits.append(.conflict(person: person, choice == .yes))
    }
    if let start { edits.append(.start(start)) }
    if let end { edits.append(.end(end)) }
    if let place { edits.append(.place(place)) }
    if let gps { edits.append(.gps(gps)) }
    if let taskLetter { edits.append(.taskLetter(taskLetter)) }
    for text in host {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      edits.append(
        .host(name: parts[0], post: parts.count > 1 ? parts[1] : "", phone: parts.count > 2 ? parts[2] : nil))
    }
    for text in answer {
      let (item, word) = try Self.pair("--answer", text, "G01=yes")
      edits.append(.answer(item: item, try Self.word(word)))
    }
    for text in why {
      let (item, note) = try Self.pair("--why", text, "G01=门牌与执照一致")
      edits.append(.why(item: item, note))
    }
    edits += try metricEdits()
    for text in problem {
      let (item, what) = try Self.pair("--problem", text, "G07=两台CPE未在网")
      edits.append(.problem(item: item, text: what))
    }
    for text in require {
      let (item, what) = try Self.pair("--require", text, "G07=接入并提供在网记录")
      let isKey = what.hasPrefix("!")
      edits.append(.fix(item: item, required: isKey ? String(what.dropFirst()) : what, isKey ? .key : .general))
    }
    for text in due {
      let (item, day) = try Self.pair("--due", text, "G07=2022-09-22")
      edits.append(.due(item: item, day))
    }
    edits += try closingEdits()
    return edits
  }

  private func metricEdits() throws(CommandFailure) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    for text in verify {
      let (metric, value) = try Self.pair("--verify", text, "m01=5.2亿元")
      edits.append(try Self.verification(metric, value, text))
    }
    for text in method {
      let (metric, key) = try Self.pair("--method", text, "m01=ledger")
      edits.append(.method(metric: metric, key))
    }
    for text in metricNote {
      let (metric, note) = try Self.pair("--metric-note", text, "m01=见审计报告第3页")
      edits.append(.metricNote(metric: metric, note))
    }
    return edits
  }

  private static func verification(
    _ metric: String, _ value: String, _ whole: String
  ) throws(CommandFailure)
    -> InspectionEdit
  {
    if value.isEmpty { return .verify(metric: metric, nil, unit: nil) }
    if let word = Inspection.MetricRow.Word(rawValue: value) { return .word(metric: metric, word) }
    guard let (number, unit) = VerifiedInput.read(value) else {
      throw CommandFailure(.usage, InspectWords.badPair("--verify", whole, "m01=5.2亿元"))
    }
    return .verify(metric: metric, number, unit: unit)
  }

  private func closingEdits() throws(CommandFailure) -> [InspectionEdit] {
    var edits: [InspectionEdit] = []
    if let note { edits.append(.note(note)) }
    if let opinion { edits.append(.opinion(opinion)) }
    if let companyOpinion { edits.append(.companyOpinion(companyOpinion)) }
    if let signer {
      let parts = signer.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      edits.append(
        .signer(
          Inspection.Signer(
            name: parts[0], post: parts.count > 1 ? parts[1] : "", at: nil, hasSeal: parts.last == "seal")))
    }
    if let refusal {
      let (kind, reason) = try Self.pair("--refusal", refusal, "signature=负责人不在场")
      edits.append(
        .refusal(
          Inspection.Refusal(kind: try Self.word(kind), reason: reason, witness: witness, recording: recording)))
    }
    if let verdict { edits.append(.verdict(try Self.word(verdict))) }
    if let late { edits.append(.lateReason(late)) }
    return edits
  }

  /// What follows after sign-off.
  func rechecks(at now: String) throws(CommandFailure) -> [InspectionPartEdit] {
    var edits: [InspectionPartEdit] = []
    for text in fixed {
      let (problem, rest) = try Self.pair("--fixed", text, "p01=2022-09-20:已加装")
      let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      edits.append(.fixed(problem: problem, on: parts[0], result: parts.count > 1 ? parts[1] : ""))
    }
    for text in recheck {
      let (problem, word) = try Self.pair("--recheck", text, "p01=yes")
      let choice: YesNo = try Self.word(word)
      edits.append(.recheck(problem: problem, choice == .yes, on: String(now.prefix(10))))
    }
    return edits
  }

  enum YesNo: String, CaseIterable { case yes, no }
}

/// The reading of a verified figure with its unit: `5.2亿元`, `-3%`, `12`.
enum VerifiedInput {
  static func read(_ text: String) -> (DecimalValue, unit: String?)? {
    let figure = text.prefix { "0123456789.-".contains($0) }
    guard let number = JSONNumber(text: String(figure)), let value = DecimalValue(number) else { return nil }
    let unit = text.dropFirst(figure.count).filter { !$0.isWhitespace }
    return (value, unit.isEmpty ? nil : String(unit))
  }
}
