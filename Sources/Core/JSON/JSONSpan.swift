/// Where a value and its parts stand in a text. Built only over bytes that `JSONParser` has accepted, so it checks little.
struct JSONSpan {
  struct Member {
    var key: String
    var keyStart: Int
    var value: JSONSpan
  }

  enum Kind {
    case scalar
    case array([JSONSpan])
    case object([Member])
  }

  var range: Range<Int>
  var kind: Kind

  /// The spans of an accepted text; `limits` are those it was accepted with.
  static func tree(of bytes: [UInt8], limits: JSONLimits) throws(JSONSyntaxError) -> JSONSpan {
    _ = try JSONParser.parse(bytes, limits: limits)
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONSpan, JSONSyntaxError> in
      var scan = Scan(reader: JSONReader(bytes: buffer, limits: limits))
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scan.reader.at = 3 }
      do throws(JSONSyntaxError) {
        scan.skipSpace()
        return .success(try scan.value())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private struct Scan {
    var reader: JSONReader

    var byte: UInt8 { reader.at < reader.bytes.count ? reader.bytes[reader.at] : 0 }

    /// White space and the separators `,` and `:`, which the parser has checked already.
    mutating func skipSpace() {
      while [0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: ":")].contains(byte) { reader.at += 1 }
    }

    mutating func value() throws(JSONSyntaxError) -> JSONSpan {
      let start = reader.at
      switch byte {
      case UInt8(ascii: "{"):
        var members: [Member] = []
        reader.at += 1
        skipSpace()
        while byte == UInt8(ascii: "\"") {
          let keyStart = reader.at
          let key = try reader.string()
          skipSpace()
          members.append(Member(key: key, keyStart: keyStart, value: try value()))
          skipSpace()
        }
        reader.at += 1
        return JSONSpan(range: start..<reader.at, kind: .object(members))
      case UInt8(ascii: "["):
        var elements: [JSONSpan] = []
        reader.at += 1
        skipSpace()
        while reader.at < reader.bytes.count, byte != UInt8(ascii: "]") {
          elements.append(try value())
          skipSpace()
        }
        reader.at += 1
        return JSONSpan(range: start..<reader.at, kind: .array(elements))
      case UInt8(ascii: "\""): _ = try reader.string()
      default:
        while reader.at < reader.bytes.count, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
          byte != UInt8(ascii: "}")
        {
          reader.at += 1
        }
      }
      return JSONSpan(range: start..<reader.at, kind: .scalar)
    }
  }
}
