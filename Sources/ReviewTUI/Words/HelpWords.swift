import ArgumentParser

/// The help of every command and option, in the language of the run.
enum HelpWords {
  private static func help(_ zh: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: text(zh, en))
  }

  private static func text(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(CommandLanguage.current) }

  static var lang: ArgumentHelp { help("消息的语言：zh 或 en。", "Language of messages: zh or en.") }
  static var format: ArgumentHelp { help("数据的格式：text 或 json。", "Form of the data: text or json.") }
  static var workspace: ArgumentHelp { help("工作区文件夹。", "The workspace folder.") }
  static var application: ArgumentHelp {
    help("申报编号，例如 2022-zoucheng-001。", "Id of the application, for example 2022-zoucheng-001.")
  }
  static var person: ArgumentHelp { help("以谁的身份，people.json 里的编号。", "Who does it: an id of people.json.") }
  static var query: ArgumentHelp {
    help(
      "筛选条件，例如 county:邹城市 invest:>1000。", "What to look for, for example county:邹城市 invest:>1000.")
  }

  static var root: String { text("“5G+工业互联网”申报评审控制台。", "Review console for a “5G + industrial internet” call.") }
  static var initialize: String { text("新建工作区。", "Make a new workspace.") }
  static var program: ArgumentHelp {
    help("用这个文件作为 program.json，默认为济宁 2022 年的通知。", "The call to use as program.json; default: Jining 2022.")
  }
  static var list: String { text("列出申报。", "List applications.") }
  static var show: String { text("显示一份申报的全部内容。", "Show all of one application.") }
  static var score: String { text("填写、保存、提交评分表。", "Fill in, save and submit a score sheet.") }
  static var set: ArgumentHelp {
    help(
      "评分项=分数，例如 C01=9.5；C01= 表示取消。可重复。", "CRITERION=SCORE, for example C01=9.5; C01= takes it back. May be repeated.")
  }
  static var comment: ArgumentHelp {
    help("评分项=评语。可重复。", "CRITERION=TEXT, a comment. May be repeated.")
  }
  static var opinion: ArgumentHelp { help("评审意见。", "The overall opinion.") }
  static var recommend: ArgumentHelp {
    help("推荐意见：yes 推荐，hold 保留推荐，no 不推荐。", "Recommendation: yes, hold or no.")
  }
  static var confirm: ArgumentHelp {
    ArgumentHelp(
      stringLiteral: text(
        "依据已变后确认分数不变，例如 C07。可重复。", "Let a score stand although its evidence changed; may be repeated."))
  }
  static var declare: ArgumentHelp {
    ArgumentHelp(
      stringLiteral: text(
        "回避声明：none（无利害关系），或 employment、office、ownership、family、preparation、other，冒号后可写说明。",
        "Declaration of interests: none, or employment, office, ownership, family, preparation, other; words after a colon."
      ))
  }
  static var sendBack: String { text("督导退回已提交的评分表，写明理由。", "A supervisor sends a submitted sheet back, with a reason.") }
  static var reviewer: ArgumentHelp {
    ArgumentHelp(stringLiteral: text("评审人的人员编号。", "Person id of the reviewer."))
  }
  static var reason: ArgumentHelp {
    ArgumentHelp(
      stringLiteral: text(
        "理由：sum 汇总错误、range 超出标准、objective 客观分错误、outlier 畸高畸低、comment 评语不符、evidence 依据已变、request 本人申请。",
        "Reason: sum, range, objective, outlier, comment, evidence, request."))
  }
  static var note: ArgumentHelp { ArgumentHelp(stringLiteral: text("说明。", "Words about it.")) }
  static var from: ArgumentHelp {
    ArgumentHelp(
      stringLiteral: text(
        "取回用“另存”写到别处的文件，或 history/ 里的存档。", "Take up a file that was saved elsewhere, or a copy of history/."))
  }
  static var submit: ArgumentHelp {
    help("提交。提交后锁定，督导退回后才能修改。", "Submit: the sheet is locked until a supervisor returns it.")
  }
  static var check: String {
    text("按通知逐条检查申报和工作区文件。", "Check applications against the rules of the notice, and the files.")
  }
  static var compare: String {
    text(
      "并列 2 至 6 份申报的绩效指标，用大家教过的名称归并。", "Align the metrics of 2 to 6 applications, with the names that people taught.")
  }
  static var rank: String {
    text(
      "汇总分、名次、名次区间和拟入选建议；写明编号则逐步说明一个得分（仅督导）。",
      "Totals, ranks, how firm they are, and proposals; explains one total (supervisors).")
  }
  static var explained: ArgumentHelp { help("只说明这一份的得分。", "Explain the total of this application.") }
  static var stats: String { text("看板的全部数字。", "All figures of the dashboard.") }
  static var comparedApplications: ArgumentHelp { help("要对比的申报编号，2 至 6 个。", "The ids of 2 to 6 applications.") }
  static var checkedApplications: ArgumentHelp {
    help("只检查这些申报编号。", "Check only the applications of these ids.")
  }
  static var rule: ArgumentHelp { help("只列这条规则，例如 R07。可重复。", "Only this rule, for example R07. May be repeated.") }
  static var severity: ArgumentHelp {
    help(
      "只列这一等级：REJ 建议不予受理，WARN 需补正，HUM 需人工判断，INFO 提示。可重复。",
      "Only this severity: REJ, WARN, HUM or INFO. May be repeated.")
  }
  static var allFindings: ArgumentHelp {
    help("每份都有的人工核对项也逐条列出，并附通知原文。", "List also what is checked in every application, and quote the clauses.")
  }
  static var doctor: String {
    text("检查终端、语言环境、文件系统和工作区。", "Check the terminal, the locale, the file system and a workspace.")
  }
}
