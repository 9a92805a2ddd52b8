/// What kind of applicant a name and the form's own words speak of.
struct ApplicantKind: Equatable {
  enum Kind: Equatable {
    /// Nothing says otherwise.
    case company
    /// A branch of a telecom operator (电信运营商分公司).
    case operatorBranch
    /// A tower company's branch, which is an operator only if the bureau says so.
    case towerBranch
    /// Words that say it is no legal person.
    case notLegalPerson(String)
    /// Words that leave it open.
    case unclear(String)
  }

  let kind: Kind

  init(_ application: Application) {
    let name = TextFolding.bareKey(String((application.company.name ?? "").prefix(120)))
    let isBranch = ["分公司", "分局", "支局", "营业部"].contains(where: name.contains)
    let isOperator = ["移动", "联通", "联合网络", "电信", "通信", "广电网络"].contains(where: name.contains)
    if isBranch, name.contains("铁塔") {
      kind = .towerBranch
    } else if isBranch, isOperator {
      kind = .operatorBranch
    } else if let part = Self.dependentPart(of: name) {
      kind = .notLegalPerson(part)
    } else if let row = Self.denyingRow(application) {
      kind = .notLegalPerson(row)
    } else if let (sentence, isOwn) = Self.denial(application) {
      kind = isOwn ? .notLegalPerson(sentence) : .unclear(sentence)
    } else if let form = Self.otherForms.first(where: name.contains) {
      kind = .unclear(form)
    } else {
      kind = .company
    }
  }

  /// A branch, works or office behind the name of its company (公司法 第14条: 分公司不具有法人资格).
  private static func dependentPart(of name: String) -> String? {
    let parts = ["分公司", "分厂", "项目部", "事业部", "办事处", "代表处", "分支机构"]
    for part in parts where name.hasSuffix(part) { return part }
    guard let company = name.firstRange(of: "公司") else { return nil }
    let tail = String(name[company.upperBound...])
    return ["厂", "车间", "基地", "分部", "分中心"].contains(where: tail.hasSuffix) && !tail.contains("公司") ? tail : nil
  }

  /// Forms of business that may be no legal persons.
  private static let otherForms = ["合伙企业", "有限合伙", "普通合伙", "个体工商户", "个人独资", "经营部"]

  /// A row of the applicant's own such as 是否独立法人：否.
  private static func denyingRow(_ application: Application) -> String? {
    for row in application.extra {
      let label = TextFolding.bareKey(String(row.label.prefix(40)))
      let text = TextFolding.bareKey(String(row.text.prefix(60)))
      guard label.contains("法人"), !label.contains("代表") else { continue }
      if ["否", "不是", "无", "不具有", "不具备", "非法人", "非独立"].contains(where: text.hasPrefix) { return row.text }
    }
    return nil
  }

  private static let denials = [
    "不具有独立法人资格", "不具备独立法人资格", "无独立法人资格", "没有独立法人资格", "非独立法人", "不是独立法人", "不具有法人资格", "不具备法人资格", "非法人分支机构",
  ]

  /// A sentence of 二 that denies it. About a part of the company it says nothing of the company.
  private static func denial(_ application: Application) -> (sentence: String, isOwn: Bool)? {
    let texts =
      [application.company.business ?? ""] + (application.sections.first { $0.number == "2" }?.paragraphs ?? [])
    var left = 20_000
    // Every denial speaks of a 法人; most texts do not, and need not be cut into sentences.
    for text in texts where left > 0 && text.contains("法人") {
      let text = text.prefix(left)
      left -= text.count
      for sentence in text.split(whereSeparator: { "。；;\n".contains($0) }) {
        guard denials.contains(where: sentence.contains) else { continue }
        let isPart = ["下属", "子公司", "旗下", "设有", "下设", "所属的", "其分公司"].contains(where: sentence.contains)
        return (String(sentence.prefix(80)), !isPart)
      }
    }
    return nil
  }
}

extension FormCheck {
  /// Whether the applicant comes in as a branch of an operator (R06).
  var isOperator: Bool {
    switch ApplicantKind(application).kind {
    case .operatorBranch: true
    case .towerBranch: limits.towerIsOperator != false
    default: false
    }
  }
}
