/// What a column of the summary table (附件3) holds.
enum SummaryField: String, CaseIterable, Sendable {
  case seq, company, projectName, scopeAndSummary, scope, summary, investment, completed, contactAndPhones, contact,
    phones, remark

  /// The meaning of a heading, by its words without spaces, brackets and punctuation; nil for a column of the county's own.
  init?(heading text: String) {
    guard text.utf8.count <= 240 else { return nil }
    let key = TextFolding.bareKey(text)
    guard !key.isEmpty, key.count <= 40 else { return nil }
    func has(_ words: String...) -> Bool { words.contains(where: key.contains) }
    // Of another person or thing than the applicant's.
    if has("运营商", "法人", "法定代表", "邮箱", "电子邮件", "信用代码", "推荐单位", "县市区", "区县", "传真", "地址", "注册", "审核", "推荐意见") {
      return nil
    }
    if let field = Self.person(key) {
      self = field
    } else if ["序号", "编号", "序", "no", "号", "顺序号", "排序"].contains(key) || key.hasPrefix("序号") {
      self = .seq
    } else if key == "备注" || key.hasPrefix("备注") || ["说明", "其他说明", "附注"].contains(key) {
      self = .remark
    } else if let field = Self.time(key) {
      self = field
    } else if has("起止", "周期", "开工", "开始时间", "年度", "营业收入", "效益") {
      return nil
    } else if has("投资", "投入", "资金规模", "建设规模万元") {
      if has("来源", "主体", "方式", "构成", "计划") { return nil }
      self = .investment
    } else if let field = Self.names(key) {
      self = field
    } else {
      return nil
    }
  }

  private static func person(_ key: String) -> SummaryField? {
    let isPerson = ["联系人", "联络人", "负责人", "联系方式人"].contains(where: key.contains)
    let isPhone = ["电话", "手机", "联系方式", "座机", "号码"].contains(where: key.contains)
    if isPerson, isPhone {
      // 联系人电话 and 联系人手机号 are the number alone.
      return ["联系人电话", "联系人手机", "联系人手机号", "联系人手机号码", "联系人联系电话", "联系人联系方式", "负责人电话"].contains(key)
        ? .phones : .contactAndPhones
    }
    if isPerson || key == "姓名" { return .contact }
    return isPhone ? .phones : nil
  }

  private static func time(_ key: String) -> SummaryField? {
    guard ["竣工", "完工", "上线", "建成", "投产", "投用", "投入使用", "投运", "完成时间", "完成日期"].contains(where: key.contains) else {
      return nil
    }
    let isTime = ["时间", "日期", "年月", "年份", "月份"].contains(where: key.contains)
    return isTime || key.count <= 4 ? .completed : nil
  }

  private static func names(_ key: String) -> SummaryField? {
    func has(_ words: String...) -> Bool { words.contains(where: key.contains) }
    let isScope =
      has("支持范围", "所属范围", "典型场景", "所属场景", "场景类", "场景方向", "支持方向", "所属类别", "所属领域", "应用类别")
      && !(has("名称") && !has("所属"))
    let isSummary = has("简述", "内容", "简介", "概况", "概述", "摘要", "基本情况", "简要情况")
    if isScope, isSummary { return .scopeAndSummary }
    if isSummary { return .summary }
    if isScope { return .scope }
    if has("项目名称", "场景名称", "案例名称", "应用名称", "项目名") || ["项目", "申报项目", "推荐项目"].contains(key) {
      return .projectName
    }
    let names = ["企业", "单位", "公司", "企业名", "单位名", "公司名"]
    let owners = ["申报", "申报单位", "申报企业", "申报主体", "项目单位", "承担单位", "建设单位", "实施单位", "项目主体", "实施主体", "申请单位"]
    if names.contains(key) || owners.contains(key) { return .company }
    if has("企业", "单位", "公司", "主体"), has("名称", "全称") { return .company }
    return nil
  }
}
