/// Looks through the bytes of an XML part before the parser does, and refuses what no Office document needs.
///
/// The system's parser accepts any depth and any number of attributes, and drops entities of its own without a word; a
/// DOCTYPE is therefore refused before it, as the packaging rules demand.
struct XMLGuard {
  /// How deep elements may nest.
  static let maxDepth = 160
  /// How many attributes one element may have.
  static let maxAttributes = 128
  /// Bytes of one name.
  static let maxName = 256
  /// Bytes of one piece of text or of one attribute value.
  static let maxText = 4 << 20
  /// Elements in one part.
  static let maxElements = 500_000

  private let bytes: [UInt8]
  private let part: String
  private var place = 0
  private var depth = 0
  private var elements = 0

  private init(_ bytes: [UInt8], part: String) {
    self.bytes = bytes
    self.part = part
  }

  /// Throws when `bytes` are not plain UTF-8 XML within the caps.
  static func check(_ bytes: [UInt8], part: String) throws(ImportRefusal) {
    var guarded = XMLGuard(bytes, part: part)
    // The system's parser traps on names of attributes that are not UTF-8.
    guard UTF8Scan.isValid(bytes) else { throw .foreignEncoding(part: part) }
    try guarded.checkEncoding()
    try guarded.checkMarkup()
  }

  private mutating func checkEncoding() throws(ImportRefusal) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    let rest = bytes[place...]
    // UTF-16, UTF-32 and EBCDIC all begin with other bytes than a white space or "<" followed by no zero.
    guard rest.first.map({ $0 == UInt8(ascii: "<") || isSpace($0) }) ?? false, !rest.prefix(4).contains(0) else {
      throw .foreignEncoding(part: part)
    }
    guard rest.starts(with: "<?xml".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return }
    // Without "encoding" it is UTF-8.
    let declaration = rest[..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
    guard let found = declaration.indexOfFirst(Array("encoding".utf8)) else { return }
    let value = declaration[(found + 8)...].drop { isSpace($0) || $0 == UInt8(ascii: "=") || $0 == 0x22 || $0 == 0x27 }
    guard ["utf-8", "utf8", "us-ascii"].contains(where: { value.starts(with: $0.utf8) }) else {
      throw .foreignEncoding(part: part)
    }
  }

  private mutating func checkMarkup() throws(ImportRefusal) {
    var textStart = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "<"):
        guard place - textStart <= Self.maxText else { throw excessive(.text) }
        try checkTag()
        textStart = place
      case UInt8(ascii: "&"): try checkReference()
      default: place += 1
      }
    }
    guard depth == 0, elements > 0 else { throw malformed }
  }

  private mutating func checkTag() throws(ImportRefusal) {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch next {
    case UInt8(ascii: "?"): try skip(past: "?>")
    case UInt8(ascii: "!"):
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        try skip(past: "]]>")
      } else {
        throw .declaresEntities(part: part)
      }
    case UInt8(ascii: "/"):
      depth -= 1
      guard depth >= 0 else { throw malformed }
      try skip(past: ">")
    default: try checkElement()
    }
  }

  private mutating func checkElement() throws(ImportRefusal) {
    place += 1
    elements += 1
    guard elements <= Self.maxElements else { throw excessive(.elements) }
    var attributes = 0
    var name = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        attributes += 1
        guard attributes <= Self.maxAttributes else { throw excessive(.attributes) }
        try skipValue(quote: byte)
        name = 0
        continue
      case UInt8(ascii: ">"):
        if bytes[place - 1] != UInt8(ascii: "/") { depth += 1 }
        guard depth <= Self.maxDepth else { throw excessive(.depth) }
        place += 1
        return
      case UInt8(ascii: "<"), UInt8(ascii: "&"): throw malformed
      default:
        name = isSpace(byte) || byte == UInt8(ascii: "=") ? 0 : name + 1
        guard name <= Self.maxName else { throw excessive(.name) }
      }
      place += 1
    }
    throw malformed
  }

  private mutating func skipValue(quote: UInt8) throws(ImportRefusal) {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != quote {
      if bytes[place] == UInt8(ascii: "<") { throw malformed }
      if bytes[place] == UInt8(ascii: "&") { try checkReference() } else { place += 1 }
    }
    guard place < bytes.count else { throw malformed }
    guard place - start <= Self.maxText else { throw excessive(.text) }
    place += 1
  }

  /// Only the five entities of XML and characters by number are known without a DOCTYPE.
  private mutating func checkReference() throws(ImportRefusal) {
    let name = bytes[(place + 1)...].prefix(12)
    guard let end = name.firstIndex(of: UInt8(ascii: ";")) else { throw malformed }
    let word = String(decoding: name[..<end], as: UTF8.self)
    guard word.hasPrefix("#") || ["lt", "gt", "amp", "quot", "apos"].contains(word) else {
      throw .declaresEntities(part: part)
    }
    place = end + 1
  }

  private mutating func skip(past end: String) throws(ImportRefusal) {
    let pattern = Array(end.utf8)
    var at = place
    while at + pattern.count <= bytes.count {
      if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) {
        place = at + pattern.count
        return
      }
      at += 1
    }
    throw malformed
  }

  private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func excessive(_ kind: ImportRefusal.ExcessiveXML) -> ImportRefusal { .excessiveXML(part: part, kind) }

  private var malformed: ImportRefusal {
    .malformedXML(part: part, line: 1 + bytes[..<min(place, bytes.count)].count { $0 == 0x0A })
  }
}
