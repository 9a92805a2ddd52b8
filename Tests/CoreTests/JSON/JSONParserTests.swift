import Testing

@testable import Core

/// One text with the error it must give.
struct BadJSON: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let line: Int
  let column: Int
  let reason: JSONSyntaxError.Reason
  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], _ line: Int, _ column: Int, _ reason: JSONSyntaxError.Reason) {
    (self.name, self.bytes, self.line, self.column, self.reason) = (name, bytes, line, column, reason)
  }

  init(_ text: String, _ line: Int, _ column: Int, _ reason: JSONSyntaxError.Reason) {
    self.init(String(text.prefix(40)), Array(text.utf8), line, column, reason)
  }
}

private let gbk: [UInt8] =
  Array("{\"县\":".utf8).prefix(2) + [0xBC, 0xC3, 0xC4, 0xFE, 0xCA, 0xD0] + Array("\": 1}".utf8)

private let refused: [BadJSON] = [
  BadJSON("", 1, 1, .empty),
  BadJSON(" \n ", 2, 2, .empty),
  BadJSON("all zero", [UInt8](repeating: 0, count: 4096), 1, 1, .nulFilled),
  BadJSON("zeros after the value", Array("{}".utf8) + [0, 0, 0], 1, 3, .nulFilled),
  BadJSON("zeros inside a string", Array("{\"a\": \"b".utf8) + [0, 0], 1, 9, .nulFilled),
  BadJSON("{\"a\": 1", 1, 8, .unexpectedEnd),
  BadJSON("{\"a\": tr", 1, 9, .unexpectedEnd),
  BadJSON("[1, \"ab", 1, 8, .unexpectedEnd),
  BadJSON("torn character", Array("[\"济".utf8.dropLast()), 1, 4, .unexpectedEnd),
  BadJSON("{\"a\": 1}\n{\"b\": 2}", 2, 1, .trailingText),
  BadJSON("{}x", 1, 3, .trailingText),
  BadJSON("{\n  \"a\": 1,\n}", 3, 1, .trailingComma),
  BadJSON("[1,]", 1, 4, .trailingComma),
  BadJSON("[,1]", 1, 2, .expected(.value, found: UInt8(ascii: ","))),
  BadJSON("// c\n{}", 1, 1, .comment),
  BadJSON("{\"a\": /* c */ 1}", 1, 7, .comment),
  BadJSON("{'a': 1}", 1, 2, .expected(.key, found: UInt8(ascii: "'"))),
  BadJSON("{\"a\" 1}", 1, 6, .expected(.colon, found: UInt8(ascii: "1"))),
  BadJSON("{\"a\": 1 \"b\": 2}", 1, 9, .expected(.commaOrBrace, found: UInt8(ascii: "\""))),
  BadJSON("[1 2]", 1, 4, .expected(.commaOrBracket, found: UInt8(ascii: "2"))),
  BadJSON("{\"甲\"：1}", 1, 5, .expected(.colon, found: 0xEF)),
  BadJSON("mark", [0xEF, 0xBB, 0xBF] + Array("{}".utf8), 1, 1, .byteOrderMark),
  BadJSON("UTF-16 with mark", [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], 1, 1, .notUTF8(looksLike: .utf16)),
  BadJSON("UTF-16 without mark", [0x7B, 0, 0x0A, 0, 0x7D, 0], 1, 1, .notUTF8(looksLike: .utf16)),
  BadJSON("UTF-32", [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], 1, 1, .notUTF8(looksLike: .utf32)),
  BadJSON("GBK", gbk, 1, 3, .notUTF8(looksLike: .gb18030)),
  BadJSON("overlong", Array("[\"济".utf8) + [0xC0, 0xAF] + Array("\"]".utf8), 1, 4, .notUTF8(looksLike: .overlongUTF8)),
  BadJSON(
    "CESU-8", Array("[\"".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80] + Array("\"]".utf8), 1, 3,
    .notUTF8(looksLike: .surrogateUTF8)),
  BadJSON(
    "five bytes", Array("[\"济".utf8) + [0xF8, 0x88, 0x80, 0x80, 0x80, 0x22, 0x5D], 1, 4, .notUTF8(looksLike: .unknown)),
  BadJSON(
    "above 10FFFF", Array("[\"济".utf8) + [0xF4, 0x90, 0x80, 0x80, 0x22, 0x5D], 1, 4, .notUTF8(looksLike: .unknown)),
  BadJSON("[\"\\ud800\"]", 1, 3, .loneSurrogate),
  BadJSON("[\"\\ud800\\u0041\"]", 1, 3, .loneSurrogate),
  BadJSON("[\"\\udc00x\"]", 1, 3, .loneSurrogate),
  BadJSON("[\"\\x\"]", 1, 3, .badEscape),
  BadJSON("[\"\\u12g4\"]", 1, 3, .badEscape),
  BadJSON("[\"a\nb\"]", 1, 4, .controlCharacter(0x0A)),
  BadJSON("[\"a\0b\"]", 1, 4, .controlCharacter(0)),
  BadJSON("{\"a\": 1, \"\\u0061\": 2}", 1, 10, .duplicateKey("a")),
  BadJSON("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n", 1, 1, .mergeMarkers),
  BadJSON("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> other\n}", 2, 1, .mergeMarkers),
  BadJSON("<!DOCTYPE html><html></html>", 1, 1, .webPage),
  BadJSON("version https://git-lfs.github.com/spec/v1\n", 1, 1, .unknownWord("version")),
  BadJSON("NaN", 1, 1, .unknownWord("NaN")),
  BadJSON("[NaN]", 1, 2, .unknownWord("NaN")),
  BadJSON("[True]", 1, 2, .unknownWord("True")),
  BadJSON("[nullx]", 1, 2, .unknownWord("nullx")),
  BadJSON("[01]", 1, 2, .badNumber),
  BadJSON("[-]", 1, 2, .badNumber),
  BadJSON("[5.]", 1, 2, .badNumber),
  BadJSON("[1e]", 1, 2, .badNumber),
  BadJSON("[0x10]", 1, 2, .badNumber),
  BadJSON("[1.2.3]", 1, 2, .badNumber),
  BadJSON("[.5]", 1, 2, .expected(.value, found: UInt8(ascii: "."))),
  BadJSON("[+1]", 1, 2, .expected(.value, found: UInt8(ascii: "+"))),
  BadJSON("[-Infinity]", 1, 2, .badNumber),
  BadJSON("[1e400]", 1, 2, .notFinite),
  BadJSON("[-1e400]", 1, 2, .notFinite),
  BadJSON("[" + String(repeating: "9", count: 41) + "]", 1, 2, .tooManyDigits(limit: 40)),
  BadJSON("[1e" + String(repeating: "0", count: 1000) + "1]", 1, 2, .tooManyDigits(limit: 40)),
  BadJSON(String(repeating: "[", count: 66), 1, 66, .tooDeep(limit: 64)),
  BadJSON("[\"" + String(repeating: "🇨", count: 257) + "\"]", 1, 259, .tooManyFlagLetters(limit: 256)),
  BadJSON("[\"分" + String(repeating: "\u{301}", count: 31) + "\"]", 1, 34, .tooManyMarks(limit: 30)),
  BadJSON("[\"分" + String(repeating: "\\u0301", count: 31) + "\"]", 1, 184, .tooManyMarks(limit: 30)),
  BadJSON("[\"👨" + String(repeating: "\u{200D}", count: 31) + "\"]", 1, 34, .tooManyMarks(limit: 30)),
]

