/// The printed words of the form (附件2): its labels with the other wordings seen in practice, and the guidance that an
/// applicant was to replace.
enum FormTemplate {
  /// What a label means, by its words without spaces, brackets and punctuation; nil for words that are no label.
  static func field(of text: String) -> FormField? {
    guard text.utf8.count <= 900 else { return nil }
    let label = withoutNumber(text)
    let short = TextFolding.bareKey(withoutBrackets(label))
    guard short.count <= 48 else { return nil }
    let full = label.utf8.count <= 240 ? TextFolding.bareKey(label) : short
    guard !full.isEmpty else { return nil }
    if let field = labels[full] ?? labels[short] { return field }
    if short.hasPrefix("项目绩效指标") || short.hasPrefix("绩效指标") { return .group }
    if short.hasSuffix("意见"), short.count <= 30, opinionGivers.contains(where: short.contains) {
      return .countyOpinion
    }
    return FormLabels.field(ofKey: short) ?? FormLabels.field(ofKey: full) ?? nearLabel(short)
  }

  private static let opinionGivers = ["部门", "主管", "推荐", "初审", "工信", "经发", "县", "审核", "上级"]

  /// Without a star or a number in front: *单位名称, 1.单位名称, （一）单位名称, ①单位名称. 5G… is no number.
  private static func withoutNumber(_ text: String) -> String {
    var rest = text[...].drop { TextFolding.isIgnored($0) || "*★＊※●■◆·•▲△".contains($0) }
    let open = rest.first.map { "（(".contains($0) } ?? false
    let inner = open ? rest.dropFirst() : rest
    let number = inner.prefix { $0.isWholeNumber || ChineseNumber.isNumeral($0) }
    guard !number.isEmpty, number.utf8.count <= 6 else { return String(rest) }
    let after = inner[number.endIndex...]
    let isCircled = number.unicodeScalars.allSatisfy { (0x2460...0x2473).contains($0.value) }
    if let mark = after.first, ")）、.．".contains(mark) {
      rest = after.dropFirst()
    } else if isCircled {
      rest = after
    }
    return String(rest)
  }

  /// What a label means in the rows of the partner operator, where 联系人 is another person.
  static func ofOperator(_ field: FormField) -> FormField {
    switch field {
    case .contact: .operatorContact
    case .phone: .operatorPhone
    case .contactAndPhone: .operatorContactAndPhone
    case .name: .operatorName
    default: field
    }
  }

  /// A label of at least five characters with one of them wrong.
  private static func nearLabel(_ key: String) -> FormField? {
    guard key.count >= 5 else { return nil }
    let characters = Array(key)
    var found: FormField?
    for (label, field) in labels where label.count == characters.count {
      let differences = zip(label, characters).count { $0 != $1 }
      guard differences == 1 else { continue }
      if let found, found != field { return nil }
      found = field
    }
    return found
  }

