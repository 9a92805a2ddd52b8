import Core

/// The sections with evidence and with problems.
extension AppState {
  func drawEvidence(_ evidence: Inspection.Evidence, row: Int, role: Role, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let shows = evidence.shows.flatMap { key in program?.inspection.minimumEvidence.first { $0.key == key } }
    let kind = program?.inspection.evidenceKinds.first { $0.key == evidence.kind }
    let what = (shows?.name ?? kind?.name).map { name($0) } ?? evidence.kind
    let half = max(16, width / 2)
    canvas.write("\(evidence.id) \(what)", row: row, column: 1, width: 20, role: role)
    canvas.write(evidence.items.joined(separator: " "), row: row, column: 22, width: max(0, half - 23), role: role)
    let file = evidence.file.split(separator: "/").last.map(String.init) ?? evidence.file
    canvas.write(
      evidence.note.isEmpty ? file : evidence.note, row: row, column: half, width: max(0, width - half - 1), role: role)
  }

  func drawProblem(_ problem: Inspection.Problem, _ state: InspectState, row: Int, role: Role, on canvas: inout Canvas)
  {
    guard let program else { return }
    let width = canvas.size.columns
    let open = OpenFix.list(state.visit, state.parts, program.inspection, at: clock.iso).first {
      $0.problem.id == problem.id
    }
    let standing =
      state.visit.state != .signed
      ? problem.dueAt.map { InspectWords.standing(.waiting(due: $0))(language) } ?? "—"
      : open.map { InspectWords.standing($0.standing)(language) } ?? InspectWords.isRight(language)
    let room = min(34, width / 2)
    let star = problem.level == .key ? "!" : " "
    canvas.write("\(problem.id) \(problem.item)\(star)", row: row, column: 1, width: 10, role: role)
    canvas.write(problem.text, row: row, column: 12, width: max(0, width - room - 14), role: role)
    let isLate: Bool =
      switch open?.standing {
      case .overdue, .recheckOverdue, .failed: true
      default: false
      }
    canvas.write(
      standing, row: row, column: width - room - 1, width: room,
      role: role != .normal ? role : state.visit.state == .signed && open == nil ? .good : isLate ? .error : .warning)
  }

  func evidencePage(_ state: InspectState, _ page: inout Page) {
    guard let program = program?.inspection else { return }
    let present = Set(state.visit.evidence.compactMap(\.shows))
    let missing = program.minimumEvidence.filter { !present.contains($0.key) }
    if state.visit.state != .signed {
      page.paragraph(
        (missing.isEmpty ? InspectWords.minimumIsThere : VisitFormWords.stillMissing(missing))(language),
        role: missing.isEmpty ? .good : .warning)
      page.paragraph(InspectWords.evidenceKeys(language), role: .dim)
      page.blank()
    }
    guard let evidence = state.evidence else { return }
    func field(_ key: String, _ value: String?) { page.field(VisitFormWords.label(key)(language), value) }
    page.heading(evidence.id)
    field("kind", program.evidenceKinds.first { $0.key == evidence.kind }.map { name($0.name) } ?? evidence.kind)
    field(
      "shows", evidence.shows.flatMap { key in program.minimumEvidence.first { $0.key == key } }.map { name($0.name) })
    let metrics = state.visit.metrics.filter { $0.evidence.contains(evidence.id) }.map(\.id)
    field("items", (evidence.items + metrics).joined(separator: " "))
    field("takenAt", evidence.takenAt.map(Moment.text))
    field("place", evidence.place)
    field("note", evidence.note.isEmpty ? nil : evidence.note)
    page.field(VisitFormWords.label("file")(language), evidence.file, role: .dim)
    page.field("SHA-256", evidence.sha256, role: .dim)
  }

  func problemPage(_ state: InspectState, _ page: inout Page) {
    page.paragraph(
      (state.visit.state == .signed ? InspectWords.recheckKeys : InspectWords.problemKeys)(language), role: .dim)
    page.blank()
    guard let problem = state.problem else { return }
    func field(_ key: String, _ value: String?) { page.field(VisitFormWords.label(key)(language), value) }
    page.heading("\(problem.id) \(problem.item)")
    page.paragraph(problem.text, role: .strong)
    field("fix", problem.fixRequired.isEmpty ? nil : problem.fixRequired)
    field("level", VisitFormWords.levels.first { $0.key == problem.level.rawValue }?.name(language))
    field("due", problem.dueAt)
    for part in state.parts {
      for fix in part.fixes where fix.id == problem.id {
        page.heading(state.name(part.person), level: 2)
        field("fixedAt", fix.fixedAt)
        field("result", fix.result.isEmpty ? nil : fix.result)
        let result = fix.isRight.flatMap { right in
          VisitFormWords.rechecks.first { ($0.key == "yes") == right }?.name(language)
        }
        field("recheck", result ?? VisitFormWords.notYet(language))
        field("checkedAt", fix.recheckedAt)
      }
    }
  }

  /// What was planned, who received the inspectors, and limits that were not kept.
  func planPage(_ state: InspectState, _ page: inout Page) {
    guard let program = program?.inspection else { return }
    let visit = state.visit
    func field(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { page.field(VisitFormWords.label(key)(language), value) }
    }
    page.heading(InspectWords.planTitle(language), level: 2)
    field("reason", visit.reason.flatMap { key in program.reasons.first { $0.key == key } }.map { name($0.name) })
    field("start", visit.plannedStart.map(Moment.text))
    field("notice", visit.noticeSentAt.map(Moment.text))
    field("batch", visit.batch)
    for host in visit.hosts {
      page.field(InspectWords.label(.host)(language), InspectFields.text([host]))
    }
    for part in state.parts {
      if let leave = part.leave {
        let verdict = InspectWords.verdict(leave.verdict)
        page.field(
          InspectWords.leaveLabel(language), "\(verdict(language)) · \(state.name(part.person)) · \(leave.reason)",
          role: .accent)
      }
      if !part.note.isEmpty, part.person != state.person { page.field(state.name(part.person), part.note) }
    }
    for delay in visit.delays(state.parts, program, at: clock.iso) {
      page.paragraph("· " + InspectWords.delay(delay)(language), role: .warning)
    }
    for step in visit.clockSteps + state.parts.flatMap(\.clockSteps) {
      page.paragraph(InspectWords.clockWentBack(step)(language), role: .warning)
    }
  }
}
