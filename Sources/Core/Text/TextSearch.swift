// The standard library looks for a text in a text by canonical equivalence and whole characters, which costs a hundred times
// what the bytes cost, and calls texts equal whose bytes differ. The rules look for a few words in long texts, thousands of
// times: these overloads are taken before the library's wherever Core asks a `String` or a `Substring` for a text.

extension String {
  /// Whether the bytes of `text` stand in this text.
  func contains(_ text: String) -> Bool { byteRange(of: text, in: self) != nil }

  /// Where the bytes of `text` first stand.
  func firstRange(of text: String) -> Range<Index>? { byteRange(of: text, in: self) }
}

extension Substring {
  /// Whether the bytes of `text` stand in this text.
  func contains(_ text: String) -> Bool { byteRange(of: text, in: self) != nil }

  /// Where the bytes of `text` first stand.
  func firstRange(of text: String) -> Range<Index>? { byteRange(of: text, in: self) }
}

/// Whole scalars match whole scalars in UTF-8, so the range never cuts one.
private func byteRange<Text: StringProtocol>(of wanted: String, in text: Text) -> Range<String.Index>? {
  let bytes = text.utf8
  var wanted = wanted
  let found = wanted.withUTF8 { needle -> Int? in
    let place = bytes.withContiguousStorageIfAvailable { ByteSearch.place(of: .init(needle), in: .init($0)) }
    if let place { return place }
    var copy = String(text)
    return copy.withUTF8 { ByteSearch.place(of: .init(needle), in: .init($0)) }
  }
  guard let found else { return nil }
  let start = bytes.index(bytes.startIndex, offsetBy: found)
  return start..<bytes.index(start, offsetBy: wanted.utf8.count)
}
