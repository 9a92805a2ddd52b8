/// The short names under which texts speak of a company: 山东筑穹液压传动有限公司 is 筑穹液压传动, or only 筑穹.
struct CompanyShortNames {
  private let regions: [[Character]]
  private let title: String

  private static let provinces = [
    "中国", "中华", "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东",
    "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港",
    "澳门",
  ]
  private static let legalForms = [
    "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "集团公司", "分公司", "子公司", "公司", "集团", "股份", "总厂", "厂", "专业合作社",
    "合作社", "研究院", "研究所", "中心",
  ].map(Array.init)

  /// - Parameter program: its units and the words of its title are places, not names.
  init(_ program: Program) {
    var names = Self.provinces
    for unit in program.units {
      for name in [unit.name] + unit.aliases {
        let key = TextFolding.bareKey(name)
        names.append(key)
        for suffix in ["新区", "高新区", "开发区", "区", "县", "市"] where key.hasSuffix(suffix) {
          names.append(String(key.dropLast(suffix.count)))
        }
      }
    }
    regions = names.filter { $0.count >= 2 }.sorted { $0.count > $1.count }.map(Array.init)
    title = TextFolding.bareKey(program.title.zh)
  }

  /// The name without place and legal form; nil when less than two characters are left.
  func base(of company: String) -> [Character]? {
    var name = Array(TextFolding.bareKey(company))
    while let length = placeLength(name), name.count - length >= 2 {
      name.removeFirst(length)
      if let first = name.first, "省市区县".contains(first), name.count > 2 { name.removeFirst() }
    }
    while let form = Self.legalForms.first(where: { name.count - $0.count >= 2 && name.suffix($0.count) == $0[...] }) {
      name.removeLast(form.count)
    }
    return name.count >= 2 ? name : nil
  }

  private func placeLength(_ name: [Character]) -> Int? {
    if let region = regions.first(where: { name.starts(with: $0) }) { return region.count }
    // A word of two characters that the call's title begins with, as 济宁 in 济宁市…
    let start = String(name.prefix(2))
    return start.count == 2 && title.hasPrefix(start) ? 2 : nil
  }

  /// For each of `bases` the shortest beginning, of at least two characters, that is no common word: the texts of fewer
  /// than three others have it.
  ///
  /// - Parameter texts: all words of an application, each with the base of its company.
  static func distinctive(
    _ bases: Set<[Character]>, in texts: [(base: [Character]?, words: String)]
  ) -> [[Character]: [Character]] {
    var candidates: Set<[Character]> = []
    for base in bases {
      for length in 2...4 where length <= base.count { candidates.insert(Array(base.prefix(length))) }
    }
    var users: [[Character]: Set<[Character]>] = [:]
    for text in texts {
      let words = Array(TextFolding.bareKey(text.words))
      for start in words.indices {
        for length in 2...4 where start + length <= words.count {
          let piece = Array(words[start..<(start + length)])
          if candidates.contains(piece) { users[piece, default: []].insert(text.base ?? []) }
        }
      }
    }
    var found: [[Character]: [Character]] = [:]
    for base in bases {
      let beginnings = (2...max(2, min(4, base.count))).map { Array(base.prefix($0)) }
      found[base] = beginnings.first { (users[$0] ?? []).subtracting([base]).count < 3 } ?? base
    }
    return found
  }
}
