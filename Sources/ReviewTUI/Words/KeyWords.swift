/// Names and explanations of commands and screens.
extension Phrase {
  static let help = Phrase(zh: "帮助", en: "Help")
  static let palette = Phrase(zh: "命令面板", en: "Commands")
  static let helpKeysHere = Phrase(zh: "本屏按键", en: "Keys of this screen")
  static let helpKeysEverywhere = Phrase(zh: "通用按键", en: "Keys of every screen")
  static let helpQueryTitle = Phrase(zh: "筛选写法", en: "Filter language")
  static let helpQuery = Phrase(
    zh: """
      直接输入词语、拼音首字母（zcs 找到邹城市）；多个词都要符合。
      县:邹城市  county:zcs  场景:预测维护  scenario:SC06  阶段:评审中  stage:reviewing
      投资>=1000  invest:100..500  metric:净利润>500  score:<60
      -词 排除；a | b 二者之一；"带空格的词"；括号可用。全角标点与半角等同。
      """,
    en: """
      Words or pinyin initials (zcs finds 邹城市); all words must match.
      county:zoucheng  scenario:SC06  stage:reviewing  invest:>=1000  invest:100..500
      metric:净利润>500  score:<60
      -word excludes; a | b is either; "words with spaces"; parentheses work.
      """)

  /// As `title(of:)`, in the words of a screen that has its own.
  static func title(of command: Command, in context: KeyContext) -> Phrase {
    switch (context, command) {
    case (.inspect, .comment): InspectWords.whyLabel
    case (.inspect, .submit): InspectWords.signTitle
    case (.inspect, .nextSection): Phrase(zh: "下一页", en: "Next page")
    case (.inspect, .previousSection): Phrase(zh: "上一页", en: "Previous page")
    case (.inspect, .raise), (.inspect, .lower): Phrase(zh: "换答案", en: "Other answer")
    case (.inspect, .accept): InspectWords.settle
    case (.agenda, .visits): Phrase(zh: "刷新", en: "Refresh")
    case (.inspect, .visits): Phrase(zh: "历次核查", en: "Visits")
    case (.inspect, .clearScore): Phrase(zh: "清除核实值", en: "Clear figure")
    default: title(of: command)
    }
  }