@Test(arguments: refused)
func refusesWithPlaceAndReason(_ bad: BadJSON) {
  #expect(throws: JSONSyntaxError(line: bad.line, column: bad.column, reason: bad.reason)) {
    try JSONParser.parse(bad.bytes)
  }
}

@Test func refusesTextsAboveTheLimits() {
  var limits = JSONLimits()
  limits.bytes = 10
  limits.stringBytes = 4
  #expect(throws: JSONSyntaxError(line: 1, column: 1, reason: .tooLarge(bytes: 11, limit: 10))) {
    try JSONParser.parse([UInt8](repeating: 0x20, count: 11), limits: limits)
  }
  #expect(throws: JSONSyntaxError(line: 1, column: 1, reason: .stringTooLong(limit: 4))) {
    try JSONParser.parse(Array("\"12345\"".utf8), limits: limits)
  }
  #expect(throws: Never.self) { try JSONParser.parse(Array("\"1234\"".utf8), limits: limits) }
}

@Test func findsATwinKeyAmongManyMembers() throws {
  let many = (0..<2000).map { "\"k\($0)\": 0" }.joined(separator: ",")
  #expect(throws: Never.self) { try JSONParser.parse(Array("{\(many)}".utf8)) }
  #expect(throws: JSONSyntaxError(line: 2, column: 1, reason: .duplicateKey("k7"))) {
    try JSONParser.parse(Array("{\(many),\n\"k7\": 1, \"k3\": 2}".utf8))
  }
}

