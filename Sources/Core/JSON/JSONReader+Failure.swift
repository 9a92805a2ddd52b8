extension JSONReader {
  /// The error at `offset`, with its line and column counted only now.
  func failure(_ reason: JSONSyntaxError.Reason, at offset: Int) -> JSONSyntaxError {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    var column = 1
    for index in lineStart..<max(lineStart, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return JSONSyntaxError(line: line, column: column, reason: reason)
  }

  /// The error for the byte at the cursor: a better-known accident where the bytes show one, otherwise `plain`.
  func unexpected(_ plain: JSONSyntaxError.Reason) -> JSONSyntaxError {
    let byte = bytes[at]
    if byte == 0, bytes[at...].allSatisfy({ $0 == 0 }) { return failure(.nulFilled, at: at) }
    if byte >= 0x80 { return notUTF8(plain) }
    if isMergeMarker { return failure(.mergeMarkers, at: at) }
    if byte == UInt8(ascii: "<"), bytes[..<at].allSatisfy({ $0 <= 0x20 }) { return failure(.webPage, at: at) }
    if byte == UInt8(ascii: "/"), at + 1 < bytes.count,
      bytes[at + 1] == UInt8(ascii: "/") || bytes[at + 1] == UInt8(ascii: "*")
    {
      return failure(.comment, at: at)
    }
    return failure(plain, at: at)
  }

  /// The error for bytes that are not UTF-8 here; valid UTF-8 outside of quotes gives `plain`.
  private func notUTF8(_ plain: JSONSyntaxError.Reason) -> JSONSyntaxError {
    if UTF8Scan.scalar(bytes, at: at) != nil { return failure(plain, at: at) }
    return failure(.notUTF8(looksLike: EncodingGuess.guess(bytes, badAt: at)), at: at)
  }

  private var isMergeMarker: Bool {
    let byte = bytes[at]
    guard byte == UInt8(ascii: "<") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") else { return false }
    guard at == 0 || bytes[at - 1] == 0x0A, at + 7 <= bytes.count else { return false }
    return bytes[at..<at + 7].allSatisfy { $0 == byte }
  }
}
