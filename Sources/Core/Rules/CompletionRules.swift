/// R03 completed and in use.
extension FormCheck {
  /// What the form says of the end of the project.
  enum Completion: Equatable { case done, late, about, unknown }

  var completion: Completion {
    guard let deadline = limits.deadlineDay else { return .unknown }
    var answer = Completion.unknown
    for (_, date) in completionDates {
      if date.first > deadline.last { return .late }
      if date.last > deadline.last { answer = .about } else if answer == .unknown { answer = .done }
    }
    // A day that is known settles what a month leaves open.
    if answer == .about, let day = application.project.completedOn.flatMap({ CalendarDate($0) }), day.isDay {
      return .done
    }
    return answer
  }

  private var completionDates: [(path: String, date: CalendarDate)] {
    [("project.end", application.project.end), ("project.completedOn", application.project.completedOn)].compactMap {
      path, text in text.flatMap { CalendarDate($0) }.map { (path, $0) }
    }
  }

  mutating func checkCompletion() {
    guard let deadline = limits.deadlineDay, let limit = limits.deadline?.text else { return }
    let (end, completed) = (application.project.end, application.project.completedOn)
    switch completion {
    case .late:
      let late = completionDates.first { $0.date.first > deadline.last }
      let path = late?.path ?? "project.end"
      let text = (path == "project.end" ? end : completed) ?? ""
      add("R03", at: path, .notCompleted(date: text, deadline: limit))
    case .about:
      let about = completionDates.first { $0.date.last > deadline.last }
      let path = about?.path ?? "project.end"
      let text = (path == "project.end" ? end : completed) ?? ""
      add("R03", .human, at: path, .completedAboutDeadline(date: text, deadline: limit))
    case .unknown:
      if let words = unread("project.end") {
        add("R03", .human, at: "project.end", .notUnderstood(words))
      } else {
        add("R03", .human, at: "project.end", .completionUnknown)
      }
    case .done: break
    }
    if !ProofList(application).has(.use) { add("R03", .human, at: "attachments", .useNotShown) }
  }
}
