/// What a term of a query can be about; the raw value is the English name in queries.
public enum QueryField: String, CaseIterable, Sendable {
  /// Recommending unit (县市区): name, alias, key, pinyin initials.
  case unit = "county"
  /// Scenario (场景): code, name, alias, initials or part of a name.
  case scenario
  /// Where the application stands (评审阶段).
  case stage
  /// Rule findings and other marks.
  case flag
  /// Total investment, 万元.
  case investment = "invest"
  /// A quantified metric (绩效指标) by name.
  case metric
  /// The acting person's own total.
  case score
  /// 单位名称.
  case company
  /// 项目名称.
  case project
  /// Application id.
  case id

  /// The Chinese name in queries.
  public var chinese: String { Self.names[self]?.first ?? rawValue }

  /// Every name that a query may use, Chinese first; the first one is the name to show.
  public var names: [String] { (Self.names[self] ?? []) + [rawValue] }

  /// Whether its terms compare numbers.
  public var isNumber: Bool { self == .investment || self == .metric || self == .score }

  /// Whether a comma separates several values, of which one must fit.
  var takesList: Bool {
    switch self {
    case .unit, .scenario, .stage, .flag, .id: true
    case .investment, .metric, .score, .company, .project: false
    }
  }

  private static let names: [QueryField: [String]] = [
    .unit: ["县市", "县", "县市区", "县区", "区县", "推荐单位", "unit"],
    .scenario: ["场景", "应用场景", "scene"],
    .stage: ["阶段", "状态"],
    .flag: ["标记", "规则", "rule"],
    .investment: ["投资", "投入", "总投资", "投资额", "investment"],
    .metric: ["指标", "绩效"],
    .score: ["得分", "分", "评分", "分数", "我的评分"],
    .company: ["单位", "企业", "公司", "单位名称", "申报单位"],
    .project: ["项目", "项目名称"],
    .id: ["编号"],
  ]

  private static let byName: [[UInt8]: QueryField] = {
    var table: [[UInt8]: QueryField] = [:]
    for field in allCases {
      for name in field.names { table[Array(name.utf8)] = field }
    }
    return table
  }()

  /// The field of a folded name.
  init?(folded name: [UInt8]) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }

  /// The field whose name is at most two edits from a folded one, for a hint.
  static func nearest(to name: [UInt8]) -> QueryField? {
    guard name.count >= 3, name.count <= 24 else { return nil }
    var best: (distance: Int, field: QueryField)?
    for field in allCases {
      for known in field.names where known.utf8.allSatisfy({ $0 < 0x80 }) {
        let distance = edits(Array(known.utf8), name)
        if distance <= 2, distance < best?.distance ?? 3 { best = (distance, field) }
      }
    }
    return best?.field
  }

  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let cost = min(row[column + 1] + 1, row[column] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[right.count]
  }
}
