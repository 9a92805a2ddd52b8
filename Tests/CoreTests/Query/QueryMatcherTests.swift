import Testing

@testable import Core

@Suite struct QueryMatcherTests {
  let program: Program
  let rows: [QueryRow]

  init() throws {
    program = try searchProgram()
    rows = searchRows(program)
  }

  static let everyUnit = "zoucheng yanzhou gaoxin taibaihu wenshang weishan nowhere"

  @Test(arguments: [
    ("", everyUnit), ("zcs", "zoucheng"), ("邹城市", "zoucheng"), ("邹城", "zoucheng wenshang"), ("cqzn", "zoucheng"),
    ("厂区智能", "zoucheng"), ("5g", "zoucheng"), ("5G专网", "zoucheng"), ("ＡＧＶ", "zoucheng"), ("agv 12MS", "zoucheng"),
    ("\"AGV 调度\"", "zoucheng"), ("agv tiaodu", ""), ("(集团)", "zoucheng"), ("山东宏河智能装备（集团）", "zoucheng"),
    ("追溯", "yanzhou gaoxin"), ("溯源", "yanzhou gaoxin"), ("检测", "gaoxin"), ("监测", "gaoxin"), ("zhongguang", ""),
    ("zgdz", "taibaihu"), ("cgdz", "taibaihu"), ("robot jqr", "gaoxin"), ("jning", ""), ("taibai", "taibaihu"),
    ("2022-wenshang", "wenshang"), ("zouch", "zoucheng"), ("-2022", ""),
    ("-zcs", "yanzhou gaoxin taibaihu wenshang weishan nowhere"),
    ("冷链 or 区块链", "yanzhou gaoxin"), ("冷 -冷链", "weishan"), ("\"湖区 冷库 改造\"", "weishan"), ("cafe", "nowhere"),
    ("Cafe\u{301}", "nowhere"), ("豈", "nowhere"), ("太平镇。 agv", "zoucheng"), ("机器人", "gaoxin"),
  ])
  func words(_ text: String, _ expected: String) throws {
    #expect(try found(text, rows, program) == expected)
  }

  @Test(arguments: [
    ("county:邹城市", "zoucheng"), ("县:邹城", "zoucheng"), ("county:zcs", "zoucheng"), ("county:z", "zoucheng"),
    ("county:zouch", "zoucheng"), ("county:高新", "gaoxin"), ("county:兖州市", "yanzhou"),
    ("county:wsx", "wenshang weishan"),
    ("county:新区", "gaoxin taibaihu"), ("county:曲阜", ""), ("county:邹城,微山", "zoucheng weishan"),
    ("county=邹城市", "zoucheng"),
    ("county=zoucheng", "zoucheng"), ("county=zc", ""), ("county:none", "nowhere"), ("county:", everyUnit),
    ("-county:", everyUnit), ("county:北湖", "taibaihu"), ("county:lake", "taibaihu"),
    ("scenario:追溯", "yanzhou gaoxin"), ("scenario:溯源", "yanzhou gaoxin"), ("场景:检测", "gaoxin"), ("场景:监测", "gaoxin"),
    ("scenario:SC07", "zoucheng"), ("scenario:sc7", ""), ("scenario:7", "zoucheng"), ("scenario:1", ""),
    ("scenario:sbycwh", "taibaihu"),
    ("scenario:ycwh", "taibaihu"), ("scenario:维护", "taibaihu"), ("scenario:none", "weishan nowhere"),
    ("scenario:生产过程追溯", "yanzhou gaoxin"),
    ("scenario:predictive", "taibaihu"), ("scenario=设备预测维护", "taibaihu"), ("scenario=维护", ""),
    ("stage:评审中", "zoucheng"), ("stage:评审", "zoucheng taibaihu"), ("阶段:reviewed", "taibaihu"),
    ("stage:psz", "zoucheng"),
    ("stage:公示", "wenshang"), ("stage:REV", "zoucheng taibaihu nowhere"), ("stage:拟入选", ""),
    ("flag:R07", "zoucheng yanzhou"), ("flag:r0", "zoucheng yanzhou wenshang"), ("flag=R0", ""),
    ("flag=r12", "yanzhou"),
    ("flag:none", "gaoxin taibaihu weishan nowhere"), ("flag:*", "zoucheng yanzhou wenshang"),
    ("-flag:R07 flag:any", "wenshang"),
    ("id:zou", "zoucheng"), ("id=2022-zoucheng-001,2022-weishan-001", "zoucheng weishan"), ("id=2022-zoucheng", ""),
    ("company:装备", "zoucheng yanzhou"), ("company:zb", "zoucheng yanzhou"), ("单位：“JINING robotics”", "gaoxin"),
    ("company:冷链", ""),
    ("company=汶上纺织", "wenshang"), ("company=汶上", ""), ("项目:追溯", "yanzhou"), ("project:gygl", ""),
    ("project:nxgk", "wenshang"),
  ])
  func fields(_ text: String, _ expected: String) throws {
    #expect(try found(text, rows, program) == expected)
  }

