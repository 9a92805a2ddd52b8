import Foundation
import Testing

@testable import Core

/// The programme of the sample data with a small dictionary of metrics.
func searchProgram() throws -> Program {
  let file = repository.appendingPathComponent("sample-data/program.json")
  guard case .object(var root) = try JSONParser.parse([UInt8](try Data(contentsOf: file))) else {
    throw FieldError(path: [], expected: .object, found: nil)
  }
  let metrics = """
    [{"key": "net-profit", "zh": "净利润", "en": "Net profit", "unit": "万元", "better": "up", "synonyms": ["税后利润"]},
     {"key": "revenue", "zh": "营业收入", "en": "Revenue", "unit": "万元", "better": "up", "synonyms": ["营收", "主营业务收入"]},
     {"key": "yield", "zh": "良品率", "en": "Yield", "unit": "%", "better": "up", "synonyms": ["合格率"]}]
    """
  root["metricNames"] = try JSONParser.parse(Array(metrics.utf8))
  return try Program(json: .object(root))
}

/// Seven applications, each with something that only it has.
func searchRows(_ program: Program) -> [QueryRow] {
  typealias Value = ApplicationSummary.MetricValue
  func number(_ text: String) -> JSONNumber? { JSONNumber(text: text) }
  return [
    QueryRow(
      ApplicationSummary(
        id: "2022-zoucheng-001", unit: "zoucheng", company: "山东宏河智能装备（集团）有限公司",
        project: "“5G+工业互联网”厂区智能理货项目", scenarios: ["SC07"], investment: number("1200.5"),
        metrics: [Value("年净利润", canonical: "net-profit", value: 600, unit: "万元")],
        words: "企业地址在太平镇。\nAGV 调度采用５Ｇ专网，时延 12ms。"),
      program: program, stage: .reviewing, flags: ["R07"], ownScore: 725),
    QueryRow(
      ApplicationSummary(
        id: "2022-yanzhou-001", unit: "yanzhou", company: "兖州煤业装备公司", project: "生产过程追溯平台",
        scenarios: ["SC05"], investment: number("500"),
        metrics: [
          Value("净利润", canonical: "net-profit", value: 0.057, unit: "亿元"),
          Value("净利润增长率", canonical: nil, value: 900, unit: "%"),
        ], words: "应用区块链记录批次。"),
      program: program, stage: .registered, flags: ["R07", "R12"], ownScore: nil),
    QueryRow(
      ApplicationSummary(
        id: "2022-gaoxin-001", unit: "gaoxin", company: "Jining Robotics 机器人公司", project: "冷链物流监测",
        scenarios: ["SC08", "SC05"], investment: number("0.05"),
        metrics: [Value("营业收入", canonical: "revenue", value: 2.5, unit: "亿元/年")], words: "冷链车辆定位。"),
      program: program, stage: .accepted, flags: [], ownScore: 600),
    QueryRow(
      ApplicationSummary(
        id: "2022-taibaihu-001", unit: "taibaihu", company: "重光电子", project: "设备预测维护", scenarios: ["SC06"],
        investment: nil, metrics: [Value("产品合格率", canonical: "yield", value: 99.2, unit: "％")], words: ""),
      program: program, stage: .reviewed, flags: [], ownScore: 0),
    QueryRow(
      ApplicationSummary(
        id: "2022-wenshang-001", unit: "wenshang", company: "汶上纺织", project: "能效管控", scenarios: ["SC03"],
        investment: number("-3"), metrics: [Value("机器人数量", canonical: nil, value: 30, unit: "台")],
        words: "邹城有合作工厂。"),
      program: program, stage: .published, flags: ["R01"], ownScore: 601),
    QueryRow(
      ApplicationSummary(
        id: "2022-weishan-001", unit: "weishan", company: "微山湖食品", project: "湖区 冷库\u{3000}改造", scenarios: [],
        investment: number("100"), metrics: [], words: ""),
      program: program, stage: .listed),
    QueryRow(
      ApplicationSummary(
        id: "2022-nowhere-001", unit: "nowhere", company: "", project: "Café \u{F900}", scenarios: ["SC99"],
        investment: number("800"), metrics: [], words: ""),
      program: program, stage: .revoked),
  ]
}

/// The units' keys of the rows that a query finds, as `zoucheng yanzhou`.
func found(_ text: String, _ rows: [QueryRow], _ program: Program) throws -> String {
  let matcher = QueryMatcher(try Query(text), program: program)
  let places = matcher.filter(rows)
  #expect(places == rows.indices.filter { matcher.matches(rows[$0]) })
  return places.map { rows[$0].summary.unit }.joined(separator: " ")
}
