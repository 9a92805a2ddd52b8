import Core

/// What `publicity`, `objection` and `due` say.
enum PublicityWords {
  static let number = Phrase(zh: "序号", en: "No.")
  static let company = Phrase(zh: "申报单位", en: "Unit")
  static let project = Phrase(zh: "项目名称", en: "Project")
  static let scenario = Phrase(zh: "典型场景", en: "Scenarios")
  static let county = Phrase(zh: "所属县（市、区）", en: "County")

  static func heading(_ window: StageMove.Window) -> Phrase {
    let about = window.isExact ? Phrase(zh: "", en: "") : Phrase(zh: "，节假日未知", en: ", holidays not known")
    return Phrase(
      zh: "公示名单  \(display(window.start)) 至 \(display(window.end))（\(window.workingDays) 个工作日\(about.zh)）",
      en:
        "Publicity  \(display(window.start)) to \(display(window.end)) (\(window.workingDays) working days\(about.en))")
  }

  static let noStart = Phrase(
    zh: "要公示请给出起始日，例如 --start 2022-09-21；只看名单时不要给编号。",
    en: "To publish, give the first day, for example --start 2022-09-21; to see the list, give no ids.")
  static let nobody = Phrase(zh: "公示要写明由谁登记：--as 督导编号。", en: "Say who publishes: --as SUPERVISOR.")
  static let newOrOld = Phrase(
    zh: "--id 用来办理已登记的异议，不能和 --text、--from、--kind、--received 同用。",
    en: "--id works on a recorded objection and does not go with --text, --from, --kind or --received.")
  static let whichObjection = Phrase(zh: "请写明是哪一件异议，例如 --id o1。", en: "Say which objection, for example --id o1.")
  static let noText = Phrase(zh: "登记异议要写明内容：--text。", en: "An objection needs its words: --text.")
  static let noName = Phrase(
    zh: "实名异议要有 --from 姓名或单位 和 --contact 联系方式；匿名的请加 --anonymous（不予受理，但留有记录）。",
    en: "An objection needs --from and --contact; add --anonymous for one without a name (recorded, not accepted).")

  static let dueDay = Phrase(zh: "截止", en: "Due")
  static let dueWhat = Phrase(zh: "事项", en: "Matter")
  static let dueLeft = Phrase(zh: "剩余", en: "Left")
  static let dueApplication = Phrase(zh: "申报", en: "Application")
}
