/// Reads the sheets of a workbook (`.xlsx`) out of memory. Nothing in it is ever computed or followed.
enum XlsxWorkbook {
  /// The sheets, in the order of the workbook.
  static func read(_ bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws(ImportRefusal) -> [SheetGrid] {
    var archive = try ArchiveReader(bytes)
    // Part names differ in letter case between writers; the packaging rules count them as one.
    let names = Dictionary(archive.names.map { (TextFolding.small($0), $0) }) { first, _ in first }
    func known(_ name: String) -> String? { names[TextFolding.small(name)] }

    let types = "[Content_Types].xml"
    let roots = try archive.parts { $0 == "_rels/.rels" || $0 == types }
    if let bytes = roots[types] { try XMLGuard.check(XMLEncoding.utf8(bytes, part: types), part: types) }
    var mainName = "xl/workbook.xml"
    if let rels = roots["_rels/.rels"] {
      let relations = try relations(rels, part: "_rels/.rels", folder: "")
      mainName = relations.first { $0.type.hasSuffix("/officeDocument") }?.target ?? mainName
    }
    guard let mainPart = known(mainName) else { throw .missingPart(mainName) }
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let relsPart = known(DocxPackage.relationships(of: mainPart))
    let heads = try archive.parts { $0 == mainPart || $0 == relsPart }
    guard let mainBytes = heads[mainPart] else { throw .missingPart(mainPart) }
    let workbook = try XMLTree.parse(mainBytes, part: mainPart)
    let links = try heads[relsPart ?? ""].map { (rels) throws(ImportRefusal) in
      try relations(rels, part: relsPart ?? "", folder: folder)
    }
    let sheets = try sheets(workbook, links ?? [], limits)
    let stringsPart = (links ?? []).first { $0.type.hasSuffix("/sharedStrings") }.flatMap { known($0.target) }
    let stylesPart = (links ?? []).first { $0.type.hasSuffix("/styles") }.flatMap { known($0.target) }
    let wanted = Set(sheets.compactMap { known($0.part) } + [stringsPart, stylesPart].compactMap { $0 })
    let parts = try archive.parts { wanted.contains($0) }

    var strings: [String] = []
    if let stringsPart, let bytes = parts[stringsPart] {
      strings = try SheetXML.read(bytes, part: stringsPart, into: SharedStrings(limits)).strings
    }
    var styles = SheetStyles()
    if let stylesPart, let bytes = parts[stylesPart] {
      styles = try SheetXML.read(bytes, part: stylesPart, into: styles)
    }
    let is1904 = workbook.nodes.contains { node in
      node.name.hasSuffix(":workbookPr") && XlsxSheetReader.isOn(node.attributes["date1904"])
    }
    var grids: [SheetGrid] = []
    var cellsLeft = limits.cells
    var bytesLeft = limits.allText
    for sheet in sheets {
      guard let part = known(sheet.part), let bytes = parts[part] else { throw .missingPart(sheet.part) }
      let reader = try SheetXML.read(
        bytes, part: part,
        into: XlsxSheetReader(
          strings: strings, styles: styles, is1904: is1904, limits: limits, cellsLeft: cellsLeft, bytesLeft: bytesLeft))
      cellsLeft = reader.cellsLeft
      bytesLeft = reader.bytesLeft
      grids.append(try reader.grid(named: sheet.name, isHidden: sheet.isHidden))
    }
    return grids
  }

  private struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private static func sheets(
    _ workbook: XMLNode, _ links: [Relation], _ limits: SheetLimits
  ) throws(ImportRefusal) -> [Sheet] {
    let list = workbook.nodes.first { $0.name.hasSuffix(":sheets") }?.nodes ?? []
    guard list.count <= limits.sheets else { throw .excessiveSheet(.sheets, limit: limits.sheets) }
    var sheets: [Sheet] = []
    for node in list {
      // Charts and macros stand in the same list.
      guard let link = links.first(where: { $0.id == node.attributes["id"] }), link.type.hasSuffix("/worksheet") else {
        continue
      }
      let state = node.attributes["state"] ?? "visible"
      sheets.append(
        Sheet(name: node.attributes["name"] ?? "", part: link.target, isHidden: state != "visible"))
    }
    guard !sheets.isEmpty else { throw .missingPart("xl/worksheets/sheet1.xml") }
    return sheets
  }

  private struct Relation {
    let id: String
    let type: String
    let target: String
  }

  /// The relations that stay inside the package.
  private static func relations(
    _ bytes: [UInt8], part: String, folder: String
  ) throws(ImportRefusal) -> [Relation] {
    try XMLTree.parse(bytes, part: part).nodes.compactMap { node in
      guard node.attributes["TargetMode"] != "External", let id = node.attributes["Id"],
        let target = node.attributes["Target"].flatMap({ DocxPackage.resolve($0, from: folder) })
      else { return nil }
      return Relation(id: id, type: node.attributes["Type"] ?? "", target: target)
    }
  }
}