@Test func readsEveryKindOfValue() throws {
  let text =
    #"{ "无": null, "t": true, "f": false, "n": -1.50e+2, "s": "\u6D4E\ud83d\ude00\/\b\f\n\r\t\"\\", "a": [1, []], "o": {} }"#
  let value = try JSONParser.parse(Array(text.utf8))
  #expect(value["无"]?.isNull == true)
  #expect(value["t"]?.bool == true)
  #expect(value["f"]?.bool == false)
  #expect(value["n"]?.number?.text == "-1.50e+2")
  #expect(value["n"]?.number?.int == -150)
  #expect(value["s"]?.string == "济😀/\u{8}\u{c}\n\r\t\"\\")
  #expect(value["a"]?.array == [.number(JSONNumber(1)), .array([])])
  #expect(value["o"]?.object?.members.isEmpty == true)
  #expect(value["missing"] == nil)
}

@Test func keepsKeysApartThatDifferOnlyInBytes() throws {
  let value = try JSONParser.parse(Array("{\"\u{E9}\": 1, \"e\u{301}\": 2, \"\u{F900}\": 3, \"\u{8C48}\": 4}".utf8))
  #expect(value["\u{E9}"]?.number?.int == 1)
  #expect(value["e\u{301}"]?.number?.int == 2)
  #expect(value["\u{F900}"]?.number?.int == 3)
  #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
}

@Test func acceptsWhatStandsExactlyAtTheLimits() throws {
  let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
  let marks = "[\"分" + String(repeating: "\u{301}", count: 30) + "x" + String(repeating: "\u{301}", count: 30) + "\"]"
  for text in [deep, marks, "[" + String(repeating: "9", count: 40) + "]", "[1e-400]", "[-0]", "null", "\"x\""] {
    #expect(throws: Never.self) { try JSONParser.parse(Array(text.utf8)) }
  }
  var limits = JSONLimits()
  limits.skipsByteOrderMark = true
  #expect(try JSONParser.parse([0xEF, 0xBB, 0xBF, 0x31], limits: limits) == .number(JSONNumber(1)))
}

@Test func refusesEveryCutOfADocument() throws {
  let bytes = JSONWriter.pretty(.object(JSONObject([("甲", .array([.string("乙\n"), .number(JSONNumber(1))]))])))
  for length in 0..<bytes.count - 1 {
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(bytes[..<length])) }
  }
}

@Test(arguments: 1...40)
func readsBackWhatItWrites(_ seed: Int) throws {
  var random = RandomJSON(seed: UInt64(seed))
  for _ in 0..<25 {
    let value = random.value()
    #expect(try JSONParser.parse(JSONWriter.pretty(value)) == value)
    #expect(try JSONParser.parse(JSONWriter.compact(value)) == value)
    #expect(try JSONParser.parse(Array(random.messy(value).utf8)) == value)
  }
}

@Test func survivesAnyFlippedByte() {
  let bytes = JSONWriter.pretty(
    .object(JSONObject([("甲e\u{301}", .string("\u{1F600}\\\"")), ("n", .number(JSONNumber(-12)))])))
  for place in bytes.indices {
    for flip in UInt8.min...UInt8.max {
      var copy = bytes
      copy[place] = flip
      do throws(JSONSyntaxError) {
        let value = try JSONParser.parse(copy)
        #expect(throws: Never.self) { try JSONParser.parse(JSONWriter.pretty(value)) }
      } catch {
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
  }
}
