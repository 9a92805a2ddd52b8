/// An edit of a visit, and the one that takes it back.
public struct InspectionStep: KeptStep {
  /// The edit that was made.
  public let forth: InspectionEdit
  /// The edit that brings back what stood there.
  public let back: InspectionEdit

  /// A step.
  public init(forth: InspectionEdit, back: InspectionEdit) {
    self.forth = forth
    self.back = back
  }

  /// The step as it is kept.
  public var json: JSONValue { .object(JSONObject([("forth", forth.kept), ("back", back.kept)])) }

  /// The step that was kept; nil when its edits are not known here.
  public init?(json: JSONValue) {
    guard let forth = json["forth"].flatMap(InspectionEdit.init(kept:)),
      let back = json["back"].flatMap(InspectionEdit.init(kept:))
    else { return nil }
    self.init(forth: forth, back: back)
  }
}

extension InspectionEdit {
  /// Kind, what it is about, and the value; null for an edit that is not taken back by a key.
  fileprivate var kept: JSONValue {
    func list(_ kind: String, _ id: String = "", _ value: JSONValue, _ more: String? = nil) -> JSONValue {
      .array([.string(kind), .string(id), value, more.map { .string($0) } ?? .null])
    }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return switch self {
    case .answer(let id, let answer): list("answer", id, .string(answer.rawValue))
    case .why(let id, let why): list("why", id, .string(why))
    case .verify(let id, let value, let unit):
      list("verify", id, value.map { .array([number($0.mantissa), number($0.places)]) } ?? .null, unit)
    case .word(let id, let word): list("word", id, text(word?.rawValue))
    case .metricNote(let id, let note): list("metricNote", id, .string(note))
    case .note(let note): list("note", "", .string(note))
    case .opinion(let opinion): list("opinion", "", .string(opinion))
    case .companyOpinion(let opinion): list("companyOpinion", "", .string(opinion))
    case .verdict(let verdict): list("verdict", "", text(verdict?.rawValue))
    case .start(let time): list("start", "", text(time))
    case .end(let time): list("end", "", text(time))
    case .place(let place): list("place", "", text(place))
    case .gps(let place): list("gps", "", text(place))
    case .taskLetter(let number): list("taskLetter", "", text(number))
    case .lateReason(let reason): list("lateReason", "", text(reason))
    case .method(let id, let method): list("method", id, text(method))
    case .problem(let id, let problem): list("problem", id, .string(problem))
    case .due(let id, let day): list("due", id, text(day))
    case .fix(let id, let required, let level): list("fix", id, .string(required), level.rawValue)
    case .metricEvidence(let id, let evidence):
      list("metricEvidence", id, .array(evidence.map { .string($0) }))
    default: .null
    }
  }

  private func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  fileprivate init?(kept: JSONValue) {
    guard let parts = kept.array, parts.count == 4, let kind = parts[0].string, let id = parts[1].string else {
      return nil
    }
    let text = parts[2].string
    switch (kind, text) {
    case ("answer", let text?):
      guard let answer = Inspection.Answer(rawValue: text) else { return nil }
      self = .answer(item: id, answer)
    case ("why", let text?): self = .why(item: id, text)
    case ("verify", _):
      let numbers = (parts[2].array ?? []).compactMap { $0.number?.int }
      let value = numbers.count == 2 ? DecimalValue(mantissa: numbers[0], places: numbers[1]) : nil
      self = .verify(metric: id, value, unit: parts[3].string)
    case ("word", _): self = .word(metric: id, text.flatMap(Inspection.MetricRow.Word.init(rawValue:)))
    case ("metricNote", let text?): self = .metricNote(metric: id, text)
    case ("note", let text?): self = .note(text)
    case ("opinion", let text?): self = .opinion(text)
    case ("companyOpinion", let text?): self = .companyOpinion(text)
    case ("verdict", _): self = .verdict(text.flatMap(Inspection.Verdict.init(rawValue:)))
    case ("start", _): self = .start(text)
    case ("end", _): self = .end(text)
    case ("place", _): self = .place(text)
    case ("gps", _): self = .gps(text)
    case ("taskLetter", _): self = .taskLetter(text)
    case ("lateReason", _): self = .lateReason(text)
    case ("method", _): self = .method(metric: id, text)
    case ("problem", let text?): self = .problem(item: id, text: text)
    case ("due", _): self = .due(item: id, text)
    case ("fix", let text?):
      guard let level = parts[3].string.flatMap(Inspection.Problem.Level.init(rawValue:)) else { return nil }
      self = .fix(item: id, required: text, level)
    case ("metricEvidence", _): self = .metricEvidence(metric: id, (parts[2].array ?? []).compactMap(\.string))
    default: return nil
    }
  }
}
