/// Two inspectors of one visit who answered an item differently.
///
/// It is settled when both say the same, or when the lead (组长) decides: the lead's item then names whose answer was
/// weighed (`hecha-02=no`) and says why. A member who answers anew opens it again.
public struct AnswerDifference: Equatable, Sendable {
  /// The item.
  public let item: String
  /// The member.
  public let person: String
  /// What the member answered.
  public let answer: Inspection.Answer
  /// What the member wrote.
  public let note: String
  /// Whether the lead decided about this very answer, with a word why.
  public let isSettled: Bool
  /// How a decision names it.
  public var mark: String { Self.mark(person, answer) }

  static func mark(_ person: String, _ answer: Inspection.Answer) -> String { person + "=" + answer.rawValue }
}

extension Inspection {
  /// Where members answered otherwise than the lead, in the order of the checklist.
  public func differences(_ parts: [InspectionPart]) -> [AnswerDifference] {
    items.flatMap { item in
      parts.compactMap { part -> AnswerDifference? in
        guard inspector(part.person) != nil,
          let other = part.items.first(where: { $0.id.hasSameBytes(as: item.id) }), other.answer != .open,
          other.answer != item.answer
        else { return nil }
        let mark = AnswerDifference.mark(part.person, other.answer)
        let isDecided = item.settled.contains { $0.hasSameBytes(as: mark) } && item.answer != .open
        return AnswerDifference(
          item: item.id, person: part.person, answer: other.answer, note: other.note,
          isSettled: isDecided && !item.note.allSatisfy(\.isWhitespace))
      }
    }
  }
}
