/// The sheets of one application side by side, as one person may see them (并列评分表).
public struct SheetPanel: Equatable, Sendable {
  /// One reviewer's column.
  public struct Column: Equatable, Sendable {
    /// Person id; nil where the viewer must not know who it is.
    public let reviewer: String?
    /// Stands for the reviewer then: `A`, `B`…
    public let letter: String?
    /// Where the sheet is.
    public let state: Review.State
    /// What it says; nil for another's sheet that is not submitted, which only supervisors read.
    public let review: Review?
    /// Why it was sent back, as long as it is.
    public let returned: SheetReturn?
    /// The sheet with its file, for a supervisor who sends it back.
    public let sheet: ReviewStore.Sheet?
  }

  /// The application.
  public let application: String
  /// The columns: one's own first, then by letter, or by name for a supervisor.
  public let columns: [Column]
  /// Sheets that cannot be read.
  public let problems: [FileProblem]

  /// Why nothing is shown.
  public enum Denial: Error, Equatable, Sendable {
    /// One's own sheet is not submitted yet.
    case ownFirst
    /// Only reviewers and supervisors see sheets.
    case notForYou
  }

  /// What `viewer` may see of the sheets of `application`.
  public init(_ application: RecordID, in store: ReviewStore, viewer: Person?) throws(Denial) {
    guard let viewer, viewer.roles.contains(.reviewer) || viewer.roles.contains(.supervisor) else {
      throw .notForYou
    }
    let found = store.all(of: application)
    let isSupervisor = viewer.roles.contains(.supervisor)
    let own = found.sheets.first { $0.review.reviewer.hasSameBytes(as: viewer.id) }?.review
    guard isSupervisor || own?.state == .submitted else { throw .ownFirst }
    let names = PanelNames(application.text, reviewers: found.reviews.map(\.reviewer), viewer: viewer)
    let columns = found.sheets.compactMap { sheet -> Column? in
      let reviewer = sheet.review.reviewer
      guard SheetVisibility.allows(viewer, toSeeSheetOf: reviewer, own: own) else { return nil }
      let letter = names.letter(of: reviewer)
      let isRead = letter == nil || sheet.review.state == .submitted
      return Column(
        reviewer: letter == nil ? reviewer : nil, letter: letter, state: sheet.review.state,
        review: isRead ? sheet.review : nil, returned: letter == nil ? sheet.returned : nil,
        sheet: isSupervisor ? sheet : nil)
    }
    self.application = application.text
    self.columns = columns.sorted { left, right in
      (left.letter ?? "", left.reviewer ?? "") < (right.letter ?? "", right.reviewer ?? "")
    }
    problems = found.problems
  }
}
