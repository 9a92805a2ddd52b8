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

  /// What became of the visit by `edit`; `old` is the edit that would bring back what stood there before.
  static func said(_ old: InspectionEdit, _ edit: InspectionEdit, again: Bool) -> Phrase {
    joined([change(old, edit)], again: again, more: false)
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

  private static func change(_ old: InspectionEdit, _ new: InspectionEdit) -> Phrase {
    let (what, from) = told(old)
    let (_, to) = told(new)
    guard let from, let to else { return what }
    return Phrase(zh: "\(what.zh) \(from.zh)→\(to.zh)", en: "\(what.en) \(from.en)→\(to.en)")
  }

  /// What an edit is about, and the value for edits of one word.
  private static func told(_ edit: InspectionEdit) -> (Phrase, Phrase?) {
    func plain(_ text: String) -> Phrase { Phrase(zh: text, en: text) }
    let none = plain("—")
    switch edit {
    case .answer(let id, let answer): return (plain(id), InspectWords.answer(answer))
    case .why(let id, _): return (InspectWords.field("why/\(id)"), nil)
    case .verify(let id, let value, let unit):
      return (plain(id), value.map { plain($0.text + (unit ?? "")) } ?? none)
    case .word(let id, let word): return (plain(id), word.map(InspectWords.word) ?? none)
    case .metricNote(let id, _): return (InspectWords.field("metricNote/\(id)"), nil)
    case .note: return (InspectWords.label(.note), nil)
    case .opinion: return (InspectWords.label(.opinion), nil)
    case .companyOpinion: return (InspectWords.label(.companyOpinion), nil)
    case .verdict(let verdict):
      return (InspectWords.label(.verdict), verdict.map(InspectWords.verdict) ?? InspectWords.asProposed)
    case .start(let time): return (InspectWords.label(.start), time.map { plain(Moment.text($0)) } ?? none)
    case .end(let time): return (InspectWords.label(.end), time.map { plain(Moment.text($0)) } ?? none)
    case .place(let place): return (InspectWords.label(.place), plain(place ?? "—"))
    default: return (plain(""), nil)
    }
  }
}
