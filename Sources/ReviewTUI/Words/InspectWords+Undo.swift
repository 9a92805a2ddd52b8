import Core

/// What an undo brought back.
extension InspectWords {
  /// Told after `edit`, which put an earlier value back.
  static func undone(_ edit: InspectionEdit) -> Phrase {
    let (what, value) = told(edit)
    guard let value else { return Phrase(zh: "已撤销：\(what.zh)", en: "Undone: \(what.en)") }
    return Phrase(zh: "已撤销：\(what.zh)，恢复为“\(value.zh)”", en: "Undone: \(what.en) is “\(value.en)” again")
  }

  private static func told(_ edit: InspectionEdit) -> (Phrase, Phrase?) {
    func shown(_ text: String?) -> Phrase {
      let line = (text ?? "").replacing("\n", with: " ")
      let short = line.count > 16 ? line.prefix(16) + "…" : Substring(line)
      return short.isEmpty ? empty : Phrase(zh: display(String(short)), en: display(String(short)))
    }
    func of(_ id: String, _ phrase: Phrase) -> Phrase { Phrase(zh: "\(id) \(phrase.zh)", en: "\(phrase.en) of \(id)") }
    switch edit {
    case .answer(let id, let answer): return (of(id, answerLabel), self.answer(answer))
    case .why(let id, let text): return (of(id, whyLabel), shown(text))
    case .verify(let id, let value, _): return (of(id, verifiedLabel), shown(value?.text))
    case .word(let id, let word): return (of(id, verifiedLabel), word.map { self.word($0) } ?? empty)
    case .method(let id, _): return (of(id, VisitFormWords.label("method")), nil)
    case .metricNote(let id, let text): return (of(id, whyLabel), shown(text))
    case .metricEvidence(let id, let ids):
      return (of(id, VisitFormWords.label("evidence")), shown(ids.joined(separator: " ")))
    case .evidence(let evidence), .describe(let evidence):
      return (Phrase(zh: "证据 \(evidence.id)", en: "evidence \(evidence.id)"), nil)
    case .settle(let id, _): return (of(id, settle), nil)
    case .problem(let id, let text): return (of(id, problemLabel), shown(text))
    case .fix(let id, let text, _): return (of(id, fixLabel), shown(text))
    case .due(let id, let day): return (of(id, dueLabel), shown(day))
    case .host, .hosts: return (label(.host), nil)
    case .start(let time): return (label(.start), shown(time.map(Moment.text)))
    case .end(let time): return (label(.end), shown(time.map(Moment.text)))
    case .place(let text): return (label(.place), shown(text))
    case .gps(let text): return (label(.gps), shown(text))
    case .taskLetter(let text): return (label(.taskLetter), shown(text))
    case .conflict: return (label(.conflict), nil)
    case .note(let text): return (label(.note), shown(text))
    case .opinion(let text): return (label(.opinion), shown(text))
    case .companyOpinion(let text): return (label(.companyOpinion), shown(text))
    case .signer(let signer): return (label(.signer), shown(signer?.name))
    case .refusal(let refusal): return (label(.refusal), shown(refusal?.reason))
    case .verdict(let verdict): return (label(.verdict), verdict.map { self.verdict($0) } ?? asProposed)
    case .lateReason(let text): return (label(.late), shown(text))
    }
  }

  private static let empty = Phrase(zh: "空", en: "nothing")
}
