/// Finds the line of a value, so that a message can say where to look.
public enum JSONLocator {
  /// The line, from 1, of the value at `path`, for example `["company", "finance", "2", "profit"]`.
  ///
  /// A part of the path names a member, or in a list an index or the `id`, `criterion` or `year` of an element. When the
  /// path ends nowhere, the line of the nearest value around it; nil only for bytes that are not JSON.
  public static func line(of path: [String], in bytes: [UInt8]) -> Int? {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    let root: JSONSpan
    do throws(JSONSyntaxError) { root = try JSONSpan.tree(of: bytes, limits: limits) } catch { return nil }
    var place = root.range.lowerBound
    var span = root
    walk: for part in path {
      switch span.kind {
      case .scalar: break walk
      case .object(let members):
        guard let member = members.first(where: { $0.key.hasSameBytes(as: part) }) else { break walk }
        place = member.keyStart
        span = member.value
      case .array(let elements):
        guard let element = element(part, of: elements, in: bytes) else { break walk }
        place = element.range.lowerBound
        span = element
      }
    }
    return bytes[..<place].reduce(into: 1) { line, byte in if byte == 0x0A { line += 1 } }
  }

  private static func element(_ part: String, of elements: [JSONSpan], in bytes: [UInt8]) -> JSONSpan? {
    if let index = JSONNumber(text: part)?.int, elements.indices.contains(index) { return elements[index] }
    return elements.first { element in
      guard case .object(let members) = element.kind else { return false }
      return members.contains { member in
        guard ["id", "criterion", "year"].contains(where: { $0.hasSameBytes(as: member.key) }) else { return false }
        let text = bytes[member.value.range]
        return text.elementsEqual(part.utf8) || text.dropFirst().dropLast().elementsEqual(part.utf8)
      }
    }
  }
}
