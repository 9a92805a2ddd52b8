import Core

/// Words of Browse, the matrix and the frame around every screen.
extension Phrase {
  static let all = Phrase(zh: "全部", en: "All")
  static let allUnits = Phrase(zh: "全部县市区", en: "all units")
  static let allScenarios = Phrase(zh: "全部场景", en: "all scenarios")
  static let total = Phrase(zh: "合计", en: "Total")
  static let yes = Phrase(zh: "是", en: "yes")
  static let no = Phrase(zh: "否", en: "no")

  static let facetUnits = Phrase(zh: "县市区", en: "Units")
  static let facetFlags = Phrase(zh: "审查标记", en: "Flags")
  static let facetScenarios = Phrase(zh: "场景（项次）", en: "Scenarios")
  static let columnID = Phrase(zh: "编号", en: "Id")
  static let columnUnit = Phrase(zh: "县市区", en: "Unit")
  static let columnCompany = Phrase(zh: "申报单位", en: "Company")
  static let columnProject = Phrase(zh: "项目", en: "Project")
  static let columnScenarios = Phrase(zh: "场景", en: "Scenarios")
  static let columnInvestment = Phrase(zh: "投资万元", en: "Invest.")
  static let columnFlags = Phrase(zh: "审查", en: "Flags")
  static let unparsedShort = Phrase(zh: "未识别", en: "unread")
  static let correctedFields = Phrase(zh: "已更正", en: "Corrected")
  static let columnScore = Phrase(zh: "评分", en: "Mine")
  static let columnStage = Phrase(zh: "阶段", en: "Stage")
  static let myScore = Phrase(zh: "我的评分", en: "My score")
  static let unparsedFields = Phrase(zh: "未识别字段", en: "Fields not understood")

  static let matrixTitle = Phrase(zh: "县市区×场景", en: "Unit × scenario")
  static let matrixNote = Phrase(zh: "合计为项目数", en: "total: projects")

  static func loading(_ count: Int) -> Phrase {
    Phrase(zh: "正在读取申报材料……已读 \(count) 份", en: "Reading applications… \(count) so far")
  }
  static let loadingShort = Phrase(zh: "读取中", en: "loading")
  static let emptyWorkspace = Phrase(
    zh: "此工作区还没有申报材料。用 reviewtui import 文件… --into 工作区 导入申报书。",
    en: "No applications here yet. Import forms with: reviewtui import FILE… --into WORKSPACE")
  static let nothingMatches = Phrase(
    zh: "没有符合条件的项目。按 Esc 取消筛选。", en: "Nothing matches. Press Esc to clear the filter.")
  static func shown(_ shown: Int, of total: Int) -> Phrase {
    Phrase(zh: "显示 \(shown)/\(total)", en: "\(shown)/\(total) shown")
  }
  static func hidden(_ count: Int) -> Phrase { Phrase(zh: "隐藏 \(count)", en: "\(count) hidden") }
  static func marked(_ count: Int) -> Phrase { Phrase(zh: "标记 \(count)", en: "\(count) marked") }
  static func problems(_ count: Int) -> Phrase { Phrase(zh: "文件问题 \(count)（按 ! 查看）", en: "\(count) file problems (!)") }
  static let filterPrompt = Phrase(zh: "筛选", en: "Filter")
  static let findPrompt = Phrase(zh: "查找", en: "Find")

  static let nothingSelected = Phrase(zh: "没有选中的项目", en: "Nothing is selected")
  static let scoringNeedsPerson = Phrase(
    zh: "未指定评审人，只能查看。评分请用 --as 人员编号 启动，例如 --as pingshen-01",
    en: "No person given: looking only. Start with --as PERSON to score, for example --as pingshen-01")
  static func scoringNeedsReviewer(_ name: String) -> Phrase {
    Phrase(zh: "\(name)不是评审专家，不能评分", en: "\(name) is not a reviewer and cannot score")
  }
  static func tooManyMarks(_ count: Int, most: Int) -> Phrase {
    Phrase(
      zh: "标记了 \(count) 个项目，对比最多 \(most) 个；请取消一些标记（空格）",
      en: "\(count) are marked, at most \(most) can be compared; unmark some (Space)")
  }
  static let firstOne = Phrase(zh: "已是列表中的第一个", en: "This is the first of the list")
  static let lastOne = Phrase(zh: "已是列表中的最后一个", en: "This is the last of the list")
  static let windowTooSmall = Phrase(
    zh: "窗口太小：请至少调到 60 列 16 行", en: "Window too small: at least 60 x 16, please")
  static let imeIsOn = Phrase(zh: "输入法未关（按 Shift 切换）", en: "The input method is on (Shift switches it)")

