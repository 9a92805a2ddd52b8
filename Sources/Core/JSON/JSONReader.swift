/// A cursor over the bytes of one JSON text. Lives only inside `JSONParser.parse`, which owns the buffer.
struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var at = 0
  private var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    if bytes.count > limits.bytes { throw failure(.tooLarge(bytes: bytes.count, limit: limits.bytes), at: 0) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      if !limits.skipsByteOrderMark { throw failure(.byteOrderMark, at: 0) }
      at = 3
    }
    if let wide = EncodingGuess.wide(bytes) { throw failure(.notUTF8(looksLike: wide), at: 0) }
    skipSpace()
    if at == bytes.count { throw failure(.empty, at: at) }
    let value = try value()
    skipSpace()
    if at < bytes.count { throw unexpected(.trailingText) }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard at < bytes.count else { throw failure(.unexpectedEnd, at: at) }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try word()
    default: throw unexpected(.expected(.value, found: bytes[at]))
    }
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    var members: [JSONObject.Member] = []
    var places: [Int] = []
    skipSpace()
    if try next(.key) == UInt8(ascii: "}") {
      at += 1
      return .object(JSONObject())
    }
    members.reserveCapacity(8)
    places.reserveCapacity(8)
    while true {
      guard try next(.key) == UInt8(ascii: "\"") else {
        throw unexpected(
          bytes[at] == UInt8(ascii: "}") ? .trailingComma : .expected(.key, found: bytes[at]))
      }
      places.append(at)
      let key = try string()
      skipSpace()
      guard try next(.colon) == UInt8(ascii: ":") else { throw unexpected(.expected(.colon, found: bytes[at])) }
      at += 1
      skipSpace()
      members.append(JSONObject.Member(key: key, value: try value()))
      skipSpace()
      switch try next(.commaOrBrace) {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "}"):
        at += 1
        if let twice = DuplicateKeys.first(in: members) {
          throw failure(.duplicateKey(members[twice].key), at: places[twice])
        }
        return .object(JSONObject(members: members))
      default: throw unexpected(.expected(.commaOrBrace, found: bytes[at]))
      }
    }
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    skipSpace()
    if try next(.value) == UInt8(ascii: "]") {
      at += 1
      return .array([])
    }
    while true {
      if try next(.value) == UInt8(ascii: "]") { throw failure(.trailingComma, at: at) }
      elements.append(try value())
      skipSpace()
      switch try next(.commaOrBracket) {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "]"):
        at += 1
        return .array(elements)
      default: throw unexpected(.expected(.commaOrBracket, found: bytes[at]))
      }
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    guard let scan = JSONNumberScan(bytes, at: at) else { throw failure(.badNumber, at: at) }
    let slice = UnsafeBufferPointer(rebasing: bytes[at..<scan.end])
    if scan.digits > limits.digits { throw failure(.tooManyDigits(limit: limits.digits), at: at) }
    if scan.hasExponent, !JSONNumberScan.isFinite(slice) { throw failure(.notFinite, at: at) }
    if scan.end < bytes.count, Self.isWordByte(bytes[scan.end]) { throw failure(.badNumber, at: at) }
    at = scan.end
    return .number(JSONNumber(checked: String(decoding: slice, as: UTF8.self)))
  }

  private mutating func word() throws(JSONSyntaxError) -> JSONValue {
    var end = at
    while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    let slice = UnsafeBufferPointer(rebasing: bytes[at..<end])
    let value: JSONValue
    if slice.elementsEqual("null".utf8) {
      value = .null
    } else if slice.elementsEqual("true".utf8) {
      value = .bool(true)
    } else if slice.elementsEqual("false".utf8) {
      value = .bool(false)
    } else if end == bytes.count, ["null", "true", "false"].contains(where: { $0.utf8.starts(with: slice) }) {
      throw failure(.unexpectedEnd, at: end)
    } else {
      throw failure(.unknownWord(String(decoding: slice.prefix(20), as: UTF8.self)), at: at)
    }
    at = end
    return value
  }

  private mutating func descend() throws(JSONSyntaxError) {
    depth += 1
    if depth > limits.depth + 1 { throw failure(.tooDeep(limit: limits.depth), at: at) }
    at += 1
  }

  private func next(_ expectation: JSONSyntaxError.Expectation) throws(JSONSyntaxError) -> UInt8 {
    guard at < bytes.count else { throw failure(.unexpectedEnd, at: at) }
    return bytes[at]
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
