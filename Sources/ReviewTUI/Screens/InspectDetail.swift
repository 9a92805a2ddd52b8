import Core

extension AppState {
  /// What stands beside the line under the cursor.
  func inspectDetail(_ state: InspectState) -> Page {
    var page = Page()
    if !state.conflict.isEmpty { conflictPage(state, &page) }
    if let line = state.item { itemPage(line, state, &page) }
    if let metric = state.metric { metricPage(metric, state, &page) }
    if state.section == .evidence { evidencePage(state, &page) }
    if state.section == .problems { problemPage(state, &page) }
    if state.section == .record { recordPage(state, &page) }
    return page
  }

  /// Both versions, field by field.
  private func conflictPage(_ state: InspectState, _ page: inout Page) {
    page.heading(InspectWords.conflictTitle(language))
    page.paragraph(InspectWords.conflictHelp(language), role: .warning)
    for difference in state.conflict.prefix(40) {
      page.field(
        difference.dotted,
        InspectWords.bothVersions(Figures.text(difference.mine), Figures.text(difference.theirs))(language),
        role: .changed)
    }
  }

  private func itemPage(_ line: InspectionChecklist.Line, _ state: InspectState, _ page: inout Page) {
    let id = line.item.id
    let scenario = line.scenario.flatMap { program?.scenario($0) }.map { "\($0.code) \($0.name)" }
    page.heading(id + (line.item.isVeto ? " ★" : "") + (scenario.map { "  \($0)" } ?? ""))
    page.paragraph(name(line.item.name), role: .strong)
    if line.item.isReference { page.paragraph(InspectWords.reference(language), role: .dim) }
    if line.doesNotApply { page.paragraph(InspectWords.notAsked(language), role: .dim) }
    page.field(InspectWords.how(language), line.item.how)
    page.field(InspectWords.basis(language), line.item.basis, role: .dim)
    page.blank()
    page.paragraph(InspectWords.answerKeys(language), role: .dim)
    let item = state.answer(id)
    page.field(
      InspectWords.answerLabel(language), InspectWords.answer(item?.answer ?? .open)(language),
      role: InspectWords.roleOf(item?.answer ?? .open))
    if let note = item?.note, !note.isEmpty { page.field(InspectWords.whyLabel(language), note, role: .accent) }
    for (who, other) in otherAnswers(id, state) {
      page.field(
        who, InspectWords.answer(other.answer)(language) + (other.note.isEmpty ? "" : "：" + other.note),
        role: other.answer == item?.answer ? .normal : .warning)
    }
    for difference in state.visit.differences(state.parts) where difference.item == id {
      let settled = InspectWords.decided(state.name(difference.person))
      page.paragraph(
        (difference.isSettled ? settled : InspectWords.settleKeys)(language),
        role: difference.isSettled ? .dim : .warning)
    }
    if let program, id == InspectionChecklist.metricsItem {
      let result = InspectionResult(state.visit, checklist: state.checklist, program: program.inspection)
      if let answer = result.metricsAnswer {
        page.field(InspectWords.metricsSay(language), InspectWords.answer(answer)(language))
      }
      for fault in result.metricsFaults { page.paragraph("· " + InspectWords.fault(fault)(language), role: .warning) }
    }
    if let problem = state.visit.problems.first(where: { $0.item == id }) {
      page.blank()
      page.field(InspectWords.problemLabel(language) + " \(problem.id)", problem.text, role: .warning)
      if !problem.fixRequired.isEmpty { page.field(InspectWords.fixLabel(language), problem.fixRequired) }
      page.field(InspectWords.dueLabel(language), problem.dueAt)
    }
    for evidence in state.visit.evidence where evidence.items.contains(id) { self.evidence(evidence, &page) }
  }

  private func otherAnswers(_ id: String, _ state: InspectState) -> [(String, Inspection.Item)] {
    var found: [(String, Inspection.Item)] = []
    if !state.isLead, state.isAtVisit, let lead = state.visit.lead, let item = state.visit.item(id) {
      found.append((lead.name, item))
    }
    for part in state.parts where part.person != state.person {
      guard let item = part.items.first(where: { $0.id == id }), item.answer != .open else { continue }
      found.append((state.visit.inspector(part.person)?.name ?? part.person, item))
    }
    return found
  }

