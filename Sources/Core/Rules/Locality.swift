/// Tells addresses inside the city of the call from those outside, by how they begin.
struct Locality {
  enum Answer: Equatable { case inside, outside, unclear }

  private let city: [String]
  private let province: [String]
  private let units: [String]

  init(_ program: Program) {
    let places = program.rule("R02")?.places
    city = (places?.city ?? []).map(TextFolding.bareKey)
    province = (places?.province ?? []).map(TextFolding.bareKey)
    units = program.units.flatMap { [$0.name] + $0.aliases }.map(TextFolding.bareKey)
  }

  /// Where `address` lies.
  func answer(_ address: String) -> Answer {
    var rest = TextFolding.bareKey(String(address.prefix(200)))[...]
    rest = Self.dropping(["中华人民共和国", "中国"], from: rest)
    rest = Self.dropping(province, from: rest)
    guard !rest.isEmpty else { return .unclear }
    if (city + units).contains(where: { !$0.isEmpty && rest.hasPrefix($0) }) { return .inside }
    // A call that does not name its city leaves every other place open.
    if city.isEmpty { return .unclear }
    // 临沂市兰山区, 江苏省徐州市; a 市 further on is a market or a street.
    let head = rest.prefix(9)
    for mark in ["特别行政区", "自治区", "自治州", "省", "市", "地区"] {
      guard let range = head.firstRange(of: mark) else { continue }
      let name = head[..<range.lowerBound]
      // 超市, 门市, 集市 are no cities.
      let isCity = name.last.map { !"超门集夜菜".contains($0) } ?? false
      if isCity, name.count >= 2, name.count <= 7 { return .outside }
    }
    return Self.elsewhere.contains { rest.hasPrefix($0) } ? .outside : .unclear
  }

  private static func dropping(_ words: [String], from text: Substring) -> Substring {
    let word = words.filter { !$0.isEmpty && text.hasPrefix($0) }.max { $0.count < $1.count }
    return word.map { text.dropFirst($0.count) } ?? text
  }

  /// Provinces and cities whose names people write without 省 or 市.
  private static let elsewhere = [
    "北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "河南", "湖北", "湖南", "广东", "海南",
    "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "山东", "济南", "青岛", "淄博", "枣庄",
    "东营",
    "烟台", "潍坊", "济宁", "泰安", "威海", "日照", "临沂", "德州", "聊城", "滨州", "菏泽", "莱芜", "徐州", "商丘", "深圳", "广州", "杭州", "南京", "苏州",
    "武汉",
    "成都", "西安", "郑州", "石家庄",
  ]
}