  @Test(arguments: [
    ("invest:>1000", "zoucheng"), ("invest:>1200.5", ""), ("投资>=1200.5", "zoucheng"), ("invest:<1", "gaoxin wenshang"),
    ("invest:100..500", "yanzhou weishan"), ("invest:500", "yanzhou"),
    ("invest:!=500", "zoucheng gaoxin wenshang weishan nowhere"),
    ("-invest:500", "zoucheng gaoxin taibaihu wenshang weishan nowhere"), ("invest:none", "taibaihu"),
    ("invest:<=-3", "wenshang"),
    ("invest:500元", "gaoxin"), ("invest:0.05亿", "yanzhou"), ("投资:any 投资<1", "gaoxin wenshang"),
    ("score:<60.1", "gaoxin taibaihu"), ("score:60.1", "wenshang"), ("score:>60", "zoucheng wenshang"),
    ("score:0", "taibaihu"),
    ("score:none", "yanzhou weishan nowhere"), ("-score:none score:<1", "taibaihu"), ("分>=72.5分", "zoucheng"),
    ("metric:净利润>500", "zoucheng yanzhou"), ("metric:净利润=570", "yanzhou"), ("metric:净利润<=570", "yanzhou"),
    ("metric:net-profit>500", "zoucheng yanzhou"), ("metric:税后利润>599", "zoucheng"), ("metric:jlr>599", "zoucheng"),
    ("metric:净利润>=0.06亿", "zoucheng"), ("metric:净利润>599万元", "zoucheng"), ("metric:净利润>50%", "yanzhou"),
    ("metric:增长率>=900", "yanzhou"), ("metric:营收>=25000", "gaoxin"), ("metric:营收>=2.5亿", "gaoxin"),
    ("metric:营收>25000", ""),
    ("metric:合格率>99", "taibaihu"), ("metric:良品率>99%", "taibaihu"), ("metric:良品率>99台", ""),
    ("metric:机器人>=30台", "wenshang"),
    ("metric:数量:10..30", "wenshang"), ("metric:净利润", "zoucheng yanzhou"), ("-metric:净利润 metric:率", "taibaihu"),
    ("metric:净利润=none -county:none", "gaoxin taibaihu wenshang weishan"), ("净利润>599 县:邹城", "zoucheng"),
    ("metric:没有>1", ""),
  ])
  func comparisons(_ text: String, _ expected: String) throws {
    #expect(try found(text, rows, program) == expected)
  }

  @Test(arguments: [
    ("县:邹城 stage:评审中 flag:R07 invest:>1000 score:>70 metric:净利润>500 cqzn", "zoucheng"),
    ("(县:邹城 or 县:兖州) -flag:R12", "zoucheng"), ("县:(邹城 or 兖州) 投资<=500", "yanzhou"),
    ("-(县:邹城 or 场景:溯源) invest:any", "wenshang weishan nowhere"), ("冷链 | 县:微山 追溯 | zcs", "zoucheng gaoxin"),
  ])
  func together(_ text: String, _ expected: String) throws {
    #expect(try found(text, rows, program) == expected)
  }

