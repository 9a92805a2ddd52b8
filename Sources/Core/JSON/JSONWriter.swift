/// Writes JSON the one way all files of a workspace have it: two spaces, members in order, UTF-8 without escapes.
public enum JSONWriter {
  /// The text of `value` with a newline at its end.
  public static func pretty(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    append(value, indent: 0, to: &out)
    out.append(0x0A)
    return out
  }

  /// The text of `value` on one line, without a newline at its end; for lines of a journal.
  public static func compact(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    appendCompact(value, to: &out)
    return out
  }

  static func append(_ value: JSONValue, indent: Int, to out: inout [UInt8]) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        newline(indent + 2, to: &out)
        append(element, indent: indent + 2, to: &out)
      }
      newline(indent, to: &out)
      out.append(UInt8(ascii: "]"))
    case .object(let object) where !object.members.isEmpty:
      out.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        newline(indent + 2, to: &out)
        appendString(member.key, to: &out)
        out.append(contentsOf: ": ".utf8)
        append(member.value, indent: indent + 2, to: &out)
      }
      newline(indent, to: &out)
      out.append(UInt8(ascii: "}"))
    default: appendCompact(value, to: &out)
    }
  }

  static func appendCompact(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): out.append(contentsOf: number.text.utf8)
    case .string(let text): appendString(text, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        appendCompact(element, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        appendString(member.key, to: &out)
        out.append(contentsOf: ": ".utf8)
        appendCompact(member.value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  static func appendString(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x08: out.append(contentsOf: "\\b".utf8)
      case 0x0C: out.append(contentsOf: "\\f".utf8)
      case 0..<0x20:
        out.append(contentsOf: "\\u00".utf8)
        out.append(hex(byte >> 4))
        out.append(hex(byte & 15))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func newline(_ indent: Int, to out: inout [UInt8]) {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
