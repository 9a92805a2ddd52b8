import Core

/// One total explained step by step, as lines.
struct RankExplanation {
  private(set) var lines: [Phrase] = []

  init(_ row: Ranking.Row, _ ranking: Ranking, roster: Roster, policy: ReviewPolicy) {
    func name(_ id: String) -> String { roster[id].map { "\(display($0.name)) \(display(id))" } ?? display(id) }
    let aggregation = row.aggregation
    add("有效评分表 \(aggregation.lines.count) 份：", "\(aggregation.lines.count) valid sheets:")
    for line in aggregation.lines {
      let fate = Self.fate(line.fate)
      let total = CommandWords.tenths(line.total)
      add("  \(name(line.reviewer))  \(total)  \(fate.zh)", "  \(name(line.reviewer))  \(total)  \(fate.en)")
    }
    for excluded in aggregation.excluded {
      let reason = RankWords.exclusion(excluded.reason)
      add(
        "  \(name(excluded.reviewer))  不计入：\(reason.zh)", "  \(name(excluded.reviewer))  does not count: \(reason.en)")
    }
    steps(aggregation, ranking.method)
    means(aggregation)
    place(row, ranking, policy)
  }

  private mutating func add(_ zh: String, _ en: String) { lines.append(Phrase(zh: zh, en: en)) }

  private static func fate(_ fate: Aggregation.Fate) -> Phrase {
    switch fate {
    case .counted: Phrase(zh: "计入", en: "counted")
    case .highest: Phrase(zh: "去掉（最高分，同分只去一个）", en: "dropped (highest; of equals only one)")
    case .lowest: Phrase(zh: "去掉（最低分，同分只去一个）", en: "dropped (lowest; of equals only one)")
    }
  }

  private mutating func steps(_ aggregation: Aggregation, _ method: AggregationMethod) {
    let rule = RankWords.method(method)
    add("方法：\(rule.zh)", "Method: \(rule.en)")
    switch aggregation.result {
    case .failure(let shortage):
      let reason = RankWords.reason(.tooFewSheets(valid: shortage.valid, needed: shortage.needed))
      add("没有得分：\(reason.zh)", "No score: \(reason.en)")
    case .success(let steps):
      let terms = aggregation.lines.filter { $0.fate == .counted }.map { CommandWords.tenths($0.total) }
      let sum = CommandWords.tenths(steps.sum)
      add("求和：\(terms.joined(separator: " + ")) = \(sum)", "Sum: \(terms.joined(separator: " + ")) = \(sum)")
      let score = RankWords.score(steps.hundredths)
      add(
        "平均：\(sum) ÷ \(steps.count) = \(score)\(steps.isRounded ? "（四舍五入到两位小数）" : "（除尽）")",
        "Mean: \(sum) ÷ \(steps.count) = \(score)\(steps.isRounded ? " (rounded half up to two decimals)" : " (exact)")"
      )
    }
  }

  private mutating func means(_ aggregation: Aggregation) {
    let means = aggregation.criteria.compactMap { mean in
      mean.hundredths.map { "\(display(mean.criterion)) \(RankWords.score($0))" }
    }
    if means.isEmpty { return }
    add(
      "分项平均（全部有效评分表，供参考）：\(means.joined(separator: "，"))",
      "Means of the criteria (all valid sheets, for information): \(means.joined(separator: ", "))")
  }

  private mutating func place(_ row: Ranking.Row, _ ranking: Ranking, _ policy: ReviewPolicy) {
    let rank = RankWords.rank(row)
    add("名次：\(rank.zh)", "Rank: \(rank.en)")
    if !row.sameScore.isEmpty {
      let ids = RankWords.list(row.sameScore)
      let group = row.partedBy.map { policy.ties[$0].map(display).joined(separator: "+") }
      add(
        "同分：\(ids)，\(group.map { "按 \($0) 的平均分先后" } ?? "逐组比较后仍相同")",
        "Same score: \(ids); \(group.map { "parted by the mean of \($0)" } ?? "still level after every tie-break")")
    }
    if let interval = row.interval {
      if let by = interval.lowBy.map(RankWords.variant) {
        add("  最好第 \(interval.low)：\(by.zh)", "  at best \(interval.low): \(by.en)")
      }
      if let by = interval.highBy.map(RankWords.variant) {
        add("  最差第 \(interval.high)：\(by.zh)", "  at worst \(interval.high): \(by.en)")
      }
    }
    switch ranking.severity {
    case .failure(let refusal): lines.append(RankWords.severity(refusal))
    case .success(let model):
      guard let adjusted = row.adjusted else { break }
      let text = RankWords.decimal(adjusted)
      add(
        "校正分（扣除评审人宽严，供参考，不参与排名）：\(text)；依据 \(model.sheets) 份评分表",
        "Adjusted for severity (for information, never ranked by): \(text), from \(model.sheets) sheets")
    }
    let (proposed, reason) = (RankWords.proposed(row.proposal), RankWords.reason(row.proposal.reason))
    add("建议：\(proposed.zh)（\(reason.zh)）", "Proposed: \(proposed.en) (\(reason.en))")
    if row.isBorderline { lines.append(RankWords.borderline) }
  }
}
