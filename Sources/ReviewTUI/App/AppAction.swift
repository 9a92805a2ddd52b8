import Core

/// Something that happened: a key, a reply of a worker, the minute.
enum AppAction: Sendable {
  case input(InputEvent)
  case programLoaded(Program)
  case reviewsLoaded(reviews: [String: Review], stages: [String: Stage])
  case rowsLoaded([Library.Row], found: Int)
  /// The marks of applications, by id.
  case flagsFound([String: [String]])
  /// What the rules say of applications only together with others, by application.
  case jointFindings([String: [Finding]])
  case loadFinished([FileProblem])
  /// Everything is being read again.
  case reloadBegins
  /// An application was written by another program; nil when it is gone or cannot be read.
  case applicationChanged(String, Application?, row: Library.Row?)
  /// Sheets, assignments or decisions of an application changed; with the person's own sheet.
  case sheetsChanged(String, own: Review?, stage: Stage)
  /// What is wrong now with the files whose paths begin so.
  case problemsChanged(below: [String], [FileProblem])
  /// The person's own sheet was saved by another window, or sent back.
  case ownSheetChanged(String, Sheet)
  /// Changes of other programs do not show by themselves any more.
  case followingEnded(Phrase)
  case opened(OpenedApplications)
  case openFailed(FileProblem)
  case saved(SavedReview)
  case saveFailed(SaveFailure)
  case corrected(CorrectedApplication)
  case correctionFailed(application: String, Phrase)
  case namesLoaded(NameLessons)
  case overviewRead(OverviewReading)
  case namesTaught(NameLessons, time: String)
  case namesFailed(Phrase)
  case visitSaved(SavedVisit)
  case visitFailed(VisitFailure)
  /// A file was taken as evidence of a visit.
  case evidenceTaken(application: String, visit: String, InspectionEdit, metrics: [String])
  /// Whom a supervisor may send to an application.
  case planReady(PlanChoices)
  case visitPlanned(OpenedVisit, of: Application, time: String, clockStep: Inspection.ClockStep?)
  /// What a dialog of fields asked for was not done.
  case formFailed(Phrase)
  /// Visits as a list: mine, or those of an application.
  case visitsListed(application: String?, [VisitAgenda.Entry], problems: Int)
  /// Another program wrote something of a visit.
  case visitChanged(OpenedVisit)
  case draftsFound([RecoverableText])
  case draftState(Notice?)
  /// The sheet was not saved because its file is another one by now.
  case sheetConflict(SheetConflict)
  /// The reviewer has not declared yet whether anything ties them to an application that is to be opened.
  case declarationNeeded(DeclarationRequest)
  /// What was to be opened is not shown to this person.
  case openDenied(Phrase)
  /// Like applications were found for a score sheet, by criterion.
  case twinsFound(application: String, [String: [TwinCheck.Twin]])
  case clock(AppState.ClockReading)
  case attachmentOpened(String, succeeded: Bool)
}

/// Applications read in full for a screen.
struct OpenedApplications: Sendable {
  /// The screen that asked.
  let purpose: AppEffect.Purpose
  let applications: [Application]
  /// The acting person's sheet of the first application, with what is needed to save it again.
  let sheet: Sheet?
  /// The first application with its fields, for a screen that corrects it.
  var verify: VerifyRecord?
  /// A visit to the first application; nil when none is planned.
  var visit: OpenedVisit?
  /// What the rules of the notice say of the first application, for a screen that shows it.
  var findings: [Finding] = []
  /// What helps to score the first application, for the score sheet.
  var aids = ScoreAids()
  /// What visits found, by application, for a comparison.
  var sites: [String: SiteRecord] = [:]
}

/// An application that waits for its reviewer's declaration of interests (回避声明), and what is to be opened after it.
struct DeclarationRequest: Equatable, Sendable {
  let application: String
  let company: String
  let project: String
  /// 合作运营商.
  let partners: [String]
  let hints: [ConflictHint]
  /// What is to be opened.
  let ids: [String]
  let purpose: AppEffect.Purpose
}

