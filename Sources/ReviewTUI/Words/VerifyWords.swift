import Core

/// Words of the Verify screen (导入核对).
enum VerifyWords {
  static let onlySupervisors = Phrase(
    zh: "只有督导可以更正；请用督导身份打开（--as）。", en: "Only a supervisor corrects; open the console as one (--as).")
  static let stillSaving = Phrase(zh: "上一处更正正在保存，请稍候。", en: "The last correction is still being saved.")
  static let gapIsConfirmed = Phrase(
    zh: "这是没有读出数值的原文；空格表示已核对，需要更正数值请到对应字段。",
    en: "These words gave no value; Space says that you have seen them. Correct the value in its own field.")
  static let longText = Phrase(
    zh: "长文字不在这里修改：请申报单位更正后重新导入，系统会并存两个版本。",
    en: "Long texts are not changed here: have the form corrected and import it again; both versions are kept.")
  static let nothingToTakeBack = Phrase(zh: "此处没有可撤回的更正。", en: "Nothing has been corrected here.")
  static let takenBack = Phrase(zh: "撤回更正，恢复来件所填", en: "taken back to what was received")
  static let sourceTitle = Phrase(zh: "原文 · ", en: "Source · ")
  static let noSourceFile = Phrase(zh: "（无来源文件）", en: "(no source file)")
  static let why = Phrase(zh: "未识别原因", en: "Not understood because")
  static let place = Phrase(zh: "所在字段", en: "Field")
  static let readAs = Phrase(zh: "读出为", en: "Read as")
  static let asWritten = Phrase(zh: "读出的内容与原文相同", en: "as written in the form")
  static let confirmedAct = Phrase(zh: "已核对", en: "Confirmed by")
  static let correctedAct = Phrase(zh: "更正人", en: "Corrected by")
  static let from = Phrase(zh: "原值", en: "From")
  static let to = Phrase(zh: "更正为", en: "To")
  static let reason = Phrase(zh: "理由", en: "Reason")
  static let doesNotCount = Phrase(
    zh: "此更正针对旧版本，现值不同，未采用。", en: "It was made to another version and does not count now.")
  static let typeReason = Phrase(zh: "更正理由（可不填），Enter 保存", en: "Why (may be left out); Enter saves")
  static let editKeys = Phrase(zh: "Enter 下一步  Esc 返回  空白＝未知", en: "Enter goes on  Esc goes back  blank = unknown")

  static func saved(_ time: String) -> Phrase {
    Phrase(zh: "已保存 \(time)，原值保留在案", en: "Saved \(time); the received value is kept")
  }

  static func change(_ from: String, _ to: String) -> Phrase { Phrase(zh: "\(from) → \(to)", en: "\(from) → \(to)") }

  static func typeValue(_ label: String, _ kind: CorrectableField.Kind) -> Phrase {
    let kind = Self.kind(kind)
    return Phrase(zh: "更正“\(label)”：\(kind.zh)", en: "Correct “\(label)”: \(kind.en)")
  }

  static func expected(_ kind: CorrectableField.Kind) -> Phrase {
    let kind = Self.kind(kind)
    return Phrase(zh: "看不懂所填内容；此处应填\(kind.zh)。", en: "This was not understood; it takes \(kind.en).")
  }

  private static func kind(_ kind: CorrectableField.Kind) -> Phrase {
    switch kind {
    case .text: Phrase(zh: "文字", en: "words")
    case .money:
      Phrase(zh: "金额，未写单位按万元，如 1200.5 或 0.12亿元", en: "an amount, in 10k CNY without a unit: 1200.5 or 0.12亿元")
    case .percent: Phrase(zh: "百分数，如 58.64", en: "a percentage: 58.64")
    case .number: Phrase(zh: "数字（单位另填）", en: "a number; its unit is a field of its own")
    case .date: Phrase(zh: "日期，如 2022-08-18", en: "a day: 2022-08-18")
    case .month: Phrase(zh: "年月，如 2021-12", en: "a month: 2021-12")
    case .dateOrMonth: Phrase(zh: "日期或年月，如 2021-12-08 或 2021-12", en: "a day or month: 2021-12-08 or 2021-12")
    case .unit: Phrase(zh: "县市区名称，如 邹城市", en: "a unit: 邹城市 or zoucheng")
    case .scenarios: Phrase(zh: "场景名称或代码，可多个，如 SC04、SC05", en: "scenarios by code or name: SC04、SC05")
    case .list: Phrase(zh: "一个或多个，用顿号分开", en: "one or more, parted by 、")
    }
  }

  static func status(_ status: VerifyState.Status) -> Phrase {
    switch status {
    case .read: Phrase(zh: "已读出", en: "read")
    case .blank: Phrase(zh: "未填", en: "blank")
    case .open: Phrase(zh: "未识别", en: "not understood")
    case .confirmed: Phrase(zh: "已核对", en: "confirmed")
    case .corrected: Phrase(zh: "已更正", en: "corrected")
    }
  }

  static func listTitle(_ shown: VerifyState.Shown, count: Int, open: Int) -> Phrase {
    let name =
      switch shown {
      case .all: Phrase(zh: "全部字段", en: "All fields")
      case .open: Phrase(zh: "待核对", en: "To be decided")
      case .changed: Phrase(zh: "已核对/已更正", en: "Confirmed or corrected")
      }
    return Phrase(zh: "\(name.zh) \(count) 项 · 未识别 \(open) 处", en: "\(name.en): \(count) · not understood: \(open)")
  }

