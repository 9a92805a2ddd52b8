@testable import Core

/// Random documents from a seed, for properties that must hold for every document.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  mutating func value(depth: Int = 4) -> JSONValue {
    switch below(depth == 0 ? 4 : 7) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .number(number())
    case 3: return .string(text())
    case 4: return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
    default: return .object(object(depth: depth - 1))
    }
  }

  mutating func object(depth: Int) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<below(7) { object[below(4) == 0 ? text() : "k\(below(40))"] = value(depth: depth) }
    return object
  }

  mutating func number() -> JSONNumber {
    switch below(5) {
    case 0: return JSONNumber(below(2_000_000) - 1_000_000)
    case 1: return JSONNumber(hundredths: below(200_000) - 100_000)
    case 2: return JSONNumber(text: "\(below(9) + 1).\(below(1000))e\(below(40) - 20)") ?? JSONNumber(1)
    case 3: return JSONNumber(text: "-0.\(below(100_000))0") ?? JSONNumber(2)
    default: return JSONNumber(text: "12345678901234567890123456789.5") ?? JSONNumber(3)
    }
  }

  mutating func text() -> String {
    let pieces = [
      "济宁", "5G+工业互联网", "\n", "\t", "\"", "\\", "\u{1}", "é", "e\u{301}", "👨‍👩‍👧", "a", "\u{10FFFF}", "％", "\u{7F}", " ",
      "\u{2028}", "龘", "\u{F900}",
    ]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  /// The same document in another spelling: other white space, escapes instead of characters.
  mutating func messy(_ value: JSONValue) -> String {
    let gap = ["", " ", "\n", "\n\t ", "\r\n  "]
    func pad(_ text: String, _ a: String, _ b: String) -> String { a + text + b }
    switch value {
    case .array(let elements):
      return "[" + elements.map { pad(messy($0), gap[below(5)], gap[below(5)]) }.joined(separator: ",") + "]"
    case .object(let object):
      let members = object.members.map {
        pad(
          "\(messy(.string($0.key)))\(gap[below(5)]):\(gap[below(5)])\(messy($0.value))", gap[below(5)], gap[below(5)])
      }
      return "{" + members.joined(separator: ",") + "}"
    case .string(let text):
      var out = "\""
      for unit in text.utf16 {
        let hex = String(unit, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      }
      return below(2) == 0 ? out + "\"" : String(decoding: JSONWriter.compact(value), as: UTF8.self)
    default: return String(decoding: JSONWriter.compact(value), as: UTF8.self)
    }
  }
}
