/// R14 to R16, R18 to R20: seals, signatures and paper, which a form on a screen cannot carry. What nobody looked at stays
/// a question for a person.
extension FormCheck {
  mutating func checkPapers() {
    checkSeals()
    checkCommitment()
    checkCountyOpinion()
    let intake = application.intake
    if let copies = intake.paperCopies, copies < 1 { add("R18", at: "intake.paperCopies", .paperMissing) }
    if intake.electronic == false { add("R18", at: "intake.electronic", .electronicMissing) }
    if intake.paperCopies == nil { stand("R18", .information, at: "intake.paperCopies", .copies) }
    switch intake.paperMatches {
    case nil: stand("R19", at: "intake.paperMatches", .sameText)
    case false?: add("R19", at: "intake.paperMatches", .paperDiffers)
    case true?: break
    }
    switch intake.formatOk {
    case nil: stand("R20", .information, at: "intake.formatOk", .format)
    case false?: add("R20", at: "intake.formatOk", .formatDiffers)
    case true?: break
    }
  }

  private mutating func checkSeals() {
    let seals: [(String, Bool?)] = [
      ("commitment.sealed", application.commitment.sealed), ("intake.coverSealed", application.intake.coverSealed),
    ]
    for (path, sealed) in seals where sealed == false { add("R14", at: path, .sealMissing) }
    if seals.contains(where: { $0.1 == nil }), !seals.contains(where: { $0.1 == false }) {
      stand("R14", at: "commitment.sealed", .seals)
    }
  }

  private mutating func checkCommitment() {
    let path = "commitment.date"
    guard let text = application.commitment.date, let date = CalendarDate(text) else {
      if let words = application.commitment.date, !AmountReader.isNothing(words) {
        add("R15", .human, at: path, .notUnderstood(words))
      } else {
        requireRead("R15", at: path)
      }
      return
    }
    if !date.isDay { add("R15", .human, at: path, .notUnderstood(words(path) ?? text)) }
    if let received = application.received.byCounty ?? application.received.byCity, let day = CalendarDate(received),
      date.first > day.last
    {
      add("R15", at: path, .signedLate(date: text, limit: received))
    } else if let deadline = limits.deadlineDay, date.first > deadline.last {
      add("R15", .human, at: path, .signedLate(date: text, limit: limits.deadline?.text ?? ""))
    }
  }

  /// The county writes its opinion on the paper. Only where somebody looked at the seal is a missing word a fault.
  private mutating func checkCountyOpinion() {
    let opinion = application.countyOpinion
    let hasText = opinion.text.map { !AmountReader.isNothing($0) } ?? false
    let date = opinion.date.flatMap { CalendarDate($0) }
    switch opinion.sealed {
    case false?: add("R16", at: "countyOpinion.sealed", .sealMissing)
    case nil: stand("R16", at: "countyOpinion.sealed", .countySeal)
    case true?: break
    }
    if !hasText || date == nil {
      let fact = FormFact.countyOpinionIncomplete(text: hasText, date: date != nil)
      let path = hasText ? "countyOpinion.date" : "countyOpinion.text"
      if let words = unread(path) {
        add("R16", .human, at: path, .notUnderstood(words))
      } else {
        add("R16", opinion.sealed == nil ? .human : nil, at: path, fact)
      }
    }
    if let date, let deadline = limits.deadlineDay, date.first > deadline.last {
      add(
        "R16", .human, at: "countyOpinion.date",
        .signedLate(date: opinion.date ?? "", limit: limits.deadline?.text ?? ""))
    }
  }
}
