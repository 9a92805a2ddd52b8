import Core

/// The words of what a report says with the program's own terms.
enum ReportTermWords {
  static func phrase(_ term: ReportTerm) -> Phrase {
    switch term {
    case .stage(let stage): CommandWords.stage(stage)
    case .severity(let severity): FindingWords.severity(severity)
    case .state(let state): CommandWords.state(state)
    case .recommendation(let choice): Phrase.recommendationName(choice)
    case .declaration(let ground): ground.map(DeclarationWords.name) ?? Phrase(zh: "无利害关系", en: "no interests")
    case .answer(let answer): InspectWords.answer(answer)
    case .verdict(let verdict): InspectWords.verdict(verdict)
    case .visitState(let state): InspectWords.state(state)
    case .band(let band): InspectWords.band(band)
    case .word(let word): InspectWords.word(word)
    case .metricClass(let kind): Phrase.metricClass(kind)
    case .direction(let direction): self.direction(direction)
    case .role(let role): CommandWords.role(role)
    case .inspectorRole(let role): InspectWords.role(role)
    case .standing(let standing): InspectWords.standing(standing)
    case .level(let level):
      level == .key ? Phrase(zh: "重点", en: "key") : Phrase(zh: "一般", en: "general")
    case .finding(let finding): FindingWords.message(finding)
    case .path(let path): FieldPathWords.name(path)
    case .truth(let truth): truth ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
    case .words(let words): Phrase(zh: words.zh, en: words.en)
    case .unit(let unit): Phrase(zh: unit.name, en: unit.english)
    case .scenario(let scenario): Phrase(zh: scenario.name, en: scenario.english)
    case .folder(let folder): self.folder(folder)
    case .act(let act): self.act(act)
    case .proposal(let proposal): RankWords.proposed(proposal)
    case .reason(let reason): RankWords.reason(reason)
    case .borderline: RankWords.borderline
    case .exclusion(let reason): RankWords.exclusion(reason)
    case .fate(let fate): self.fate(fate)
    case .fixed: Phrase(zh: "已整改并复核", en: "fixed and re-checked")
    }
  }

  private static func fate(_ fate: Aggregation.Fate) -> Phrase {
    switch fate {
    case .counted: Phrase(zh: "计入", en: "counts")
    case .highest: Phrase(zh: "去掉（最高）", en: "left out (highest)")
    case .lowest: Phrase(zh: "去掉（最低）", en: "left out (lowest)")
    }
  }

  private static func direction(_ direction: Metric.Direction) -> Phrase {
    switch direction {
    case .up: Phrase(zh: "↑", en: "up")
    case .down: Phrase(zh: "↓", en: "down")
    case .equal: Phrase(zh: "不变", en: "equal")
    }
  }

  private static func folder(_ folder: String) -> Phrase {
    switch folder {
    case "": Phrase(zh: "工作区", en: "workspace")
    case "applications": Phrase(zh: "申报书", en: "application")
    case "summaries": Phrase(zh: "推荐汇总表", en: "summary table")
    case "assignments": Phrase(zh: "分组", en: "assignment")
    case "reviews": Phrase(zh: "评分表", en: "score sheet")
    case "inspections": Phrase(zh: "现场核查", en: "visit")
    case "decisions": Phrase(zh: "决定", en: "decision")
    case "journal": Phrase(zh: "操作日志", en: "journal")
    case "attachments": Phrase(zh: "附件", en: "attachment")
    case "names": Phrase(zh: "指标名称", en: "metric names")
    default: Phrase(zh: folder, en: folder)
    }
  }

  /// What a person did, by the word in the journal; an act of a later version stays as it is.
  static func act(_ act: String) -> Phrase {
    let zh =
      switch act {
      case "score": "评分"
      case "submit": "提交评分表"
      case "declare": "回避声明"
      case "return": "退回评分表"
      case "import": "导入"
      case "correct": "更正"
      case "plan-visit": "安排核查"
      case "inspect": "核查"
      case "sign-visit": "核查签字"
      case "names": "归并指标名称"
      case "export": "导出"
      default: act
      }
    return Phrase(zh: zh, en: act)
  }
}
