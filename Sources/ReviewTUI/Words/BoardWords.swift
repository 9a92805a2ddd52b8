import Core

/// What the dashboard (看板) says.
enum BoardWords {
  static func colon(_ language: Language) -> String { language == .zh ? "：" : ": " }

  /// How many, and of how many applications where that differs.
  static func count(_ figure: Figure) -> Phrase {
    let distinct = figure.applications.count
    return distinct == figure.count
      ? Phrase(zh: "\(figure.count) 份申报，Enter 打开", en: "\(figure.count) applications, Enter opens them")
      : Phrase(
        zh: "\(figure.count) 项，涉及 \(distinct) 份申报，Enter 打开",
        en: "\(figure.count) in \(distinct) applications, Enter opens them")
  }

  static let loading = Phrase(zh: "正在计算……", en: "Computing…")
  static let news = Phrase(zh: "上次查看以来", en: "Since you last looked")
  static let firstLook = Phrase(zh: "第一次查看", en: "This is the first look")
  static func lastLook(_ at: String) -> Phrase {
    Phrase(zh: "上次查看 \(Moment.text(at))", en: "Last look \(Moment.text(at))")
  }
  static let noNews = Phrase(zh: "没有变化", en: "Nothing changed")
  static let funnel = Phrase(zh: "阶段", en: "Stages")
  static let counties = Phrase(zh: "县市区 × 场景（已评/已指派）", en: "Counties by scenarios (scored/assigned)")
  static let countiesNote = Phrase(
    zh: "一份申报选几个场景，就在几列中各算一次；合计列和合计行的项目数每份只算一次。",
    en: "An application counts in each column whose scenario it chose, and once in the totals.")
  static let projects = Phrase(zh: "项目", en: "Appl.")
  static let total = Phrase(zh: "合计", en: "Total")
  static let reviewers = Phrase(zh: "评审人", en: "Reviewers")
  static let histogram = Phrase(zh: "得分分布", en: "Scores")
  static let agreement = Phrase(zh: "评审一致性", en: "Agreement")
  static let outliers = Phrase(zh: "偏离与分歧", en: "Outliers and disagreements")
  static let visits = Phrase(zh: "现场核查", en: "Visits")
  static let findings = Phrase(zh: "审查发现", en: "Findings")
  static let ranking = Phrase(zh: "排名（建议）", en: "Ranking (proposed)")
  static let other = Phrase(zh: "回避、异议、数据", en: "Conflicts, objections, data")
  static let dates = Phrase(zh: "日期", en: "Dates")
  static let problems = Phrase(zh: "文件问题", en: "File problems")
  static let recusals = Phrase(zh: "回避", en: "Recusals")
  static let openObjections = Phrase(zh: "未答复的异议", en: "Open objections")
  static let objections = Phrase(zh: "异议", en: "Objections")
  static let few = Phrase(zh: "有效评分表不足", en: "Too few sheets")
  static let entries = Phrase(zh: "项次", en: "entries")
  static let outlying = Phrase(zh: "偏离均值的评分表", en: "Sheets far from the mean")
  static let proposed = Phrase(zh: "拟入选建议", en: "Proposed")
  static let borderline = Phrase(zh: "需合议", en: "To be discussed")
  static let plusOne = Phrase(zh: "加 1 分即入选", en: "In with one point more")
  static let minusOne = Phrase(zh: "减 1 分即落选", en: "Out with one point less")
  static let cut = Phrase(zh: "入选建议线", en: "cut line")
  static let planned = Phrase(zh: "已安排", en: "Planned")
  static let inProgress = Phrase(zh: "核查中", en: "In progress")
  static let signed = Phrase(zh: "已签字", en: "Signed")
  static let overdue = Phrase(zh: "逾期", en: "Overdue")
  static let openFixes = Phrase(zh: "待整改", en: "To be put right")
  static let lateFixes = Phrase(zh: "整改逾期", en: "Late fixes")

  /// Column heads of the reviewers' table, each with what it means.
  static let load: [(key: String, name: Phrase)] = [
    ("assigned", Phrase(zh: "指派", en: "Asgd")), ("submitted", Phrase(zh: "提交", en: "Subm")),
    ("drafts", Phrase(zh: "草稿", en: "Drft")), ("returned", Phrase(zh: "退回", en: "Retd")),
    ("recused", Phrase(zh: "回避", en: "Recu")), ("untouched", Phrase(zh: "未动", en: "None")),
    ("overdue", Phrase(zh: "逾期", en: "Late")),
  ]
  static let mean = Phrase(zh: "均分", en: "Mean")
  static let deviation = Phrase(zh: "标准差", en: "SD")
  static let difference = Phrase(zh: "与他人", en: "Diff")

  static func news(_ kind: OverviewMarks.Kind) -> Phrase {
    switch kind {
    case .arrived: Phrase(zh: "新收申报", en: "New applications")
    case .moved: Phrase(zh: "阶段变化", en: "Stage changed")
    case .submitted: Phrase(zh: "新提交评分", en: "Sheets submitted")
    case .returned: Phrase(zh: "退回评分", en: "Sheets sent back")
    case .recused: Phrase(zh: "新回避", en: "Recusals")
    case .signed: Phrase(zh: "核查签字", en: "Visits signed")
    case .objected: Phrase(zh: "新异议", en: "Objections")
    case .gone: Phrase(zh: "申报不见了", en: "Applications gone")
    }
  }

  static func days(_ days: Int) -> Phrase {
    if days == 0 { return Phrase(zh: "今天", en: "today") }
    return days > 0
      ? Phrase(zh: "还有 \(days) 天", en: "in \(days) days") : Phrase(zh: "已过 \(-days) 天", en: "\(-days) days ago")
  }

  static func list(_ figure: Figure) -> Phrase {
    let distinct = figure.applications.count
    return distinct == figure.count
      ? Phrase(zh: "\(figure.count) 份申报", en: "\(figure.count) applications")
      : Phrase(zh: "\(figure.count) 项，\(distinct) 份申报", en: "\(figure.count) in \(distinct) applications")
  }

  /// What a cell of the counties' table counts.
  static func heat(_ scored: Int, _ assigned: Int, _ all: Int) -> Phrase {
    Phrase(
      zh: "（已评 \(scored)，已指派 \(assigned)，共 \(all)）", en: " (\(scored) scored, \(assigned) assigned, \(all) in all)")
  }

  static func icc(_ single: String, _ average: String) -> Phrase {
    Phrase(zh: "ICC 单人 \(single)  平均 \(average)", en: "ICC single \(single)  average \(average)")
  }

  /// A coefficient that is not given, with the reason.
  static func refused(_ name: String, _ why: Phrase) -> Phrase {
    Phrase(zh: "\(name) \(why.zh)", en: "\(name) \(why.en)")
  }

  static let empty = Phrase(zh: "没有", en: "None")
  static let times = Phrase(zh: "项数", en: "Count")
  static let explained = Phrase(zh: "得分由来", en: "How the score came about")
  static let enterExplains = Phrase(zh: "Enter 逐步展开得分", en: "Enter unfolds the score")
  static let enterProblems = Phrase(zh: "Enter 列出", en: "Enter lists them")
  static let onlyOwn = Phrase(zh: "评审人只看到自己的进度", en: "Reviewers see their own progress only")
}