  /// `text` without what stands in brackets.
  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var result = ""
    for character in text {
      switch TextFolding.folded(character) {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { result.append(character) }
      }
    }
    return result
  }

  private static let labels: [String: FormField] = {
    var table: [String: FormField] = [:]
    func add(_ field: FormField, _ words: String) {
      for word in words.split(separator: " ") { table[TextFolding.bareKey(String(word))] = field }
    }
    add(.applicant, "申报单位 申报企业 申请单位 申报主体 申报单位章 申报单位盖章 申报单位公章 申报单位名称 申报企业名称")
    add(.fillDate, "填报日期 申报日期 填表日期 填报时间 申报时间 填写日期")
    add(.companyName, "单位名称 企业名称 公司名称 单位全称 企业全称")
    add(.address, "注册地址 单位地址 企业地址 公司地址 地址 住所 注册地 单位注册地址 企业注册地址 注册地址及邮编")
    add(.legalRepresentative, "法人代表 法定代表人 法人 企业法人 法人姓名 法人代表姓名 法定代表人姓名 法人代表人 单位法人")
    add(.county, "所属县市区 所属县 所属区县 所属县区 所在县市区 所在区县 县市区 所属地区 所属区域 所在地区 所在县区 所属市县")
    add(.registeredOn, "注册时间 注册日期 成立时间 成立日期 企业成立时间 注册成立时间 设立时间 单位成立时间")
    add(.registeredCapital, "注册资金 注册资本 注册资本金 注册资金万元 注册资本万元")
    add(.group, "单位情况 企业情况 申报单位情况 单位概况 企业概况 申报单位概况 申报企业概况 项目情况 单位信息 企业信息 项目信息")
    add(.contact, "联系人 联络人 联系人姓名 项目联系人 单位联系人 企业联系人 申报联系人")
    add(.phone, "联系电话手机 联系电话 手机 电话 联系方式 联系电话及手机 手机号码 移动电话 手机联系电话 手机号 固定电话 电话手机 办公电话 座机")
    add(.email, "电子邮箱 邮箱 电子邮件 email 邮件地址 电子信箱 邮箱地址 联系邮箱")
    add(.fax, "传真 传真号码 传真电话")
    add(.business, "主营业务 主营业务范围 经营范围 主要业务 主营产品 主营业务及产品 企业主营业务 单位主营业务")
    add(.year, "年度 年份 财务年度 会计年度 近三年")
    add(.debtRatio, "资产负债率 负债率 企业资产负债率")
    add(.revenue, "业务收入 营业收入 主营业务收入 销售收入 营业总收入 主营收入 业务收入万元 营业收入万元")
    add(.profit, "利润 利润总额 净利润 利润万元 营业利润 利润额")
    add(.projectName, "项目名称 场景名称 应用场景名称 项目场景名称 场景项目名称 应用场景项目名称")
    add(.scenarios, "所属支持范围 支持范围 所属典型场景支持范围 典型场景支持范围 所属场景 场景类别 所属场景类别 应用场景类别 所属支持方向 支持方向 所属范围 应用场景类型")
    add(.operators, "合作运营商信息 合作运营商 运营商信息 合作电信运营商 合作运营商情况 运营商")
    add(.name, "名称")
    add(.operatorName, "运营商名称 合作运营商名称 合作运营商全称")
    add(.operatorContact, "运营商联系人 合作运营商联系人")
    add(.operatorPhone, "运营商联系方式 合作运营商联系方式 运营商联系电话 合作运营商联系电话")
    add(.period, "项目周期 建设周期 项目建设周期 项目起止时间 起止时间 实施周期 建设期 项目实施周期 项目建设期 项目建设起止时间 起止年月 项目起止年月")
    add(.overview, "项目概况 项目简介 项目概述 项目基本概况 项目情况简介 项目概况200字以内")
    add(.need5G, "5g技术应用必要性 5g应用必要性 5g技术必要性 应用5g技术必要性 5g技术应用的必要性 应用5g技术的必要性")
    add(.effect5G, "5g技术应用成效 5g应用成效 应用5g技术成效 5g技术应用的成效 5g应用效果 5g技术应用效果 应用5g技术的成效")
    add(.metrics(.economic), "经济效益指标 经济效益 经济指标 经济性指标")
    add(.metrics(.social), "社会效益指标 社会效益 社会指标")
    add(.metrics(.technical), "技术指标 技术性能指标 主要技术指标 技术性指标")
    add(.metrics(.outcome), "成果指标 项目成果指标 主要成果指标 成果性指标")
    add(.metrics(.other), "其他指标 其它指标")
    add(.commitment, "真实性承诺 申报单位承诺 单位承诺 企业承诺 申报单位真实性承诺 企业真实性承诺 承诺")
    add(.countyOpinion, "县市区工信主管部门意见 县市区工信部门意见 主管部门意见 部门意见 推荐单位意见 推荐意见 县市区意见")
    add(.group, "单位基本情况 申报单位基本情况 企业基本情况 基本情况 场景项目简要情况 应用场景项目简要情况 项目简要情况 简要情况 项目基本情况 况 财务情况 财务状况 经营情况 近三年经营情况")
    return table
  }()

  /// Headings of sections 二 to 七 with other wordings, by number.
  static let sections: [(number: Int, titles: [String])] = [
    (2, ["单位情况介绍", "单位情况", "单位基本情况介绍", "企业情况介绍", "企业基本情况", "申报单位情况介绍", "单位介绍", "企业介绍", "企业情况"]),
    (3, ["项目基本情况", "项目情况", "项目基本情况介绍", "项目情况介绍"]),
    (4, ["项目经济和社会效益", "项目经济与社会效益", "经济和社会效益", "项目经济社会效益", "项目效益情况", "项目经济效益和社会效益", "项目效益"]),
    (5, ["项目实际投入情况", "项目投入情况", "实际投入情况", "项目投资情况", "项目实际投资情况", "项目投入"]),
    (6, ["项目现场照片", "现场照片", "项目照片", "项目现场图片", "现场图片", "项目应用场景现场照片"]),
    (7, ["其他需要说明的事项及证明材料", "其它需要说明的事项及证明材料", "其他需要说明的事项", "证明材料", "其他事项及证明材料", "其他说明事项及证明材料", "其他证明材料", "附件及证明材料"]),
  ]

  /// The same, folded for comparing.
  static let sectionKeys: [(number: Int, titles: [String])] = sections.map {
    ($0.number, $0.titles.map(TextFolding.bareKey))
  }

  /// Titles of the sections' own parts, which stand in a blank form too.
  static let skeleton: Set<String> = ["1项目概述", "项目概述", "2项目的建设内容", "项目的建设内容", "项目实际投入包括"]

  /// What content controls show while nothing is filled in; other programs save it as if it were.
  static let prompts = [
    "单击此处输入文字。", "单击或点击此处输入文字。", "点击此处输入文字。", "单击此处输入日期。", "单击或点击以输入日期。", "选择一项。",
    "Click or tap here to enter text.", "Click here to enter text.", "Choose an item.",
  ]

  /// Guidance in the cells of the table, without brackets.
  static func guidance(of field: FormField) -> [String] {
    switch field {
    case .need5G: ["项目中的技术瓶颈和5G技术的优势"]
    case .effect5G: ["应用5G技术解决原有技术瓶颈的情况"]
    case .metrics(.economic): ["提供项目实施当年主营业务收入、净利润、纳税总额和其他认为有必要提供的能够体现项目经济效益的其他经济指标"]
    case .metrics(.social): ["项目实施后，可对推动技术进步、产业发展、环境保护等方面所起的作用。申报单位根据项目实际情况填写"]
    case .metrics(.technical): ["项目建成和实现收入所依托的系统的性能指标、容量指标等"]
    case .metrics(.outcome): ["项目建成可形成的商业模式、新产品、标准等"]
    case .metrics(.other): ["除上述指标外的可以通过客观作证再聊判定达到与否的其他指标，如行业地位、服务范围等"]
    case .overview: ["200字以内"]
    default: []
    }
  }

  /// Guidance paragraphs of sections 二 to 七.
  static func guidance(ofSection number: Int) -> [String] {
    switch number {
    case 2: ["企业成立时间、注册情况、业务范围、资质情况、业务开展情况、总体人员情况、技术/服务团队情况、自主技术研发情况、特色优势、行业影响力等。"]
    case 3:
      [
        "项目的建设背景及基础；市场需求分析；项目实施后对企业、行业、产业或社会发展的促进意义和示范意义等。",
        "本项目5G技术应用必要性及成效；核心技术路线；关键创新点；项目技术成果等；项目建设先进性（与项目实施前的效果及国内外先进水平的比较，对项目建设的前景进行分析）等。",
      ]
    case 4:
      [
        "项目实施的典型案例；项目的绩效指标分析（作为项目评审的重要依据），所提出的指标不低于3个（包括但不限于：技术指标；项目产品或服务产生的经济效益；项目实施产生的社会效益）。"
      ]
    case 5:
      [
        "投入及资金来源；资金主要用途等。", "项目实际投入包括：",
        "1.直接投入。项目研发直接消耗的材料、产品模具等费用，项目研发过程中所必需的模组、仪器、设备，网络、计算、存贮资源等购置费、租赁费等实际支出。",
        "2.无形资产投入。用于研发的软件、专利权、非专利技术等的购置费、租赁费、许可费等实际支出。",
        "3.其他相关费用。与研发活动直接相关的其他费用，包括技术资料费、专家咨询费等费用。",
      ]
    case 6: ["5G+项目应用场景现场照片，要求不少于3张。照片高清电子版可在电子版申报材料后另附，并一同报送。"]
    case 7: ["企业营业执照复印件；相关合同、支付凭证；项目竣工（上线）并投入使用的相关证明；其他需要重点说明的项目情况等证明材料等。"]
    default: []
    }
  }
}
