import Core

/// Where an application stands, as lines or as JSON.
struct DecisionReport {
  let file: DecisionCase
  let program: Program
  let context: CommandContext

  init(_ file: DecisionCase, _ program: Program, _ context: CommandContext) {
    self.file = file
    self.program = program
    self.context = context
  }

  private func out(_ phrase: Phrase, indent: Int = 0) {
    context.console.out(String(repeating: " ", count: indent) + phrase(context.language))
  }

  // MARK: - Text

  func print() {
    let decision = file.decision
    out(DecideWords.stands(decision.application, file.reading.stage))
    for contradiction in file.reading.contradictions { out(StageWords.phrase(contradiction), indent: 2) }
    if let proposal = file.proposal { out(DecideWords.proposed(proposal), indent: 2) }
    for move in decision.moves { out(DecideWords.move(move), indent: 2) }
    for item in file.formal.items {
      let (message, verdict) = (FindingWords.message(item.finding), DecideWords.verdict(item.verdict))
      out(
        Phrase(
          zh: "\(item.finding.rule) [\(verdict.zh)] \(message.zh)",
          en: "\(item.finding.rule) [\(verdict.en)] \(message.en)"),
        indent: 2)
    }
    for notice in decision.notices { printNotice(notice) }
    for objection in decision.objections { out(DecideWords.objection(objection), indent: 2) }
    let (next, earlier) = (file.reading.stage.next, file.reading.stage.earlier)
    if !next.isEmpty { out(DecideWords.next(next), indent: 2) }
    if !earlier.isEmpty { out(DecideWords.earlier(earlier), indent: 2) }
  }

  /// The notice as it goes to the applicant, with where its items stand.
  func printNotice(_ notice: SupplementNotice) {
    out(DecideWords.noticeHeading(notice, file.decision.application))
    if !notice.reason.isEmpty { out(DecideWords.noticeReason(notice), indent: 2) }
    for told in file.formal.told where told.notice == notice.number {
      let standing = DecideWords.standing(told.standing)(context.language)
      context.console.out("  \(display(told.item.id)) [\(standing)] \(display(told.item.text))")
      if !told.item.clause.isEmpty { out(DecideWords.clause(told.item.clause), indent: 6) }
    }
  }

  // MARK: - JSON

  func json(ack: String? = nil) -> JSONValue {
    var object = JSONObject()
    if let ack { object["ack"] = .string(ack) }
    let (decision, reading) = (file.decision, file.reading)
    object["application"] = .string(decision.application)
    object["revision"] = .number(JSONNumber(decision.revision))
    object["stage"] = .string(reading.stage.rawValue)
    object["recorded"] = .string(reading.recorded.rawValue)
    object["contradictions"] = texts(reading.contradictions.map { StageWords.phrase($0)(context.language) })
    object["proposal"] =
      file.proposal.map { proposal in
        .object(
          JSONObject([
            ("yes", .bool(proposal.isYes)), ("score", proposal.score.map { .number($0) } ?? .null),
          ]))
      } ?? .null
    object["moves"] = .array(decision.moves.map(Self.move))
    object["findings"] = .array(file.formal.items.map(finding))
    object["notices"] = .array(decision.notices.map(notice))
    object["objections"] = .array(decision.objections.map(Self.objection))
    object["next"] = texts(reading.stage.next.map(\.rawValue))
    object["back"] = texts(reading.stage.earlier.map(\.rawValue))
    return .object(object)
  }

  private func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  private static func move(_ move: StageMove) -> JSONValue {
    var object = JSONObject([
      ("to", .string(move.to.rawValue)), ("by", .string(move.by)), ("at", .string(move.at)),
      ("reason", .string(move.reason)),
    ])
    if let document = move.document {
      object["document"] = .string(document.number)
      object["documentDate"] = .string(document.date)
    }
    if let window = move.window {
      object["start"] = .string(window.start)
      object["end"] = .string(window.end)
    }
    return .object(object)
  }

  private func finding(_ item: FormalCheck.Item) -> JSONValue {
    .object(
      JSONObject([
        ("rule", .string(item.finding.rule)), ("path", .string(item.finding.path)),
        ("severity", .string(item.finding.severity.rawValue)),
        ("message", .string(FindingWords.message(item.finding)(context.language))),
        ("verdict", item.verdict.map { .string($0.verdict.rawValue) } ?? .null),
        ("note", item.verdict.map { .string($0.note) } ?? .null), ("open", .bool(item.isOpen)),
      ]))
  }

  /// `{"number", "at", "due", …, "items": [{"id", "clause", "text", "standing"}]}`.
  func notice(_ notice: SupplementNotice) -> JSONValue {
    let items = file.formal.told.filter { $0.notice == notice.number }.map { told -> JSONValue in
      .object(
        JSONObject([
          ("id", .string(told.item.id)), ("rule", told.item.rule.map { .string($0) } ?? .null),
          ("clause", .string(told.item.clause)), ("text", .string(told.item.text)),
          ("standing", .string(told.standing.rawValue)),
        ]))
    }
    return .object(
      JSONObject([
        ("number", .number(JSONNumber(notice.number))), ("at", .string(notice.at)), ("by", .string(notice.by)),
        ("due", .string(notice.due)), ("workingDays", .number(JSONNumber(notice.workingDays))),
        ("exact", .bool(notice.isExact)), ("reason", .string(notice.reason)), ("items", .array(items)),
      ]))
  }

  static func objection(_ objection: Objection) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object(
      JSONObject([
        ("id", .string(objection.id)), ("from", .string(objection.from)), ("realName", .bool(objection.realName)),
        ("contact", .string(objection.contact)), ("receivedAt", .string(objection.receivedAt)),
        ("kind", .string(objection.kind.rawValue)), ("text", .string(objection.text)),
        ("evidence", .array(objection.evidence.map { .string($0) })), ("accepted", .bool(objection.isAccepted)),
        ("grounds", .array(objection.grounds.map { .string($0.rawValue) })), ("handler", text(objection.handler)),
        ("finding", .string(objection.finding)), ("decision", text(objection.decision?.rawValue)),
        ("repliedAt", text(objection.repliedAt)), ("open", .bool(objection.isOpen)),
      ]))
  }
}
