import ArgumentParser

/// The help of `decide`, `publicity`, `objection`, `assign` and `due`.
enum DecideHelp {
  private static func text(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(CommandLanguage.current) }
  private static func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: text(zh, en)) }

  static var decide: String {
    text(
      "形式审查、补正、决定、入库、撤销；不带操作时显示现状。",
      "Formal check, notices, decision, entry, revocation; without an act: show where it stands.")
  }
  static var publicity: String {
    text("公示；不带 --start 时打印公示名单。", "Make applications public; without --start: print the list.")
  }
  static var objection: String { text("登记和办理公示异议。", "Record objections, and what is done about them.") }
  static var assign: String { text("分配评审专家和核查员。", "Assign reviewers and inspectors.") }
  static var due: String { text("各项期限的倒计时（工作日）。", "All time limits, in working days from now.") }

  static var ids: ArgumentHelp { help("申报编号，可以多个。", "Ids of applications.") }
  static var idsFile: ArgumentHelp { help("每行一个申报编号的文件。", "A file with one id a line.") }
  static var confirm: ArgumentHelp {
    help(
      "逐项确认：规则=ok:理由（不成立）或 规则=open（成立，要补正）；只对一个字段写 规则@字段=…。可重复。",
      "Judge a finding: RULE=ok:WORDS (set aside) or RULE=open (stands); RULE@FIELD=… for one field. May be repeated.")
  }
  static var formal: ArgumentHelp {
    help("形式审查：open 开始，accept 通过，refuse 不予受理（要有理由）。", "Formal check: open, accept, or refuse (with a reason).")
  }
  static var supplement: ArgumentHelp {
    help("发补正通知，一次列出全部未办结事项。", "Send a notice with everything that is open.")
  }
  static var item: ArgumentHelp {
    help("补正通知中人工添加的事项。可重复。", "An item that a person adds to the notice. May be repeated.")
  }
  static var days: ArgumentHelp {
    help("补正的工作日数，默认按 program.json。", "Working days for the answer; default: program.json.")
  }
  static var close: ArgumentHelp {
    help("手工办结补正事项，例如 1-2，要有理由。可重复。", "Close an item of a notice by hand, for example 1-2.")
  }
  static var refer: ArgumentHelp { help("提请会议决定（待决定）。", "Put it to the meeting.") }
  static var decision: ArgumentHelp {
    help(
      "会议决定：yes 拟入选，no 不入选；与建议不一致要有理由。",
      "The meeting's decision: yes or no; a reason where it is not what was proposed.")
  }
  static var enter: ArgumentHelp { help("列入项目库（公示期满且无未办结异议）。", "Enter it into the library.") }
  static var revoke: ArgumentHelp { help("撤销，要有理由和文号。", "Revoke, with a reason and a document.") }
  static var back: ArgumentHelp {
    help(
      "退回到前面的阶段：formalCheck、accepted、awaitingDecision、proposed、published，要有理由。",
      "Go back to formalCheck, accepted, awaitingDecision, proposed or published, with a reason.")
  }
  static var reason: ArgumentHelp { help("理由。", "The reason.") }
  static var document: ArgumentHelp { help("文号。", "Number of the document.") }
  static var date: ArgumentHelp { help("文件日期，例如 2022-09-20。", "Its date, for example 2022-09-20.") }
  static var notice: ArgumentHelp { help("只打印补正通知。", "Print only the notices.") }

  static var start: ArgumentHelp { help("公示起始日（不计入期限）。", "First day of publicity; it does not count.") }
  static var publicDays: ArgumentHelp {
    help("公示工作日数，默认按 program.json。", "Working days of publicity; default: program.json.")
  }

  static var objectionText: ArgumentHelp { help("异议内容。", "What the objection says.") }
  static var from: ArgumentHelp { help("异议人姓名或单位。", "Who objects.") }
  static var anonymous: ArgumentHelp { help("匿名。", "Without a real name.") }
  static var contact: ArgumentHelp { help("联系方式。", "Telephone or address.") }
  static var received: ArgumentHelp { help("收到的日期或时间，默认现在。", "When it came in; default: now.") }
  static var kind: ArgumentHelp {
    help(
      "类别：substantive 实质性，formal 非实质性，score 仅不服评分，unrelated 与公示无关。",
      "Kind: substantive, formal, score (mere disagreement) or unrelated.")
  }
  static var evidence: ArgumentHelp { help("证据材料：路径或说明。可重复。", "Evidence: a path or words. May be repeated.") }
  static var objectionID: ArgumentHelp { help("办理已登记的异议，例如 o1。", "Work on a recorded objection, for example o1.") }
  static var handler: ArgumentHelp { help("办理人的人员编号。", "Who looks into it.") }
  static var finding: ArgumentHelp { help("调查情况。", "What was found out.") }
  static var outcome: ArgumentHelp {
    help("结论：upheld 成立，dismissed 不成立，withdrawn 撤回。", "Outcome: upheld, dismissed or withdrawn.")
  }
  static var reply: ArgumentHelp { help("答复日期或时间；答复后办结。", "When the answer went out; closes it.") }

  static var assigned: ArgumentHelp {
    help("申报编号；用 --propose 时不写。", "Id of the application; none with --propose.")
  }
  static var propose: ArgumentHelp {
    help(
      "为全部待评审的申报提出均衡的评审分组，只显示。", "Propose balanced panels for all applications under review; only shown.")
  }
  static var seed: ArgumentHelp {
    help("抽签的种子，同样的种子和文件得同样的分组。", "Seed of the lots: the same seed and files give the same panels.")
  }
  static var apply: ArgumentHelp { help("按提出的分组登记。", "Record the panels that are proposed.") }
  static var reviewer: ArgumentHelp { help("加为评审专家。可重复。", "Put on as a reviewer. May be repeated.") }
  static var inspector: ArgumentHelp { help("加为核查员。可重复。", "Put on as an inspector. May be repeated.") }
  static var remove: ArgumentHelp {
    help("撤下；已开始评分的要有理由，评分表保留。可重复。", "Take off; with a reason who has begun a sheet, which is kept. May be repeated.")
  }
}
