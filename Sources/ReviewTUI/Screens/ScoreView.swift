import Core

/// Where the parts of Score stand.
struct ScoreLayout {
  let sheet: Rect
  /// Anchors, comment and what is missing.
  let detail: Rect
  let evidence: Rect

  init(body: Rect) {
    let (left, right) = body.split(left: body.columns >= 160 ? 64 : body.columns >= 110 ? 50 : 40, gap: 1)
    // 12 criteria, opinion, recommendation, submission and the title line.
    let wanted = 16
    let (top, bottom) = left.split(top: min(wanted, max(6, left.rows - 5)))
    sheet = top
    detail = bottom
    evidence = right
  }

  /// Width of the wrapped evidence.
  var evidenceWidth: Int { max(1, evidence.columns - 2) }
}

extension AppState {
  /// Draws the Score screen.
  func drawScore(_ state: ScoreState, on canvas: inout Canvas) {
    let layout = ScoreLayout(body: body)
    canvas.verticalLine(row: body.row, column: layout.evidence.column - 1, rows: body.rows)
    canvas.within(layout.sheet) { drawSheet(state, on: &$0) }
    if state.editing == nil || body.columns >= 110 {
      canvas.within(layout.detail) { drawDetail(state, on: &$0) }
    }
    canvas.within(layout.evidence) { drawEvidence(state, on: &$0) }
    guard let editing = state.editing else { return }
    // On a narrow window the text box takes the place of the anchors, and the evidence stays in view.
    drawEditor(editing, on: &canvas, in: TextBox(body: body))
  }

  private func drawSheet(_ state: ScoreState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    guard let rubric = program?.rubric else { return }
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    let review = state.review
    let total = "\(Figures.tenths(review.total)) / \(Figures.tenths(rubric.maximum))"
    let band =
      review.scored == rubric.criteria.count
      ? rubric.band(of: review.total, outOf: rubric.maximum).map { " " + name($0.name) } ?? "" : ""
    canvas.write(Phrase.sheetTitle(language), row: 0, column: 1, width: width / 2, role: .bar2)
    canvas.write(total + band, row: 0, column: 1, width: width - 2, role: .bar2, align: .right)
    var cursor = state.cursor
    cursor.fit(count: state.lineCount, height: canvas.size.rows - 1)
    for offset in 0..<max(0, min(canvas.size.rows - 1, state.lineCount - cursor.top)) {
      let index = cursor.top + offset
      let isHere = index == state.cursor.selected
      let role: Role = isHere ? (state.isEvidenceFocused ? .selectedInactive : .selected) : .normal
      canvas.fill(Rect(row: offset + 1, column: 0, rows: 1, columns: width), role: role)
      canvas.write(isHere ? ">" : " ", row: offset + 1, column: 0, role: role)
      if index < review.entries.count {
        drawCriterion(state, index, rubric, row: offset + 1, role: role, on: &canvas)
      } else {
        drawLast(state, index - review.entries.count, row: offset + 1, role: role, on: &canvas)
      }
    }
  }

  private func drawCriterion(
    _ state: ScoreState, _ index: Int, _ rubric: Rubric, row: Int, role: Role, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let entry = state.review.entries[index]
    guard let criterion = rubric.criterion(entry.criterion) else { return }
    let typed = index == state.cursor.selected ? state.digits : nil
    let score = typed ?? entry.score.map(Figures.tenths) ?? "—"
    let band = entry.score.flatMap { rubric.band(of: $0, outOf: criterion.maximum) }.map { name($0.name) } ?? ""
    let maximum =
      "/" + (criterion.maximum % 10 == 0 ? String(criterion.maximum / 10) : Figures.tenths(criterion.maximum))
    let isChanged = state.sheet.changed.contains(entry.criterion)
    let mark = isChanged ? "!" : entry.comment.isEmpty ? " " : "✎"
    let right = width - 13
    canvas.write("\(criterion.id) \(name(criterion.name))", row: row, column: 2, width: max(0, right - 2), role: role)
    drawSuggestion(state, criterion, row: row, right: right, role: role, on: &canvas)
    canvas.write(score, row: row, column: right, width: 5, role: typed == nil ? role : .input, align: .right)
    canvas.write(maximum, row: row, column: right + 5, width: 3, role: role == .normal ? .dim : role)
    canvas.write(language == .zh ? band : String(band.prefix(2)), row: row, column: right + 9, width: 2, role: role)
    canvas.write(mark, row: row, column: right + 11, width: 1, role: role)
    if typed != nil, overlays.isEmpty { canvas.setCursor(row: row, column: right + 5) }
  }

