import Core

extension ScoreCommand {
  /// `--set C12=suggested` takes the suggestion.
  static let suggestedWord = "suggested"

  /// The criteria whose suggestion is asked for.
  var suggested: [String] {
    self.set.compactMap { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1] == Self.suggestedWord ? String(parts[0]) : nil
    }
  }

  /// The scores that are suggested for what was asked; without an application that can be read there are none.
  func takeSuggestions(
    _ suggestions: [ScoreSuggestion], _ isUnread: Bool
  ) throws(CommandFailure) -> [ReviewEdit] {
    var edits: [ReviewEdit] = []
    for id in suggested {
      guard !isUnread, let found = suggestions.first(where: { $0.criterion == id }) else {
        throw CommandFailure(.usage, AidWords.noSuggestion(id))
      }
      edits.append(.score(criterion: id, tenths: found.tenths))
    }
    return edits
  }

  /// Prints what was asked for without a change.
  func show(_ aids: ScoreReport, _ context: CommandContext) {
    switch context.format {
    case .text: aids.print(context)
    case .json: context.console.out(JSONOutput.bytes(.object(JSONObject(aids.members(context.language)))))
    }
  }
}
