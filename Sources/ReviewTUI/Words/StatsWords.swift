import Core

/// What `stats` and the dashboard say of figures.
enum StatsWords {
  /// Three decimals.
  static func coefficient(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths.magnitude % 1000)
    return (thousandths < 0 ? "-" : "") + "\(thousandths.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  static func refusal(_ refusal: IntraclassCorrelation.Refusal) -> Phrase {
    switch refusal {
    case .tooFew(let applications, let reviewers, let needs):
      Phrase(
        zh: "不给出：最大的完整区组只有 \(applications) 份 × \(reviewers) 人，至少 \(needs) 份 × 2 人",
        en:
          "not given: the largest complete block has \(applications) applications × \(reviewers) reviewers, needs \(needs) × 2"
      )
    case .noVariance: Phrase(zh: "不给出：总分全部相同", en: "not given: all totals are the same")
    }
  }

  static func refusal(_ refusal: KrippendorffAlpha.Refusal) -> Phrase {
    switch refusal {
    case .tooFew(let applications, let needs):
      Phrase(
        zh: "不给出：有两份以上有效评分表的申报只有 \(applications) 份，至少 \(needs) 份",
        en: "not given: \(applications) applications have two or more valid sheets, \(needs) are needed")
    case .noVariance: Phrase(zh: "不给出：总分全部相同", en: "not given: all totals are the same")
    }
  }

  static func explanation(_ icc: IntraclassCorrelation) -> Phrase {
    let parts =
      "MSR \(coefficient(icc.betweenApplications)), MSC \(coefficient(icc.betweenReviewers)), MSE \(coefficient(icc.rest))"
    let (n, k) = (icc.applications.count, icc.reviewers.count)
    return Phrase(
      zh: "\(n) 份申报 × \(k) 位评审人都评过的区组，双向随机、绝对一致；\(parts)。单人：换一位评审人，分数有多可靠；平均：\(k) 人平均分有多可靠。1 为完全一致。",
      en:
        "A block of \(n) applications that the same \(k) reviewers scored, two-way random, absolute agreement; \(parts). Single: how reliable one reviewer is; average: the mean of \(k). 1 is perfect."
    )
  }

  static func explanation(_ alpha: KrippendorffAlpha) -> Phrase {
    let share = "\(coefficient(alpha.observed)) / \(coefficient(alpha.expected))"
    return Phrase(
      zh:
        "\(alpha.applications) 份申报、\(alpha.reviewers) 位评审人、\(alpha.sheets) 份评分表，允许缺评；1 − 同一申报内的差异 / 任意两表的差异 = 1 − \(share)。1 为完全一致，0 相当于随意打分。",
      en:
        "\(alpha.applications) applications, \(alpha.reviewers) reviewers, \(alpha.sheets) sheets, gaps allowed; 1 − difference within applications / between any two sheets = 1 − \(share). 1 is perfect, 0 is chance."
    )
  }

  static let hidden = Phrase(
    zh: "得分、离散、一致性和排名在公布前只有督导可以查看（--as）。",
    en: "Until results are published only supervisors see scores, spreads, agreement and ranks (--as).")

  static func projects(_ projects: Int, _ entries: Int) -> Phrase {
    Phrase(
      zh: "项目数 \(projects)，项次 \(entries)（一份申报选几个场景算几项次）",
      en: "\(projects) applications, \(entries) entries (an application counts once for each scenario)")
  }

  static func visits(_ visits: VisitFigures) -> Phrase {
    Phrase(
      zh:
        "已安排 \(visits.planned.count)，核查中 \(visits.inProgress.count)，已签字 \(visits.done.count)，逾期 \(visits.overdue.count)；待整改 \(visits.openFixes.count)，其中逾期 \(visits.lateFixes.count)",
      en:
        "\(visits.planned.count) planned, \(visits.inProgress.count) in progress, \(visits.done.count) signed, \(visits.overdue.count) overdue; \(visits.openFixes.count) to be put right, \(visits.lateFixes.count) of them late"
    )
  }

  static func objections(_ overview: Overview) -> Phrase {
    Phrase(
      zh: "异议 \(overview.objections.count)，未答复 \(overview.openObjections.count)",
      en: "\(overview.objections.count) objections, \(overview.openObjections.count) not answered")
  }

  static func few(_ figure: Figure) -> Phrase {
    Phrase(zh: "有效评分表不足的申报 \(figure.count) 份", en: "\(figure.count) applications with too few valid sheets")
  }

  static func outlier(_ outlier: Outlier) -> Phrase {
    let sign = outlier.difference < 0 ? "" : "+"
    let difference = sign + RankWords.decimal(outlier.difference)
    return Phrase(
      zh: outlier.needsNote ? "偏离 \(difference)，须书面说明" : "偏离 \(difference)",
      en: outlier.needsNote ? "\(difference) from the mean, a note is mandatory" : "\(difference) from the mean")
  }

  static func disagreement(_ row: Disagreement) -> Phrase {
    let range = CommandWords.tenths(row.spread.range)
    let deviation = row.spread.deviation.map(RankWords.decimal) ?? "—"
    return Phrase(
      zh: "\(row.application)  \(row.spread.count) 份，极差 \(range)，标准差 \(deviation)",
      en: "\(row.application)  \(row.spread.count) sheets, range \(range), standard deviation \(deviation)")
  }
}
