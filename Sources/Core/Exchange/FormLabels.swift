/// Recognises the labels of the form (附件2) by what they are made of: a core word that says what is meant, and words
/// around it that add nothing (企业, 申报, 情况…). Offices reword the printed labels in more ways than a list could hold.
enum FormLabels {
  private struct Rule {
    let field: FormField
    let cores: [[UInt32]]
    /// Words that may stand around the core, besides ``fillers``.
    let others: [[UInt32]]

    init(_ field: FormField, _ cores: String, _ others: String = "") {
      self.field = field
      self.cores = FormLabels.words(cores)
      self.others = FormLabels.words(others)
    }
  }

  /// The longest label without its brackets.
  private static let longest = 24

  /// What a label means; `key` is folded and holds letters and digits only.
  static func field(ofKey key: String) -> FormField? {
    let letters = key.unicodeScalars.prefix(longest + 1).map(\.value)
    guard (2...longest).contains(letters.count) else { return nil }
    for rule in rules {
      for core in rule.cores where letters.count >= core.count {
        for start in 0...(letters.count - core.count) where letters[start] == core[0] {
          guard letters[start..<start + core.count].elementsEqual(core) else { continue }
          if isFilling(letters[..<start], rule.others), isFilling(letters[(start + core.count)...], rule.others) {
            return rule.field
          }
        }
      }
    }
    return nil
  }

  /// Whether `letters` are made up of filling words alone.
  private static func isFilling(_ letters: ArraySlice<UInt32>, _ others: [[UInt32]]) -> Bool {
    if letters.isEmpty { return true }
    // Which places can be reached from the start by whole words.
    var reached = [Bool](repeating: false, count: letters.count + 1)
    reached[0] = true
    for place in 0..<letters.count where reached[place] {
      let rest = letters[(letters.startIndex + place)...]
      for list in [others, fillers] {
        for word in list where rest.starts(with: word) { reached[place + word.count] = true }
      }
    }
    return reached[letters.count]
  }