  static func daysTo(_ name: String, _ days: Int) -> Phrase {
    Phrase(zh: "距\(name) \(days) 天", en: "\(days) d to \(name)")
  }
  static let deadlinesPassed = Phrase(zh: "各截止日期已过", en: "all dates passed")
  static let watching = Phrase(zh: "只看", en: "looking only")

  static func readOnly(_ reason: AppState.ReadOnlyReason) -> Phrase {
    switch reason {
    case .asked: Phrase(zh: "以只读方式打开（--read-only），不能修改", en: "Opened read-only (--read-only): nothing is changed")
    case .nobody: scoringNeedsPerson
    case .notReviewer: Phrase(zh: "当前人员不是评审专家，不能评分", en: "This person is not a reviewer and cannot score")
    case .folder:
      Phrase(
        zh: "工作区文件夹不可写，已按只读打开；请检查权限或磁盘",
        en: "The folder cannot be written: opened read-only; check permissions and disk")
    }
  }

  static func roleName(_ role: PersonRole) -> Phrase {
    switch role {
    case .reviewer: Phrase(zh: "评审", en: "reviewer")
    case .inspector: Phrase(zh: "核查", en: "inspector")
    case .supervisor: Phrase(zh: "督导", en: "supervisor")
    }
  }

  static func stage(_ stage: Stage) -> Phrase {
    switch stage {
    case .registered: Phrase(zh: "已登记", en: "regist.")
    case .formalCheck: Phrase(zh: "形审中", en: "checking")
    case .supplement: Phrase(zh: "补正中", en: "suppl.")
    case .accepted: Phrase(zh: "形审过", en: "accepted")
    case .refused: Phrase(zh: "不受理", en: "refused")
    case .reviewing: Phrase(zh: "评审中", en: "review")
    case .reviewed: Phrase(zh: "已评完", en: "reviewed")
    case .awaitingVisit: Phrase(zh: "待核查", en: "visit")
    case .visited: Phrase(zh: "已核查", en: "visited")
    case .awaitingDecision: Phrase(zh: "待决定", en: "decide")
    case .proposed: Phrase(zh: "拟入选", en: "proposed")
    case .notProposed: Phrase(zh: "不入选", en: "not in")
    case .published: Phrase(zh: "公示中", en: "public")
    case .objection: Phrase(zh: "异议", en: "objection")
    case .listed: Phrase(zh: "已入库", en: "listed")
    case .revoked: Phrase(zh: "撤销", en: "revoked")
    }
  }

  static func state(_ state: Review.State) -> Phrase {
    switch state {
    case .draft: Phrase(zh: "我评中", en: "draft")
    case .submitted: Phrase(zh: "已提交", en: "sent")
    case .returned: Phrase(zh: "被退回", en: "returned")
    }
  }

  static func found(_ term: String, _ position: Int, of count: Int) -> Phrase {
    Phrase(zh: "“\(term)”第 \(position)/\(count) 处", en: "“\(term)” \(position) of \(count)")
  }
  static func notFound(_ term: String) -> Phrase { Phrase(zh: "没有找到“\(term)”", en: "“\(term)” was not found") }
  static let attachmentHasNoFile = Phrase(zh: "此项没有附文件，只有名称", en: "There is no file, only a name")
  static func attachmentOpened(_ file: String) -> Phrase { Phrase(zh: "已打开 \(file)", en: "Opened \(file)") }
  static func attachmentFailed(_ file: String) -> Phrase {
    Phrase(
      zh: "没有能打开它的程序；文件在工作区内：\(file)", en: "No program here opens it; the file is in the workspace: \(file)")
  }
}

extension Phrase {
  static let noProblems = Phrase(zh: "所有文件都能读取", en: "Every file could be read")

  static func themeIs(_ theme: ThemeName) -> Phrase {
    switch theme {
    case .auto: Phrase(zh: "配色：自动", en: "Colours: automatic")
    case .dark: Phrase(zh: "配色：深色", en: "Colours: dark")
    case .light: Phrase(zh: "配色：浅色", en: "Colours: light")
    case .mono: Phrase(zh: "配色：单色", en: "Colours: none")
    }
  }
}

extension Phrase {
  static func sortedBy(_ order: SortOrder) -> Phrase {
    let name: Phrase
    switch order.key {
    case .id: name = columnID
    case .unit: name = columnUnit
    case .company: name = columnCompany
    case .project: name = columnProject
    case .investment: name = columnInvestment
    case .score: name = columnScore
    case .stage: name = columnStage
    }
    return Phrase(
      zh: "按\(name.zh)\(order.isAscending ? "升序" : "降序")排列",
      en: "Sorted by \(name.en), \(order.isAscending ? "ascending" : "descending")")
  }
}