  private func drawLast(_ state: ScoreState, _ which: Int, row: Int, role: Role, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let review = state.review
    switch which {
    case 0:
      canvas.write(Phrase.opinion(language), row: row, column: 2, role: role)
      canvas.write(
        Phrase.length(review.opinion)(language), row: row, column: 2, width: width - 4, role: role, align: .right)
    case 1:
      canvas.write(Phrase.recommendation(language), row: row, column: 2, role: role)
      let all = Review.Recommendation.allCases
      var column = 2 + DisplayWidth.of(Phrase.recommendation(language)) + 1
      for (index, choice) in all.enumerated() {
        let isChosen = review.recommendation == choice
        let text =
          "\(isChosen ? "[" : " ")\(index + 1)\(Phrase.recommendationName(choice)(language))\(isChosen ? "]" : " ")"
        column += canvas.write(
          text, row: row, column: column, width: max(0, width - column),
          role: isChosen && role == .normal ? .strong : role)
      }
    default:
      let gaps = program.map { review.gaps(against: $0.rubric, changed: state.sheet.changed).count } ?? 0
      let phrase: Phrase = state.isLocked ? .sheetSubmitted : gaps == 0 ? .submitReady : .submitMissing(gaps)
      canvas.write(
        phrase(language), row: row, column: 2, width: width - 4,
        role: role == .normal ? (state.isLocked || gaps == 0 ? .good : .dim) : role)
    }
  }

  private func drawDetail(_ state: ScoreState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.horizontalLine(row: 0, column: 0, columns: width)
    var document = Page()
    switch state.line {
    case .criterion(let index):
      guard let rubric = program?.rubric, let criterion = rubric.criterion(state.review.entries[index].criterion) else {
        return
      }
      let entry = state.review.entries[index]
      let now = entry.score.flatMap { rubric.band(of: $0, outOf: criterion.maximum) }
      if state.sheet.changed.contains(entry.criterion) {
        document.paragraph(Phrase.basisChanged(language), role: .warning)
      }
      if let suggestion = suggestion(state) {
        document.paragraph(AidWords.suggestion(suggestion)(language), role: .accent)
      }
      for (position, band) in rubric.bands.enumerated() where criterion.anchors.indices.contains(position) {
        let lowest = rubric.lowest(in: band, outOf: criterion.maximum)
        let label = "\(now?.key == band.key ? "▸" : " ")\(name(band.name))≥\(Figures.tenths(lowest))"
        document.field(label, criterion.anchors[position], role: now?.key == band.key ? .strong : .normal)
      }
      if !entry.comment.isEmpty { document.field(Phrase.commentLabel(language), entry.comment, role: .accent) }
      document.paragraph(criterion.clause, role: .dim)
      if suggestion(state) != nil { document.paragraph(AidWords.takeHelp(language), role: .dim) }
      let twins = body.columns >= 110 ? twinLines(of: criterion, state) : []
      if !twins.isEmpty { document.heading(AidWords.near(language), level: 2) }
      for line in twins { document.paragraph(line.text, role: line.role) }
    case .opinion:
      document.paragraph(
        state.review.opinion.isEmpty
          ? Phrase.opinionHelp(program?.rubric.opinionMinimum ?? 0)(language) : state.review.opinion,
        role: state.review.opinion.isEmpty ? .dim : .normal)
    case .recommendation:
      document.paragraph(Phrase.chooseRecommendation(language), role: .dim)
    case .submit:
      if let back = state.sheet.returned {
        document.paragraph(DeclarationWords.cameBack(back)(language), role: .warning)
      }
      let gaps = program.map { state.review.gaps(against: $0.rubric, changed: state.sheet.changed) } ?? []
      document.paragraph(
        (gaps.isEmpty ? Phrase.submitHelp : Phrase.stillMissing(gaps))(language), role: gaps.isEmpty ? .dim : .warning)
    }
    let lines = document.layout(width: max(1, width - 2))
    for (offset, line) in lines.prefix(max(0, canvas.size.rows - 1)).enumerated() {
      canvas.write(line.spans, row: offset + 1, column: 1, width: width - 2)
    }
  }

  private func drawEvidence(_ state: ScoreState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let lines = evidence(state).layout(width: max(1, width - 2))
    let top = min(state.evidenceTop, max(0, lines.count - canvas.size.rows))
    for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
      canvas.write(line.spans, row: offset, column: 1, width: width - 2)
    }
    if lines.count > canvas.size.rows {
      let label = "\(min(100, (top + canvas.size.rows) * 100 / lines.count))%"
      canvas.write(label, row: 0, column: width - label.count, role: state.isEvidenceFocused ? .selected : .dim)
    }
  }

  private func drawEditor(_ editing: ScoreState.Editing, on canvas: inout Canvas, in box: TextBox) {
    canvas.fill(box.rect, role: .normal)
    let label =
      editing.field == ScoreState.opinionField
      ? Phrase.opinion(language) : Phrase.commentOn(editing.field)(language)
    let length = Phrase.length(editing.editor.text)(language)
    canvas.box(box.rect, title: label + "  " + length + "  " + Phrase.editorKeys(language))
    drawText(editing.editor, in: box, on: &canvas)
  }

  /// A programme text in the user's language.
  func name(_ words: Program.Words) -> String { language == .zh ? words.zh : words.en }
}