  private static func words(_ text: String) -> [[UInt32]] {
    text.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static let fillers = words(
    "企业 单位 公司 申报 申请 主体 本 我 的 及 和 与 或 等 必填 全称 详细 详 具体 信息 情况 填写 请 应用 场景")

  /// In this order: a label that says more comes before one that is part of it.
  private static let rules: [Rule] = [
    Rule(
      .contactAndPhone,
      "联系人及联系方式 联系人及联系电话 联系人及电话 联系人电话 联系人联系电话 联系人和电话 联系人及手机 联系人联系方式 联系人手机 联系人姓名电话 联系人姓名及电话 联系人姓名及联系方式", "项目 手机 号码"),
    Rule(.operatorContactAndPhone, "运营商联系人及联系方式 运营商联系人及电话 运营商联系人电话 运营商联系人及联系电话 运营商联系人联系方式 运营商联系人和电话", "合作 电信 手机"),
    Rule(.operatorContact, "运营商联系人 运营商联络人", "合作 电信 通信 姓名"),
    Rule(.operatorPhone, "运营商联系方式 运营商联系电话 运营商电话 运营商手机", "合作 电信 通信 号码"),
    Rule(.operatorName, "运营商名称", "合作 电信 通信 基础"),
    Rule(.operators, "运营商", "合作 电信 通信 基础 网络 伙伴"),
    Rule(.legalRepresentative, "法定代表人 法人代表 法人代表人 法人", "姓名 负责人 签字 名称"),
    Rule(.registeredCapital, "注册资金 注册资本", "金 万元 人民币 元 亿元 实缴 认缴"),
    Rule(.registeredOn, "注册时间 注册日期 成立时间 成立日期 设立时间 设立日期 登记时间 登记日期 创办时间 注册年月 成立年月", "注册 成立 工商 设立 登记 时间 日期 年月日"),
    Rule(.address, "注册地址 注册地 地址 住所 注册住所", "注册 办公 邮编 所在地 工商 登记 营业执照"),
    Rule(.county, "县市区 区县 县区 市县 市县区 县市 县 地区 区域 区市县", "所属 所在 注册 注册地 属地 归属 推荐 名称 区划 行政 济宁市"),
    Rule(.email, "电子邮箱 电子邮件 邮箱 email mail 电子信箱 信箱", "联系 地址 电子 e 联系人 或 qq"),
    Rule(.phone, "电话 手机 联系方式 移动电话 座机", "联系 号码 号 固定 办公 移动 联系人 手机 电话 传真 座机 固话 项目 常用 区号"),
    Rule(.fax, "传真", "号码 电话 号 机"),
    Rule(.contact, "联系人 联络人 联系人员", "姓名 职务 项目 职位 部门 名称 联系"),
    Rule(.business, "主营业务 经营范围 主要业务 主营产品 主要产品 业务范围 主营范围", "产品 范围 主要 介绍 简介 简述 主营 业务 经营 服务"),
    Rule(.debtRatio, "资产负债率 负债率", "年末 期末 %"),
    Rule(.revenue, "业务收入 营业收入 销售收入 主营收入 营收", "主营 总 年 额 万元 元 亿元 业务 年度 营业 总额 销售"),
    Rule(.profit, "利润 利润总额 净利润 利润额", "净 年 额 总 总额 营业 税后 税前 万元 元 亿元 年度"),
    Rule(.periodStart, "开始时间 开工时间 起始时间 启动时间 开始日期 开工日期 起始日期 启动日期 开工年月 开始年月 起始年月", "项目 建设 实施"),
    Rule(.periodEnd, "结束时间 完成时间 截止时间 终止时间 结束日期 完成日期 截止日期 结束年月 完成年月 完工时间 完工日期", "项目 建设 实施 计划 预计"),
    Rule(.completedOn, "竣工时间 竣工日期 上线时间 上线日期 投运时间 竣工年月 投产时间 投入使用时间 投用时间 验收时间 竣工", "项目 实际 竣工 上线 建成 投入使用 投用 时间 日期 系统 正式"),
    Rule(
      .period, "项目周期 建设周期 实施周期 起止时间 起止年月 起止日期 建设期 实施期 项目期限 建设期限 项目时间 建设时间 实施时间 执行期 建设工期 实施期限 周期",
      "项目 建设 实施 起止 时间 年月 期限 日期"),
    Rule(.projectName, "项目名称 场景名称 案例名称", "申报 项目 典型 名称 5g 工业互联网"),
    Rule(.scenarios, "支持范围 支持方向 场景类别 场景类型 所属场景 场景方向 申报方向 所属方向 场景名称类别 申报类别 所属领域 所属类别", "所属 典型 类别 项目 可多选 多选 选择 范围 可 勾选"),
    Rule(.overview, "项目概况 项目简介 项目概述 项目基本概况 项目简述 项目内容简介 项目内容简述 项目内容概述", "项目 简要 基本 主要 字以内 200 限 不超过 字 内容 以内 控制在"),
    Rule(.need5G, "必要性", "5g 技术 采用 使用 项目 分析 建设 说明 应用5g"),
    Rule(.effect5G, "应用成效 应用效果 技术成效 技术效果 5g成效 5g效果 应用效益 取得成效", "5g 技术 采用 使用 项目 分析 说明 取得"),
    Rule(.metrics(.economic), "经济效益指标 经济效益 经济指标 经济性指标 经济类指标", "指标 项目 主要 类 绩效 预期 量化 分析"),
    Rule(.metrics(.social), "社会效益指标 社会效益 社会指标 社会性指标 社会类指标", "指标 项目 主要 类 绩效 预期 量化 分析"),
    Rule(.metrics(.technical), "技术指标 技术性指标 技术性能指标 技术类指标", "项目 主要 性能 类 绩效 量化 关键 核心"),
    Rule(.metrics(.outcome), "成果指标 成果性指标 成果类指标", "项目 主要 类 绩效 量化 技术 预期 产出"),
    Rule(.metrics(.other), "其他指标 其它指标 其他绩效指标 其它绩效指标 其他类指标", "项目 绩效 类 需要说明"),
    Rule(.commitment, "真实性承诺 真实性声明 承诺书 承诺 真实性承诺书", "材料 真实性 声明 真实 法人 代表 意见"),
    Rule(.companyName, "单位名称 企业名称 公司名称 主体名称 单位全称 企业全称 公司全称 单位名 机构名称 申请人名称", "名称 中文 公章 盖章 加盖"),
    Rule(
      .group, "概况 基本情况 简要情况 财务情况 财务状况 经营情况 财务指标 财务数据 主要财务指标 经营状况 主要经济指标", "项目 基本 简要 近三年 三年 财务 主要 近 年 万元 5g 2019 2021"),
  ]
}
