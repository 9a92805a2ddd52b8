import Core

/// Something that no file of the workspace holds yet.
enum UnsavedWork: Equatable, Sendable {
  /// A score sheet with edits; `previous` names what it was made from.
  case sheet(Review)
  /// A visit with edits of its lead.
  case visit(Inspection)
  /// A member's part of a visit with edits.
  case part(InspectionPart)
  /// A correction whose save failed or is under way.
  case correction(application: String, ApplicationStore.Edit)
  /// Lessons about metric names.
  case names([NameLesson])
  /// A text in a box.
  case text(application: String, field: DraftField, String)

  /// Whether it was to be saved already, and is not only being typed.
  var isRecord: Bool { if case .text = self { false } else { true } }
}

/// Saves that failed: what the banner says until they succeed.
struct SaveTrouble: Equatable, Sendable {
  /// Which file and why.
  var phrase: Phrase
  /// Whether the console tries again by itself.
  var isRetried: Bool
  /// How often it did.
  var tries = 0

  /// Seconds to the next try.
  var delay: Int { [5, 10, 30][min(tries, 2)] + (tries > 2 ? 30 : 0) }
}

extension AppState.Screen {
  /// What a screen edits: two of one never stand side by side.
  enum Key: Equatable, Sendable {
    case sheet(String), visit(String, String), verify(String)
  }

  var key: Key? {
    switch self {
    case .score(let state): .sheet(state.application.id)
    case .inspect(let state): .visit(state.application.id, state.visit.id)
    case .verify(let state): .verify(state.application.id)
    default: nil
    }
  }

  /// Whether it has something to be saved that is not saved.
  var isUnsaved: Bool {
    switch self {
    case .score(let state): state.isUnsaved
    case .inspect(let state): state.isUnsaved || state.sent != nil
    case .verify(let state): state.sent != nil
    default: false
    }
  }

  /// Whether something is being typed on it.
  var isTyping: Bool {
    switch self {
    case .score(let state): state.editing != nil || state.digits != nil
    case .inspect(let state): state.editing != nil || state.digits != nil
    case .verify(let state): state.editing != nil
    default: false
    }
  }

  /// Everything on it that no file holds, records first.
  func unsaved(_ text: (JSONValue) -> String) -> [UnsavedWork] {
    switch self {
    case .score(let state):
      let id = state.application.id
      var work: [UnsavedWork] = state.isUnsaved ? [.sheet(state.asSaved)] : []
      if let digits = state.digitsField, let typed = state.digits {
        work.append(.text(application: id, field: digits, typed))
      }
      if let editing = state.editing {
        work.append(.text(application: id, field: DraftField(editing.field), editing.editor.text))
      }
      return work
    case .inspect(let state):
      let (id, visit) = (state.application.id, state.visit.id)
      var work: [UnsavedWork] = []
      if state.isUnsaved {
        if state.isLead {
          work.append(.visit(state.visit))
        } else if let part = state.own {
          work.append(.part(part))
        }
      }
      if let digits = state.digits, let metric = state.metric {
        work.append(.text(application: id, field: .figure(visit: visit, metric: metric.id), digits))
      }
      if let editing = state.editing {
        work.append(
          .text(application: id, field: .visitText(visit: visit, editing.field), editing.editor.text))
      }
      return work
    case .verify(let state):
      if let edit = state.sent { return [.correction(application: state.application.id, edit)] }
      guard let editing = state.editing, let path = state.editedPath else { return [] }
      return [
        .text(
          application: state.application.id, field: .correction(path: path),
          editing.value.map { text($0) + "\n" + editing.editor.text } ?? editing.editor.text)
      ]
    default: return []
    }
  }
}

extension ScoreState {
  /// The sheet as the next save would write it.
  var asSaved: Review {
    var review = review
    review.previous = sheet.digest
    review.revision += 1
    return review
  }

  /// The name of what is typed into the score box.
  var digitsField: DraftField? {
    guard case .criterion(let index) = line else { return nil }
    return .digits(review.entries[index].criterion)
  }
}

extension VerifyState {
  /// The path of the field that is being corrected.
  var editedPath: String? {
    guard editing != nil, case .field(let index)? = line else { return nil }
    return record.fields[index].path
  }
}

extension AppState {
  /// Everything that no file of the workspace holds, of all screens.
  var unsavedWork: [UnsavedWork] {
    let all = (held + stack).flatMap { $0.unsaved(correctionText) }
    return all.filter(\.isRecord) + (teaching.isEmpty ? [] : [.names(teaching)]) + all.filter { !$0.isRecord }
  }

  /// A value in the words in which it is typed.
  func correctionText(_ value: JSONValue) -> String {
    program.map { CorrectionReader(FormVocabulary(program: $0)).text(value) } ?? ""
  }
}
