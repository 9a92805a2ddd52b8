import Core

/// Words about what was taken back.
enum UndoWords {
  static let otherFile = Phrase(
    zh: "没有可撤销的修改：文件已在别处改过，以前的步骤不再适用",
    en: "Nothing to undo: the file was changed elsewhere since, and the earlier steps no longer apply")

  static func both(_ first: Phrase, _ second: Phrase) -> Phrase {
    Phrase(zh: "\(first.zh) · \(second.zh)", en: "\(first.en) · \(second.en)")
  }

  /// What became of the sheet `before` by `edits`.
  static func said(_ before: Review, _ edits: [ReviewEdit], again: Bool) -> Phrase {
    let parts = edits.prefix(2).map { change(before, $0) }
    return joined(parts, again: again, more: edits.count > 2)
  }

  private static func joined(_ parts: [Phrase], again: Bool, more: Bool) -> Phrase {
    Phrase(
      zh: (again ? "已重做：" : "已撤销：") + parts.map(\.zh).joined(separator: "；") + (more ? "……" : ""),
      en: (again ? "Made again: " : "Taken back: ") + parts.map(\.en).joined(separator: "; ") + (more ? "…" : ""))
  }

  private static func change(_ before: Review, _ edit: ReviewEdit) -> Phrase {
    switch edit {
    case .score(let id, let tenths):
      let old = before.entries.first { $0.criterion == id }?.score
      return Phrase(zh: "\(id) \(figure(old))→\(figure(tenths))", en: "\(id) \(figure(old))→\(figure(tenths))")
    case .comment(let id, _): return .commentOn(id)
    case .opinion: return .opinion
    case .recommendation(let advice):
      func name(_ advice: Review.Recommendation?) -> Phrase {
        advice.map(Phrase.recommendationName) ?? Phrase(zh: "—", en: "—")
      }
      let (old, new) = (name(before.recommendation), name(advice))
      return Phrase(
        zh: "\(Phrase.recommendation.zh) \(old.zh)→\(new.zh)", en: "\(Phrase.recommendation.en) \(old.en)→\(new.en)")
    default: return Phrase(zh: "", en: "")
    }
  }

  private static func figure(_ tenths: Int?) -> String { tenths.map(Figures.tenths) ?? "—" }
}
