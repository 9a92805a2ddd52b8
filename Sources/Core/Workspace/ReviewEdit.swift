/// One change to a score sheet (专家评分表).
public enum ReviewEdit: Equatable, Sendable {
  /// A score in tenths; nil takes it back to 未评.
  case score(criterion: String, tenths: Int?)
  /// The comment (评语) on a criterion.
  case comment(criterion: String, String)
  /// The score stands on what it is judged from now (依据已变后确认).
  case confirm(criterion: String)
  /// The overall opinion (评审意见).
  case opinion(String)
  /// What the reviewer declares about conflicts of interest (回避声明).
  case declaration(Declaration)
  /// 推荐 / 保留推荐 / 不推荐.
  case recommendation(Review.Recommendation?)

  /// Why a change cannot be made.
  public enum Invalid: Error, Equatable, Sendable {
    /// The rubric has no such criterion; it has these.
    case unknownCriterion(String, known: [String])
    /// The score is not between 0 and the maximum in steps of the rubric; all in tenths.
    case score(criterion: String, tenths: Int, maximum: Int, step: Int)
    /// The sheet cannot be submitted while this is missing.
    case incomplete([Review.Gap])
    /// The sheet was begun with another version of the rubric.
    case otherRubric(found: String, expected: String)
    /// The rubric in use is not that of `file`: a sheet that was submitted, or `program.json` as it is now.
    case frozenRubric(file: String, rubric: String)
    /// The sheet was saved as often as a number can count.
    case tooManyRevisions
    /// The reviewer stays away from the application (主动回避) and scores nothing of it.
    case recused
    /// The text to be written would not read back as the same sheet.
    case doesNotReadBack
  }

  func apply(to review: inout Review, rubric: Rubric) throws(Invalid) {
    if review.declaration?.isRecusal == true {
      guard case .declaration = self else { throw .recused }
    }
    switch self {
    case .declaration(let declaration): review.declaration = declaration
    case .score(let id, let tenths):
      let (criterion, index) = try Self.find(id, in: review, rubric)
      if let tenths, tenths < 0 || tenths > criterion.maximum || tenths % rubric.step != 0 {
        throw .score(criterion: id, tenths: tenths, maximum: criterion.maximum, step: rubric.step)
      }
      review.entries[index].score = tenths
    case .confirm(let id): _ = try Self.find(id, in: review, rubric)
    case .comment(let id, let text):
      let (_, index) = try Self.find(id, in: review, rubric)
      review.entries[index].comment = text
    case .opinion(let text): review.opinion = text
    case .recommendation(let advice): review.recommendation = advice
    }
  }

  private static func find(_ id: String, in review: Review, _ rubric: Rubric) throws(Invalid) -> (Criterion, Int) {
    guard let criterion = rubric.criterion(id),
      let index = review.entries.firstIndex(where: { $0.criterion.hasSameBytes(as: id) })
    else { throw .unknownCriterion(id, known: rubric.criteria.map(\.id)) }
    return (criterion, index)
  }
}