  static func nothingHere(_ shown: VerifyState.Shown) -> Phrase {
    switch shown {
    case .all: Phrase(zh: "没有字段", en: "No fields")
    case .open: Phrase(zh: "没有未识别的内容。F7 看全部字段。", en: "Nothing is left to decide. F7 shows all fields.")
    case .changed: Phrase(zh: "还没有核对或更正过。F7 看全部字段。", en: "Nothing has been corrected yet. F7 shows all fields.")
    }
  }

  static func gap(_ path: String) -> Phrase {
    let label = label(path)
    return Phrase(zh: "〔未识别〕\(label.zh)", en: "[not understood] \(label.en)")
  }

  static func value(_ value: JSONValue) -> String {
    switch value {
    case .null: "—"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let list): list.isEmpty ? "—" : list.map(Self.value).joined(separator: "、")
    case .bool(let truth): truth ? "true" : "false"
    case .object: "…"
    }
  }

  /// The label of a field as the form prints it; the path itself where the form has none.
  static func label(_ path: String) -> Phrase {
    let parts = path.split(separator: ".").map(String.init)
    if let known = names[path] { return known }
    if parts.count == 4, parts[0] == "company", parts[1] == "finance", let name = financeNames[parts[3]] {
      return Phrase(zh: "\(name.zh) \(parts[2])", en: "\(name.en) \(parts[2])")
    }
    if parts.count == 4, parts[0] == "project", parts[1] == "operators", let name = operatorNames[parts[3]] {
      return name
    }
    if parts.count >= 2, parts[0] == "metrics", let kind = MetricClass(rawValue: parts[1]) {
      let section = Phrase.metricClass(kind)
      guard parts.count == 4, let name = metricNames[parts[3]] else { return section }
      return Phrase(zh: "\(section.zh) \(parts[2]) \(name.zh)", en: "\(section.en) \(parts[2]) \(name.en)")
    }
    return Phrase(zh: path, en: path)
  }

  private static let names: [String: Phrase] = [
    "unit": Phrase(zh: "推荐单位", en: "Recommending unit"),
    "cover.applicant": .formApplicant, "cover.projectName": Phrase(zh: "封面项目名称", en: "Project (cover)"),
    "cover.fillDate": .formFillDate, "company.name": .formCompanyName, "company.address": .formAddress,
    "company.legalRepresentative": .formLegal, "company.county": .formCounty,
    "company.registeredOn": .formRegistered, "company.registeredCapital": .formCapital,
    "company.contact.name": .formContact, "company.contact.phones": .formPhone, "company.contact.email": .formEmail,
    "company.contact.fax": .formFax, "company.business": .formBusiness, "project.name": .formProjectName,
    "project.scenarios": Phrase(zh: "所属支持范围", en: "Scenarios"),
    "project.start": Phrase(zh: "项目周期（起）", en: "Period, from"),
    "project.end": Phrase(zh: "项目周期（止）", en: "Period, to"),
    "project.period": .formPeriod, "project.completedOn": Phrase(zh: "竣工（上线）时间", en: "Completed on"),
    "project.overview": .formOverview, "project.need5G": .formNeed5G, "project.effect5G": .formEffect5G,
    "commitment.date": Phrase(zh: "承诺日期", en: "Commitment date"), "countyOpinion.text": .formCountyOpinion,
    "countyOpinion.date": Phrase(zh: "部门意见日期", en: "Date of the opinion"),
    "investment.total": Phrase(zh: "投入合计", en: "Investment, total"),
    "investment.direct": .investmentDirect, "investment.intangible": .investmentIntangible,
    "investment.other": .investmentOther,
  ]
  private static let financeNames: [String: Phrase] = [
    "debtRatio": .formDebtRatio, "revenue": .formRevenue, "profit": .formProfit,
  ]
  private static let operatorNames: [String: Phrase] = [
    "name": .formOperator, "contact": Phrase(zh: "运营商联系人", en: "Operator's contact"),
    "phones": Phrase(zh: "运营商联系方式", en: "Operator's telephone"),
  ]
  private static let metricNames: [String: Phrase] = [
    "name": Phrase(zh: "名称", en: "name"), "value": Phrase(zh: "数值", en: "value"),
    "unit": Phrase(zh: "单位", en: "unit"), "baseline": Phrase(zh: "基线", en: "baseline"),
  ]
}

extension Phrase {
  /// Why a correction is not in the file.
  init(_ error: ApplicationStore.SaveError) {
    switch error {
    case .denied(let denial): self = StoreWords.phrase(denial)
    case .otherValue(let path, let found):
      let label = VerifyWords.label(path)
      let value = display(VerifyWords.value(found))
      self.init(
        zh: "“\(label.zh)”的现值是 \(value)，与您看到的不同；没有写入。请重新打开此屏。",
        en: "“\(label.en)” is now \(value), not what you saw; nothing was written. Open this screen again.")
    case .noField(let path):
      self.init(zh: "没有字段“\(display(path))”，没有写入。", en: "There is no field “\(display(path))”; nothing was written.")
    case .problem(let problem): self = StoreWords.phrase(problem)
    case .failed(let failure): self = StoreWords.phrase(failure)
    }
  }
}
