import Testing

@testable import Core

@Suite struct PinyinTests {
  @Test(arguments: [
    ("任城区", "rcq"), ("兖州区", "yzq"), ("微山县", "wsx"), ("鱼台县", "ytx"), ("金乡县", "jxx"), ("嘉祥县", "jxx"),
    ("汶上县", "wsx"), ("泗水县", "ssx"), ("梁山县", "lsx"), ("曲阜市", "qfs"), ("邹城市", "zcs"), ("济宁高新区", "jngxq"),
    ("太白湖新区", "tbhxq"), ("济宁经济技术开发区", "jnjjjskfq"), ("生产单元模拟", "scdymn"), ("精准动态作业", "jzdtzy"),
    ("生产能效管控", "scnxgk"), ("工艺合规校验", "gyhgjy"), ("生产过程溯源", "scgcsy"), ("生产过程追溯", "scgczs"),
    ("设备预测维护", "sbycwh"), ("厂区智能理货", "cqznlh"), ("全域物流监测", "qywljc"), ("全域物流检测", "qywljc"),
    ("虚拟现场服务", "xnxcfw"), ("企业协同合作", "qyxthz"),
  ])
  func findsUnitsAndScenarios(_ name: String, _ initials: String) {
    #expect(Pinyin.matches(initials: initials, in: name))
    #expect(Pinyin.matches(initials: initials.utf8.dropFirst(), in: "（" + name + "）"))
    #expect(!Pinyin.matches(initials: initials + "a", in: name))
    #expect(!Pinyin.matches(initials: String(initials.reversed()) + "i", in: name))
  }

  @Test(arguments: [
    ("重", "zc"), ("乐", "ly"), ("厦", "sx"), ("单", "dsc"), ("行", "xh"), ("长", "cz"), ("车", "cj"), ("区", "qo"),
    ("曾", "zc"),
    ("调", "td"), ("藏", "cz"), ("龟", "gjq"), ("重", "ZC"), ("樂", "ly"), ("長", "cz"), ("\u{F914}", "ly"),
  ])
  func everyReadingOfAPolyphoneCounts(_ character: String, _ letters: String) {
    for letter in letters { #expect(Pinyin.matches(initials: String(letter), in: character), "\(letter)") }
    #expect(!Pinyin.matches(initials: "b", in: character))
  }

  @Test(arguments: [
    ("5ggyhlw", "“5G+工业互联网”厂区", true), ("cqzn", "“5G+工业互联网”厂区智能理货", true), ("agvdd", "ＡＧＶ 调度", true),
    ("agvtd", "AGV-调度", true), ("cqlh", "厂区智能理货", false), ("", "邹城", false), ("邹", "邹城", false),
    ("zc", "\u{0}邹\u{301}城", true), ("zx", "邹\u{3400}乡", false), ("z-c", "邹城", false), ("l", "二〇二二", true),
  ])
  func runsOfInitials(_ query: String, _ text: String, _ isFound: Bool) {
    #expect(Pinyin.matches(initials: query, in: text) == isFound)
  }

  @Test func hostileTextsAndQueriesOnlyDoNotMatch() {
    let long = String(repeating: "邹城", count: 100)
    #expect(Pinyin.matches(initials: String(repeating: "zc", count: 32), in: long))
    #expect(!Pinyin.matches(initials: String(repeating: "zc", count: 33), in: long))
    #expect(Pinyin.matches(initials: "zc", in: "邹" + String(repeating: "\u{301}", count: 200_000) + "城"))
    #expect(!Pinyin.matches(initials: "zc", in: ""))
    #expect(!Pinyin.matches(initials: [0, 1, 0xFF, 0x80], in: "兙重"))
  }

  @Test func everyIdeographHasAnInitialOrNone() {
    let codes = PinyinCodes.shared
    #expect(PinyinTable.initials.utf8CodeUnitCount == 0x9FFF - 0x4E00 + 1)
    #expect(PinyinTable.alternates.utf8CodeUnitCount % 6 == 0)
    let polyphones = (0x4E00...0x9FFF).compactMap { Unicode.Scalar(UInt32($0)) }
      .filter { codes.letters[Int(codes.initials(of: String($0)).first ?? 0)].count > 1 }
    #expect(polyphones.count == PinyinTable.alternates.utf8CodeUnitCount / 6)
  }

  @Test func writesTheUsualInitials() {
    #expect(Pinyin.initials(of: "邹城市5G（重工）") == "zcs5gzg")
    #expect(Pinyin.initials(of: "\u{3400}长") == "z")
  }

  @Test(arguments: [
    ("zoucheng", "zoucheng", true), ("ZouCh", "zoucheng", true), ("zou cheng", "zoucheng", true),
    ("ou", "zoucheng", false),
    ("", "zoucheng", false), ("zouchengs", "zoucheng", false),
  ])
  func fullPinyinBeginsAKey(_ query: String, _ key: String, _ begins: Bool) {
    #expect(Pinyin.begins(query, key: key) == begins)
  }
}