  static func title(of command: Command) -> Phrase {
    switch command {
    case .help: help
    case .palette: palette
    case .back: Phrase(zh: "返回", en: "Back")
    case .quit: Phrase(zh: "退出", en: "Quit")
    case .redraw: Phrase(zh: "重画屏幕", en: "Redraw")
    case .suspend: Phrase(zh: "暂时回到命令行", en: "Suspend to the shell")
    case .switchLanguage: Phrase(zh: "切换中文/英文", en: "Chinese/English")
    case .switchTheme: Phrase(zh: "切换配色", en: "Switch colours")
    case .dashboard: Phrase(zh: "看板", en: "Dashboard")
    case .reload: Phrase(zh: "重新读取全部文件", en: "Read all files again")
    case .showProblems: Phrase(zh: "文件问题", en: "File problems")
    case .up: Phrase(zh: "上", en: "Up")
    case .down: Phrase(zh: "下", en: "Down")
    case .left: Phrase(zh: "左", en: "Left")
    case .right: Phrase(zh: "右", en: "Right")
    case .pageUp: Phrase(zh: "上一页", en: "Page up")
    case .pageDown: Phrase(zh: "下一页", en: "Page down")
    case .top: Phrase(zh: "到开头", en: "To the top")
    case .bottom: Phrase(zh: "到末尾", en: "To the bottom")
    case .open: Phrase(zh: "打开/确定", en: "Open")
    case .nextPane: Phrase(zh: "下一栏", en: "Next pane")
    case .previousPane: Phrase(zh: "上一栏", en: "Previous pane")
    case .filter: Phrase(zh: "筛选", en: "Filter")
    case .clearFilter: Phrase(zh: "清除筛选", en: "Clear filter")
    case .mark: Phrase(zh: "标记", en: "Mark")
    case .clearMarks: Phrase(zh: "清除全部标记", en: "Clear marks")
    case .compare: Phrase(zh: "对比", en: "Compare")
    case .read: Phrase(zh: "阅读", en: "Read")
    case .score: Phrase(zh: "评分", en: "Score")
    case .swapTrees: Phrase(zh: "县区/场景/审查", en: "Unit/scenario/flag")
    case .matrix: Phrase(zh: "矩阵", en: "Matrix")
    case .sortNext: Phrase(zh: "排序", en: "Sort")
    case .sortReverse: Phrase(zh: "倒序", en: "Reverse order")
    case .nextFinding: FindingWords.next
    case .find: Phrase(zh: "查找", en: "Find")
    case .findNext: Phrase(zh: "下一处", en: "Next hit")
    case .findPrevious: Phrase(zh: "上一处", en: "Previous hit")
    case .nextApplication: Phrase(zh: "下一份", en: "Next one")
    case .previousApplication: Phrase(zh: "上一份", en: "Previous one")
    case .openAttachment: Phrase(zh: "附件", en: "Files")
    case .nextSection: Phrase(zh: "下一组", en: "Next group")
    case .previousSection: Phrase(zh: "上一组", en: "Previous group")
    case .dropColumn: Phrase(zh: "移去此列", en: "Drop column")
    case .joinRows: Phrase(zh: "并行", en: "Join rows")
    case .splitRow: Phrase(zh: "拆行", en: "Split row")
    case .metricTrail: AidWords.trailTitle
    case .twins: Phrase(zh: "相近申报", en: "Like ones")
    case .showFindings: AidWords.findingsTitle
    case .takeSuggestion: Phrase(zh: "采用建议分", en: "Take suggestion")
    case .comment: Phrase(zh: "评语", en: "Comment")
    case .raise: Phrase(zh: "加分", en: "Raise")
    case .lower: Phrase(zh: "减分", en: "Lower")
    case .clearScore: Phrase(zh: "清除分数", en: "Clear score")
    case .submit: Phrase(zh: "提交", en: "Submit")
    case .undo: Phrase(zh: "撤销", en: "Undo")
    case .redo: Phrase(zh: "重做", en: "Redo")
    case .verify: Phrase(zh: "核对", en: "Verify")
    case .inspect: Phrase(zh: "核查", en: "Inspect")
    case .problem: Phrase(zh: "问题", en: "Problem")
    case .evidence: Phrase(zh: "证据", en: "Evidence")
    case .dueDay: Phrase(zh: "整改期限", en: "Due day")
    case .planVisit: VisitFormWords.plan
    case .visits: AgendaWords.mine
    case .accept: Phrase(zh: "核对无误", en: "Read well")
    }
  }

  static func screenName(_ context: KeyContext) -> Phrase {
    switch context {
    case .browse: Phrase(zh: "浏览", en: "Browse")
    case .matrix: Phrase(zh: "矩阵", en: "Matrix")
    case .read: Phrase(zh: "阅读", en: "Read")
    case .compare: Phrase(zh: "对比", en: "Compare")
    case .score: Phrase(zh: "评分", en: "Score")
    case .verify: Phrase(zh: "核对", en: "Verify")
    case .inspect: Phrase(zh: "核查", en: "Inspect")
    case .agenda: AgendaWords.mine
    case .problems: Phrase(zh: "文件问题", en: "File problems")
    case .dashboard: Phrase(zh: "看板", en: "Dashboard")
    case .figure: Phrase(zh: "明细", en: "Details")
    }
  }

