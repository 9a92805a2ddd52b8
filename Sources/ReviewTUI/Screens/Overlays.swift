import Core

/// The command palette (命令面板).
struct PaletteState: Equatable, Sendable {
  var input = LineEditor()
  var cursor = ListCursor()
  let context: KeyContext
}

/// A question that is answered with a choice; the safe one is chosen first.
struct ConfirmState: Equatable, Sendable {
  enum Question: Equatable, Sendable {
    case quit
    case submit(total: String)
    /// Stay away from an application (主动回避).
    case recuse(DeclarationRequest, Declaration.Ground)
    case signVisit(Inspection.Verdict)
  }
  let question: Question
  /// Whether the act, and not the way back, is chosen.
  var isActChosen = false

  init(_ question: Question) { self.question = question }
}

/// Texts of an earlier run that were never saved.
struct RecoveryState: Equatable, Sendable {
  enum Choice: Int, CaseIterable, Equatable, Sendable { case restore, discard, later }
  var texts: [RecoverableText]
  var choice = Choice.restore
}

/// Files of an application, to be opened with the system's viewer.
struct AttachmentsState: Equatable, Sendable {
  let files: [Application.Picture]
  var cursor = ListCursor()

  init(_ application: Application) { files = application.photos + application.attachments }
}

extension AppState {
  /// Commands that the palette offers for `state`, those of the context first.
  func paletteCommands(_ state: PaletteState) -> [Command] {
    let bindings = Keymap.bindings(in: state.context)
    var seen: Set<Command> = []
    let all = bindings.map(\.command).filter { seen.insert($0).inserted }
    let typed = state.input.text
    guard !typed.isEmpty else { return all }
    return all.filter { command in
      let title = Phrase.title(of: command)
      return title.zh.contains(typed) || title.en.lowercased().contains(typed.lowercased())
        || Pinyin.matches(initials: typed, in: title.zh)
    }
  }

  /// Handles a key while a dialog is open.
  mutating func overlayKey(_ key: Key) -> [AppEffect] {
    guard let overlay = overlays.last else { return [] }
    switch overlay {
    case .help(let cursor): return helpKey(key, cursor)
    case .palette(let state): return paletteKey(key, state)
    case .confirm(let state): return confirmKey(key, state)
    case .recovery(let state): return recoveryKey(key, state)
    case .attachments(let state): return attachmentsKey(key, state)
    case .declaration(let state): return declarationKey(key, state)
    case .conflict(let state): return conflictKey(key, state)
    case .unsaved(let state): return unsavedKey(key, state)
    case .elsewhere(let state): return elsewhereKey(key, state)
    case .form(let form): return formKey(key, form)
    }
  }

  private mutating func helpKey(_ key: Key, _ cursor: ListCursor) -> [AppEffect] {
    var cursor = cursor
    let command = Keymap.command(for: key, in: context)
    let count = helpDocument().layout(width: dialogWidth - 4).count
    let page = dialogHeight - 2
    switch command {
    case .back, .help, .open: overlays.removeLast()
    case .up, .down, .pageUp, .pageDown, .top, .bottom:
      if let command { scroll(&cursor.top, command, page: page, last: max(0, count - page)) }
      overlays[overlays.count - 1] = .help(cursor)
    default: break
    }
    return []
  }

  private mutating func paletteKey(_ key: Key, _ state: PaletteState) -> [AppEffect] {
    var state = state
    let commands = paletteCommands(state)
    switch key {
    case .escape, .function(2):
      overlays.removeLast()
      return []
    case .enter:
      overlays.removeLast()
      guard commands.indices.contains(state.cursor.selected) else { return [] }
      return perform(commands[state.cursor.selected])
    case .up: state.cursor.move(-1, count: commands.count)
    case .down, .tab: state.cursor.move(1, count: commands.count)
    case .pageUp: state.cursor.move(-8, count: commands.count)
    case .pageDown: state.cursor.move(8, count: commands.count)
    default:
      if state.input.handle(key) { state.cursor = ListCursor() }
    }
    overlays[overlays.count - 1] = .palette(state)
    return []
  }

  private mutating func confirmKey(_ key: Key, _ state: ConfirmState) -> [AppEffect] {
    var state = state
    switch key.folded {
    case .left, .right, .tab, .backTab, .up, .down: state.isActChosen.toggle()
    case .escape:
      overlays.removeLast()
      return []
    case .enter:
      overlays.removeLast()
      guard state.isActChosen else { return [] }
      switch state.question {
      case .quit: return [.quit]
      case .submit: return submitSheet()
      case .recuse(let request, let ground):
        return [.declare(application: request.application, ground, then: request.ids, request.purpose)]
      case .signVisit: return signVisit()
      }
    default: return []
    }
    overlays[overlays.count - 1] = .confirm(state)
    return []
  }

  private mutating func submitSheet() -> [AppEffect] {
    guard case .score(let state)? = stack.last else { return [] }
    return [
      .submit(
        application: state.application.id, review: state.review, digest: state.sheet.digest,
        generation: state.generation)
    ]
  }

  private mutating func recoveryKey(_ key: Key, _ state: RecoveryState) -> [AppEffect] {
    var state = state
    let all = RecoveryState.Choice.allCases
    switch key.folded {
    case .left, .up, .backTab: state.choice = all[(state.choice.rawValue + all.count - 1) % all.count]
    case .right, .down, .tab: state.choice = all[(state.choice.rawValue + 1) % all.count]
    case .escape:
      overlays.removeLast()
      notice = Notice(.info, .recoveryKept(state.texts.count))
      return []
    case .enter:
      guard let text = state.texts.first else {
        overlays.removeLast()
        return []
      }
      state.texts.removeFirst()
      if state.texts.isEmpty || state.choice != .discard {
        overlays.removeLast()
        if state.choice == .restore, !state.texts.isEmpty { waitingTexts = state.texts }
        if !state.texts.isEmpty, state.choice == .later {
          overlays.append(.recovery(RecoveryState(texts: state.texts)))
        }
      } else {
        overlays[overlays.count - 1] = .recovery(RecoveryState(texts: state.texts))
      }
      switch state.choice {
      case .restore: return restore(text)
      case .discard: return [.discardDraft(text.id, field: text.field)]
      case .later: return []
      }
    default: return []
    }
    overlays[overlays.count - 1] = .recovery(state)
    return []
  }

  private mutating func attachmentsKey(_ key: Key, _ state: AttachmentsState) -> [AppEffect] {
    var state = state
    switch Keymap.command(for: key, in: context) {
    case .back:
      overlays.removeLast()
      return []
    case .open, .openAttachment:
      guard state.files.indices.contains(state.cursor.selected) else { return [] }
      guard let file = state.files[state.cursor.selected].file else {
        notice = Notice(.warning, .attachmentHasNoFile)
        return []
      }
      return [.openFile(file)]
    case let command?:
      _ = state.cursor.handle(command, count: state.files.count, page: dialogHeight - 2)
    case nil: return []
    }
    overlays[overlays.count - 1] = .attachments(state)
    return []
  }

  /// Width of a dialog.
  var dialogWidth: Int { min(max(20, size.columns - 4), 92) }
  /// Height of a tall dialog.
  var dialogHeight: Int { max(3, size.rows - 4) }
}
