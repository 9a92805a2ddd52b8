import Core

/// Titles, headings and remarks of reports.
enum ReportWords {
  static func name(_ kind: ReportKind) -> Phrase {
    switch kind {
    case .register: Phrase(zh: "申报受理登记表", en: "Register of applications")
    case .findings: Phrase(zh: "形式审查情况汇总表", en: "Findings of the formal check")
    case .supplements: Phrase(zh: "补正事项清单", en: "What is to be put right")
    case .panel: Phrase(zh: "评审分组与回避情况表", en: "Panels and declarations of interests")
    case .scores: Phrase(zh: "评分汇总表", en: "Scores")
    case .scoreSheet: Phrase(zh: "专家评分表", en: "Score sheet")
    case .ranking: Phrase(zh: "综合排名及拟入选建议名单", en: "Ranking and proposal")
    case .publicity: Phrase(zh: "拟入选项目公示名单", en: "List for publication")
    case .inspection: Phrase(zh: "现场核查记录表", en: "Record of visits")
    case .fixes: Phrase(zh: "现场核查整改台账", en: "Problems and fixes")
    case .metrics: Phrase(zh: "指标核实对照表", en: "Metrics declared and verified")
    case .summary: Phrase(zh: "申报推荐汇总表", en: "Summary table of recommendations")
    case .journal: Phrase(zh: "操作日志", en: "Journal")
    case .archive: Phrase(zh: "档案目录", en: "Directory of the archive")
    }
  }

  /// The title of one table: the call, the report, and the part.
  static func title(_ table: ReportTable, _ language: Language) -> String {
    let name = name(table.kind)(language)
    let batch = language == .zh ? table.head.batch.zh : table.head.batch.en
    let part = part(table.part).map { $0(language) }
    return [batch, name + (part.map { language == .zh ? "（\($0)）" : " (\($0))" } ?? "")].joined(separator: " ")
  }

  static func part(_ part: ReportTable.Part) -> Phrase? {
    switch part {
    case .whole, .overview, .unit: nil
    case .matrix: Phrase(zh: "县（市、区）与场景", en: "counties and scenarios")
    case .details: Phrase(zh: "分项明细", en: "by criterion")
    case .histogram: Phrase(zh: "得分分布", en: "distribution")
    case .totals: Phrase(zh: "总分与入选建议线", en: "totals and pass line")
    case .one(let application, let other): Phrase(zh: "\(application) \(other)", en: "\(application) \(other)")
    case .metric(let name): Phrase(zh: name, en: name)
    }
  }

  /// The name of the sheet that a table stands on.
  static func sheet(_ table: ReportTable, _ language: Language) -> String {
    switch table.part {
    case .unit(let unit): language == .zh ? unit.name : unit.english
    case .one(let application, let other): "\(application) \(other)"
    case .whole, .overview: name(table.kind)(language)
    case .matrix, .details, .histogram, .totals, .metric: part(table.part)?(language) ?? name(table.kind)(language)
    }
  }

  static func chart(_ name: String) -> Phrase { Phrase(zh: name + "图", en: name + " chart") }

  static func head(_ table: ReportTable) -> Phrase {
    Phrase(
      zh: "批次：\(table.head.batch.zh)　生成时间：\(table.head.generatedAt)　评分标准：\(table.head.rubric)　行数：\(table.rows.count)",
      en:
        "Batch: \(table.head.batch.en)   Generated: \(table.head.generatedAt)   Rubric: \(table.head.rubric)   Rows: \(table.rows.count)"
    )
  }

