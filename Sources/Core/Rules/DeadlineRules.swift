/// R01 in time, R38 the date of filling. The deadline binds the county's delivery to the city; no date is set for companies.
extension FormCheck {
  mutating func checkDeadline() {
    for fact in DeadlineRule.facts(receipt: application.received.byCity, limits) {
      switch fact {
      case .receivedLate: add("R01", at: "received.byCity", fact)
      case .receivedOnLastDay: add("R01", .information, at: "received.byCity", fact)
      case .receiptUnknown: add("R01", .human, at: "received.byCity", fact, isStanding: true)
      default: add("R01", .human, at: "received.byCity", fact)
      }
    }
    checkDayOfFilling()
  }

  private mutating func checkDayOfFilling() {
    let path = "cover.fillDate"
    guard let text = application.cover.fillDate, let date = CalendarDate(text) else {
      if let words = application.cover.fillDate, !AmountReader.isNothing(words) {
        add("R38", .human, at: path, .notUnderstood(words))
      } else {
        requireRead("R38", at: path)
      }
      return
    }
    if !date.isDay { add("R38", .human, at: path, .notUnderstood(words(path) ?? text)) }
    if let deadline = limits.deadlineDay, date.first > deadline.last {
      let fact = FormFact.filledAfterDeadline(date: text, deadline: limits.deadline?.text ?? "")
      add("R38", at: path, fact)
      // A form that was signed too late cannot have been received in time, but only the receipt itself decides.
      if limits.deadline != nil { add("R01", .human, at: path, fact) }
    } else if let received = application.received.byCounty ?? application.received.byCity,
      let day = CalendarDate(received), date.first > day.last
    {
      add("R38", at: path, .filledAfterReceipt(date: text, received: received))
    }
    if let published = limits.published, date.last < published.first {
      add(
        "R38", .information, at: path,
        .filledBeforeNotice(date: text, published: program.date("published")?.at ?? ""))
    }
  }
}

/// What a time of receipt means against the deadline.
enum DeadlineRule {
  static func facts(receipt: String?, _ limits: RuleLimits) -> [FormFact] {
    guard let deadline = limits.deadline else { return [] }
    guard let receipt, !AmountReader.isNothing(receipt) else { return [.receiptUnknown(deadline: deadline.text)] }
    if let time = PointInTime(receipt) {
      if limits.isLate(time) { return [.receivedLate(at: receipt, deadline: deadline.text)] }
      let zone = deadline.time.offset
      guard time.day(offset: zone) == deadline.time.day(offset: zone) else { return [] }
      return [.receivedOnLastDay(at: receipt, deadline: deadline.text)]
    }
    // A day without an hour.
    guard receipt.utf8.count == 10, let day = CalendarDate(receipt), let last = limits.deadlineDay else {
      return [.notUnderstood(receipt)]
    }
    if day.first > last.last { return [.receivedLate(at: receipt, deadline: deadline.text)] }
    return day.first == last.first ? [.receivedAtUnknownHour(day: receipt, deadline: deadline.text)] : []
  }
}
