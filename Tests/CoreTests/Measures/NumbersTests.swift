import Testing

@testable import Core

struct NumbersTests {
  @Test(arguments: [
    ("一", "1"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("二十六", "26"), ("一百零五", "105"), ("三千二百", "3200"),
    ("两千", "2000"), ("叁佰贰拾", "320"), ("伍仟", "5000"), ("二〇二二", "2022"), ("三点五", "3.5"), ("九千九百九十九", "9999"),
  ])
  func readsNumerals(_ text: String, _ expected: String) throws {
    let found = try #require(ChineseNumber.section(Array(text)[...]))
    #expect(found.value.text == expected)
    #expect(found.length == text.count)
  }

  @Test(arguments: [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (100, "100")])
  func writesNumerals(_ number: Int, _ expected: String) { #expect(ChineseNumber.text(number) == expected) }

  @Test func decimalsAreExact() throws {
    let value = try #require(DecimalValue(digits: Array("26.892")))
    #expect(value.shifted(by: 4)?.text == "268920")
    #expect(value.shifted(by: -2)?.text == "0.26892")
    #expect(value.plus(DecimalValue(1))?.text == "27.892")
    #expect(value.times(3)?.text == "80.676")
    #expect(DecimalValue(1).divided(by: 3) == nil)
    #expect(DecimalValue(1).divided(by: 8)?.text == "0.125")
    #expect(DecimalValue(mantissa: -5, places: 2)?.text == "-0.05")
    #expect(DecimalValue(digits: Array("1.2.3")) == nil)
    #expect(DecimalValue(digits: Array("")) == nil)
    #expect(DecimalValue(Int.max).times(2) == nil)
  }

  @Test(arguments: [("0.1", "0.10", false), ("0.3", "0.25", false), ("-1", "0", true), ("100", "99.99", false)])
  func decimalsHaveAnOrder(_ left: String, _ right: String, _ isLess: Bool) throws {
    let a = try #require(JSONNumber(text: left).flatMap { DecimalValue($0) })
    let b = try #require(JSONNumber(text: right).flatMap { DecimalValue($0) })
    #expect((a < b) == isLess)
  }

  @Test(arguments: [
    ("1.5", "亿元", "万元", "15000"), ("480", "元", "万元", "0.048"), ("48", "小时", "分钟", "2880"), ("0.25", "秒", "ms", "250"),
    ("300", "毫秒", "秒", "0.3"), ("3", "天", "小时", "72"), ("2.3", "个百分点", "%", "2.3"), ("2", "倍", "%", "200"),
    ("1.2", "Gbps", "Mbps", "1200"), ("18", "万条", "条", "180000"), ("4.1", "万吨", "千克", "41000000"),
    ("380", "万千瓦时", "千瓦时", "3800000"),
    ("5", "厘米", "毫米", "50"),
  ])
  func convertsExactly(_ value: String, _ from: String, _ to: String, _ expected: String) throws {
    let value = try #require(JSONNumber(text: value).flatMap { DecimalValue($0) })
    #expect(UnitConversion.convert(value, from: from, to: to)?.text == expected)
  }

  @Test(arguments: [("万元", "台"), ("秒", "米"), ("项", "件"), ("1", "2"), ("个月", "天")])
  func refusesToConvert(_ from: String, _ to: String) {
    #expect(UnitConversion.convert(DecimalValue(1), from: from, to: to) == nil)
  }

  @Test func inexactConversionsAreNotMade() {
    // 50 minutes are no finite decimal of an hour.
    #expect(UnitConversion.convert(DecimalValue(50), from: "分钟", to: "小时") == nil)
  }
}
