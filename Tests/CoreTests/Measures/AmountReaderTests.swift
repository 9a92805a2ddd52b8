import Testing

@testable import Core

struct AmountReaderTests {
  /// Cells with money, in 万元; a dash for "nothing", a question mark for words that are no amount.
  @Test(arguments: [
    ("8000万元", "8000"), ("8000", "8000"), ("3.65亿元", "36500"), ("1.8亿", "18000"), ("人民币6600万元", "6600"),
    ("人民币壹亿元整", "10000"), ("伍仟万元整", "5000"), ("5,000万元", "5000"), ("213,600.00", "213600"), ("２１３６０．５", "21360.5"),
    ("12 860.3", "12860.3"), ("5000万元人民币", "5000"), ("¥5000000元", "500"), ("800000元", "80"), ("1亿2000万元", "12000"),
    ("-412.6", "-412.6"), ("－412.6", "-412.6"), ("−412.6", "-412.6"), ("(123.4)", "-123.4"), ("（105.77）", "-105.77"),
    ("（105.77）万元", "-105.77"), ("亏损105.77", "-105.77"), ("负105.77万元", "-105.77"), ("0", "0"), ("0.421亿元", "4210"),
    ("", "-"), ("/", "-"), ("—", "-"), ("——", "-"), ("无", "-"), ("N/A", "-"), ("　", "-"),
    ("见附表", "?"), ("500万美元", "?"), ("USD 500万", "?"), ("312台", "?"), ("2000-3000万元", "?"), ("1000万元、2000万元", "?"),
    ("12.3.4", "?"), ("约", "?"),
  ])
  func readsMoney(_ text: String, _ expected: String) { #expect(Self.describe(AmountReader.money(text)) == expected) }

  @Test(arguments: [("元", "0.5"), ("千元", "500"), ("亿元", "50000000")])
  func takesTheUnitOfTheLabel(_ unit: String, _ expected: String) {
    #expect(Self.describe(AmountReader.money("5000", unit: unit)) == expected)
  }

  @Test(arguments: [
    ("52.3%", "52.3"), ("58.64％", "58.64"), ("５５．１０%", "55.1"), ("63.2", "63.2"), ("0.412", "41.2"), ("55%", "55"),
    ("百分之五十", "50"), ("百分之52.3", "52.3"), ("102.5%", "102.5"), ("1", "1"), ("-3.2%", "-3.2"), ("", "-"), ("/", "-"),
    ("见审计报告", "?"), ("52.3% / 50.8%", "?"), ("3000万元", "?"),
  ])
  func readsPercentages(_ text: String, _ expected: String) {
    #expect(Self.describe(AmountReader.percentage(text)) == expected)
  }

  private static func describe(_ reading: AmountReader.Reading) -> String {
    switch reading {
    case .value(let value): value.text
    case .none: "-"
    case .unreadable: "?"
    }
  }
}
