import Core

/// What `rank` and the dashboard say of totals, ranks and proposals.
enum RankWords {
  /// Hundredths with two decimals, as scores are published: 8050 is 80.50.
  static func score(_ hundredths: Int) -> String {
    let digits = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "-" : "") + "\(hundredths.magnitude / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// A figure for information, rounded to two decimals.
  static func decimal(_ value: Double) -> String { score(Int((value * 100).rounded())) }

  static func method(_ method: AggregationMethod) -> Phrase {
    switch method {
    case .trimmedFrom(let from):
      Phrase(
        zh: "有效评分表 \(from) 份及以上去掉一个最高分和一个最低分后平均，不足 \(from) 份直接平均",
        en: "from \(from) valid sheets on the mean without one highest and one lowest total, below that the plain mean")
    case .mean: Phrase(zh: "全部有效评分表直接平均", en: "the plain mean of all valid sheets")
    case .trimmed:
      Phrase(zh: "去掉一个最高分和一个最低分后平均", en: "the mean without one highest and one lowest total")
    }
  }

  static func reason(_ reason: Proposal.Reason) -> Phrase {
    switch reason {
    case .passes: Phrase(zh: "达到入选建议线", en: "reaches the pass line")
    case .tooFewSheets(let valid, let needed):
      Phrase(
        zh: "评审人数不足：有效评分表 \(valid) 份，至少 \(needed) 份",
        en: "too few reviewers: \(valid) valid sheets, at least \(needed) are needed")
    case .failedVisit(let visit):
      Phrase(zh: "现场核查 \(display(visit)) 不通过，不参加排名", en: "visit \(display(visit)) failed; not ranked")
    case .belowLine(let score, let line):
      Phrase(zh: "\(Self.score(score)) 低于 \(Self.score(line))", en: "\(Self.score(score)) is below \(Self.score(line))")
    case .belowFloor(let criteria, let mean, let needed):
      Phrase(
        zh: "\(criteria.map(display).joined(separator: "+")) 平均 \(score(mean))，至少 \(score(needed))",
        en: "\(criteria.map(display).joined(separator: "+")) has a mean of \(score(mean)), needs \(score(needed))")
    case .beyondQuota(let unit, let limit):
      Phrase(zh: "超出 \(display(unit)) 的 \(limit) 个名额", en: "beyond the \(limit) of \(display(unit))")
    case .beyondTop(let limit): Phrase(zh: "超出 \(limit) 个名额", en: "beyond the first \(limit)")
    case .tieAtCut(let limit):
      Phrase(
        zh: "与他人同名次，\(limit) 个名额不够，由督导写明理由决定",
        en: "level with others at the last of \(limit) places; a supervisor decides with a reason")
    }
  }

  /// Whether it is proposed; without a score nothing is said yet.
  static func proposed(_ proposal: Proposal) -> Phrase {
    if case .tooFewSheets = proposal.reason { return Phrase(zh: "未评完", en: "open") }
    return proposal.isProposed ? Phrase(zh: "拟入选", en: "yes") : Phrase(zh: "不入选", en: "no")
  }

  static let borderline = Phrase(zh: "需合议", en: "to be discussed")

  /// 7（5 至 11）.
  static func rank(_ row: Ranking.Row) -> Phrase {
    guard let rank = row.rank else { return Phrase(zh: "—", en: "—") }
    guard let interval = row.interval, interval.low != interval.high else {
      return Phrase(zh: "\(rank)", en: "\(rank)")
    }
    return Phrase(
      zh: "\(rank)（\(interval.low) 至 \(interval.high)）", en: "\(rank) (\(interval.low) to \(interval.high))")
  }

  static func variant(_ variant: RankVariant) -> Phrase {
    switch variant {
    case .without(let reviewer): Phrase(zh: "不计 \(display(reviewer))", en: "without \(display(reviewer))")
    case .weight(let criterion, let percent):
      Phrase(
        zh: "\(display(criterion)) 权重 \(percent > 0 ? "+" : "−")\(abs(percent))%",
        en: "weight of \(display(criterion)) \(percent > 0 ? "+" : "−")\(abs(percent)) %")
    }
  }

  static func exclusion(_ reason: ApplicationPanel.Exclusion) -> Phrase {
    switch reason {
    case .draft: Phrase(zh: "未提交", en: "not submitted")
    case .returned: Phrase(zh: "已退回", en: "sent back")
    case .recused: Phrase(zh: "已回避", en: "recused")
    case .notAssigned: Phrase(zh: "未指派或已改派", en: "not, or no longer, assigned")
    case .otherRubric(let id):
      Phrase(zh: "按另一评分标准 \(display(id)) 填写", en: "filled in against another rubric, \(display(id))")
    case .incomplete: Phrase(zh: "缺分项分数", en: "scores are missing")
    }
  }

