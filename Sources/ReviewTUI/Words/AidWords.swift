import Core

/// What helps a reviewer to score: findings of visits, suggested scores, like applications.
enum AidWords {
  // MARK: - Suggested scores

  static func suggestion(_ suggestion: ScoreSuggestion) -> Phrase {
    let value = Figures.tenths(suggestion.tenths)
    guard !suggestion.findings.isEmpty else {
      return Phrase(zh: "建议 \(value)：没有需补正的问题", en: "Suggested \(value): nothing to be put right")
    }
    let rules = suggestion.rules.map { $0.count > 1 ? "\(display($0.rule))×\($0.count)" : display($0.rule) }
    let what = FindingWords.severity(suggestion.severity)
    let count = suggestion.findings.count
    return Phrase(
      zh: "建议 \(value)：\(count) 项\(what.zh) \(rules.joined(separator: "、"))",
      en: "Suggested \(value): \(count) \(what.en), \(rules.joined(separator: ", "))")
  }
  static func suggestedShort(_ suggestion: ScoreSuggestion) -> Phrase {
    let value = Figures.tenths(suggestion.tenths)
    return Phrase(zh: "建议\(value)", en: "sugg \(value)")
  }
  static let takeHelp = Phrase(
    zh: "按 空格 或 Ins 采用建议分，Enter 看是哪几项；不按就不会写入。",
    en: "Space or Ins takes the suggestion, Enter lists what it counts; nothing is written by itself.")
  static func noSuggestion(_ criterion: String) -> Phrase {
    Phrase(zh: "\(display(criterion)) 没有建议分", en: "There is no suggestion for \(display(criterion))")
  }
  static func suggestionNote(_ rule: SuggestionRule) -> Phrase {
    let (start, cost) = (Figures.tenths(rule.start), Figures.tenths(rule.deduction))
    let (floor, what) = (Figures.tenths(rule.floor), FindingWords.severity(rule.severity))
    let origin =
      rule.origin == "notice" ? Phrase(zh: "通知原文", en: "notice") : Phrase(zh: "本局设定", en: "set by the bureau")
    return Phrase(
      zh: "从 \(start) 起，每项\(what.zh)减 \(cost)，最低 \(floor)（\(origin.zh)）。" + (rule.note.map(display) ?? ""),
      en: "From \(start), less \(cost) for each finding \(what.en), at least \(floor) (\(origin.en)). "
        + (rule.note.map(display) ?? ""))
  }
  static let findingsTitle = Phrase(zh: "建议分所依据的审查发现", en: "Findings behind the suggestion")
  static let noFindings = Phrase(zh: "没有计入建议分的审查发现", en: "No finding counts for a suggestion")

  // MARK: - Visits

  /// One line beside the claim.
  static func finding(_ finding: SiteFinding, claim: Metric) -> Phrase {
    let day = finding.day.map { "（\(display($0))）" } ?? ""
    let head = (zh: "核查 \(display(finding.visit))\(day)：", en: "Visit \(display(finding.visit))\(english(day)): ")
    switch finding.state {
    case .pending(let state):
      let now = pending(state)
      return Phrase(zh: head.zh + now.zh + "，签字后显示核实结果", en: head.en + now.en + ", shown once it is signed")
    case .brokenSeal:
      return Phrase(
        zh: head.zh + "记录签字封存后被改动，核实结果不采用", en: head.en + "changed after it was sealed, its results do not count")
    case .signed: break
    }
    guard let result = finding.result else { return Phrase(zh: head.zh + "这一项未核实", en: head.en + "not verified") }
    if result.word == .unverifiable {
      let band = InspectWords.band(.unverifiable)
      return Phrase(zh: head.zh + band.zh, en: head.en + band.en)
    }
    var zh = head.zh + "核实 \(value(result).zh)"
    var en = head.en + "verified \(value(result).en)"
    if let deviation = result.deviation {
      zh += "，偏差 \(InspectWords.deviation(deviation))"
      en += ", deviation \(InspectWords.deviation(deviation))"
    }
    zh += "，\(InspectWords.band(result.band).zh)"
    en += ", \(InspectWords.band(result.band).en)"
    if let declared = result.declared, claim.value.map({ !$0.isSameNumber(as: declared) }) ?? true {
      zh += "（核查时申报 \(declared.text)）"
      en += " (declared then: \(declared.text))"
    }
    return Phrase(zh: zh, en: en)
  }

