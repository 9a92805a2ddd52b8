import Glibc

/// Turns text into other encodings, through the C library.
public enum TextEncoding {
  /// Why text was not encoded.
  public enum Failure: Error, Equatable, Sendable {
    /// The system has no such encoding.
    case unknown(String)
    /// A character, by its place in bytes, that the encoding does not have.
    case unencodable(at: Int)
  }

  /// `text` in the encoding that the C library calls `name`.
  static func encode(_ text: String, as name: String) throws(Failure) -> [UInt8] {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else { throw .unknown(name) }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    let total = input.count
    var output: [UInt8] = []
    output.reserveCapacity(total)
    var done = 0
    var failure: Failure?
    input.withUnsafeMutableBufferPointer { source in
      while done < total, failure == nil {
        var piece = [CChar](repeating: 0, count: 65_536)
        piece.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress.map { $0 + done }
          var left = total - done
          var into = target.baseAddress
          var room = target.count
          errno = 0
          let answer = iconv(converter, &from, &left, &into, &room)
          let code = errno
          output.append(contentsOf: target[..<(target.count - room)].map { UInt8(bitPattern: $0) })
          let isStuck = total - left == done
          done = total - left
          if answer == -1, code != E2BIG || isStuck { failure = .unencodable(at: done) }
        }
      }
    }
    if let failure { throw failure }
    return output
  }
}
