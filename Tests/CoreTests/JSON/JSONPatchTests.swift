import Testing

@testable import Core

private func patch(_ old: String, _ change: String) throws -> String {
  let new = try JSONParser.parse(Array(change.utf8))
  return String(decoding: try JSONPatch.apply(new, over: Array(old.utf8)), as: UTF8.self)
}

@Test(arguments: [
  // (old, new, expected)
  ("{\"a\":1.50 ,\r\n \"b\" : [ 1,2 ] }\n\n", "{\"a\": 1.5, \"b\": [1, 2]}", "{\"a\":1.50 ,\r\n \"b\" : [ 1,2 ] }\n\n"),
  ("{\"a\":1.50 , \"x\":\"\\u0061\"}", "{\"a\": 2}", "{\"a\":2 , \"x\":\"\\u0061\"}"),
  ("{\n  \"a\": 1\n}\n", "{\"b\": {\"c\": [1]}}", "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [\n      1\n    ]\n  }\n}\n"),
  ("{\"a\": 1}", "{\"b\": [1, 2]}", "{\"a\": 1, \"b\": [1, 2]}"),
  ("{ \"a\": 1 }", "{\"a\": 1, \"b\": null}", "{ \"a\": 1 }"),
  ("{\"a\": 1}", "{\"a\": null}", "{\"a\": null}"),
  ("{}", "{\"a\": 1}", "{\n  \"a\": 1\n}"),
  ("{\n  \"l\": []\n}", "{\"l\": [7]}", "{\n  \"l\": [\n    7\n  ]\n}"),
  (
    "[ {\"id\":\"x\",\"keep\":1.0}, {\"id\":\"y\"} ]", "[{\"id\": \"y\", \"n\": 1}, {\"id\": \"x\"}]",
    "[ {\"id\":\"y\", \"n\": 1}, {\"id\":\"x\",\"keep\":1.0} ]"
  ),
  (
    "[\n  {\"criterion\": \"C01\", \"score\": 9.50},\n  {\"criterion\": \"C02\", \"score\": null}\n]",
    "[{\"criterion\": \"C01\", \"score\": 9.5}, {\"criterion\": \"C02\", \"score\": 8}, {\"criterion\": \"C03\"}]",
    "[\n  {\"criterion\": \"C01\", \"score\": 9.50},\n  {\"criterion\": \"C02\", \"score\": 8},\n  {\n    \"criterion\": \"C03\"\n  }\n]"
  ),
  ("[1,  2,  3]", "[1, 2]", "[1,  2]"),
  (
    "[{\"id\":\"a\"},  {\"id\":\"b\"},   {\"id\":\"c\"}]", "[{\"id\":\"b\"}, {\"id\":\"c\"}]",
    "[{\"id\":\"b\"},   {\"id\":\"c\"}]"
  ),
  ("\u{FEFF}{\"a\":1}", "{\"a\":2}", "\u{FEFF}{\"a\":2}"),
  ("{\"\\u0061\": 1}", "{\"a\": 2}", "{\"\\u0061\": 2}"),
  ("{\"a\": {\"b\": 1}}", "{\"a\": [1]}", "{\"a\": [\n  1\n]}"),
])
func keepsEveryByteOutsideTheEdit(_ old: String, _ new: String, _ expected: String) throws {
  #expect(try patch(old, new) == expected)
}

@Test(arguments: 1...40)
func changesNothingWhenNothingChanged(_ seed: Int) throws {
  var random = RandomJSON(seed: UInt64(seed))
  for _ in 0..<25 {
    let value = random.value()
    let bytes = Array(random.messy(value).utf8)
    #expect(try JSONPatch.apply(value, over: bytes) == bytes)
  }
}

/// What a patch must read back as: members that only `old` has stay, nulls that `old` lacks are not added.
private func merged(_ new: JSONObject, over old: JSONObject) -> JSONObject {
  var result = old
  for member in new.members where !(member.value.isNull && old[member.key] == nil) { result[member.key] = member.value }
  return result
}

@Test(arguments: 1...40)
func setsMembersOfAnyDocument(_ seed: Int) throws {
  var random = RandomJSON(seed: UInt64(seed))
  for _ in 0..<25 {
    let old = random.object(depth: 3)
    var new = JSONObject()
    for member in old.members where random.below(2) == 0 {
      new[member.key] = random.below(2) == 0 ? member.value : .number(random.number())
    }
    new["new\(random.below(9))"] = .string(random.text())
    let bytes = try JSONPatch.apply(.object(new), over: Array(random.messy(.object(old)).utf8))
    let read = try #require(try JSONParser.parse(bytes).object)
    let expected = merged(new, over: old)
    #expect(read.members.count == expected.members.count)
    for member in expected.members {
      if case .number(let number) = member.value, let text = read[member.key]?.number {
        #expect(number.isSameNumber(as: text))
      } else {
        #expect(read[member.key] == member.value)
      }
    }
  }
}

@Test func patchesAVeryWideObjectInOneLine() throws {
  let members = (0..<50_000).map { ("k\($0)", JSONValue.number(JSONNumber($0))) }
  var object = JSONObject(members)
  let bytes = JSONWriter.compact(.object(object))
  object.members[49_999].value = .array([.bool(true)])
  let patched = try JSONPatch.apply(.object(object), over: bytes)
  #expect(patched == Array(bytes.dropLast(6)) + Array("[\n  true\n]}".utf8))
}

@Test func locatesMembersAndElements() {
  let text = """
    {
      "id": "x",
      "company": {
        "finance": [
          { "year": 2019, "profit": 1 },
          { "year": 2020,
            "profit": 2 }
        ]
      },
      "scores": [
        { "criterion": "C01" },
        { "criterion": "C02", "score": 3 }
      ]
    }
    """
  let bytes = Array(text.utf8)
  #expect(JSONLocator.line(of: [], in: bytes) == 1)
  #expect(JSONLocator.line(of: ["id"], in: bytes) == 2)
  #expect(JSONLocator.line(of: ["company", "finance", "1", "profit"], in: bytes) == 7)
  #expect(JSONLocator.line(of: ["company", "finance", "2020", "profit"], in: bytes) == 7)
  #expect(JSONLocator.line(of: ["scores", "C02", "score"], in: bytes) == 12)
  #expect(JSONLocator.line(of: ["company", "phone"], in: bytes) == 3)
  #expect(JSONLocator.line(of: ["id"], in: Array("{".utf8)) == nil)
}