  static func screenHelp(_ context: KeyContext) -> Phrase {
    switch context {
    case .browse:
      Phrase(
        zh: "左栏按县市区或场景筛选，中间是申报列表，宽屏右栏是预览。Tab 换栏，空格标记，F5 对比标记的项目。",
        en:
          "Left: filter by unit or scenario. Middle: the list. Right, on wide windows: a preview. Tab changes panes, Space marks, F5 compares what is marked."
      )
    case .matrix:
      Phrase(
        zh: "每格是该县市区、该场景的项目数；一个项目可属多个场景，合计只计一次。Enter 打开这些项目。",
        en:
          "Each cell counts the projects of a unit and scenario; a project with several scenarios counts once in totals. Enter opens them."
      )
    case .read:
      Phrase(
        zh: "整份申报书，左栏是目录（宽屏）。/ 查找，n 下一处，Enter 列出照片与附件。位置会记住。",
        en:
          "The whole application, with an outline on wide windows. / finds, n goes on, Enter lists files. The place is remembered."
      )
    case .compare:
      Phrase(
        zh: "同一指标排在同一行，各列是各申报；★ 为最优，— 为未填。↑↓ 选行，空格标记一行，F9 与光标行并为同一指标，F6 把光标列拆出，F3 撤回；归并对所有人以后的对比都有效。F7 换到财务、投入、概况等。",
        en:
          "One row a metric, one column an application; ★ is best, — is blank. Space marks a row, F9 joins it with the row of the cursor, F6 splits the cursor's cell off, F3 takes back; it holds in every later comparison, for everybody. F7 goes on to finance, investment and texts."
      )
    case .score:
      Phrase(
        zh: "直接输入数字，Enter 到下一项；右侧是这一项的评审依据，Tab 后可滚动。F7 写评语，F9 提交。每次修改自动保存。",
        en:
          "Type numbers, Enter goes on; the evidence is on the right, Tab lets you scroll it. F7 comments, F9 submits. Every change is saved."
      )
    case .verify:
      Phrase(
        zh: "左边是读出的值，右边是原文。空格表示核对无误，Enter 更正；原值、更正人、时间和理由都留在案。F7 换看待核对、已更正或全部。",
        en:
          "Left: what was read; right: the words of the form. Space confirms, Enter corrects; the received value, who, when and why are kept. F7 changes what is listed."
      )
    case .inspect:
      Phrase(
        zh:
          "F6 换核查清单、指标核实、证据、问题与整改、记录与签字。清单按 1 符合 2 基本符合 3 不符合 4 不适用 0 未查；指标直接输入核实值，F3 选核实方法。F7 说明，F3 问题，F4 证据，F9 签字。与组员答案不同的项有 ? 号，空格采纳组员答案或维持本答案。每次修改自动保存。督导在问题上按 Enter 复核，在结论上按 Enter 同意从轻，Ctrl-T 再安排一次。",
        en:
          "F6 goes on to metrics, evidence, problems and the record. On the checklist 1 holds, 2 mostly, 3 no, 4 not applicable, 0 open; on metrics type the figure, F3 says how. F7 notes, F3 problems, F4 evidence, F9 signs. ? marks what a member answered otherwise: Space takes that answer or keeps yours. Every change is saved. A supervisor re-checks a problem and allows a softer verdict with Enter, and plans again with Ctrl-T."
      )
    case .agenda:
      Phrase(
        zh: "核查按时间排列：逾期、今天、以后，再到已完成的。Enter 打开这次核查，F5 阅读申报书；督导看到全部核查，Ctrl-T 再安排一次。",
        en:
          "Visits by time: overdue, today, later, then what is done. Enter opens one, F5 reads the application; a supervisor sees all of them and plans another with Ctrl-T."
      )
    case .dashboard:
      Phrase(
        zh: "方向键在数字之间移动，Tab 到下一块，Enter 打开数字背后的申报，Esc 返回。数字随文件实时更新。",
        en: "Arrows move between figures, Tab goes to the next block, Enter opens what a figure counts, Esc goes back. "
          + "Figures follow the files.")
    case .figure:
      Phrase(
        zh: "这里正好是看板上那个数字所数的申报。Enter 阅读，Esc 回到原来的数字。",
        en: "Exactly the applications that the figure counts. Enter reads one, Esc goes back to the figure.")
    case .problems:
      Phrase(
        zh: "不能读取的文件及原因；其余申报不受影响。", en: "Files that could not be read and why; the rest is unaffected.")
    }
  }
}
