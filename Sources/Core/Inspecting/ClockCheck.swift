/// A clock that cannot be right: told and marked, never used for ordering, never a reason to stop somebody's work.
enum ClockCheck {
  /// Seconds that another person's record may be ahead: clocks of two laptops are never quite the same.
  static let tolerance = 600

  /// What is remarkable about the clock of a save; nil when nothing is.
  ///
  /// - Parameters:
  ///   - id: the revision being saved, `r3`.
  ///   - now: the time of the save (ISO 8601 with zone); one that is none is not remarkable here.
  ///   - before: when the record was last saved.
  ///   - journal: the time of the person's last line in the journal.
  ///   - others: when the others last saved their records of the visit, by the writer.
  ///   - known: what was marked already. A record of the future is told of once, not at every key.
  static func step(
    _ id: String, at now: String, before: String?, journal: String?, others: [(of: String, at: String?)],
    known: [Inspection.ClockStep]
  ) -> Inspection.ClockStep? {
    guard let time = PointInTime(now) else { return nil }
    if let before, let last = PointInTime(before), time < last {
      return Inspection.ClockStep(id: id, before: before, at: now)
    }
    if let journal, let last = PointInTime(journal), time < last {
      return Inspection.ClockStep(id: id, before: journal, at: now, of: "journal")
    }
    for other in others {
      guard let at = other.at, let last = PointInTime(at), last.seconds - time.seconds > tolerance,
        !known.contains(where: { $0.of?.hasSameBytes(as: other.of) == true && $0.before.hasSameBytes(as: at) })
      else { continue }
      return Inspection.ClockStep(id: id, before: at, at: now, of: other.of)
    }
    return nil
  }
}
