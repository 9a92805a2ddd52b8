import ArgumentParser

/// The help of `inspect` and its options.
enum InspectHelp {
  private static func help(_ zh: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Phrase(zh: zh, en: en)(CommandLanguage.current))
  }

  static var inspect: String {
    Phrase(zh: "安排、填写、签字现场核查。", en: "Plan, fill in and sign a visit.")(CommandLanguage.current)
  }
  static var visit: ArgumentHelp { help("核查编号，默认最近一次。", "Id of the visit; default: the latest.") }
  static var plan: ArgumentHelp {
    help("（督导）安排核查：开始时间，例如 2022-09-08T09:30:00+08:00。", "(supervisor) Plan a visit to begin then.")
  }
  static var reason: ArgumentHelp {
    help(
      "核查原因：random 抽查，borderline 分数临界，metrics 指标存疑，objection 投诉异议，required 必查。",
      "Why: random, borderline, metrics, objection or required.")
  }
  static var inspector: ArgumentHelp {
    help("核查人员编号，第一名为组长；默认为已分配的核查员。可重复。", "An inspector; the first is the lead. Default: those assigned.")
  }
  static var batch: ArgumentHelp { help("批次。", "Batch.") }
  static var notice: ArgumentHelp { help("通知企业的时间。", "When the applicant was told.") }
  static var place: ArgumentHelp { help("地点。", "The place.") }
  static var gps: ArgumentHelp { help("坐标。", "Coordinates.") }
  static var taskLetter: ArgumentHelp { help("任务书编号。", "Number of the task letter.") }
  static var answer: ArgumentHelp {
    help("核查项=答案：yes 符合，mostly 基本符合，no 不符合，na 不适用，open 未查。可重复。", "ITEM=yes, mostly, no, na or open. May be repeated.")
  }
  static var why: ArgumentHelp { help("核查项=说明。可重复。", "ITEM=note. May be repeated.") }
  static var settle: ArgumentHelp {
    help("（组长）与组员答案不同的核查项，维持自己的答案；须写说明。可重复。", "(lead) Keep your answer to an ITEM that a member answered otherwise.")
  }
  static var mine: ArgumentHelp {
    help(
      "列出我的核查：今天和以后的、逾期的、待会签和待复核的。", "List my visits: overdue, today's and later ones, what to sign and to re-check.")
  }
  static var evidenceNote: ArgumentHelp { help("这些证据的说明。", "A note on these files.") }
  static var verify: ArgumentHelp {
    help(
      "指标=核实值[单位]，例如 m01=5.2亿元；或 holds 属实、partly 部分属实、wrong 不属实、unverifiable 无法核实；空为取消。",
      "METRIC=value with unit, or holds, partly, wrong, unverifiable; nothing takes it back.")
  }
  static var method: ArgumentHelp {
    help("指标=核实方法：export、ledger、test、interview、report。", "METRIC=export, ledger, test, interview or report.")
  }
  static var metricNote: ArgumentHelp { help("指标=说明。", "METRIC=note.") }
  static var evidence: ArgumentHelp {
    help(
      "证据文件；必备证据写作 gate=文件（gate、scene、device、platform、network、group）。可重复。",
      "A file; of the minimum set as gate=FILE. May be repeated.")
  }
  static var kind: ArgumentHelp { help("这些证据的种类，默认 photo。", "Kind of these files; default: photo.") }
  static var evidenceFor: ArgumentHelp {
    help("这些证据对应的核查项或指标，用逗号分隔。", "Items or metrics that they belong to, with commas.")
  }
  static var takenAt: ArgumentHelp { help("拍摄时间（带时区）。", "When they were taken (with zone).") }
  static var problem: ArgumentHelp { help("核查项=问题。可重复。", "ITEM=problem. May be repeated.") }
  static var require: ArgumentHelp {
    help("核查项=整改要求；前加 ! 为重点问题。", "ITEM=what must be done; ! before it makes it a key problem.")
  }
  static var due: ArgumentHelp { help("核查项=整改期限，例如 G07=2022-09-22。", "ITEM=day until which it must be right.") }
  static var host: ArgumentHelp { help("接待人：姓名:职务[:电话]。", "Host: NAME:POST[:PHONE].") }
  static var start: ArgumentHelp { help("开始时间。", "Begin.") }
  static var end: ArgumentHelp { help("结束时间。", "End.") }
  static var note: ArgumentHelp { help("现场笔记。", "Notes.") }
  static var opinion: ArgumentHelp { help("核查意见。", "The opinion.") }
  static var companyOpinion: ArgumentHelp { help("企业意见。", "What the applicant says.") }
  static var signer: ArgumentHelp { help("企业签字人：姓名:职务；加 :seal 表示已盖章。", "Who signed: NAME:POST, with :seal if sealed.") }
  static var refusal: ArgumentHelp {
    help("拒签或拒查：signature=原因 或 access=原因。", "signature=REASON or access=REASON.")
  }
  static var witness: ArgumentHelp { help("见证人。", "Witness of the refusal.") }
  static var recording: ArgumentHelp { help("录音录像的证据编号或存放处。", "Where the recording is.") }
  static var verdict: ArgumentHelp {
    help("核查结论：pass、conditional、unable、fail；只能严于建议。", "pass, conditional, unable or fail; only stricter than proposed.")
  }
  static var conflict: ArgumentHelp { help("回避声明：no 无利害关系，yes 有。", "Interests: no or yes.") }
  static var late: ArgumentHelp { help("未当日签字的原因。", "Why it is signed on another day.") }
  static var fixed: ArgumentHelp { help("问题=整改完成日期[:措施]，例如 p01=2022-09-20:已加装。", "PROBLEM=day[:what].") }
  static var recheck: ArgumentHelp { help("问题=yes 或 no，今日复核结果。", "PROBLEM=yes or no, as re-checked today.") }
  static var allow: ArgumentHelp {
    help("（督导）同意从轻：结论=理由。", "(supervisor) Leave for a softer verdict: VERDICT=reason.")
  }
  static var sign: ArgumentHelp { help("签字：组长封存记录，组员会签。", "Sign: the lead seals, members sign the sealed record.") }
}