  static func warning(_ warning: Ranking.Warning) -> Phrase {
    switch warning {
    case .mixedMethods(let trimmed, let plain):
      Phrase(
        zh:
          "注意：\(trimmed.count) 份去掉了最高最低分，\(plain.count) 份直接平均（\(list(plain))）。可在 program.json 的 aggregate.method 统一为 mean 或 trimmed。",
        en:
          "Note: \(trimmed.count) scores are trimmed and \(plain.count) are plain means (\(list(plain))). aggregate.method in program.json may fix mean or trimmed for all."
      )
    case .level(let ids):
      Phrase(
        zh: "注意：\(list(ids)) 逐组比较后仍同名次，由督导写明理由决定先后。",
        en: "Note: \(list(ids)) are level after every tie-break; a supervisor decides with a reason.")
    }
  }

  static func list(_ ids: [String]) -> String { ids.map(display).joined(separator: "、") }

  static func summary(_ ranking: Ranking) -> Phrase {
    let proposed = ranking.rows.count { $0.proposal.isProposed }
    let borderline = ranking.rows.count(where: \.isBorderline)
    return Phrase(
      zh: "入选建议线 \(score(ranking.passLine))：建议 \(proposed) 份，需合议 \(borderline) 份。程序只作建议，由会议决定。",
      en:
        "Pass line \(score(ranking.passLine)): \(proposed) proposed, \(borderline) to be discussed. The program only proposes; the meeting decides."
    )
  }

  static func stability(_ variants: Int) -> Phrase {
    Phrase(
      zh: "名次后括号内是 \(variants) 种变动（逐一不计一位评审人；各评分项权重 ±10%）下的最好与最差名次。",
      en:
        "In brackets the best and worst rank under \(variants) variants: each reviewer left out, each criterion's weight ±10 %."
    )
  }

  static func sensitivity(_ ranking: Ranking) -> Phrase {
    func zh(_ ids: [String]) -> String { ids.isEmpty ? "无" : list(ids) }
    func en(_ ids: [String]) -> String { ids.isEmpty ? "none" : list(ids) }
    return Phrase(
      zh: "差 1 分以内：加 1 分可入选 \(zh(ranking.gains))；减 1 分会落选 \(zh(ranking.loses))。",
      en:
        "Within one point: one more would bring in \(en(ranking.gains)); one less would put out \(en(ranking.loses)).")
  }

  static func severity(_ refusal: SeverityModel.Refusal) -> Phrase {
    switch refusal {
    case .tooFewApplications(let has, let needs):
      Phrase(
        zh: "不给出校正分：有两份以上有效评分表的申报只有 \(has) 份，至少 \(needs) 份。",
        en: "No adjusted scores: \(has) applications have two or more valid sheets, \(needs) are needed.")
    case .tooFewSheets(let freedom, let needs):
      Phrase(
        zh: "不给出校正分：评分表太少（自由度 \(freedom)，至少 \(needs)）。",
        en: "No adjusted scores: too few sheets (\(freedom) degrees of freedom, \(needs) are needed).")
    case .notConnected(let groups):
      Phrase(
        zh: "不给出校正分：评审人分成互不相交的 \(groups.count) 组（\(groups.map(list).joined(separator: " / "))），无法比较宽严。",
        en:
          "No adjusted scores: the reviewers fall into \(groups.count) groups that share no application (\(groups.map(list).joined(separator: " / ")))."
      )
    }
  }

  static let notAllowed = Phrase(
    zh: "汇总分和排名在公布前只有督导可以查看。请用 --as 写明督导的人员编号。",
    en: "Until results are published only supervisors see totals and ranks. Name a supervisor with --as.")
  static func incomplete(_ count: Int) -> Phrase {
    Phrase(
      zh: "不完整：有 \(count) 个文件读不出或对不上，不给出汇总分和排名。请先处理：",
      en:
        "Incomplete: \(count) files cannot be read or do not match, so there are no totals and ranks. Put these right first:"
    )
  }
  static func badPolicy(_ fault: ReviewPolicy.Fault) -> Phrase {
    let value = String(decoding: JSONWriter.compact(fault.found), as: UTF8.self)
    return Phrase(
      zh: "program.json 的政策 \(display(fault.key)) 的值 \(display(value)) 无法理解，不作汇总。",
      en: "The policy \(display(fault.key)) in program.json has the value \(display(value)), which is not understood.")
  }
}
