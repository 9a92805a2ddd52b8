import Testing

@testable import Core

@Test(arguments: [
  (8850, "88.5"), (8800, "88"), (5, "0.05"), (-5, "-0.05"), (-8850, "-88.5"), (0, "0"), (100, "1"), (8805, "88.05"),
])
func writesHundredthsAsTheShortestDecimal(_ hundredths: Int, _ text: String) {
  #expect(JSONNumber(hundredths: hundredths).text == text)
  #expect(JSONNumber(hundredths: hundredths).scaled(by: 2) == hundredths)
}

@Test func writesTheLimitsOfInt() {
  #expect(JSONNumber(hundredths: .min).text == "-92233720368547758.08")
  #expect(JSONNumber(hundredths: .min).scaled(by: 2) == .min)
  #expect(JSONNumber(tenths: 95).text == "9.5")
  #expect(JSONNumber(Int.max).int == .max)
}

@Test(arguments: [
  ("88.5", 1, 885), ("88.50", 1, 885), ("885e-1", 1, 885), ("0.0885e3", 1, 885), ("1e2", 0, 100), ("-0", 3, 0),
  ("0e999999999", 0, 0), ("-7.000", 0, -7), ("9223372036854775807", 0, Int.max), ("-9223372036854775808", 0, Int.min),
  ("0.0000000000000000001", 19, 1),
])
func scalesExactly(_ text: String, _ places: Int, _ value: Int) {
  #expect(JSONNumber(text: text)?.scaled(by: places) == value)
}

@Test(arguments: [
  ("88.55", 1), ("0.1", 0), ("9223372036854775808", 0), ("1e30", 0), ("1e-30", 2), ("92233720368547758.08", 3),
])
func hasNoScaledValueThatWouldNotBeExact(_ text: String, _ places: Int) {
  #expect(JSONNumber(text: text)?.scaled(by: places) == nil)
}

@Test(arguments: [
  "", "-", "+1", "01", "1.", ".5", "1e", "0x10", "nan", "inf", "Infinity", " 1", "1 ", "１", "1,5", "1_000", "1e400",
  "12abc",
])
func refusesTextThatIsNoNumber(_ text: String) {
  #expect(JSONNumber(text: text) == nil)
}

@Test(arguments: [
  ("0.1", 0.1), ("1e-400", 0), ("88.85", 88.85), ("1.005", 1.005), ("-1.50e+2", -150),
  ("9007199254740993", 9007199254740992),
  ("5e-324", Double.leastNonzeroMagnitude), ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
])
func givesTheNearestDouble(_ text: String, _ value: Double) {
  #expect(JSONNumber(text: text)?.double == value)
}

@Test func comparesNumbersByValueOnlyWhenAsked() throws {
  let short = try #require(JSONNumber(text: "8.5"))
  let long = try #require(JSONNumber(text: "8.50"))
  #expect(short != long)
  #expect(short.isSameNumber(as: long))
  #expect(JSONNumber(0).isSameNumber(as: try #require(JSONNumber(text: "-0.0e5"))))
  #expect(!short.isSameNumber(as: JSONNumber(85)))
}
