import Core

/// What the state does with files that changed while it was shown.
extension AppState {
  /// Everything is being read again: what is not found this time goes at the end.
  mutating func reloadBegins() {
    library.beginReload()
  }

  /// An application was written by another program, or removed.
  mutating func took(_ id: String, _ application: Application?, row: Library.Row?) {
    if var row {
      if let old = library.row(id) { (row.stage, row.ownScore) = (old.stage, old.ownScore) }
      library.add([row])
    } else {
      library.remove(id)
    }
    browse.refresh(library: library, program: program)
    guard let application else { return }
    for index in stack.indices {
      switch stack[index] {
      case .read(let state) where state.application.id == id && state.application != application:
        var fresh = ReadState(application, findings: state.findings)
        fresh.top = state.top
        fresh.find = state.find
        fresh.term = state.term
        stack[index] = .read(fresh)
        notice = Notice(.info, LiveWords.applicationChanged)
      case .score(let state) where state.application.id == id && state.application != application:
        notice = Notice(.warning, LiveWords.reopen)
      case .inspect(let state) where state.application.id == id && state.application != application:
        notice = Notice(.warning, LiveWords.reopen)
      default: break
      }
    }
  }

  /// Sheets, assignments or decisions of an application changed.
  mutating func took(_ id: String, own: Review?, stage: Stage) {
    library.take(own, stage: stage, of: id)
    browse.refresh(library: library, program: program)
  }

  /// The person's own sheet was saved by another window, or sent back.
  mutating func tookOwnSheet(_ id: String, _ sheet: Sheet) {
    for index in stack.indices {
      guard case .score(var state) = stack[index], state.application.id == id else { continue }
      if state.sheet.digest == sheet.digest, state.sheet.returned == sheet.returned { continue }
      guard !state.isUnsaved, state.editing == nil, state.digits == nil else {
        notice = Notice(.warning, LiveWords.sheetMeets)
        continue
      }
      state.undo.append(state.review)
      state.redo = []
      state.sheet = sheet
      stack[index] = .score(state)
      notice =
        sheet.returned.map { Notice(.warning, DeclarationWords.cameBack($0)) } ?? Notice(.info, LiveWords.sheetTaken)
      pendingEffects.append(.adopt(application: id, digest: sheet.digest))
    }
  }
}
