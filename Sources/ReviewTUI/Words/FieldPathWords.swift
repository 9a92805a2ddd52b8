import Core

/// Names of fields by their dotted path, as the form prints them.
enum FieldPathWords {
  /// The name of the field at `path`; the path itself when it has none.
  static func name(_ path: String) -> Phrase {
    if let known = names[path] { return known }
    let parts = path.split(separator: ".").map(String.init)
    switch parts.first {
    case "sections" where parts.count >= 2: return section(parts[1])
    case "company" where parts.count >= 3 && parts[1] == "finance": return finance(parts[2], parts.dropFirst(3).first)
    case "project" where parts.count >= 4 && parts[1] == "operators": return partner(parts[3])
    case "metrics" where parts.count >= 2:
      if let kind = MetricClass(rawValue: parts[1]) { return Phrase.metricClass(kind) }
    case "extra" where parts.count >= 2:
      let label = display(parts.dropFirst().joined(separator: "."))
      return Phrase(zh: label, en: label)
    default: break
    }
    return Phrase(zh: display(path), en: display(path))
  }

  /// A section of the outline.
  static func section(_ number: String) -> Phrase {
    switch number {
    case "2": Phrase(zh: "二、单位情况介绍", en: "section 2, the applicant")
    case "3": Phrase(zh: "三、项目基本情况", en: "section 3, the project")
    case "4": Phrase(zh: "四、项目经济和社会效益", en: "section 4, benefits")
    case "5": Phrase(zh: "五、项目实际投入情况", en: "section 5, investment")
    case "6": Phrase(zh: "六、项目现场照片", en: "section 6, photographs")
    case "7": Phrase(zh: "七、其他需要说明的事项及证明材料", en: "section 7, proofs")
    default: Phrase(zh: "第 \(display(number)) 部分", en: "section \(display(number))")
    }
  }

  private static func finance(_ year: String, _ field: String?) -> Phrase {
    let year = display(year)
    let name: Phrase =
      switch field {
      case "debtRatio": Phrase(zh: "资产负债率", en: "debt ratio")
      case "revenue": Phrase(zh: "业务收入", en: "revenue")
      case "profit": Phrase(zh: "利润", en: "profit")
      default: Phrase(zh: "财务数据", en: "finance")
      }
    return Phrase(zh: "\(year)年\(name.zh)", en: "\(name.en) of \(year)")
  }

  private static func partner(_ field: String) -> Phrase {
    switch field {
    case "contact": Phrase(zh: "合作运营商联系人", en: "the operator's contact")
    case "phones": Phrase(zh: "合作运营商联系方式", en: "the operator's telephone")
    default: Phrase(zh: "合作运营商名称", en: "the operator's name")
    }
  }

  private static let names: [String: Phrase] = [
    "unit": Phrase(zh: "推荐单位", en: "the recommending unit"),
    "company": Phrase(zh: "申报单位基本情况", en: "the applicant"),
    "company.contact": Phrase(zh: "联系人信息", en: "the contact"),
    "company.finance": Phrase(zh: "三年财务数据", en: "three years' finance"),
    "countyOpinion": Phrase(zh: "主管部门意见", en: "the county's opinion"),
    "sections": Phrase(zh: "申报书提纲", en: "the outline"),
    "extra": Phrase(zh: "自行增加的内容", en: "added rows"),
    "intake.paperCopies": Phrase(zh: "纸质材料", en: "the paper copies"),
    "intake.electronic": Phrase(zh: "电子版", en: "the electronic version"),
    "intake.paperMatches": Phrase(zh: "电子与纸质一致", en: "the electronic text against the paper"),
    "intake.formatOk": Phrase(zh: "打印装订", en: "print and binding"),
    "intake.threeInOne": Phrase(zh: "营业执照", en: "the licence"),
    "received.byCity": Phrase(zh: "市局收件时间", en: "receipt by the city"),
    "cover.applicant": Phrase(zh: "封面“申报单位”", en: "the applicant on the cover"),
    "cover.projectName": Phrase(zh: "封面“项目名称”", en: "the project on the cover"),
    "cover.fillDate": Phrase(zh: "封面“填报日期”", en: "the date on the cover"),
    "company.name": Phrase(zh: "单位名称", en: "the applicant's name"),
    "company.address": Phrase(zh: "注册地址", en: "the registered address"),
    "company.legalRepresentative": Phrase(zh: "法人代表", en: "the legal representative"),
    "company.county": Phrase(zh: "所属县（市、区）", en: "the county"),
    "company.registeredOn": Phrase(zh: "注册时间", en: "the date of registration"),
    "company.registeredCapital": Phrase(zh: "注册资金", en: "the registered capital"),
    "company.business": Phrase(zh: "主营业务", en: "the main business"),
    "company.contact.name": Phrase(zh: "联系人", en: "the contact"),
    "company.contact.phones": Phrase(zh: "联系电话/手机", en: "the telephone"),
    "company.contact.email": Phrase(zh: "电子邮箱", en: "the e-mail address"),
    "project.name": Phrase(zh: "项目名称", en: "the project's name"),
    "project.scenarios": Phrase(zh: "所属支持范围", en: "the scenarios"),
    "project.otherScenarios": Phrase(zh: "所属支持范围", en: "the scenarios"),
    "project.operators": Phrase(zh: "合作运营商信息", en: "the partner operator"),
    "project.start": Phrase(zh: "项目周期（开始）", en: "the start of the period"),
    "project.end": Phrase(zh: "项目周期（结束）", en: "the end of the period"),
    "project.completedOn": Phrase(zh: "竣工（上线）时间", en: "the completion"),
    "project.overview": Phrase(zh: "项目概况", en: "the overview"),
    "project.need5G": Phrase(zh: "5G技术应用必要性", en: "the need for 5G"),
    "project.effect5G": Phrase(zh: "5G技术应用成效", en: "the results of 5G"),
    "metrics": Phrase(zh: "项目绩效指标", en: "the metrics"),
    "commitment.date": Phrase(zh: "真实性承诺日期", en: "the date of the commitment"),
    "commitment.sealed": Phrase(zh: "申报单位公章", en: "the applicant's seal"),
    "intake.coverSealed": Phrase(zh: "封面公章", en: "the seal on the cover"),
    "countyOpinion.sealed": Phrase(zh: "主管部门公章", en: "the county's seal"),
    "countyOpinion.text": Phrase(zh: "主管部门意见", en: "the county's opinion"),
    "countyOpinion.date": Phrase(zh: "主管部门意见日期", en: "the date of the county's opinion"),
    "investment": Phrase(zh: "项目实际投入", en: "the investment"),
    "investment.total": Phrase(zh: "项目实际总投入", en: "the total investment"),
    "investment.direct": Phrase(zh: "直接投入", en: "direct investment"),
    "investment.intangible": Phrase(zh: "无形资产投入", en: "intangible assets"),
    "investment.other": Phrase(zh: "其他相关费用", en: "other costs"),
    "investment.sources": Phrase(zh: "资金来源", en: "the sources of funds"),
    "investment.items": Phrase(zh: "投入明细", en: "the items"),
    "photos": Phrase(zh: "现场照片", en: "the photographs"),
    "attachments": Phrase(zh: "七、证明材料", en: "the proofs of section 7"),
    "summary": Phrase(zh: "推荐汇总表", en: "the summary table"),
    "letter": Phrase(zh: "推荐行文", en: "the letter of recommendation"),
  ]
}
