import Core

/// Where the parts of Inspect stand.
struct InspectLayout {
  let head: Rect
  let list: Rect
  let detail: Rect
  /// Whether the detail stands below the list.
  let isStacked: Bool

  init(body: Rect, section: InspectState.Section) {
    let (head, rest) = body.split(top: min(3, body.rows))
    self.head = head
    // The table of metrics needs the whole width of a narrow window.
    isStacked = body.columns < 110 && section != .checklist
    if isStacked {
      (list, detail) = rest.split(top: max(5, rest.rows * 3 / 5))
    } else {
      let share = section == .metrics ? body.columns * 3 / 5 : body.columns / 2
      (list, detail) = rest.split(left: share, gap: 1)
    }
  }

  /// Width of the wrapped detail.
  var detailWidth: Int { max(1, detail.columns - 2) }
}

extension AppState {
  /// Draws the Inspect screen.
  func drawInspect(_ state: InspectState, on canvas: inout Canvas) {
    let layout = InspectLayout(body: body, section: state.section)
    canvas.within(layout.head) { drawVisitHead(state, on: &$0) }
    canvas.within(layout.list) { drawVisitList(state, on: &$0) }
    if layout.isStacked {
      canvas.horizontalLine(row: layout.detail.row, column: 0, columns: layout.detail.columns)
    } else {
      canvas.verticalLine(row: layout.detail.row, column: layout.detail.column - 1, rows: layout.detail.rows)
    }
    canvas.within(layout.detail) { canvas in
      let lines = inspectDetail(state).layout(width: layout.detailWidth)
      let first = layout.isStacked ? 1 : 0
      let height = max(0, canvas.size.rows - first)
      let top = min(state.detailTop, max(0, lines.count - height))
      for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
        canvas.write(line.spans, row: offset + first, column: 1, width: layout.detailWidth)
      }
    }
    if let editing = state.editing { drawVisitText(editing, on: &canvas) }
  }

  private func drawVisitHead(_ state: InspectState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let visit = state.visit
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    var column = 1
    for section in InspectState.Section.allCases {
      let isHere = section == state.section
      let text = " \(InspectWords.section(section)(language)) "
      column += canvas.write(text, row: 0, column: column, role: isHere ? .selected : .bar2) + 1
    }
    let status = visitStatus(state)
    canvas.write(
      status.text, row: 0, column: column + 1, width: max(0, width - column - 2), role: .bar2, align: .right)
    let people = visit.inspectors.map { "\($0.name)（\(InspectWords.role($0.role)(language))）" }.joined(separator: " ")
    let times = InspectWords.times(visit)(language)
    canvas.write("\(visit.id)  \(people)  \(times)", row: 1, column: 1, width: width - 2, role: .dim)
    guard let program, canvas.size.rows > 2 else { return }
    let result = InspectionResult(visit, checklist: state.checklist, program: program.inspection)
    let role: Role =
      result.isPreliminary ? .dim : result.proposed == .pass ? .good : result.proposed == .fail ? .error : .warning
    let proposal = InspectWords.proposal(result)(language)
    // What is left to do is always in view.
    let gaps = visit.state == .signed ? [] : visitGaps(state)
    let left =
      visit.state == .signed ? "" : (gaps.isEmpty ? InspectWords.ready : InspectWords.left(gaps.count))(language)
    let leftWidth = DisplayWidth.of(left)
    canvas.write(proposal, row: 2, column: 1, width: max(0, width - leftWidth - 4), role: role)
    canvas.write(
      left, row: 2, column: max(0, width - leftWidth - 1), width: leftWidth, role: gaps.isEmpty ? .good : .warning)
  }

  private func visitStatus(_ state: InspectState) -> (text: String, isSafe: Bool) {
    if !state.conflict.isEmpty { return (InspectWords.differs(language), false) }
    if state.sent != nil { return (Phrase.saving(language), false) }
    if state.isUnsaved { return (InspectWords.notSaved(language), false) }
    let answered = state.checklist.lines.count { (state.answer($0.item.id)?.answer ?? .open) != .open }
    return (
      InspectWords.progress(answered, of: state.checklist.lines.count, state: state.visit.state)(language), true
    )
  }

  private func drawVisitList(_ state: InspectState, on canvas: inout Canvas) {
    var cursor = state.cursor
    let hasHead = state.section == .metrics
    let height = canvas.size.rows - (hasHead ? 1 : 0)
    cursor.fit(count: state.lineCount, height: height)
    let width = canvas.size.columns
    if hasHead {
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
      drawMetric(nil, state, row: 0, role: .bar2, on: &canvas)
    }
    if state.lineCount == 0 {
      let empty = state.section == .evidence ? InspectWords.noEvidenceYet : InspectWords.noProblemYet
      canvas.write(empty(language), row: 1, column: 2, width: max(0, width - 3), role: .dim)
    }
    for offset in 0..<max(0, min(height, state.lineCount - cursor.top)) {
      let index = cursor.top + offset
      let isHere = index == state.cursor.selected
      let role: Role = isHere ? (state.isDetailFocused ? .selectedInactive : .selected) : .normal
      let row = offset + (hasHead ? 1 : 0)
      canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: role)
      canvas.write(isHere ? ">" : " ", row: row, column: 0, role: role)
      switch state.section {
      case .checklist: drawItem(state.checklist.lines[index], state, row: row, role: role, on: &canvas)
      case .metrics: drawMetric(state.visit.metrics[index], state, row: row, role: role, on: &canvas)
      case .evidence: drawEvidence(state.visit.evidence[index], row: row, role: role, on: &canvas)
      case .problems: drawProblem(state.visit.problems[index], state, row: row, role: role, on: &canvas)
      case .record: drawRecord(InspectState.Line.allCases[index], state, row: row, role: role, on: &canvas)
      }
    }
  }

  private func drawItem(
    _ line: InspectionChecklist.Line, _ state: InspectState, row: Int, role: Role, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let item = state.answer(line.item.id)
    let answer = item?.answer ?? .open
    let word = InspectWords.answer(answer)(language)
    let hasEvidence = state.visit.evidence.contains { $0.items.contains(line.item.id) }
    let hasProblem = state.visit.problems.contains { $0.item == line.item.id }
    let differs = state.openDifferences.contains { $0.item == line.item.id }
    let marks =
      (differs ? "?" : " ") + (item?.note.isEmpty == false ? "✎" : " ") + (hasEvidence ? "@" : " ")
      + (hasProblem ? "!" : " ")
    let wordWidth = max(8, DisplayWidth.of(word))
    let star = line.item.isVeto ? "★" : line.item.isReference ? "○" : " "
    let name = self.name(line.item.name)
    let used = canvas.write(line.item.id, row: row, column: 1, role: role)
    let starUsed = canvas.write(star, row: row, column: 1 + max(3, used), width: 2, role: role)
    let at = 2 + max(3, used) + max(1, starUsed)
    canvas.write(name, row: row, column: at, width: max(0, width - at - wordWidth - 6), role: role)
    canvas.write(
      marks, row: row, column: max(0, width - wordWidth - 5), width: 4,
      role: differs && role == .normal ? .warning : role)
    canvas.write(
      word, row: row, column: max(0, width - wordWidth), width: wordWidth,
      role: role == .normal ? InspectWords.roleOf(answer) : role)
  }

  /// A row of the table; nil draws the headings.
  private func drawMetric(
    _ metric: Inspection.MetricRow?, _ state: InspectState, row: Int, role: Role, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let isHere = metric != nil && metric == state.metric
    let figures = [12, 13, 9, 9]
    let space = max(4, width - figures.reduce(1) { $0 + $1 + 1 })
    let bands = program?.inspection.bands ?? DeviationBands(matches: 5, near: 10, low: 30)
    var cells: [String]
    var bandRole = role
    if let metric {
      let shown = isHere ? InspectWords.whileTyping(state.digits, metric) : metric
      let deviation = shown.deviation(bands).map(InspectWords.deviation) ?? ""
      let band = shown.band(bands)
      if role == .normal, let band { bandRole = InspectWords.roleOf(band) }
      let verified =
        isHere && state.digits != nil
        ? state.digits ?? "" : metric.word.map { InspectWords.word($0)(language) } ?? metric.verified?.text ?? "—"
      cells = [
        (metric.declared?.text ?? InspectWords.noFigureDeclared(language)) + (metric.unit ?? ""), verified, deviation,
        band.map { InspectWords.band($0)(language) } ?? "",
      ]
    } else {
      cells = InspectWords.metricHeads.map { $0(language) }
    }
    let title = metric.map { "\($0.id) \($0.name)" } ?? InspectWords.metricName(language)
    canvas.write(title, row: row, column: 1, width: space - 1, role: role)
    var column = space + 1
    for (index, cell) in cells.enumerated() {
      let isTyped = index == 1 && isHere && state.digits != nil
      canvas.write(
        cell, row: row, column: column, width: figures[index], role: isTyped ? .input : index == 3 ? bandRole : role,
        align: index == 3 ? .left : .right)
      if isTyped, overlays.isEmpty { canvas.setCursor(row: row, column: column + figures[index]) }
      column += figures[index] + 1
    }
  }

  private func drawRecord(
    _ line: InspectState.Line, _ state: InspectState, row: Int, role: Role, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let label = InspectWords.label(line)(language)
    let labelWidth = min(18, max(1, width / 3))
    canvas.write(label, row: row, column: 1, width: labelWidth, role: role == .normal ? .dim : role)
    let value = recordValue(line, state)
    canvas.write(
      value, row: row, column: labelWidth + 2, width: max(0, width - labelWidth - 3),
      role: role == .normal && value == "—" ? .dim : role)
  }

  private func recordValue(_ line: InspectState.Line, _ state: InspectState) -> String {
    let visit = state.visit
    let value: String? =
      switch line {
      case .conflict: state.ownConflict.map { InspectWords.interest($0)(language) }
      case .start: visit.actualStart.map(Moment.text)
      case .end: visit.actualEnd.map(Moment.text)
      case .place: visit.place
      case .taskLetter: visit.taskLetterNo
      case .gps: visit.gps
      case .host: InspectFields.text(visit.hosts).replacing("\n", with: "；")
      case .note: state.isLead ? visit.note : state.own?.note
      case .opinion: visit.opinion
      case .companyOpinion: visit.companyOpinion
      case .signer:
        visit.companySigner.map { "\($0.name) \($0.post)\($0.hasSeal ? InspectWords.withSeal(language) : "")" }
      case .refusal: visit.refusal?.reason
      case .verdict: visit.verdict.map { InspectWords.verdict($0)(language) } ?? InspectWords.asProposed(language)
      case .late: visit.lateReason
      case .sign: signLine(state)
      }
    let flat = value?.replacing("\n", with: " ") ?? ""
    return flat.isEmpty ? "—" : flat
  }

  private func signLine(_ state: InspectState) -> String {
    if state.visit.state == .signed {
      let others = state.visit.inspectors.filter { $0.role != .lead }
      let signed = others.count { inspector in
        state.parts.contains { $0.person == inspector.id && $0.signature?.transcript == state.visit.transcript }
      }
      return InspectWords.sealed(signed, of: others.count)(language)
    }
    let count = visitGaps(state).count
    return (count == 0 ? InspectWords.ready : InspectWords.missing(count))(language)
  }

  private func drawVisitText(_ editing: InspectState.Editing, on canvas: inout Canvas) {
    let isLine = !InspectWords.hasManyLines(editing.field)
    let box = TextBox(body: body, isLine: isLine)
    canvas.fill(box.rect, role: .normal)
    let keys = isLine ? InspectWords.lineKeys : Phrase.editorKeys
    let title = InspectWords.field(editing.field)(language) + "  " + Phrase.length(editing.editor.text)(language)
    canvas.box(box.rect, title: title + "  " + keys(language))
    drawText(editing.editor, in: box, on: &canvas)
  }
}
