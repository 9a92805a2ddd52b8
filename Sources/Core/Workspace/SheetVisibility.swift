/// Who may see whose score sheet: one rule for every screen, query, command and export.
///
/// A reviewer sees the sheets of others only when their own sheet of the same application is submitted and was not sent
/// back. Supervisors see all. Inspectors, and whoever gives no name, see none.
public enum SheetVisibility {
  /// Whether `viewer` may see the sheet of `reviewer`.
  ///
  /// - Parameter own: the viewer's own sheet of the same application; nil when there is none.
  public static func allows(_ viewer: Person?, toSeeSheetOf reviewer: String, own: Review?) -> Bool {
    guard let viewer else { return false }
    if viewer.roles.contains(.supervisor) { return true }
    guard viewer.roles.contains(.reviewer) else { return false }
    if reviewer.hasSameBytes(as: viewer.id) { return true }
    return own.map { $0.reviewer.hasSameBytes(as: viewer.id) && $0.state == .submitted } ?? false
  }

  /// Those of the sheets of one application that `viewer` may see.
  public static func visible(_ sheets: [Review], to viewer: Person?) -> [Review] {
    let own = viewer.flatMap { viewer in sheets.first { $0.reviewer.hasSameBytes(as: viewer.id) } }
    return sheets.filter { allows(viewer, toSeeSheetOf: $0.reviewer, own: own) }
  }
}
