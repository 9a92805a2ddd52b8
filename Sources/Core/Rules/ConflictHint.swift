/// A likeness between a person's employer and somebody behind an application: only a hint before the person declares
/// (回避提示), never a decision.
public enum ConflictHint: Equatable, Sendable {
  /// The employer is, or is named like, the applicant (申报单位).
  case applicant(name: String, employer: String)
  /// The employer is, or belongs to the group of, an operator that built the network (合作运营商).
  case partner(name: String, employer: String)
  /// The employer's name stands in the text of a section, for example as a supplier (供应商).
  case mentioned(section: String, employer: String)

  /// Every hint about `person` and `application`, the closest first; none for a person without an employer.
  public static func all(of person: Person, _ application: Application) -> [ConflictHint] {
    guard let employer = person.employer else { return [] }
    let key = core(employer)
    guard key.count >= 2 else { return [] }
    var hints: [ConflictHint] = []
    if let name = application.company.name, isAlike(key, core(name)) {
      hints.append(.applicant(name: name, employer: employer))
    }
    for partner in application.project.operators {
      guard let name = partner.name else { continue }
      let group = groups.first { key.contains($0) }
      if isAlike(key, core(name)) || group.map(TextFolding.bareKey(name).contains) == true {
        hints.append(.partner(name: name, employer: employer))
      }
    }
    // Two letters stand in too many texts by chance.
    guard key.count >= 3 else { return hints }
    for section in application.sections {
      if section.paragraphs.contains(where: { TextFolding.bareKey($0).contains(key) }) {
        hints.append(.mentioned(section: section.number, employer: employer))
      }
    }
    return hints
  }

  /// Groups of operators: a branch in one city and another in the next belong together.
  private static let groups = ["移动", "联通", "联合网络", "电信", "铁塔", "广电网络"]

  private static func isAlike(_ one: String, _ other: String) -> Bool {
    guard other.count >= 2 else { return false }
    return one.hasSameBytes(as: other) || (other.count >= 4 && one.contains(other))
      || (one.count >= 4 && other.contains(one))
  }

  /// A name without its place and its legal form: 济宁琥珀机械有限公司 and 琥珀机械 are one.
  private static func core(_ name: String) -> String {
    var text = Substring(TextFolding.bareKey(String(name.prefix(60))))
    for place in ["中国", "山东省", "山东", "济宁市", "济宁"] where text.hasPrefix(place) && text.count > place.count + 1 {
      text = text.dropFirst(place.count)
    }
    for form in ["济宁分公司", "济宁市分公司", "山东分公司", "分公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团", "公司"]
    where text.hasSuffix(form) && text.count > form.count + 1 {
      text = text.dropLast(form.count)
    }
    return String(text)
  }
}
