import Core

/// Labels of the application form (附件2), as the form prints them.
extension Phrase {
  static let formCover = Phrase(zh: "封面", en: "Cover")
  static let formID = Phrase(zh: "申报编号", en: "Application id")
  static let formApplicant = Phrase(zh: "申报单位", en: "Applicant")
  static let formProjectName = Phrase(zh: "项目名称", en: "Project")
  static let formFillDate = Phrase(zh: "填报日期", en: "Filled in on")
  static let formReceived = Phrase(zh: "市局收件", en: "Received by city")
  static let formSource = Phrase(zh: "来源文件", en: "Source file")
  static let formCompany = Phrase(zh: "一、申报单位基本情况", en: "1. Applicant")
  static let formCompanyName = Phrase(zh: "单位名称", en: "Name")
  static let formAddress = Phrase(zh: "注册地址", en: "Registered address")
  static let formLegal = Phrase(zh: "法人代表", en: "Legal representative")
  static let formCounty = Phrase(zh: "所属县（市、区）", en: "County")
  static let formRegistered = Phrase(zh: "注册时间", en: "Registered on")
  static let formCapital = Phrase(zh: "注册资金", en: "Registered capital")
  static let formContact = Phrase(zh: "联系人", en: "Contact")
  static let formPhone = Phrase(zh: "联系电话/手机", en: "Telephone")
  static let formEmail = Phrase(zh: "电子邮箱", en: "E-mail")
  static let formFax = Phrase(zh: "传真", en: "Fax")
  static let formBusiness = Phrase(zh: "主营业务", en: "Main business")
  static let formFinance = Phrase(zh: "三年财务", en: "Three years' finance")
  static let formDebtRatio = Phrase(zh: "资产负债率", en: "Debt ratio")
  static let formRevenue = Phrase(zh: "业务收入", en: "Revenue")
  static let formProfit = Phrase(zh: "利润", en: "Profit")
  static let formProject = Phrase(zh: "应用场景项目简要情况", en: "Project")
  static let formOperator = Phrase(zh: "合作运营商", en: "Operator")
  static let formPeriod = Phrase(zh: "项目周期", en: "Period")
  static let formOverview = Phrase(zh: "项目概况", en: "Overview")
  static let formNeed5G = Phrase(zh: "5G技术应用必要性", en: "Need for 5G")
  static let formEffect5G = Phrase(zh: "5G技术应用成效", en: "Results of 5G")
  static let formMetrics = Phrase(zh: "项目绩效指标", en: "Performance metrics")
  static let formCommitment = Phrase(zh: "真实性承诺与主管部门意见", en: "Commitment and county opinion")
  static let formSealed = Phrase(zh: "盖章", en: "Sealed")
  static let formDate = Phrase(zh: "日期", en: "Date")
  static let formCountyOpinion = Phrase(zh: "部门意见", en: "County opinion")
  static let formInvestment = Phrase(zh: "项目实际投入", en: "Investment")
  static let investmentTotal = Phrase(zh: "合计", en: "Total")
  static let investmentDirect = Phrase(zh: "直接投入", en: "Direct")
  static let investmentIntangible = Phrase(zh: "无形资产投入", en: "Intangible")
  static let investmentOther = Phrase(zh: "其他相关费用", en: "Other costs")
  static let investmentSource = Phrase(zh: "资金来源", en: "Source of funds")
  static let moneyUnit = Phrase(zh: " 万元", en: " ×10k CNY")
  static let about = Phrase(zh: "约", en: "about ")
  static let formPhotos = Phrase(zh: "现场照片", en: "Photographs")
  static let formAttachments = Phrase(zh: "照片与证明材料", en: "Photographs and proofs")
  static let formExtra = Phrase(zh: "申报单位自行增加的内容", en: "Rows added by the applicant")
  static let formUnparsed = Phrase(zh: "未识别的内容", en: "Not understood")
  static let nothingUnparsed = Phrase(zh: "没有未识别的内容", en: "Everything was understood")
  static let formRaw = Phrase(zh: "原文", en: "The form's own words")
  static let noFile = Phrase(zh: "（未附文件）", en: "(no file)")
  static let unrecognised = Phrase(zh: "未识别", en: "not understood")

  static func sectionMissing(_ number: String) -> Phrase {
    let names = ["2": "二", "3": "三", "4": "四", "5": "五", "6": "六", "7": "七"]
    return Phrase(zh: "\(names[number] ?? number)、（原文无此标题）", en: "\(number). (no such heading in the form)")
  }

  static func metricClass(_ kind: MetricClass) -> Phrase {
    switch kind {
    case .economic: Phrase(zh: "经济效益指标", en: "Economic")
    case .social: Phrase(zh: "社会效益指标", en: "Social")
    case .technical: Phrase(zh: "技术指标", en: "Technical")
    case .outcome: Phrase(zh: "成果指标", en: "Outcome")
    case .other: Phrase(zh: "其他指标", en: "Other")
    }
  }

  static func compareSection(_ section: CompareState.Section) -> Phrase {
    switch section {
    case .metrics: Phrase(zh: "绩效指标对比", en: "Metrics")
    case .finance: Phrase(zh: "财务对比", en: "Finance")
    case .investment: Phrase(zh: "投入对比（万元）", en: "Investment (10k CNY)")
    case .overview: Phrase(zh: "项目概况对比", en: "Overview")
    case .need5G: Phrase(zh: "5G必要性对比", en: "Need for 5G")
    case .effect5G: Phrase(zh: "5G成效对比", en: "Results of 5G")
    }
  }
  static let compareNote = Phrase(zh: "★最优  —未填", en: "★ best  — blank")
  static let noMetrics = Phrase(zh: "这些申报中没有识别出量化指标", en: "No quantified metric was found in these applications")
  static let lastColumn = Phrase(zh: "只有一份申报，不能再移去", en: "Only one application is left")
}
