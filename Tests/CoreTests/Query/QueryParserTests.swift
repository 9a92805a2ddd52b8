import TestSupport
import Testing

@testable import Core

/// A query's meaning in short: `&(…)`, `|(…)`, `!…`, `field:words`, `field=words`, `name[low,high]`.
private func shape(_ node: Query.Node) -> String {
  func number(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
  switch node {
  case .everything: return "*"
  case .not(let node): return "!" + shape(node)
  case .all(let nodes): return "&(" + nodes.map(shape).joined(separator: " ") + ")"
  case .any(let nodes): return "|(" + nodes.map(shape).joined(separator: " ") + ")"
  case .term(let term):
    let field = term.field.map { $0.rawValue + (term.name.isEmpty ? "" : "." + term.name) } ?? ""
    switch term.test {
    case .words(let words): return (field.isEmpty ? "" : field + ":") + words.joined(separator: ",")
    case .exactly(let words): return field + "=" + words.joined(separator: ",")
    case .present: return field + ":any"
    case .missing: return field + ":none"
    case .unfinished: return field + ":?"
    case .number(let range):
      let unit =
        switch range.unit {
        case .asInRow: ""
        case .money: "万元"
        case .percent: "%"
        case .other(let name): name
        }
      let ends = range.isClosed ? ("[", "]") : ("(", ")")
      return field + (range.isExcluded ? "!" : "") + ends.0 + number(range.low) + "," + number(range.high) + ends.1
        + unit
    }
  }
}

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("", "*"), ("  \u{3000}\t", "*"), ("邹城", "邹城"), ("邹城 5G", "&(邹城 5G)"), ("邹城　5G", "&(邹城 5G)"),
    ("\"5G 专网\"", "5G 专网"), ("“5G 专网” a", "&(5G 专网 a)"), ("「a b」", "a b"), ("\"a b", "a b"), ("-a !b", "&(!a !b)"),
    ("－a ！b", "&(!a !b)"), ("--a", "a"), ("a or b", "|(a b)"), ("a OR b c", "|(a &(b c))"), ("a|b｜c", "|(a b c)"),
    ("a 或 b", "|(a b)"), ("a and b & c 且 d", "&(a b c d)"), ("(a or b) c", "&(|(a b) c)"),
    ("（a or b） c", "&(|(a b) c)"),
    ("-(a b)", "!&(a b)"), ("山东（集团）有限", "山东（集团）有限"), ("a(b c)", "&(a &(b c))"),
    ("2022-zoucheng-001", "2022-zoucheng-001"),
    ("A&B", "A&B"), ("10:30", "10:30"), ("ve*", "ve"), ("*", ":?"), ("order 或者", "order"), ("《5G应用》", "《5G应用》"),
    ("系统《5G应用》", "系统《5G应用》"), ("系统 《5G应用》", "&(系统 《5G应用》)"), ("\u{301}", ":?"), ("a->b", "a->b"),
  ])
  func wordsAndOperators(_ text: String, _ expected: String) throws {
    #expect(shape(try Query(text).root) == expected)
  }

  @Test(arguments: [
    ("county:邹城", "county:邹城"), ("县：邹城", "county:邹城"), ("县市:邹城", "county:邹城"), ("unit:zc", "county:zc"),
    ("COUNTY:ZC", "county:ZC"), ("县:邹城,曲阜，兖州、", "county:邹城,曲阜,兖州"), ("county=邹城市", "county=邹城市"),
    ("county:=邹城市", "county=邹城市"), ("县≠邹城", "!county=邹城"), ("县!=邹城", "!county=邹城"), ("-县:邹城", "!county:邹城"),
    ("县:(邹城 or 曲阜)", "|(county:邹城 county:曲阜)"), ("县:(邹城 -stage:评审中)", "&(county:邹城 !stage:评审中)"),
    ("scenario:SC05", "scenario:SC05"), ("场景：追溯", "scenario:追溯"), ("stage:评审中", "stage:评审中"),
    ("阶段:reviewing", "stage:reviewing"),
    ("flag:R07", "flag:R07"), ("flag:none", "flag:none"), ("标记:有", "flag:any"), ("id:2022-", "id:2022-"),
    ("company:\"a b\"", "company:a b"), ("单位：“济宁 重工”", "company:济宁 重工"), ("企业:无锡,苏州", "company:无锡,苏州"),
    ("company:none", "company:none"), ("项目:《5G》", "project:《5G》"), ("project:山东（集团）x", "project:山东（集团）x"),
  ])
  func fields(_ text: String, _ expected: String) throws {
    #expect(shape(try Query(text).root) == expected)
  }

  @Test(arguments: [
    ("invest:>1000", "invest(1000,)"), ("投资>=500", "invest[500,]"), ("投资＞＝５００", "invest[500,]"),
    ("投资≥500", "invest[500,]"),
    ("投资：＜５００", "invest(,500)"), ("投资≤500", "invest[,500]"), ("投资 >= 500 a", "&(invest[500,] a)"),
    ("invest: > 500", "invest(500,)"), ("invest:100", "invest[100,100]"), ("invest!=100", "invest![100,100]"),
    ("invest<>100", "invest![100,100]"), ("invest:100..500", "invest[100,500]"), ("invest:100~500", "invest[100,500]"),
    ("invest:１００～５００", "invest[100,500]"), ("invest:100…500", "invest[100,500]"), ("invest:100..", "invest[100,]"),
    ("invest:..500", "invest[,500]"), ("invest:>1,000.5", "invest(1000.5,)"), ("invest:>-3", "invest(-3,)"),
    ("invest:-3", "invest[-3,-3]"), ("invest:(>100 <500)", "&(invest(100,) invest(,500))"),
    ("invest:(-3)", "invest[-3,-3]"),
    ("invest:>0.57亿", "invest(5700,)万元"), ("invest:0.5..1亿元", "invest[5000,10000]万元"),
    ("invest:>30000元", "invest(3,)万元"),
    ("invest:>5.", "invest(5,)"), ("invest:>.5", "invest(0.5,)"), ("invest:none", "invest:none"),
    ("投资:有", "invest:any"),
    ("投资》500", "invest(500,)"), ("投资《=500", "invest[,500]"), ("score:<60", "score(,60)"), ("分>=80.5", "score[80.5,]"),
    ("得分:<60分", "score(,60)分"), ("score:未评", "score:none"), ("metric:净利润>500", "metric.净利润(500,)"),
    ("指标：净利润＞500", "metric.净利润(500,)"), ("净利润>500", "metric.净利润(500,)"), ("净利润 > 500", "metric.净利润(500,)"),
    ("净利润》500万", "metric.净利润(500,)万元"), ("metric:净利润=1..2", "metric.净利润[1,2]"), ("metric:净利润:1..2", "metric.净利润[1,2]"),
    ("metric:良品率>=95%", "metric.良品率[95,]%"), ("metric:机器人>=30台", "metric.机器人[30,]台"), ("metric:净利润", "metric.净利润:any"),
    ("metric:\"net profit\">5", "metric.net profit(5,)"), ("metric:净利润=none", "metric.净利润:none"),
    ("metric:(净利润>1 or 营收>2)", "|(metric.净利润(1,) metric.营收(2,))"), ("metric:净利润 > 5 a", "&(metric.净利润(5,) a)"),
    ("x>y", "x>y"), ("AGV>3台车", "AGV>3台车"),
  ])
  func comparisons(_ text: String, _ expected: String) throws {
    #expect(shape(try Query(text).root) == expected)
  }

  @Test(arguments: [
    "county:", "县：", "-county:", "county:邹城,", "invest:", "invest:>", "投资>=", "invest:-", "invest:..", "metric:",
    "score:<", "-",
    "!", "(", "((", "()", "a or", "or", "|", "(a or", "\"", "“", "flag:\"", "metric:净利润>", "净利润>", "净利润 >", "county:(",
    "a |",
    "invest:100..", "metric:>", ">", "≥", "-(", "county=", "id!=", "invest:(", "!=",
  ])
  func aQueryThatIsBeingTypedIsUnderstood(_ text: String) throws {
    _ = try Query(text)
  }

  @Test(arguments: [
    ("a)", 1, QueryError.Reason.unexpectedClosing), ("邹城 县)", 4, .unexpectedClosing),
    ("conty:邹城", 0, .unknownField(name: "conty", nearest: .unit)),
    ("a 名称：b", 2, .unknownField(name: "名称", nearest: nil)),
    ("a county:>邹城", 9, .comparisonNotAllowed(.unit)), ("县>5", 1, .comparisonNotAllowed(.unit)),
    ("invest:abc", 7, .notANumber("abc")), ("投资>=5x..6", 4, .notANumber("5x..6").self),
    ("invest:5台", 7, .unitNotAllowed("5台")),
    ("score:>5万元", 7, .unitNotAllowed("5万元")), ("invest:500..100", 7, .emptyRange("500..100")),
    ("metric:>5", 7, .missingMetricName), ("metric>5", 6, .missingMetricName), ("metric:净利润>x", 11, .notANumber("x")),
    ("invest:<1..2", 8, .notANumber("1..2")), ("e\u{301}\u{302} a)", 3, .unexpectedClosing),
    ("invest:1e5", 7, .unitNotAllowed("1e5")),
    ("invest:0x10", 7, .unitNotAllowed("0x10")), ("invest:nan", 7, .notANumber("nan")),
    ("👨‍👩‍👧 县>1", 3, .comparisonNotAllowed(.unit)),
  ])
  func errorsSayWhatAndWhere(_ text: String, _ offset: Int, _ reason: QueryError.Reason) {
    #expect(throws: QueryError(offset: offset, reason: reason)) { try Query(text) }
  }

  @Test func thereAreLimits() throws {
    let longest = String(repeating: "a", count: Query.longest)
    _ = try Query(longest)
    #expect(throws: QueryError(offset: 0, reason: .tooLong(limit: Query.longest))) { try Query(longest + "a") }
    let marks = String(repeating: "\u{301}", count: 200_000)
    #expect(throws: QueryError(offset: 0, reason: .tooLong(limit: Query.longest))) { try Query(marks) }
    let open = { String(repeating: "(", count: $0) + "a" }
    _ = try Query(open(Query.deepest))
    #expect(throws: QueryError(offset: Query.deepest, reason: .tooDeep(limit: Query.deepest))) {
      try Query(open(Query.deepest + 1))
    }
    #expect(throws: QueryError.self) { try Query("invest:>" + String(repeating: "9", count: 500)) }
  }

  @Test func placesAreInCharacters() throws {
    guard case .all(let nodes) = try Query("e\u{301}e\u{301} -县：邹城 a").root else {
      Issue.record("three terms")
      return
    }
    #expect(nodes.map(\.range) == [0..<2, 4..<8, 9..<10])
  }

  @Test func anyMixOfMarksIsReadToItsEnd() {
    let pieces = [
      "a", "邹", "(", ")", "（", "\"", "“", "|", "-", "!", ":", "：", "<", ">", "=", "《", "》", "5", "..", "~", ",", " ",
      "or",
      "县", "county", "invest", "metric", "投资", "净利润", "*", "%", "亿", "\u{301}", "\u{0}", ".", "none",
    ]
    var random = SplitMix(seed: 3)
    var understood = 0
    for _ in 0..<6000 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      do {
        let query = try Query(text)
        if let range = query.root.range { #expect(range.upperBound <= text.count, "\(text)") }
        understood += 1
      } catch {
        #expect(error.offset <= text.count, "\(text)")
      }
    }
    #expect(understood > 1500)
  }

  @Test func highlightsAreTheWordsThatAreWanted() throws {
    #expect(try Query("邹城 -曲阜 项目:\"5G 专网\" county:兖州 (a or b)").highlights == ["邹城", "5G 专网", "a", "b"])
  }

  @Test func aTermWrittenForAValueIsReadBack() throws {
    for value in ["邹城市", "a b", "x(y", "5G+\"x\"", "R07", "a,b", "-a", "山东（集团）", ""] {
      let wanted = value.replacing("\"", with: "")
      let text = Query.term(.unit, value)
      let root = try Query(text).root
      #expect(shape(root) == (value.isEmpty ? "county:?" : "county=" + wanted), "\(text)")
    }
    #expect(Query.term(.stage, "评审中", chinese: true) == "阶段=评审中")
  }
}
