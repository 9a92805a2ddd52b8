import Core

extension FormFact {
  /// Single fields.
  func fieldPhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .blank: Phrase(zh: "\(field.zh)没有填写。请申报单位补填。", en: "\(field.en) is blank. Have it filled in.")
    case .notUnderstood(let text):
      Phrase(
        zh: "\(field.zh)写作\(quoted(text).zh)，程序无法识别。请看原文判断，可在申报中更正。",
        en:
          "\(field.en) reads \(quoted(text).en), which the program does not understand. See the form; it may be corrected."
      )
    case .sectionBlank(let number):
      Phrase(
        zh: "“\(FieldPathWords.section(number).zh)”没有内容；应按提纲编制。请补充。",
        en: "\(FieldPathWords.section(number).en) has no words; the whole outline is asked for.")
    case .coverDiffers(let cover, let form):
      Phrase(
        zh: "\(field.zh)为\(quoted(cover).zh)，表内为\(quoted(form).zh)，应当一致。请判断以哪个为准。",
        en: "\(field.en) is \(quoted(cover).en), in the table \(quoted(form).en); they should agree.")
    case .scenarioUnlisted(let text):
      Phrase(
        zh: "\(quoted(text).zh)不是通知列出的场景。请判断属于哪一类。",
        en: "\(quoted(text).en) is none of the notice's scenarios. Decide which it belongs to.")
    case .scenarioByFormat:
      Phrase(
        zh: "所选场景只靠加粗、下划线或颜色表示。请看原表确认。", en: "the choice shows only by bold, underline or colour. See the form.")
    case .scenarioUnmarked:
      Phrase(
        zh: "保留了全部场景名称，没有勾选任何一个。请申报单位明确。", en: "the whole list stands there and none is marked. Ask which.")
    case .scenarioWording(let form, let name):
      Phrase(
        zh: "表样印作\(quoted(form).zh)，申报指南为\(quoted(name).zh)，按同一场景处理。",
        en: "the form prints \(quoted(form).en), the guide \(quoted(name).en): the same scenario.")
    case .countyAlias(let written, let name):
      Phrase(
        zh: "\(field.zh)写作\(quoted(written).zh)，按\(quoted(name).zh)处理。",
        en: "\(field.en) is written \(quoted(written).en), taken as \(quoted(name).en).")
    case .periodReversed(let start, let end):
      Phrase(
        zh: "项目周期从 \(display(start)) 到 \(display(end))，结束早于开始。请更正。",
        en: "the period runs from \(display(start)) to \(display(end)), which is backwards. Have it corrected.")
    case .phoneInvalid(let text):
      Phrase(
        zh: "\(quoted(text).zh)不是 11 位手机号，也不是带区号的固定电话。请核对。",
        en: "\(quoted(text).en) is neither an 11-digit mobile number nor one with its area code. Check it.")
    case .emailInvalid(let text):
      Phrase(
        zh: "电子邮箱\(quoted(text).zh)不完整，应有且只有一个 @。请核对。",
        en: "\(quoted(text).en) is no complete address with one @. Check it.")
    case .filedTwice(let other):
      Phrase(
        zh: "与 \(display(other)) 的单位和项目相同，可能重复申报。请判断保留哪份。",
        en: "the same company and project as \(display(other)). Decide which one stays.")
    case .creditCodeInvalid(let text):
      Phrase(
        zh: "统一社会信用代码\(quoted(text).zh)校验不符，可能抄写有误。",
        en: "the credit code \(quoted(text).en) does not pass its check; perhaps miscopied.")
    default: nil
    }
  }

  /// Figures that do not fit.
  func figurePhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .beforeFoundation(let year):
      Phrase(
        zh: "\(year)年早于单位注册，该年财务数据可以不填。", en: "\(year) is before the company's registration: no figures are needed.")
    case .ratioOutOfRange(let text):
      Phrase(
        zh: "\(field.zh)为 \(display(text))%，不在 0 到 100% 之间。请核对是否属实。",
        en: "\(field.en) is \(display(text)) %, outside 0 to 100 %. Check whether it is so.")
    case .incomeNegative(let text):
      Phrase(
        zh: "\(field.zh)为 \(display(text)) 万元，不应为负。请更正。",
        en: "\(field.en) is \(display(text)) ×10k CNY; it cannot be negative.")
    case .profitAboveIncome(let profit, let income):
      Phrase(
        zh: "\(field.zh) \(display(profit)) 万元超过业务收入 \(display(income)) 万元。请核对。",
        en: "\(field.en), \(display(profit)), is more than the revenue, \(display(income)) (×10k CNY). Check it.")
    case .scaleSuspect(let value, let other):
      Phrase(
        zh: "\(field.zh) \(display(value)) 与 \(display(other)) 相差千倍以上，可能把元写成了万元。请核对单位。",
        en:
          "\(field.en), \(display(value)), is over a thousand times off \(display(other)): yuan for 10k yuan? Check the unit."
      )
    case .figureDiffers(let name, let here, let there, let place):
      Phrase(
        zh: "\(quoted(name).zh)在绩效指标中为 \(display(here))，在\(Self.place(place).zh)中为 \(display(there))，前后不一致。请核实。",
        en:
          "\(quoted(name).en) is \(display(here)) among the metrics and \(display(there)) in \(Self.place(place).en). Which is right?"
      )
    case .basicMetricsMissing:
      Phrase(
        zh: "经济效益指标没有提到主营业务收入、净利润、纳税总额。", en: "neither revenue, net profit nor tax is named among the economic metrics."
      )
    case .investmentUnknown:
      Phrase(zh: "没有读到投入金额。请看“五”的原文。", en: "no amount of the investment was found. See section 5.")
    case .amountNotPositive(let text):
      Phrase(
        zh: "\(field.zh)为 \(display(text)) 万元，应大于 0。请更正。",
        en: "\(field.en) is \(display(text)) ×10k CNY; it should be above 0.")
    case .sumDiffers(let sum, let total):
      Phrase(
        zh: "\(field.zh)：各项之和 \(display(sum)) 万元，与总投入 \(display(total)) 万元不符。请更正。",
        en:
          "\(field.en): the parts add up to \(display(sum)), the total is \(display(total)) (×10k CNY). Have it corrected."
      )
    case .itemsDiffer(let sum, let total):
      Phrase(
        zh: "投入明细之和 \(display(sum)) 万元，与小计 \(display(total)) 万元不符；可能没有列全。请核对。",
        en:
          "the items add up to \(display(sum)), the subtotal is \(display(total)) (×10k CNY); perhaps not all are listed."
      )
    default: nil
    }
  }

  private static func place(_ place: FigurePlace) -> Phrase {
    switch place {
    case .analysis: Phrase(zh: "“四”的指标分析", en: "the analysis of section 4")
    case .finance: Phrase(zh: "三年财务数据", en: "the finance rows")
    }
  }
}