  /// As short as a cell wants it: 核实 56.2%（-4.2% 基本一致）.
  static func short(_ finding: SiteFinding) -> Phrase {
    switch finding.state {
    case .pending(let state): return pending(state)
    case .brokenSeal: return Phrase(zh: "核查封存被改动", en: "visit: broken seal")
    case .signed: break
    }
    guard let result = finding.result else { return Phrase(zh: "未核实", en: "not verified") }
    let deviation = result.deviation.map { InspectWords.deviation($0) + " " } ?? ""
    let band = InspectWords.band(result.band)
    if result.word == .unverifiable { return band }
    return Phrase(
      zh: "核实 \(value(result).zh)（\(deviation)\(band.zh)）", en: "verified \(value(result).en) (\(deviation)\(band.en))")
  }

  static func pending(_ state: Inspection.State) -> Phrase {
    let now = InspectWords.state(.draft)
    guard state == .planned else { return now }
    let planned = InspectWords.state(.planned)
    return Phrase(zh: "\(now.zh)（\(planned.zh)）", en: "\(now.en) (\(planned.en))")
  }

  static func evidence(_ files: [Inspection.Evidence]) -> Phrase {
    let names = files.map { "\(display($0.id)) \(display($0.file))" }
    if names.isEmpty { return Phrase(zh: "证据：没有登记在这一项上的文件", en: "Evidence: no file is attached to it") }
    return Phrase(zh: "证据：" + names.joined(separator: "；"), en: "Evidence: " + names.joined(separator: "; "))
  }

  private static func value(_ result: SiteFinding.Result) -> Phrase {
    if let word = result.word { return InspectWords.word(word) }
    let text = figure(result.verified.map(\.text) ?? "—", result.unit)
    return Phrase(zh: text, en: text)
  }

  /// A figure with its unit; a percent sign stands at the figure.
  static func figure(_ text: String, _ unit: String?) -> String {
    guard let unit, !unit.isEmpty else { return text }
    return unit == "%" ? text + unit : "\(text) \(display(unit))"
  }

  private static func english(_ text: String) -> String {
    text.isEmpty ? "" : " (" + text.dropFirst().dropLast() + ")"
  }

  // MARK: - Trails

  static let trailTitle = Phrase(zh: "指标轨迹", en: "Trail of the metrics")
  static let claim = Phrase(zh: "申报", en: "Claim")
  static let words = Phrase(zh: "原文", en: "Words")
  static let scores = Phrase(zh: "评分", en: "Scores")
  static let noVisit = Phrase(zh: "没有现场核查", en: "no visit")
  static let site = Phrase(zh: "核查", en: "Visit")
  static let noCriterion = Phrase(zh: "没有评分项直接依据这一项", en: "no criterion is judged from it")

  /// `C07 7.0（依据已变）`, the own score without a name.
  static func score(_ given: MetricTrail.Given, of criterion: String, isOwn: Bool) -> Phrase {
    let value = given.tenths.map { Figures.tenths($0) }
    let who = isOwn ? "" : display(given.reviewer) + " "
    return Phrase(
      zh: "\(who)\(display(criterion)) \(value ?? "未评")" + (given.isChanged ? "（依据已变）" : ""),
      en: "\(who)\(display(criterion)) \(value ?? "not scored")" + (given.isChanged ? " (evidence changed)" : ""))
  }

  // MARK: - Twins

  static let twinsTitle = Phrase(zh: "相近申报与您的评分", en: "Like applications and your scores")
  static let near = Phrase(zh: "相近", en: "Near")
  static func twin(_ twin: TwinCheck.Twin, of criterion: String, isApart: Bool) -> Phrase {
    let there = figure(twin.there.text, twin.unit)
    let here = figure(twin.here.text, twin.unit)
    let score = Figures.tenths(twin.tenths)
    let name = "\(display(twin.application)) \(display(twin.company))"
    let metric = display(twin.metric)
    return Phrase(
      zh: "\(name) \(metric) \(there)（此处 \(here)） 您给 \(display(criterion)) \(score)" + (isApart ? " ▲相差较大" : ""),
      en: "\(name) \(metric) \(there) (here \(here)), you gave \(display(criterion)) \(score)"
        + (isApart ? " ▲ far apart" : ""))
  }
  static let searching = Phrase(zh: "正在查找……", en: "Looking…")
  static let noTwins = Phrase(
    zh: "您评过的申报里没有指标相近的（同名、同单位、相差不超过四分之一）", en: "None that you scored is near in a metric (within a quarter)")
  static let notFromMetrics = Phrase(zh: "这一项不是依据指标评的", en: "This criterion is not judged from metrics")
}
