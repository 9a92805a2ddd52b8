import Core

/// Everything that the picture on the screen depends on.
struct AppState: Sendable {
  var size: Size
  var language: Language
  var theme: ThemeName
  /// Name of the workspace folder, for the header.
  var workspace: String
  /// Who acts; nil looks without writing.
  var person: Person?
  /// Why nothing can be written, if so.
  var readOnly: ReadOnlyReason?
  /// The call; nil until it is read.
  var program: Program?
  var library = Library()
  var browse = BrowseState()
  /// Screens above Browse, the last one on top.
  var stack: [Screen] = []
  /// Dialogs above the screens, the last one on top.
  var overlays: [Overlay] = []
  /// The last act or refusal, shown in the status line.
  var notice: Notice?
  /// Saves that are under way, by file.
  var saving = 0
  /// A failure to keep typed text safe; shown until it is over.
  var draftTrouble: Notice?
  var clock = ClockReading()
  /// What everybody taught about metric names.
  var names = NameLessons()
  /// Where each application was last read, in lines.
  var readingPlaces: [String: Int] = [:]
  /// Whether a screen has been asked for and is not there yet.
  var isOpening = false
  /// What was typed since then.
  var typedAhead: [InputEvent] = []
  /// The dashboard's figures; nil until they are computed.
  var overview: OverviewReading?
  /// A plan of an earlier run that is put back as soon as its choices are read.
  var planDraft: RecoverableText?
  /// Effects of a handler that answers something else; taken along at the end of the update.
  var pendingEffects: [AppEffect] = []

  /// Why the console does not write.
  enum ReadOnlyReason: Equatable, Sendable { case asked, nobody, notReviewer, folder }

  /// One screen above Browse.
  enum Screen: Equatable, Sendable {
    case matrix(MatrixState)
    case read(ReadState)
    case compare(CompareState)
    case score(ScoreState)
    case verify(VerifyState)
    case inspect(InspectState)
    case agenda(AgendaState)
    case problems(ListCursor)
    case dashboard(DashboardState)
    case figure(FigureListState)
    case explanation(ExplanationState)
  }

  /// A local time and the days to the next milestone, given by the runtime once a minute.
  struct ClockReading: Equatable, Sendable {
    /// `HH:mm`.
    var time = ""
    /// The same with date and zone (ISO 8601), for what is compared with days and for empty time boxes.
    var iso = ""
    /// Key of the next milestone and whole days to it; nil when all have passed.
    var next: (key: String, days: Int)?

    static func == (left: ClockReading, right: ClockReading) -> Bool {
      left.time == right.time && left.next?.key == right.next?.key && left.next?.days == right.next?.days
    }
  }

  /// Who reads the keys now.
  var context: KeyContext {
    switch stack.last {
    case nil: .browse
    case .matrix: .matrix
    case .read: .read
    case .compare: .compare
    case .score: .score
    case .verify: .verify
    case .inspect: .inspect
    case .agenda: .agenda
    case .problems: .problems
    case .dashboard: .dashboard
    case .figure, .explanation: .figure
    }
  }

  /// Rows between the header line and the two lines at the bottom.
  var body: Rect { Rect(row: 1, column: 0, rows: max(0, size.rows - 3), columns: size.columns) }

  /// Whether the window is too small for any screen.
  var isTooSmall: Bool { size.columns < 60 || size.rows < 16 }

  /// The application that the screen on top is about.
  var currentApplication: String? {
    switch stack.last {
    case .read(let state): state.application.id
    case .score(let state): state.application.id
    case .verify(let state): state.application.id
    case .inspect(let state): state.application.id
    case .compare(let state):
      state.applications.indices.contains(state.column) ? state.applications[state.column].id : nil
    case .agenda(let state):
      state.entries.indices.contains(state.cursor.selected)
        ? state.entries[state.cursor.selected].visit.application : nil
    case .figure(let state):
      state.figure.applications.indices.contains(state.cursor.selected)
        ? state.figure.applications[state.cursor.selected] : nil
    case .explanation(let state): state.application
    case .matrix, .problems, .dashboard: nil
    case nil: browse.selectedID(in: library)
    }
  }
}

/// A line of news in the status line.
struct Notice: Equatable, Sendable {
  /// How much it matters.
  enum Level: Equatable, Sendable { case info, good, warning, error }
  let level: Level
  let phrase: Phrase

  init(_ level: Level, _ phrase: Phrase) {
    self.level = level
    self.phrase = phrase
  }
}

/// A dialog above the screen; the one on top reads the keys first.
enum Overlay: Equatable, Sendable {
  case help(ListCursor)
  case palette(PaletteState)
  case confirm(ConfirmState)
  case recovery(RecoveryState)
  case attachments(AttachmentsState)
  case declaration(DeclarationState)
  case conflict(SheetConflictState)
  case aids(AidsState)
  case form(FormState)
}
