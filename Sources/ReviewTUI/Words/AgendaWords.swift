import Core

/// Words of somebody's visits over all applications (我的核查).
enum AgendaWords {
  static func time(_ time: VisitAgenda.Time) -> Phrase {
    switch time {
    case .overdue: Phrase(zh: "逾期", en: "overdue")
    case .today: Phrase(zh: "今天", en: "today")
    case .later: Phrase(zh: "待办", en: "to come")
    }
  }

  static func duty(_ entry: VisitAgenda.Entry) -> Phrase {
    switch entry.duty {
    case .visit: InspectWords.state(entry.visit.state)
    case .sign: Phrase(zh: "待会签", en: "to sign")
    case .recheck: Phrase(zh: "待整改复核 \(entry.openFixes) 项", en: "\(entry.openFixes) to re-check")
    case .none: Phrase(zh: "已完成", en: "done")
    }
  }

  static let heads = [
    Phrase(zh: "时限", en: "When"), Phrase(zh: "时间", en: "Time"), Phrase(zh: "编号", en: "Application"),
    Phrase(zh: "核查", en: "Visit"), Phrase(zh: "身份", en: "As"), Phrase(zh: "事项", en: "To do"),
    Phrase(zh: "地点", en: "Place"),
  ]
  static let nothing = Phrase(zh: "没有待办的核查。", en: "No visit waits for you.")
  static let mine = Phrase(zh: "我的核查", en: "My visits")
  static let all = Phrase(zh: "全部核查", en: "All visits")
  static let noMore = Phrase(zh: "没有核查", en: "no visits")
  static let needsPerson = Phrase(zh: "没有指明身份，无法列出核查", en: "Nobody is named whose visits these would be")
}
