import Core

/// What `score` prints beside the sheet: suggestions, and on request the like applications.
struct ScoreReport {
  let suggestions: [ScoreSuggestion]
  /// The twins by criterion; nil when nobody asked for them.
  let twins: [String: [TwinCheck.Twin]]?
  let review: Review
  let rubric: Rubric

  func print(_ context: CommandContext) {
    for suggestion in suggestions {
      let line = AidWords.suggestion(suggestion)
      context.print(Phrase(zh: "\(suggestion.criterion) \(line.zh)", en: "\(suggestion.criterion) \(line.en)"))
    }
    guard let twins else { return }
    for (criterion, twin, isApart) in pairs(twins) {
      let line = AidWords.twin(twin, of: criterion.id, isApart: isApart)
      context.print(Phrase(zh: "\(AidWords.near.zh)：\(line.zh)", en: "\(AidWords.near.en): \(line.en)"))
    }
    if twins.isEmpty { context.print(AidWords.noTwins) }
  }

  func members(_ language: Language) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("suggestions", .array(suggestions.map { SiteJSON.suggestion($0, language) }))
    ]
    if let twins {
      let list = pairs(twins).map { criterion, twin, isApart -> JSONValue in
        guard case .object(var object) = SiteJSON.twin(twin, isApart: isApart) else { return .null }
        object.members.insert(JSONObject.Member(key: "criterion", value: .string(criterion.id)), at: 0)
        return .object(object)
      }
      members.append(("twins", .array(list)))
    }
    return members
  }

  private func pairs(_ twins: [String: [TwinCheck.Twin]]) -> [(Criterion, TwinCheck.Twin, Bool)] {
    rubric.criteria.flatMap { criterion in
      (twins[criterion.id] ?? []).map { twin in
        let own = review.entries.first { $0.criterion == criterion.id }?.score
        let isApart = own.map { TwinCheck.isApart($0, twin.tenths, criterion, rubric) } ?? false
        return (criterion, twin, isApart)
      }
    }
  }
}
