import Testing

@testable import Core

struct XMLTreeTests {
  private func refusal(_ text: String) -> ImportRefusal? { refusal(Array(text.utf8)) }

  private func refusal(_ bytes: [UInt8]) -> ImportRefusal? {
    do throws(ImportRefusal) {
      _ = try XMLTree.parse(bytes, part: "p")
      return nil
    } catch {
      return error
    }
  }

  /// The system's parser traps on such a name, which would end the whole import.
  @Test(arguments: [
    Array("<a b".utf8) + [0xFF] + Array("=\"1\"/>".utf8), Array("<a>".utf8) + [0xE4, 0xB8] + Array("</a>".utf8),
  ])
  func refusesBytesThatAreNotUTF8(_ bytes: [UInt8]) { #expect(refusal(bytes) == .foreignEncoding(part: "p")) }

  @Test func readsNamesByNamespace() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ns0:p xmlns:ns0=\"http://schemas.openxmlformats.org/wordprocessingml/"
      + "2006/main\" ns0:val=\"1\">正<![CDATA[文<]]>&amp;&#20013;<other/></ns0:p>"
    let node = try XMLTree.parse(Array(text.utf8), part: "p")
    #expect(node.name == "w:p")
    #expect(node.attributes == ["val": "1"])
    #expect(node.text == "正文<&中")
    #expect(node.nodes.map(\.name) == ["x:other"])
  }

  @Test func readsUTF16WithEitherByteOrder() throws {
    let units = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>申报书🙂</a>".utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big, Array(big.dropFirst(2))] {
      #expect(try XMLTree.parse(bytes, part: "p").text == "申报书🙂")
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!doctype a><a/>", "<a><!ENTITY x \"y\"></a>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    "<a>&b;</a>", "<a b=\"&c;\"/>",
  ])
  func refusesDeclarations(_ text: String) { #expect(refusal(text) == .declaresEntities(part: "p")) }

  @Test func refusesOtherEncodings() {
    let utf16 = Array("<!DOCTYPE a><a/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(refusal([0xFF, 0xFE] + utf16) == .declaresEntities(part: "p"))
    #expect(refusal([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) == .foreignEncoding(part: "p"))
    #expect(refusal([0xFF, 0xFE, 0x3C]) == .foreignEncoding(part: "p"))
    #expect(refusal(utf16) == .foreignEncoding(part: "p"))
    #expect(refusal("<?xml version=\"1.0\" encoding=\"GB18030\"?><a/>") == .foreignEncoding(part: "p"))
    #expect(refusal("<?xml version='1.0' encoding='utf-8'?><a/>") == nil)
  }

  @Test(arguments: [
    "<a", "<a>", "<a></b>", "</a>", "", "text", "<a><b></a></b>", "<a b=c/>", "<a b=\"<\"/>", "<a>&</a>", "<!-- x",
    "<a>\u{1}</a>",
  ])
  func refusesMalformedText(_ text: String) {
    switch refusal(text) {
    case .malformedXML, .foreignEncoding: break
    default: Issue.record("\(text)")
    }
  }

  @Test func namesTheLineOfAFault() { #expect(refusal("<a>\n<b\n<c/>\n</a>") == .malformedXML(part: "p", line: 3)) }

  @Test func capsHold() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(refusal(nested(XMLGuard.maxDepth)) == nil)
    #expect(refusal(nested(XMLGuard.maxDepth + 1)) == .excessiveXML(part: "p", .depth))
    #expect(refusal(nested(100_000)) == .excessiveXML(part: "p", .depth))
    let many = (0..<1000).map { " a\($0)=\"\"" }.joined()
    #expect(refusal("<a\(many)/>") == .excessiveXML(part: "p", .attributes))
    #expect(refusal("<a " + String(repeating: "a", count: 300) + "=\"\"/>") == .excessiveXML(part: "p", .name))
    let long = String(repeating: "字", count: XMLGuard.maxText / 3 + 1)
    #expect(refusal("<a>\(long)</a>") == .excessiveXML(part: "p", .text))
    #expect(refusal("<a b=\"\(long)\"/>") == .excessiveXML(part: "p", .text))
  }

  @Test func longRunsOfMarksAreCut() {
    let text = "e" + String(repeating: "\u{301}", count: 5000) + "x"
    #expect(text.cappingMarks().unicodeScalars.count == 32)
    #expect("普通文字é".cappingMarks() == "普通文字é")
  }
}
