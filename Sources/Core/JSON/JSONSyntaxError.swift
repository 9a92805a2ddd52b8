/// Why a text is not JSON that this program reads, and where. Line and column count from 1; columns count scalars.
public struct JSONSyntaxError: Error, Equatable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in that line, from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong.
  public let reason: Reason

  /// A fact about bytes.
  public init(line: Int, column: Int, reason: Reason) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// What is wrong with the text.
  public enum Reason: Equatable, Sendable {
    /// No bytes, or white space only: typical after a power cut.
    case empty
    /// Zero bytes up to the end of the file: typical after a power cut.
    case nulFilled
    /// More bytes than `limit`.
    case tooLarge(bytes: Int, limit: Int)
    /// Text in another encoding than UTF-8.
    case notUTF8(looksLike: ForeignEncoding)
    /// A UTF-8 byte order mark at the start, as some Windows editors write it.
    case byteOrderMark
    /// The marks of a merge that was left half done (`<<<<<<<`).
    case mergeMarkers
    /// A web page saved under the name of a record.
    case webPage
    /// The text ends inside a value: a torn or half copied file.
    case unexpectedEnd
    /// Something else than what belongs here; `found` is the byte that stands here.
    case expected(Expectation, found: UInt8)
    /// A comma with nothing after it.
    case trailingComma
    /// `//` or `/*`: JSON has no comments.
    case comment
    /// More text after the value.
    case trailingText
    /// The same key twice in one object, compared after escapes were read.
    case duplicateKey(String)
    /// A control character that must be written as an escape.
    case controlCharacter(UInt8)
    /// A backslash with something else than an escape after it.
    case badEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// Not a number of the JSON grammar.
    case badNumber
    /// More digits than `limit`.
    case tooManyDigits(limit: Int)
    /// A number too large for a double.
    case notFinite
    /// A word that is none of `true`, `false`, `null` (at most 20 letters of it).
    case unknownWord(String)
    /// Objects and lists nested deeper than `limit`.
    case tooDeep(limit: Int)
    /// A string longer than `limit` bytes.
    case stringTooLong(limit: Int)
    /// More than `limit` combining marks or joiners in a row.
    case tooManyMarks(limit: Int)
    /// More than `limit` letters of flags in a row.
    case tooManyFlagLetters(limit: Int)
  }

  /// What the grammar allows at a place.
  public enum Expectation: Equatable, Sendable {
    /// Any value.
    case value
    /// A key in quotes, or the end of the object.
    case key
    /// A colon after a key.
    case colon
    /// A comma or the end of the object.
    case commaOrBrace
    /// A comma or the end of the list.
    case commaOrBracket
  }

  /// What bytes that are not UTF-8 look like; never converted without asking.
  public enum ForeignEncoding: Equatable, Sendable {
    /// UTF-16 of either byte order.
    case utf16
    /// UTF-32 of either byte order.
    case utf32
    /// GBK or GB18030, as Chinese Windows programs write it.
    case gb18030
    /// UTF-8 with a character written longer than needed.
    case overlongUTF8
    /// UTF-8 of surrogates (CESU-8), as some databases write it.
    case surrogateUTF8
    /// None of these.
    case unknown
  }
}

extension JSONSyntaxError {
  /// The same fact without anything of the text and without the column, which follows from how long the text is: for files
  /// whose content not everybody may see.
  var withoutText: JSONSyntaxError {
    let told: Reason =
      switch reason {
      case .duplicateKey: .duplicateKey("…")
      case .unknownWord: .unknownWord("…")
      case .expected(let what, _): .expected(what, found: 0x3F)
      case .controlCharacter: .controlCharacter(0)
      default: reason
      }
    return JSONSyntaxError(line: line, column: 0, reason: told)
  }
}