  static func note(_ note: ReportTable.Note) -> Phrase? {
    switch note {
    case .rows: nil
    case .unread(let count):
      Phrase(zh: "有 \(count) 处记录无法读取，未列入本表。", en: "\(count) records could not be read and are not in it.")
    case .standingLeftOut(let count):
      Phrase(
        zh: "每份申报都须人工核对的 \(count) 项未逐条列出。", en: "\(count) items that a person checks in every application are left out."
      )
    case .blind:
      Phrase(zh: "本表为盲评材料，申报单位和人员以代码表示。", en: "For a blind review: codes stand for applicants and persons.")
    case .countedByScenario:
      Phrase(
        zh: "一个项目涉及几个场景就在几个场景各计一次；“项目数”每个项目只计一次。",
        en: "An application counts once in each of its scenarios, and once under “applications”.")
    case .method(let method, let line):
      Phrase(
        zh: "汇总方法：\(RankWords.method(method).zh)；入选建议线：\(RankWords.score(line))。",
        en: "Aggregation: \(RankWords.method(method).en); pass line: \(RankWords.score(line)).")
    case .rankInterval(let variants):
      Phrase(
        zh: "最好、最差名次：\(variants) 种变动（逐一不计一位评审人；各评分项权重 ±10%）下的名次。",
        en: "Best and worst rank: under \(variants) variants (each reviewer left out, each weight ±10 %).")
    case .proposalOnly:
      Phrase(zh: "本表为机器汇总的建议，由人工确认后生效。", en: "By machine, as a proposal; a person confirms.")
    case .droppedMarked:
      Phrase(zh: "去掉的最高分、最低分在“去掉的分数”列列出。", en: "Scores left out of a trimmed mean stand in their own column.")
    case .verifiedFromSigned:
      Phrase(
        zh: "核实值取自已签字的核查记录（本人参加的核查含未签字的）；偏差为百分比，负数表示不如申报。",
        en:
          "Verified figures are those of signed visits (and of one's own); negative deviations are worse than declared."
      )
    case .objections(let days):
      Phrase(zh: "公示期 \(days) 个工作日。", en: "Published for \(days) working days.")
    case .oneUnit(let unit): Phrase(zh: "数值统一换算为：\(unit)。", en: "All figures in: \(unit).")
    }
  }

  /// The lines for pen and stamp that a report ends with.
  static func signatures(_ kind: ReportKind) -> [Phrase] {
    switch kind {
    case .scoreSheet: [Phrase(zh: "评审专家（签字）：　　　　　　　　　　日期：　　年　　月　　日", en: "Reviewer (signature):                Date:")]
    case .inspection:
      [
        Phrase(
          zh: "核查组长（签字）：　　　　　　　　　组员（签字）：　　　　　　　　　日期：　　年　　月　　日",
          en: "Lead inspector (signature):            Members (signature):            Date:"),
        Phrase(
          zh: "被核查单位（签字、盖章）：　　　　　　　　　　　　　　　　　　　日期：　　年　　月　　日",
          en: "Applicant (signature and seal):                         Date:"),
      ]
    case .summary: []
    case .scores, .ranking:
      [
        Phrase(
          zh: "统计人（签字）：　　　　　　复核人（签字）：　　　　　　监督人（签字）：　　　　　　日期：　　年　　月　　日",
          en: "Compiled by:              Checked by:              Supervised by:              Date:")
      ]
    case .register, .findings, .supplements, .panel, .publicity, .fixes, .metrics, .journal, .archive:
      [
        Phrase(
          zh: "制表人（签字）：　　　　　　审核人（签字）：　　　　　　负责人（签字）：　　　　　　日期：　　年　　月　　日",
          en: "Prepared by:              Checked by:              Responsible:              Date:")
      ]
    }
  }

  /// A code in the place of a name.
  static func code(_ identity: ReportColumn.Identity, _ number: Int) -> Phrase {
    let digits = number < 10 ? "0\(number)" : String(number)
    let word = self.identity(identity)
    return Phrase(zh: word.zh + digits, en: word.en + digits)
  }

  static func identity(_ identity: ReportColumn.Identity) -> Phrase {
    switch identity {
    case .application: Phrase(zh: "申报", en: "application")
    case .company: Phrase(zh: "企业", en: "company")
    case .person, .contact: Phrase(zh: "人员", en: "person")
    case .reviewer: Phrase(zh: "专家", en: "expert")
    case .phone: Phrase(zh: "电话", en: "phone")
    case .email: Phrase(zh: "邮箱", en: "mail")
    case .file: Phrase(zh: "文件", en: "file")
    case .operators: Phrase(zh: "运营商", en: "operator")
    case .address: Phrase(zh: "地址", en: "address")
    case .project: Phrase(zh: "项目", en: "project")
    }
  }
}
