import Foundation
import FoundationXML

/// Takes the elements of an XML part one by one, so that a part with many empty cells needs no memory for them.
protocol SheetXMLHandler {
  /// An element begins; names without prefix, so that the older and the strict namespaces read alike.
  mutating func start(_ name: String, _ attributes: [String: String]) throws(ImportRefusal)
  /// An element ends.
  mutating func end(_ name: String) throws(ImportRefusal)
  /// A piece of text.
  mutating func text(_ piece: String)
}

/// Reads parts of a workbook, after ``XMLGuard`` has seen them.
enum SheetXML {
  static func read<Handler: SheetXMLHandler>(
    _ raw: [UInt8], part: String, into handler: Handler
  ) throws(ImportRefusal) -> Handler {
    let bytes = try XMLEncoding.utf8(raw, part: part)
    try XMLGuard.check(bytes, part: part)
    let driver = Driver(handler)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldReportNamespacePrefixes = false
    parser.shouldResolveExternalEntities = false
    parser.externalEntityResolvingPolicy = .never
    parser.delegate = driver
    let isDone = parser.parse()
    if let refusal = driver.refusal { throw refusal }
    guard isDone else { throw .malformedXML(part: part, line: parser.lineNumber) }
    return driver.handler
  }

  private final class Driver<Handler: SheetXMLHandler>: NSObject, XMLParserDelegate {
    var handler: Handler
    var refusal: ImportRefusal?

    init(_ handler: Handler) { self.handler = handler }

    private func run(_ parser: XMLParser, _ act: (inout Handler) throws(ImportRefusal) -> Void) {
      guard refusal == nil else { return }
      do throws(ImportRefusal) {
        try act(&handler)
      } catch {
        refusal = error
        parser.abortParsing()
      }
    }

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      run(parser) { (handler) throws(ImportRefusal) in try handler.start(elementName, attributes) }
    }

    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
      run(parser) { (handler) throws(ImportRefusal) in try handler.end(elementName) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      run(parser) { handler in handler.text(string) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }
  }
}

/// The shared strings (`sharedStrings.xml`): rich text is joined, phonetic hints are left out.
struct SharedStrings: SheetXMLHandler {
  private(set) var strings: [String] = []
  private var current = ""
  private var isText = false
  private var phonetic = 0
  private var isInside = false
  private var bytes = 0
  private let limits: SheetLimits

  init(_ limits: SheetLimits) { self.limits = limits }

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si":
      current = ""
      isInside = true
    case "rPh": phonetic += 1
    case "t": isText = isInside && phonetic == 0
    default: break
    }
  }

  mutating func end(_ name: String) throws(ImportRefusal) {
    switch name {
    case "si":
      guard current.utf8.count <= limits.text else { throw .excessiveSheet(.text, limit: limits.text) }
      bytes += current.utf8.count
      guard bytes <= limits.allText else { throw .excessiveSheet(.text, limit: limits.allText) }
      strings.append(SheetText.decoded(current))
      isInside = false
    case "rPh": phonetic -= 1
    case "t": isText = false
    default: break
    }
  }

  mutating func text(_ piece: String) {
    if isText { current += piece }
  }
}

/// The words of a cell.
enum SheetText {
  /// `_x000D_` and its like stand for characters that XML cannot hold; a carriage return is part of a line break.
  static func decoded(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) || bytes.contains(0x0D) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "_"), place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result += Array(String(Character(scalar)).utf8)
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    bytes = []
    for (index, byte) in result.enumerated() {
      if byte != 0x0D {
        bytes.append(byte)
      } else if index + 1 >= result.count || result[index + 1] != 0x0A {
        bytes.append(0x0A)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