  @Test func everyUnitAndScenarioIsFoundByItsInitialsAndNames() throws {
    for unit in program.units {
      let row = QueryRow(
        ApplicationSummary(id: "x", unit: unit.key, company: "", project: ""), program: program)
      for name in [unit.name, Pinyin.initials(of: unit.name), unit.key, String(unit.key.prefix(4)), unit.english]
        + unit.aliases
      {
        #expect(QueryMatcher(try Query("county:\"\(name)\""), program: program).matches(row), "\(name)")
      }
      for name in [unit.name, Pinyin.initials(of: unit.name)] + unit.aliases {
        #expect(QueryMatcher(try Query(name), program: program).matches(row), "\(name)")
      }
      #expect(try QueryMatcher(Query(Query.term(.unit, unit.key)), program: program).matches(row))
    }
    for scenario in program.scenarios {
      let row = QueryRow(
        ApplicationSummary(id: "x", unit: "", company: "", project: "", scenarios: [scenario.code]), program: program)
      for name in [scenario.name, Pinyin.initials(of: scenario.name), scenario.code] + scenario.aliases {
        #expect(QueryMatcher(try Query("scenario:\(name)"), program: program).matches(row), "\(name)")
        if name != scenario.code { #expect(QueryMatcher(try Query(name), program: program).matches(row), "\(name)") }
      }
    }
    for stage in Stage.allCases {
      let row = QueryRow(
        ApplicationSummary(id: "x", unit: "", company: "", project: ""), program: program, stage: stage)
      for name in [stage.queryName, stage.rawValue, Pinyin.initials(of: stage.queryName)] {
        #expect(QueryMatcher(try Query("stage:\(name)"), program: program).matches(row), "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("邹城市 曲阜市", "曲阜市", true), ("-邹城市 county:邹城", "county:邹城", false), ("zcs flag:R12", "flag:R12", false),
    ("nothing", "nothing", true), ("县:邹城 (qqq or wwww) 5g", "qqq or wwww", true),
    ("invest:>9999", "invest:>9999", true),
  ])
  func theTermThatLeavesNothingIsNamed(_ text: String, _ blamed: String, _ isAlone: Bool) throws {
    let matcher = QueryMatcher(try Query(text), program: program)
    #expect(matcher.filter(rows) == [])
    let deadEnd = matcher.firstTermWithoutHits(in: rows)
    #expect(deadEnd?.text == blamed)
    #expect(deadEnd?.isAlone == isAlone)
    if let deadEnd { #expect(String(text.dropFirst(deadEnd.range.lowerBound).prefix(deadEnd.range.count)) == blamed) }
  }

  @Test func nobodyIsBlamedWhenSomethingIsFound() throws {
    #expect(QueryMatcher(try Query("邹城 5g"), program: program).firstTermWithoutHits(in: rows) == nil)
    #expect(QueryMatcher(.everything, program: program).firstTermWithoutHits(in: rows) == nil)
  }

  @Test func hostileTextsAreSearchedLikeOthers() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 200_000)
    let row = QueryRow(
      ApplicationSummary(
        id: marks, unit: marks, company: "邹" + marks + "城", project: "\u{0}\u{1B}\u{7F}", scenarios: [marks],
        metrics: [.init("净" + marks + "利润", value: .nan, unit: marks)], words: marks + "工" + marks + "厂"),
      program: program, flags: [marks])
    for text in ["邹城", "zc", "工厂", "metric:净利润", "county:none", "scenario:none", "-flag:R07", "id:\u{301}"] {
      #expect(QueryMatcher(try Query(text), program: program).matches(row), "\(text)")
    }
    for text in ["邹工", "flag:R", "metric:净利润>5", "metric:净利润<5", "\u{1B}x"] {
      #expect(!QueryMatcher(try Query(text), program: program).matches(row), "\(text)")
    }
    let empty = QueryRow(ApplicationSummary(id: "", unit: "", company: "", project: ""), program: program)
    #expect(QueryMatcher(try Query("-邹城 -zc -invest:any"), program: program).matches(empty))
    #expect(!QueryMatcher(try Query("a"), program: program).matches(empty))
    #expect(empty == empty)
  }
}
