import Foundation
import FoundationXML

/// One element of an XML part. Names carry the usual prefix of their namespace (`w:p`), whatever prefix the file uses.
struct XMLNode: Sendable {
  let name: String
  /// Attributes by local name.
  let attributes: [String: String]
  var children: [Child] = []

  /// What stands in an element.
  enum Child: Sendable {
    case node(XMLNode)
    case text(String)
  }

  /// The child elements.
  var nodes: [XMLNode] {
    children.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The first child element of this name.
  func first(_ name: String) -> XMLNode? {
    for case .node(let node) in children where node.name == name { return node }
    return nil
  }

  /// The `val` attribute of the first child element of this name.
  func value(of name: String) -> String? { first(name)?.attributes["val"] }

  /// The text directly in this element.
  var text: String {
    var text = ""
    for case .text(let piece) in children { text += piece }
    return text
  }

  /// Whether an on/off element of this name is there and on.
  func isOn(_ name: String) -> Bool {
    guard let node = first(name) else { return false }
    return !["0", "false", "off", "none"].contains(node.attributes["val"] ?? "1")
  }

  /// Calls `visit` for this element and all below it, in order.
  func forEach(_ visit: (XMLNode) -> Void) {
    visit(self)
    for case .node(let node) in children { node.forEach(visit) }
  }
}

/// Reads one XML part into a tree, after ``XMLGuard`` has seen it.
enum XMLTree {
  static func parse(_ raw: [UInt8], part: String) throws(ImportRefusal) -> XMLNode {
    let bytes = try XMLEncoding.utf8(raw, part: part)
    try XMLGuard.check(bytes, part: part)
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldReportNamespacePrefixes = false
    parser.shouldResolveExternalEntities = false
    parser.externalEntityResolvingPolicy = .never
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw .malformedXML(part: part, line: parser.lineNumber)
    }
    return root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      var local: [String: String] = [:]
      for (name, value) in attributes {
        let parts = name.utf8.split(separator: UInt8(ascii: ":"))
        let key = parts.last.map { String(decoding: Array($0), as: UTF8.self) } ?? name
        // `r:id` is the one that leads somewhere where an element has two.
        if local[key] == nil || name.hasPrefix("r:") { local[key] = value }
      }
      let prefix = XMLTree.prefixes[namespaceURI ?? ""] ?? "x"
      open.append(XMLNode(name: prefix + ":" + elementName, attributes: local))
    }

    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
      guard let node = open.popLast() else { return }
      if open.isEmpty {
        root = node
      } else {
        open[open.count - 1].children.append(.node(node))
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      guard !open.isEmpty else { return }
      open[open.count - 1].children.append(.text(string))
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }
  }

  /// Namespaces of Office documents, in the older and the strict writing.
  private static let prefixes: [String: String] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  ]
}