/// An application whose correction is durable.
struct CorrectedApplication: Sendable {
  let record: VerifyRecord
  /// Its row in the list, made anew.
  let row: Library.Row
  /// What the rules say of it now.
  let findings: [Finding]
  /// `HH:mm:ss`, local.
  let time: String
}

/// A score sheet as it was read from disk or last saved.
struct Sheet: Equatable, Sendable {
  var review: Review
  /// Digest of the file that ``review`` was read from or saved as; nil when there is no file yet.
  var digest: String?
  /// Why a supervisor sent it back, as long as nothing was saved since.
  var returned: SheetReturn?
  /// Criteria whose evidence changed since they were scored (依据已变).
  var changed: [String] = []
}

/// A durable save.
struct SavedReview: Sendable {
  let application: String
  let sheet: Sheet
  /// The edits that the save contains, as counted by the score screen.
  let generation: Int
  /// What the screen gave to be put on top of another version; nil for a plain save.
  var given: Review?
  /// `HH:mm:ss`, local.
  let time: String
}

/// A save that did not happen; memory and disk are as they were.
struct SaveFailure: Sendable {
  let application: String
  let phrase: Phrase
  /// Whether someone else changed the file since it was read.
  let conflict: Bool
}

/// Typed text found in a draft of a run that ended without saving it.
struct RecoverableText: Equatable, Sendable {
  /// Identifier of the draft for the store.
  let id: String
  let application: String
  /// Field: a criterion id or `opinion`.
  let field: String
  let text: String
  /// When it was last typed (ISO 8601).
  let at: String
  /// Text of the saved file at the same place, for comparison.
  let saved: String
}

/// Something to be done outside the state.
enum AppEffect: Equatable, Sendable {
  case open([String], Purpose)
  case save(application: String, review: Review, digest: String?, generation: Int)
  case submit(application: String, review: Review, digest: String?, generation: Int)
  /// Keep typed text that is not in a saved file yet.
  case draft(application: String, field: String, text: String, digest: String?)
  /// The typed text of a field has been saved or given up.
  case endDraft(application: String, field: String)
  /// A text of an earlier run has been restored or given up.
  case discardDraft(String, field: String)
  /// Let a score stand although its evidence changed.
  case confirmBasis(application: String, criterion: String, generation: Int)
  /// Put what the screen changed on top of the file as it is now, and save that.
  case rebase(application: String, review: Review, generation: Int)
  /// The screen took over the file as it is now.
  case adopt(application: String)
  /// Put a declaration of interests into the person's sheet, and open what waited for it.
  case declare(application: String, Declaration.Ground?, then: [String], Purpose)
  /// Correct or confirm fields of an application as received.
  case correct(application: String, [ApplicationStore.Edit])
  /// Keep what was taught about metric names.
  case teachNames([NameLesson])
  /// Keep or sign what was edited in a visit.
  case saveVisit(VisitSave)
  /// Measure a file and copy it to the application's attachments.
  case takeEvidence(application: String, visit: String, EvidenceRequest)
  /// Ask whom a visit to an application may have.
  case preparePlan(application: String)
  /// Make the file of a planned visit.
  case planVisit(application: String, InspectionPlan)
  /// Keep re-checks, or a supervisor's leave.
  case saveVisitPart(application: String, visit: String, [InspectionPartEdit])
  /// Ask for my visits, or those of an application.
  case listVisits(application: String?)
  /// Look whether another program wrote something of a visit.
  case refreshVisit(application: String, visit: String)
  case openFile(String)
  /// The dashboard opens or closes: while it is open its figures follow the files.
  case followOverview(Bool)
  /// Read the whole workspace again.
  case reload
  case redraw
  case suspend
  case setTheme(ThemeName)
  case quit

  /// Why applications are opened.
  enum Purpose: Equatable, Sendable {
    case read, compare, score, verify, inspect
    /// Show one of the application's visits.
    case visit(String)
    /// Show the score sheet with a recovered text.
    case recover(RecoverableText)
  }
}
