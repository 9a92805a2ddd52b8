import Core

/// `--from FILE` of `score` and `inspect`: takes up what was saved elsewhere, or a copy of `history/`, with all the checks of
/// a plain save.
struct TakeBack {
  let path: String
  let file: RescueFile
  let application: RecordID
  let person: Person

  init(_ path: String, _ application: RecordID, _ person: Person) throws(CommandFailure) {
    (self.path, self.application, self.person) = (path, application, person)
    do throws(FileProblem) { file = try RescueFile.read(path) } catch { throw CommandFailure(error) }
  }

  // MARK: - Sheets

  /// What the file has beyond the sheet; texts that were being typed count as typed.
  func edits(of sheet: ReviewStore.Sheet, _ rubric: Rubric) throws(CommandFailure) -> [ReviewEdit] {
    var edits: [ReviewEdit] = []
    let record = file.record(.review) { isMine($0) && same($0["reviewer"]?.string, person.id) }
    if let record {
      let review: Review
      do throws(FieldError) { review = try Review(json: record, rubric: rubric) } catch { throw wrong(error) }
      edits = ReviewEdit.edits(from: sheet.review, to: review)
      if let declaration = review.declaration, declaration != sheet.review.declaration {
        edits.insert(.declaration(declaration), at: 0)
      }
      if !edits.isEmpty, review.previous != sheet.digest {
        throw CommandFailure(.failed, UnsavedWords.madeFromAnother(path))
      }
    }
    var hasText = false
    for text in file.typed where same(text.application, application.text) && text.visit == nil {
      switch DraftField(text.field) {
      case .comment(let id): edits.append(.comment(criterion: id, text.text))
      case .opinion: edits.append(.opinion(text.text))
      default: continue
      }
      hasText = true
    }
    if record == nil, !hasText { throw CommandFailure(.usage, UnsavedWords.nothingIn(path)) }
    return edits
  }

  // MARK: - Visits

  /// The visit that the file has something of; nil when it has none for this application.
  var visit: RecordID? {
    let ids = file.records.filter(isMine).compactMap { $0["visitId"]?.string }
    let typed = file.typed.filter { same($0.application, application.text) }.compactMap(\.visit)
    return (ids + typed).first.flatMap { RecordID($0) }
  }

  /// What the file has beyond the lead's record.
  func edits(
    of whole: InspectionStore.Whole, _ program: Program, at now: String
  ) throws(CommandFailure) -> [InspectionEdit] {
    let visit = whole.sheet.visit
    var edits: [InspectionEdit] = []
    let record = file.record(.inspection) { isMine($0) && same($0["visitId"]?.string, visit.id) }
    if let record {
      let found: Inspection
      do throws(FieldError) { found = try Inspection(json: record) } catch { throw wrong(error) }
      edits = InspectionEdit.edits(from: visit, to: found)
      let rest: [RecordDifference]
      do throws(InspectionEdit.Invalid) {
        rest = try InspectionEdit.remainder(
          of: edits, from: visit, to: found, program.inspection, by: person.id, at: now)
      } catch {
        throw CommandFailure(.problems, InspectWords.invalid(error, program))
      }
      if !edits.isEmpty || !rest.isEmpty, found.previous != whole.sheet.digest {
        throw CommandFailure(.failed, UnsavedWords.madeFromAnother(path))
      }
      if !rest.isEmpty { throw CommandFailure(.problems, UnsavedWords.cannotTake(rest.map(\.dotted))) }
    }
    let texts = typedEdits(visit.id)
    if record == nil, texts.isEmpty { throw CommandFailure(.usage, UnsavedWords.nothingIn(path)) }
    return edits + texts
  }

  /// What the file has beyond the member's own part.
  func partEdits(of whole: InspectionStore.Whole) throws(CommandFailure) -> [InspectionPartEdit] {
    let visit = whole.sheet.visit
    let own = whole.parts.first { same($0.part.person, person.id) }
    let record = file.record(.inspectionPart) {
      isMine($0) && same($0["visitId"]?.string, visit.id)
        && same($0["person"]?.string, person.id)
    }
    var edits: [InspectionPartEdit] = []
    if let record {
      let found: InspectionPart
      do throws(FieldError) { found = try InspectionPart(json: record) } catch { throw wrong(error) }
      let empty = InspectionPart(visit: visit.id, application: visit.application, person: person.id)
      edits = InspectionPartEdit.edits(from: own?.part ?? empty, to: found)
      if !edits.isEmpty, found.previous != own?.digest {
        throw CommandFailure(.failed, UnsavedWords.madeFromAnother(path))
      }
    }
    let texts = typedEdits(visit.id).compactMap(InspectionPartEdit.init)
    if record == nil, texts.isEmpty { throw CommandFailure(.usage, UnsavedWords.nothingIn(path)) }
    return edits + texts
  }

  private func typedEdits(_ visit: String) -> [InspectionEdit] {
    file.typed.compactMap { text in
      guard same(text.application, application.text), same(text.visit, visit) else {
        return nil
      }
      return InspectFields.edit(text.field, text.text)
    }
  }

  // MARK: - What stays behind

  /// Texts of the application that are half a figure or a correction, and have to be typed again.
  func tellWhatStays(_ context: CommandContext) {
    for text in file.typed where same(text.application, application.text) {
      let name = (text.visit.map { $0 + "/" } ?? "") + text.field
      switch DraftField(name) {
      case .digits(let criterion): say(UnsavedWords.digits(criterion), text, context)
      case .figure(_, let metric): say(UnsavedWords.figure(metric), text, context)
      case .correction(let path): say(UnsavedWords.correction(FieldPathWords.name(path)), text, context)
      case .comment, .opinion, .sheet, .visit, .visitText: break
      }
    }
  }

  private func say(_ name: Phrase, _ text: RescueFile.Typed, _ context: CommandContext) {
    context.say(UnsavedWords.leftAlone(text.application, name, text.text))
  }

  /// Whether two ids are the same bytes.
  private func same(_ one: String?, _ other: String) -> Bool { one?.utf8.elementsEqual(other.utf8) == true }

  private func isMine(_ record: JSONValue) -> Bool {
    same(record["application"]?.string, application.text)
  }

  private func wrong(_ error: FieldError) -> CommandFailure {
    CommandFailure(FileProblem(file: path, reason: .field(error)))
  }
}