  private func evidence(_ evidence: Inspection.Evidence, _ page: inout Page) {
    let kind =
      program?.inspection.evidenceKinds.first { $0.key == evidence.kind }.map { name($0.name) } ?? evidence.kind
    let shows = evidence.shows.flatMap { key in program?.inspection.minimumEvidence.first { $0.key == key } }
    page.field(
      "\(evidence.id) \(shows.map { name($0.name) } ?? kind)",
      "\(evidence.file)  \(evidence.sha256.prefix(12))  \(evidence.takenAt.map(Moment.text) ?? "")")
  }

  private func metricPage(_ metric: Inspection.MetricRow, _ state: InspectState, _ page: inout Page) {
    let shown = InspectWords.whileTyping(state.digits, metric)
    page.heading("\(metric.id) \(metric.name)")
    page.field(InspectWords.declaredLabel(language), metric.declared.map { $0.text + (metric.unit ?? "") })
    if let text = metric.text { page.field(InspectWords.sourceLabel(language), text, role: .dim) }
    if let baseline = metric.baseline {
      page.field(InspectWords.baselineLabel(language), baseline.text + (metric.unit ?? ""))
    }
    page.field(InspectWords.directionLabel(language), InspectWords.direction(metric.direction)(language))
    page.field(
      InspectWords.verifiedLabel(language),
      metric.word.map { InspectWords.word($0)(language) } ?? shown.verified.map { $0.text + (metric.unit ?? "") })
    if let program {
      if let deviation = shown.deviation(program.inspection.bands) {
        page.field(InspectWords.deviationLabel(language), InspectWords.deviation(deviation))
      }
      if let band = shown.band(program.inspection.bands) {
        page.field(InspectWords.bandLabel(language), InspectWords.band(band)(language), role: InspectWords.roleOf(band))
      }
    }
    let method = metric.method.flatMap { key in program?.inspection.methods.first { $0.key == key } }
    page.field(VisitFormWords.label("method")(language), method.map { name($0.name) })
    if !metric.evidence.isEmpty {
      page.field(VisitFormWords.label("evidence")(language), metric.evidence.joined(separator: " "))
    }
    if !metric.note.isEmpty { page.field(InspectWords.whyLabel(language), metric.note, role: .accent) }
    page.blank()
    page.paragraph(InspectWords.metricKeys(language), role: .dim)
  }

  private func recordPage(_ state: InspectState, _ page: inout Page) {
    guard let program else { return }
    let visit = state.visit
    let result = InspectionResult(visit, checklist: state.checklist, program: program.inspection)
    page.heading(InspectWords.proposal(result)(language))
    for fault in result.metricsFaults { page.paragraph("· G12 " + InspectWords.fault(fault)(language), role: .warning) }
    if visit.state == .signed {
      page.field(InspectWords.sealLabel(language), visit.transcript)
      page.field(InspectWords.label(.verdict)(language), visit.verdict.map { InspectWords.verdict($0)(language) })
    } else {
      let gaps = visitGaps(state)
      page.paragraph(
        (gaps.isEmpty ? InspectWords.ready : InspectWords.missing(gaps.count))(language),
        role: gaps.isEmpty ? .good : .warning)
      for gap in gaps { page.paragraph("· " + InspectWords.gap(gap, program)(language), role: .warning) }
    }
    for fix in OpenFix.list(visit, state.parts, program.inspection, at: clock.iso) {
      page.field("\(fix.problem.id) \(fix.problem.item)", InspectWords.standing(fix.standing)(language), role: .warning)
    }
    planPage(state, &page)
    for evidence in visit.evidence { self.evidence(evidence, &page) }
    if let line = state.line {
      let value = InspectFields.value(line.rawValue, in: state)
      if value.count > 20 {
        page.heading(InspectWords.label(line)(language), level: 2)
        page.paragraph(value)
      }
    }
  }
}
