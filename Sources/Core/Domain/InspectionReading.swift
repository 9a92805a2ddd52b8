extension Inspection {
  /// Reads a visit.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.inspection)
    self.init(id: try root.identifier("visitId"), application: try root.identifier("application"))
    batch = try root.text("batch")
    reason = try root.text("reason")
    noticeSentAt = try root.text("noticeSentAt")
    plannedStart = try root.text("plannedStart")
    plannedBy = try root.text("plannedBy")
    plannedAt = try root.text("plannedAt")
    actualStart = try root.text("actualStart")
    actualEnd = try root.text("actualEnd")
    place = try root.text("place")
    gps = try root.text("gps")
    taskLetterNo = try root.text("taskLetterNo")
    inspectors = try root.objects("inspectors") { (entry) throws(FieldError) in
      let id = try entry.identifier("id")
      return Inspector(
        id: id, name: try entry.text("name") ?? id, unit: try entry.text("unit"),
        role: try entry.word("role") ?? .member, hasConflict: try entry.truth("conflict"))
    }
    hosts = try root.objects("hosts") { (entry) throws(FieldError) in
      Host(
        id: try entry.text("id") ?? "", name: try entry.text("name") ?? "", post: try entry.text("post") ?? "",
        phone: try entry.text("phone"))
    }
    items = try root.objects("items", Item.init)
    metrics = try root.objects("metrics", MetricRow.init)
    evidence = try root.objects("evidence") { (entry) throws(FieldError) in
      Evidence(
        id: try entry.requiredText("id"), kind: try entry.text("kind") ?? "other", shows: try entry.text("shows"),
        file: try entry.requiredText("file"), sha256: try entry.requiredText("sha256"),
        bytes: try entry.integer("bytes") ?? 0, takenAt: try entry.text("takenAt"), takenBy: try entry.text("takenBy"),
        place: try entry.text("place"), items: try entry.texts("itemIds"), note: try entry.text("note") ?? "")
    }
    problems = try root.objects("problems") { (entry) throws(FieldError) in
      Problem(
        id: try entry.requiredText("id"), item: try entry.text("item") ?? "",
        level: try entry.word("level") ?? .general, text: try entry.text("text") ?? "",
        fixRequired: try entry.text("fixRequired") ?? "", dueAt: try entry.text("dueAt"))
    }
    proposedVerdict = try root.word("proposedVerdict")
    verdict = try root.word("verdict")
    note = try root.text("note") ?? ""
    opinion = try root.text("opinion") ?? ""
    companyOpinion = try root.text("companyOpinion") ?? ""
    if root.value("companySigner") != nil {
      let entry = try root.object("companySigner")
      companySigner = Signer(
        name: try entry.text("name") ?? "", post: try entry.text("post") ?? "", at: try entry.text("signedAt"),
        hasSeal: try entry.truth("seal") ?? false)
    }
    if root.value("refusal") != nil {
      let entry = try root.object("refusal")
      refusal = Refusal(
        kind: try entry.word("kind") ?? .signature, reason: try entry.text("reason") ?? "",
        witness: try entry.text("witness"), recording: try entry.text("recording"))
    }
    lateReason = try root.text("lateReason")
    clockSteps = try root.objects("clockSteps") { (entry) throws(FieldError) in
      try ClockStep(entry)
    }
    transcript = try root.text("transcript")
    signedAt = try root.text("signedAt")
    signedBy = try root.text("signedBy")
    state = try root.word("state") ?? .draft
    revision = try root.integer("revision") ?? 0
    previous = try root.text("previous")
    savedAt = try root.text("savedAt")
  }
}

extension Inspection.ClockStep {
  init(_ entry: FieldReader) throws(FieldError) {
    id = try entry.requiredText("id")
    before = try entry.text("before") ?? ""
    at = try entry.text("at") ?? ""
    of = try entry.text("of")
  }
}

extension Inspection.Item {
  init(_ entry: FieldReader) throws(FieldError) {
    id = try entry.requiredText("id")
    answer = try entry.word("answer") ?? .open
    note = try entry.text("note") ?? ""
    by = try entry.text("by")
    at = try entry.text("at")
    settled = try entry.texts("settled")
  }
}

extension Inspection.MetricRow {
  init(_ entry: FieldReader) throws(FieldError) {
    id = try entry.requiredText("id")
    kind = try entry.word("class") ?? .other
    name = try entry.text("name") ?? ""
    unit = try entry.text("unit")
    direction = Metric.Direction(rawValue: try entry.text("direction") ?? "")
    baseline = try entry.number("baseline")
    declared = try entry.number("declared")
    period = try entry.text("period")
    text = try entry.text("text")
    source = try entry.text("source") ?? ""
    verified = try entry.number("verified")
    word = try entry.word("word")
    method = try entry.text("method")
    evidence = try entry.texts("evidenceIds")
    note = try entry.text("note") ?? ""
    by = try entry.text("by")
    at = try entry.text("at")
  }
}

extension FieldReader {
  /// A member whose words are the raw values of an enumeration.
  func word<Value: RawRepresentable & CaseIterable>(_ key: String) throws(FieldError) -> Value?
  where Value.RawValue == String {
    guard let word = try text(key) else { return nil }
    guard let value = Value(rawValue: word) else {
      throw FieldError(path: path + [key], expected: .oneOf(Value.allCases.map(\.rawValue)), found: .string(word))
    }
    return value
  }
}
