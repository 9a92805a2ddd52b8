import Core

/// `reviewtui inspect WORKSPACE --as P --mine`: the person's visits over all applications.
struct AgendaReport {
  let store: InspectionStore
  let program: Program
  let person: Person
  let context: CommandContext

  /// Prints what is open, by time; files that cannot be read are told and the rest is listed all the same.
  func print() -> CommandExit {
    let (agenda, problems) = store.agenda(of: person, at: context.now)
    let open = agenda.entries.filter { $0.duty != .none }
    switch context.format {
    case .text: text(open)
    case .json: context.console.out(JSONOutput.bytes(.object(JSONObject([("visits", .array(open.map(json)))]))))
    }
    return ProblemReport.tell(problems, context)
  }

  private func text(_ entries: [VisitAgenda.Entry]) {
    if entries.isEmpty { return context.print(AgendaWords.nothing) }
    var table = TextTable(AgendaWords.heads.map { .init(title: $0(context.language)) })
    for entry in entries {
      table.add([
        AgendaWords.time(entry.time)(context.language), entry.at.map(Moment.text) ?? "—", entry.visit.application,
        entry.visit.id, entry.role.map { InspectWords.role($0)(context.language) } ?? "—",
        AgendaWords.duty(entry)(context.language), entry.visit.place ?? "—",
      ])
    }
    for line in table.lines(width: context.console.columns) { context.console.out(line) }
  }

  private func json(_ entry: VisitAgenda.Entry) -> JSONValue {
    .object(
      JSONObject([
        ("application", .string(entry.visit.application)), ("visit", .string(entry.visit.id)),
        ("state", .string(entry.visit.state.rawValue)), ("duty", .string(entry.duty.rawValue)),
        ("time", .string(entry.time.rawValue)), ("at", entry.at.map { .string($0) } ?? .null),
        ("role", entry.role.map { .string($0.rawValue) } ?? .null),
        ("reason", entry.visit.reason.map { .string($0) } ?? .null),
        ("place", entry.visit.place.map { .string($0) } ?? .null),
        ("openFixes", .number(JSONNumber(entry.openFixes))),
      ]))
  }
}
