/// Words to look for, folded, with what is needed to find them quickly in folded keys and in an application's full words.
struct TextPattern: Sendable {
  /// The folded words; empty when nothing is left of them, which is found everywhere.
  let bytes: [UInt8]
  /// The longest run of one kind in ``bytes``: characters outside ASCII if there are any, else letters and digits.
  private let anchor: [UInt8]
  /// For each length of a begun match the length to go on with after a byte that does not fit (Knuth, Morris and Pratt).
  private let fallback: [Int]

  init(_ text: String) { self.init(folded: Folding.folded(text)) }

  init(folded bytes: [UInt8]) {
    self.bytes = bytes
    let outside = Self.longestRun(bytes) { $0 >= 0x80 }
    anchor = Array(outside.isEmpty ? Self.longestRun(bytes, of: Folding.isAlphanumeric) : outside)
    var fallback = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for index in bytes.indices.dropFirst() {
      while length > 0, bytes[length] != bytes[index] { length = fallback[length - 1] }
      if bytes[length] == bytes[index] { length += 1 }
      fallback[index] = length
    }
    self.fallback = fallback
  }

  private static func longestRun(_ bytes: [UInt8], of isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var longest = bytes[0..<0]
    var start = 0
    for index in 0...bytes.count where index == bytes.count || !isWanted(bytes[index]) {
      if index - start > longest.count { longest = bytes[start..<index] }
      start = index + 1
    }
    return longest
  }

  /// Whether the words stand in bytes that are folded already.
  @inline(__always)
  func isFound(inFolded text: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { ByteSearch.contains(text, $0) }
  }

  /// Whether the words stand in a text that is not folded.
  ///
  /// - Parameter isPlain: what `Folding.isPlain` says of the text. In a plain text the search is first for the longest run
  ///   as it is, which is all there is to do for most words.
  func isFound(in text: String, isPlain: Bool) -> Bool {
    Folding.withBytes(of: text) { text in
      if isPlain, let first = anchor.first {
        let hasAnchor =
          first >= 0x80
          ? anchor.withUnsafeBytes { ByteSearch.contains(UnsafeRawBufferPointer(text), $0) }
          : ByteSearch.containsCaseless(text, anchor)
        if !hasAnchor { return false }
        if anchor.count == bytes.count { return true }
      }
      return isFoundByFolding(text)
    }
  }

  private func isFoundByFolding(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    var length = 0
    Folding.forEachByte(of: text) { byte in
      while length > 0, bytes[length] != byte { length = fallback[length - 1] }
      if bytes[length] == byte { length += 1 }
      return length < bytes.count
    }
    return length == bytes.count
  }
}
