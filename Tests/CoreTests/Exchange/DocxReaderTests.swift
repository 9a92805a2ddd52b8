import Testing

@testable import Core

struct DocxReaderTests {
  private func text(_ body: String) throws -> String { try TestDocument.document(body).blocks.plainText }

  @Test func deletedTextIsGoneAndInsertedTextStays() throws {
    let body =
      "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
      + "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>从</w:t></w:r></w:moveFrom>"
      + "<w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo></w:p>"
    #expect(try text(body) == "甲新到")
  }

  @Test func wrappersAreSeenThrough() throws {
    let body =
      "<w:p><w:hyperlink r:id=\"x\"><w:r><w:t>a@b</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>.cn</w:t></w:r></w:smartTag>"
      + "<w:sdt><w:sdtContent><w:r><w:t>内</w:t></w:r></w:sdtContent></w:sdt><w:fldSimple><w:r><w:t>域</w:t></w:r></w:fldSimple></w:p>"
      + "<w:sdt><w:sdtContent><w:p><w:r><w:t>块</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    #expect(try text(body) == "a@b.cn内域\n块")
  }

  @Test func promptsOfContentControlsAreNoContent() throws {
    let body =
      "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    #expect(try text(body) == "")
  }

  @Test func instructionsOfFieldsAreNoText() throws {
    let body =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    #expect(try text(body) == "3")
  }

  @Test func tabsAndBreaksAreKept() throws {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>"
    #expect(try text(body) == "甲\t乙\n丙-丁")
  }

  @Test func hiddenTextIsLeftOutAndNoted() throws {
    let document = try TestDocument.document(
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r></w:p>")
    #expect(document.blocks.plainText == "见")
    #expect(document.hasHiddenText)
  }

  @Test func checkboxesOfThreeKinds() throws {
    let box = { (value: String) in
      "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"\(value)\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
    }
    let body =
      "<w:p>\(box("1"))\(box("0"))<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
      + "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/></w:r><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>þ¨</w:t></w:r>"
      + "<w:r><w:t>\u{F0FC}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r></w:p>"
    #expect(try text(body) == "☑☐☑□☑□✓☑")
  }

  @Test func aTextBoxCountsOnce() throws {
    let box = "<w:txbxContent><w:p><w:r><w:t>申报单位</w:t></w:r></w:p></w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp>"
      + "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try text(body) == "申报单位")
    #expect(
      try text("<w:p><w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r></w:p>") == "申报单位")
  }

  @Test func picturesKnowTheirPartAndPlace() throws {
    let vml =
      "<w:p><w:r><w:pict><v:shape style=\"position:absolute;width:10pt\"><v:imagedata r:id=\"rId1\"/></v:shape></w:pict></w:r></w:p>"
    let body =
      TestDocument.picture("rId1") + TestDocument.picture("rId2", floating: true) + TestDocument.picture("rId9") + vml
    let pictures = try TestDocument.document(body, media: [[1], [2]]).blocks.pictures
    #expect(pictures.map(\.part) == ["word/media/image1.png", "word/media/image2.png", nil, "word/media/image1.png"])
    #expect(pictures.map(\.isFloating) == [false, true, false, true])
    #expect(pictures[0].width == 3_600_000)
  }

  @Test func tablesKnowMergedCellsAndNestedTables() throws {
    let nested = TestDocument.table([TestDocument.row("内1", "内2")])
    let body = TestDocument.table([
      TestDocument.row(TestDocument.cell("头", merge: "restart"), TestDocument.cell("甲", span: 2), "乙"),
      "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + TestDocument.cell(nested + TestDocument.paragraph("丙"))
        + "</w:tr>",
      "<w:tr><w:trPr><w:del/></w:trPr>" + TestDocument.cell("删去的行") + "</w:tr>",
    ])
    let table = try #require(TestDocument.document(body).blocks.tables.first)
    #expect(table.rows.count == 2)
    #expect(table.rows[0].cells.map(\.column) == [0, 1, 3])
    #expect(table.rows[1].cells.map(\.continuesAbove) == [true, false])
    #expect(table.rows[1].cells[1].text == "丙")
    #expect(table.rows[1].cells[1].tables.first?.texts == [["内1", "内2"]])
  }

  @Test func automaticNumbersAreRead() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2\"/><w:numFmt w:val=\"chineseCounting\"/>"
      + "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
      + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num>"
    let item = { (level: Int, text: String) in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let body = item(0, "单位情况介绍") + item(1, "甲") + item(1, "乙") + item(0, "项目基本情况") + item(1, "丙")
    let document = try TestDocument.document(body, numbering: numbering)
    #expect(document.blocks.plainText == "二、单位情况介绍\n1.甲\n2.乙\n三、项目基本情况\n1.丙")
  }

  @Test func aPackageWithoutItsMainPartIsRefused() {
    var package = PackageBuilder()
    package.add("[Content_Types].xml", "<Types/>")
    #expect(throws: ImportRefusal.missingPart("word/document.xml")) { try DocxPackage(package.bytes()) }
    package.add("xl/workbook.xml", "<w/>")
    #expect(throws: ImportRefusal.wrongKind(.workbook)) { try DocxPackage(package.bytes()) }
  }

  @Test func aDoctypeInAnyPartThatIsReadIsRefused() {
    for name in ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"] {
      var package = TestDocument.package(TestDocument.paragraph("甲"))
      for index in package.parts.indices where package.parts[index].name == Array(name.utf8) {
        package.parts[index].bytes = Array("<!DOCTYPE a>".utf8) + package.parts[index].bytes
      }
      #expect(throws: ImportRefusal.declaresEntities(part: name)) { try DocxPackage(package.bytes()) }
    }
  }
}
