import Core

extension FormFact {
  /// Numbers of things and lengths of texts.
  func countPhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .metricsTooFew(let found, let minimum):
      Phrase(
        zh: "五类绩效指标中有数值和单位的只有 \(found) 项，应不少于 \(minimum) 项。请补充量化指标。",
        en: "only \(found) metrics have a number and a unit; at least \(minimum) are asked for. Ask for more.")
    case .metricClassBlank(let kind):
      Phrase(
        zh: "\(Phrase.metricClass(kind).zh)没有填写；技术、经济、社会三类都应有指标。请补充。",
        en: "the \(Phrase.metricClass(kind).en) class is blank; technical, economic and social ones are asked for.")
    case .metricClassUnquantified(let kind):
      Phrase(
        zh: "\(Phrase.metricClass(kind).zh)只有文字，没有可量化的数值。",
        en: "the \(Phrase.metricClass(kind).en) class has words but no number.")
    case .photosTooFew(let found, let minimum, let same, let empty):
      Phrase(
        zh: "不同的现场照片只有 \(found) 张，应不少于 \(minimum) 张"
          + (same > 0 ? "（另有 \(same) 张与前面的是同一个文件）" : "") + (empty > 0 ? "（另有 \(empty) 张是空文件）" : "")
          + "。请补充照片。",
        en: "only \(found) different photographs; at least \(minimum) are asked for"
          + (same > 0 ? " (\(same) more repeat a file)" : "") + (empty > 0 ? " (\(empty) more are empty)" : "") + ".")
    case .textTooLong(let words, let characters, let maximum):
      Phrase(
        zh: "\(field.zh) \(words) 字（按 Word 字数；不计空格的字符数 \(characters)），应在 \(maximum) 字以内。请精简。",
        en:
          "\(field.en) has \(words) words as Word counts (\(characters) characters); at most \(maximum). Have it shortened."
      )
    case .textLongByCharacters(let words, let characters, let maximum):
      Phrase(
        zh: "\(field.zh)按 Word 字数为 \(words) 字，未超过 \(maximum) 字；不计空格的字符数为 \(characters)。",
        en: "\(field.en) has \(words) words as Word counts, within \(maximum); \(characters) characters.")
    case .textShort(let words):
      Phrase(
        zh: "\(field.zh)只有 \(words) 字，可能没有把要求的内容写清。", en: "\(field.en) has only \(words) words; perhaps too short.")
    default: nil
    }
  }

  /// Proofs, seals, paper.
  func paperPhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .proofMissing(let proof):
      Phrase(
        zh: "“七”中没有列出\(Self.name(proof).zh)，应当提供。请要求补充。",
        en: "section 7 does not name \(Self.name(proof).en), which is asked for. Ask for it.")
    case .proofUnclear(let proof):
      Phrase(
        zh: "“七”中没有看到\(Self.name(proof).zh)，可能另附或用了别的名称。请查纸质材料。",
        en: "section 7 does not clearly name \(Self.name(proof).en); it may come apart. Look in the papers.")
    case .sealMissing:
      Phrase(zh: "\(field.zh)没有盖。请要求补盖。", en: "\(field.en) is missing. Have it put on.")
    case .signedLate(let date, let limit):
      Phrase(
        zh: "\(field.zh) \(display(date)) 晚于 \(Moment.text(limit))。请核对。",
        en: "\(field.en), \(display(date)), is after \(Moment.text(limit)). Check it.")
    case .countyOpinionIncomplete(let text, let date):
      Phrase(
        zh: "主管部门意见栏" + (text ? "" : "没有意见") + (!text && !date ? "，" : "") + (date ? "" : "没有日期")
          + "；应有意见、盖章和日期。请看纸质材料或请县（市、区）补上。",
        en: "the county's box lacks " + (text ? "" : "an opinion") + (!text && !date ? " and " : "")
          + (date ? "" : "a date")
          + "; opinion, seal and date are asked for. See the paper or ask the county.")
    case .paperMissing:
      Phrase(zh: "没有收到纸质材料，应有 1 份。请要求补交。", en: "no paper copy came; one is asked for.")
    case .electronicMissing: Phrase(zh: "没有收到电子版。请要求补交。", en: "no electronic version came. Ask for it.")
    case .paperDiffers:
      Phrase(zh: "电子文本与纸质材料不一致。请确定以哪份为准。", en: "the electronic text is not the paper's. Decide which counts.")
    case .formatDiffers:
      Phrase(zh: "打印、字体或装订与要求不同。只作提示，不影响受理。", en: "print, fonts or binding differ. For information only.")
    case .summaryMissing:
      Phrase(
        zh: "有申报书，还没有导入本县（市、区）的推荐汇总表（附件3）。请导入；确未报送的，请催报。",
        en: "there are forms, but the county's summary table (annex 3) was not imported. Import it, or ask for it.")
    case .letterUnknown:
      Phrase(zh: "没有登记推荐行文。请查收到的纸质文件。", en: "no letter of recommendation is recorded. Look in the papers.")
    case .judge(let judgement): Self.question(judgement)
    default: nil
    }
  }

  private static func name(_ proof: Proof) -> Phrase {
    switch proof {
    case .licence: Phrase(zh: "企业营业执照复印件", en: "the business licence")
    case .use: Phrase(zh: "竣工（上线）并投入使用的证明", en: "a proof of completion and use")
    case .contracts: Phrase(zh: "相关合同、支付凭证", en: "contracts and vouchers")
    }
  }

  private static func question(_ judgement: Judgement) -> Phrase {
    switch judgement {
    case .operation: Phrase(zh: "是否已实际经营满一年，由人工判断。", en: "a person judges whether it has worked for a year.")
    case .industry: Phrase(zh: "是否工业和信息化类企业，由人工判断。", en: "a person judges whether it is a company of industry or IT.")
    case .mainBusiness: Phrase(zh: "主要业务是否在本市，由人工判断。", en: "a person judges whether its main business is here.")
    case .feasibility: Phrase(zh: "绩效指标是否客观可行，由人工判断。", en: "a person judges whether the metrics are real and feasible.")
    case .combinedLicence:
      Phrase(zh: "营业执照是否三证合一，请看复印件。", en: "see in the copy whether the licence is the combined one.")
    case .seals: Phrase(zh: "封面和承诺处的单位公章，请看纸质材料。", en: "see the seals on the cover and the commitment on paper.")
    case .countySeal: Phrase(zh: "主管部门的公章，请看纸质材料。", en: "see the county's seal on paper.")
    case .copies: Phrase(zh: "是否收到纸质 1 份和电子版，请登记。", en: "record whether one paper copy and the electronic one came.")
    case .sameText: Phrase(zh: "电子文本与纸质材料是否一致，请核对。", en: "compare the electronic text with the paper.")
    case .format: Phrase(zh: "打印、字体和装订是否符合要求，请看纸质材料。", en: "see print, fonts and binding on paper.")
    case .innovation:
      Phrase(zh: "创新性、示范性、可推广性由评审专家判断。", en: "reviewers judge innovation, demonstration and replicability.")
    case .conditions:
      Phrase(zh: "是否具备所选场景的基础条件，由评审和现场核查判断。", en: "review and visit judge the conditions of the scenarios.")
    }
  }
}
