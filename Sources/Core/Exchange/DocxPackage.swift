/// The parts of a `.docx` package that matter for reading a form.
struct DocxPackage {
  private var archive: ArchiveReader
  /// The main part, usually `word/document.xml`.
  let main: XMLNode
  /// Targets of the main part's relationships by id.
  let targets: [String: String]
  let numbering: XMLNode?
  /// The style sheet, read only when a style counts paragraphs.
  let styles: XMLNode?

  /// What a ZIP package turns out to be by its parts.
  static func kind(of names: [String]) -> FileKind {
    if names.contains("word/document.xml") || names.contains(where: { $0.hasPrefix("word/document") }) { return .zip }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
    if names.contains(where: { $0.hasPrefix("ppt/") }) { return .presentation }
    if names.contains("content.xml"), names.contains("mimetype") { return .openDocument }
    return names.contains("[Content_Types].xml") ? .zip : .plainArchive
  }

  init(_ bytes: [UInt8]) throws(ImportRefusal) {
    var archive = try ArchiveReader(bytes)
    let kind = Self.kind(of: archive.names)
    guard kind == .zip else { throw .wrongKind(kind) }
    let types = "[Content_Types].xml"
    let roots = try archive.parts { $0 == "_rels/.rels" || $0 == types }
    if let bytes = roots[types] { try XMLGuard.check(bytes, part: types) }
    var mainName = "word/document.xml"
    if let rels = roots["_rels/.rels"] {
      let relations = try XMLTree.parse(rels, part: "_rels/.rels").nodes
      let found = relations.first { $0.attributes["Type"]?.hasSuffix("/officeDocument") ?? false }
      if let target = found?.attributes["Target"] { mainName = Self.resolve(target, from: "") ?? mainName }
    }
    guard archive.names.contains(mainName) else { throw .missingPart(mainName) }
    let folder = mainName.split(separator: "/").dropLast().joined(separator: "/")
    let relsName = Self.relationships(of: mainName)
    var numberingName = folder + "/numbering.xml"
    var stylesName = folder + "/styles.xml"
    var targets: [String: String] = [:]
    if let rels = try archive.parts({ $0 == relsName })[relsName] {
      for relation in try XMLTree.parse(rels, part: relsName).nodes
      where relation.attributes["TargetMode"] != "External" {
        guard let id = relation.attributes["Id"], let target = relation.attributes["Target"],
          let part = Self.resolve(target, from: folder)
        else { continue }
        targets[id] = part
        let type = relation.attributes["Type"] ?? ""
        if type.hasSuffix("/numbering") { numberingName = part }
        if type.hasSuffix("/styles") { stylesName = part }
      }
    }
    self.targets = targets
    let parts = try archive.parts { [mainName, numberingName, stylesName].contains($0) }
    self.archive = archive
    guard let mainBytes = parts[mainName] else { throw .missingPart(mainName) }
    main = try XMLTree.parse(mainBytes, part: mainName)
    numbering = try Self.tree(parts[numberingName], part: numberingName)
    // Style sheets are long, and only few of them number anything.
    let countsInStyles = parts[stylesName].map { $0.indexOfFirst(Array("numPr".utf8)) != nil } ?? false
    styles = countsInStyles ? try Self.tree(parts[stylesName], part: stylesName) : nil
  }

  /// The bytes of pictures by part name.
  mutating func media(_ names: Set<String>) throws(ImportRefusal) -> [String: [UInt8]] {
    guard !names.isEmpty else { return [:] }
    return try archive.parts { names.contains($0) }
  }

  /// The program that wrote the document, as it names itself, in at most 80 characters.
  var application: String? {
    mutating get {
      let name = "docProps/app.xml"
      do throws(ImportRefusal) {
        guard let bytes = try archive.parts({ $0 == name })[name] else { return nil }
        let root = try XMLTree.parse(bytes, part: name)
        let words = root.nodes.first { $0.name.hasSuffix(":Application") }?.text.trimmingSpaces() ?? ""
        return words.isEmpty ? nil : String(words.prefix(80))
      } catch {
        return nil
      }
    }
  }

  private static func tree(_ bytes: [UInt8]?, part: String) throws(ImportRefusal) -> XMLNode? {
    guard let bytes else { return nil }
    return try XMLTree.parse(bytes, part: part)
  }

  static func relationships(of part: String) -> String {
    var folders = part.split(separator: "/").map(String.init)
    let name = folders.popLast() ?? part
    return (folders + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// A target inside the package; nil when it leads out of it.
  static func resolve(_ target: String, from folder: String) -> String? {
    if target.contains("://") || target.contains("\\") { return nil }
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
