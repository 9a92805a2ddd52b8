import Testing

@testable import Core

/// A good application and ways to spoil it.
enum RuleBench {
  /// Nothing in it is at fault, and nobody has looked at its papers.
  static let good = """
    {"schema": "reviewtui/application/1", "id": "2022-rencheng-001", "unit": "rencheng",
     "received": {"byCounty": "2022-08-22T10:00:00+08:00", "byCity": "2022-08-24T10:00:00+08:00"},
     "cover": {"applicant": "济宁甲装备有限公司", "projectName": "5G总装车间", "fillDate": "2022-08-20"},
     "company": {"name": "济宁甲装备有限公司", "address": "济宁市任城区一路1号", "legalRepresentative": "张三",
       "county": "rencheng", "registeredOn": "2010-05-06", "registeredCapital": 5000, "business": "装备制造",
       "contact": {"name": "李四", "phones": ["13800001107", "0537-5550108"], "email": "lisi@example.com", "fax": null},
       "finance": [{"year": 2019, "debtRatio": 52.3, "revenue": 31260.45, "profit": 1842.6},
                   {"year": 2020, "debtRatio": 50.8, "revenue": 34875.2, "profit": -106.33},
                   {"year": 2021, "debtRatio": 48.1, "revenue": 41290.78, "profit": 2688.91}]},
     "project": {"name": "5G总装车间", "scenarios": ["SC01"], "otherScenarios": [],
       "operators": [{"name": "济宁移动", "contact": "王五", "phones": ["13900001101"]}],
       "start": "2021-03", "end": "2022-05", "completedOn": null, "overview": "建设5G总装车间，实现数据采集。",
       "need5G": "车间设备分散且经常移动，有线网络布线困难、改造周期长，原有无线网络时延高、易掉线，数据不能及时上传。",
       "effect5G": "5G专网上线以后，全部设备实现稳定接入，数据上传时延明显下降，生产计划可以实时调整，工人减少了往返。"},
     "metrics": {
       "economic": {"text": "主营业务收入41290.78万元，净利润2688.91万元", "rows": [
         {"id": "m01", "name": "主营业务收入", "canonical": "revenue", "value": 41290.78, "unit": "万元"},
         {"id": "m02", "name": "净利润", "canonical": "net-profit", "value": 2688.91, "unit": "万元"}]},
       "social": {"text": "新增岗位26个", "rows": [
         {"id": "m03", "name": "新增岗位", "canonical": "new-jobs", "value": 26, "unit": "个"}]},
       "technical": {"text": "端到端时延≤18ms", "rows": [
         {"id": "m04", "name": "端到端时延", "canonical": "latency", "value": 18, "unit": "ms", "comparator": "<="}]},
       "outcome": {"text": "企业标准", "rows": []}, "other": {"text": null, "rows": []}},
     "commitment": {"sealed": null, "date": "2022-08-20"},
     "countyOpinion": {"text": "同意推荐。", "sealed": null, "date": "2022-08-23"},
     "sections": {"2": {"heading": "二", "paragraphs": ["公司成立于2010年。"]},
       "3": {"heading": "三", "paragraphs": ["1.项目概述", "建设背景。"]},
       "4": {"heading": "四", "paragraphs": ["绩效指标：主营业务收入41290.78万元，端到端时延17ms。"]},
       "5": {"heading": "五", "paragraphs": ["总投入671万元。"]}, "6": {"heading": "六", "paragraphs": []},
       "7": {"heading": "七", "paragraphs": []}},
     "investment": {"total": 671, "direct": 441.5, "intangible": 213, "other": 16.5,
       "sources": [{"name": "企业自筹", "amount": 571}, {"name": "银行贷款", "amount": 100}],
       "items": [{"category": "direct", "name": "5G基站", "quantity": null, "amount": 441.5}]},
     "photos": [{"file": "a.jpeg", "sha256": "aa", "caption": "图1"}, {"file": "b.jpeg", "sha256": "bb", "caption": "图2"},
                {"file": "c.jpeg", "sha256": "cc", "caption": "图3"}],
     "attachments": [{"name": "营业执照复印件"}, {"name": "项目合同及支付凭证"}, {"name": "竣工验收报告"}],
     "extra": [], "raw": {}, "unparsed": []}
    """

  /// The good application with the values at these dotted paths replaced; a value is JSON.
  static func application(_ changes: [(String, String)] = []) throws -> Application {
    try Application(json: json(changes))
  }

  static func json(_ changes: [(String, String)]) throws -> JSONValue {
    var value = try JSONParser.parse(Array(good.utf8))
    for (path, text) in changes {
      value = set(value, path.split(separator: ".").map(String.init)[...], try JSONParser.parse(Array(text.utf8)))
    }
    return value
  }

  private static func set(_ value: JSONValue, _ path: ArraySlice<String>, _ new: JSONValue) -> JSONValue {
    guard let first = path.first else { return new }
    switch value {
    case .array(var list):
      guard let index = Int(first), index < list.count else { return value }
      list[index] = set(list[index], path.dropFirst(), new)
      return .array(list)
    case .object(var object):
      object[first] = set(object[first] ?? .object(JSONObject()), path.dropFirst(), new)
      return .object(object)
    default: return path.isEmpty ? new : set(.object(JSONObject()), path, new)
    }
  }

  /// The findings of one application; `policy` replaces decisions of the programme.
  static func findings(_ changes: [(String, String)] = [], program: Program? = nil) throws -> [Finding] {
    try RuleBook(program: program ?? jiningProgram()).findings(application(changes))
  }

  /// `R07 WARN metrics` and the like, without what is asked of every application.
  static func lines(_ changes: [(String, String)] = [], program: Program? = nil) throws -> [String] {
    try findings(changes, program: program).filter { !$0.isStanding }.map(line)
  }

  static func line(_ finding: Finding) -> String { "\(finding.rule) \(finding.severity.rawValue) \(finding.path)" }

  /// The programme with other values of some decisions or dates, given as JSON.
  static func program(_ policy: [String: String] = [:], dates: [String: String] = [:]) throws -> Program {
    let path = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/sample-data/program.json"
    var root = try #require(try JSONParser.parse(try OutsideFile.read(path)).object)
    func changed(_ list: JSONValue?, _ member: String, _ values: [String: String]) throws -> JSONValue {
      .array(
        try (list?.array ?? []).map { entry in
          guard var object = entry.object, let key = object["key"]?.string, let value = values[key] else {
            return entry
          }
          object[member] = try JSONParser.parse(Array(value.utf8))
          return .object(object)
        })
    }
    root["policy"] = try changed(root["policy"], "value", policy)
    root["dates"] = try changed(root["dates"], "at", dates)
    return try Program(json: .object(root))
  }
}
