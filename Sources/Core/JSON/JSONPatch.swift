/// Changes a JSON text and keeps every byte of what did not change: order, spacing, number spelling, unknown members.
public enum JSONPatch {
  /// The text of `bytes` with the values of `new`.
  ///
  /// Members that `new` does not name stay. A null that the old text does not have at all is not added. Elements of a
  /// list are matched by `id`, else by `criterion`, else by place; elements that `new` does not have go.
  public static func apply(_ new: JSONValue, over bytes: [UInt8]) throws(JSONSyntaxError) -> [UInt8] {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    let old = try JSONParser.parse(bytes, limits: limits)
    let span = try JSONSpan.tree(of: bytes, limits: limits)
    var patch = Patch(bytes: bytes)
    patch.out.append(contentsOf: bytes[..<span.range.lowerBound])
    patch.write(new, over: old, span, lineOf: span.range.lowerBound)
    patch.out.append(contentsOf: bytes[span.range.upperBound...])
    return patch.out
  }

  private struct Patch {
    let bytes: [UInt8]
    var out: [UInt8] = []

    mutating func write(_ new: JSONValue, over old: JSONValue, _ span: JSONSpan, lineOf place: Int) {
      switch (new, old, span.kind) {
      case (.object(let new), .object(let old), .object(let members)) where !members.isEmpty:
        write(new, over: old, members, in: span.range)
      case (.array(let new), .array(let old), .array(let elements)) where !new.isEmpty && !elements.isEmpty:
        write(new, over: old, elements, in: span.range)
      default:
        if Self.isSame(new, old) {
          out.append(contentsOf: bytes[span.range])
        } else {
          JSONWriter.append(new, indent: column(of: place), to: &out)
        }
      }
    }

    private mutating func write(
      _ new: JSONObject, over old: JSONObject, _ members: [JSONSpan.Member], in range: Range<Int>
    ) {
      let newIndex = KeyIndex(new)
      let oldIndex = KeyIndex(old)
      var done = range.lowerBound
      for (index, member) in members.enumerated() {
        guard let value = newIndex.place(of: member.key).map({ new.members[$0].value }) else { continue }
        out.append(contentsOf: bytes[done..<member.value.range.lowerBound])
        write(value, over: old.members[index].value, member.value, lineOf: member.keyStart)
        done = member.value.range.upperBound
      }
      let last = members[members.count - 1].value.range.upperBound
      out.append(contentsOf: bytes[done..<last])
      let lead = bytes[range.lowerBound + 1..<members[0].keyStart]
      for member in new.members where !member.value.isNull && oldIndex.place(of: member.key) == nil {
        separate(lead)
        JSONWriter.appendString(member.key, to: &out)
        out.append(contentsOf: ": ".utf8)
        insert(member.value, lead: lead)
      }
      out.append(contentsOf: bytes[last..<range.upperBound])
    }

    private mutating func write(
      _ new: [JSONValue], over old: [JSONValue], _ elements: [JSONSpan], in range: Range<Int>
    ) {
      let matches = JSONPatch.matches(of: new, in: old)
      let lead = bytes[range.lowerBound + 1..<elements[0].range.lowerBound]
      out.append(UInt8(ascii: "["))
      out.append(contentsOf: lead)
      for (index, value) in new.enumerated() {
        if index > 0 {
          if let match = matches[index], let before = matches[index - 1], match == before + 1 {
            out.append(contentsOf: bytes[elements[before].range.upperBound..<elements[match].range.lowerBound])
          } else {
            separate(lead)
          }
        }
        if let match = matches[index] {
          write(value, over: old[match], elements[match], lineOf: elements[match].range.lowerBound)
        } else {
          insert(value, lead: lead)
        }
      }
      out.append(contentsOf: bytes[elements[elements.count - 1].range.upperBound..<range.upperBound])
    }

    /// A comma and the same white space as before the first part of the list or object.
    private mutating func separate(_ lead: ArraySlice<UInt8>) {
      out.append(UInt8(ascii: ","))
      if lead.isEmpty { out.append(0x20) } else { out.append(contentsOf: lead) }
    }

    private mutating func insert(_ value: JSONValue, lead: ArraySlice<UInt8>) {
      if let newline = lead.lastIndex(of: 0x0A) {
        JSONWriter.append(value, indent: lead.endIndex - newline - 1, to: &out)
      } else {
        JSONWriter.appendCompact(value, to: &out)
      }
    }

    /// The indentation of the line on which `place` stands.
    private func column(of place: Int) -> Int {
      var start = place
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      return bytes[start..<place].prefix { $0 == 0x20 || $0 == 0x09 }.count
    }

    /// Whether a value is unchanged as far as a reader can tell: the spelling of a number does not count.
    private static func isSame(_ new: JSONValue, _ old: JSONValue) -> Bool {
      if case (.number(let a), .number(let b)) = (new, old) { return a.isSameNumber(as: b) }
      return new == old
    }
  }

  /// For each element of `new` the index of the element of `old` that it continues.
  private static func matches(of new: [JSONValue], in old: [JSONValue]) -> [Int?] {
    for name in ["id", "criterion"] {
      guard let newKeys = distinctKeys(name, of: new), let oldKeys = distinctKeys(name, of: old) else { continue }
      let index = KeyIndex(oldKeys)
      return newKeys.map { index.place(of: $0) }
    }
    return new.indices.map { old.indices.contains($0) ? $0 : nil }
  }

  /// The text of member `name` of every element; nil when one lacks it or two share it.
  private static func distinctKeys(_ name: String, of elements: [JSONValue]) -> [String]? {
    let keys = elements.compactMap { $0[name]?.string }
    guard keys.count == elements.count else { return nil }
    let members = keys.map { JSONObject.Member(key: $0, value: .null) }
    return DuplicateKeys.first(in: members) == nil ? keys : nil
  }
}
