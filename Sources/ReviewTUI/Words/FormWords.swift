import Core

/// The labels of the application form (附件2).
enum FormWords {
  static let unknown = Phrase(zh: "未填", en: "not given")
  static let basics = Phrase(zh: "申报书", en: "Application")
  static let id = Phrase(zh: "编号", en: "Id")
  static let company = Phrase(zh: "申报单位", en: "Company")
  static let project = Phrase(zh: "项目名称", en: "Project")
  static let unit = Phrase(zh: "推荐单位", en: "Recommended by")
  static let received = Phrase(zh: "市局收到", en: "Received by the city")
  static let fillDate = Phrase(zh: "填报日期", en: "Filled in on")
  static let companyHeading = Phrase(zh: "申报单位基本情况", en: "Company")
  static let address = Phrase(zh: "注册地址", en: "Address")
  static let legalRepresentative = Phrase(zh: "法人代表", en: "Legal representative")
  static let county = Phrase(zh: "所属县（市、区）", en: "County")
  static let registeredOn = Phrase(zh: "注册时间", en: "Registered on")
  static let registeredCapital = Phrase(zh: "注册资金（万元）", en: "Registered capital (10k CNY)")
  static let business = Phrase(zh: "主营业务", en: "Main business")
  static let contact = Phrase(zh: "联系人", en: "Contact")
  static let phones = Phrase(zh: "联系电话", en: "Telephone")
  static let email = Phrase(zh: "电子邮箱", en: "E-mail")
  static let projectHeading = Phrase(zh: "应用场景项目简要情况", en: "Project")
  static let scenarios = Phrase(zh: "所属支持范围", en: "Scenarios")
  static let operators = Phrase(zh: "合作运营商", en: "Operators")
  static let period = Phrase(zh: "项目周期", en: "Period")
  static let completedOn = Phrase(zh: "竣工（上线）时间", en: "Completed on")
  static let overview = Phrase(zh: "项目概况", en: "Overview")
  static let need5G = Phrase(zh: "5G技术应用必要性", en: "Need for 5G")
  static let effect5G = Phrase(zh: "5G技术应用成效", en: "Results of 5G")
  static let metrics = Phrase(zh: "项目绩效指标", en: "Performance metrics")
  static let investment = Phrase(zh: "项目实际投入（万元）", en: "Investment (10k CNY)")
  static let total = Phrase(zh: "合计", en: "Total")
  static let direct = Phrase(zh: "直接投入", en: "Direct")
  static let intangible = Phrase(zh: "无形资产投入", en: "Intangible assets")
  static let other = Phrase(zh: "其他相关费用", en: "Other")
  static let photos = Phrase(zh: "现场照片", en: "Photographs")
  static let attachments = Phrase(zh: "证明材料", en: "Attachments")
  static let unparsed = Phrase(zh: "未能识别的内容", en: "Not understood")

  static func section(_ number: String) -> Phrase { Phrase(zh: "第 \(number) 部分", en: "Section \(number)") }

  static func finance(_ debtRatio: String?, _ revenue: String?, _ profit: String?) -> Phrase {
    Phrase(
      zh: "资产负债率 \(debtRatio ?? unknown.zh)%，业务收入 \(revenue ?? unknown.zh) 万元，利润 \(profit ?? unknown.zh) 万元",
      en:
        "debt ratio \(debtRatio ?? unknown.en) %, revenue \(revenue ?? unknown.en), profit \(profit ?? unknown.en) (10k CNY)"
    )
  }

  static func baseline(_ text: String) -> Phrase { Phrase(zh: "（原 \(text)）", en: " (was \(text))") }

  static func metricClass(_ kind: MetricClass) -> Phrase {
    switch kind {
    case .economic: Phrase(zh: "经济效益指标", en: "Economic")
    case .social: Phrase(zh: "社会效益指标", en: "Social")
    case .technical: Phrase(zh: "技术指标", en: "Technical")
    case .outcome: Phrase(zh: "成果指标", en: "Outcome")
    case .other: Phrase(zh: "其他指标", en: "Other")
    }
  }
}
