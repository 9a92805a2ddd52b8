/// Reads one file that an office sent.
public enum FormImporter {
  /// The application that `bytes` hold: a form (附件2) in `.docx`, or an application in JSON.
  ///
  /// - Parameters:
  ///   - name: the file's name, kept with the application.
  ///   - vocabulary: the words of the call.
  ///   - importedAt: the time, ISO 8601.
  ///   - converter: what turns a legacy `.doc` into a `.docx`; nil refuses those.
  public static func read(
    bytes: [UInt8], name: String, vocabulary: FormVocabulary, importedAt: String,
    converter: (any DocumentConverter)? = nil
  ) throws(ImportRefusal) -> ImportedForm {
    let limit = ArchiveLimits().file
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    let kind = FileKind(of: bytes)
    switch kind {
    case .zip: return try form(bytes, name, vocabulary, importedAt)
    // A record under the name of a document was not meant to be one.
    case .json where !Self.isNamedJSON(name): throw .wrongKind(.json)
    case .json: return try ApplicationJSON.read(bytes, name: name, vocabulary: vocabulary, importedAt: importedAt)
    case .encryptedOffice: throw .encrypted
    case .wordBinary:
      // Only one that says so: a .doc under another name is a mistake that its sender should know of.
      guard let converter, ["doc", "dot", "wps"].contains(ending(name)) else { throw .wrongKind(kind) }
      return try converted(bytes, name, vocabulary, importedAt, converter)
    default: throw .wrongKind(kind)
    }
  }

  private static func isNamedJSON(_ name: String) -> Bool {
    name.utf8.suffix(5).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }.elementsEqual(".json".utf8)
  }

  private static func ending(_ name: String) -> String { name.split(separator: ".").last.map(TextFolding.small) ?? "" }

  /// A legacy document by way of a converter; the original stays what the application is said to come from.
  private static func converted(
    _ bytes: [UInt8], _ name: String, _ vocabulary: FormVocabulary, _ importedAt: String,
    _ converter: any DocumentConverter
  ) throws(ImportRefusal) -> ImportedForm {
    let docx: [UInt8]
    do throws(ConversionFailure) {
      docx = try converter.docx(fromWordBinary: bytes)
    } catch {
      if error == .notInstalled { throw .wrongKind(.wordBinary) }
      throw .notConverted(error)
    }
    guard FileKind(of: docx) == .zip else { throw .notConverted(.badResult) }
    do throws(ImportRefusal) {
      return try form(docx, name, vocabulary, importedAt, original: bytes)
    } catch {
      // Faults of the package are the converter's.
      switch error {
      case .notAForm, .blankForm, .summaryTable, .unknownUnit: throw error
      default: throw .notConverted(.badResult)
      }
    }
  }

  private static func form(
    _ bytes: [UInt8], _ name: String, _ vocabulary: FormVocabulary, _ importedAt: String, original: [UInt8]? = nil
  ) throws(ImportRefusal) -> ImportedForm {
    var package: DocxPackage
    do throws(ImportRefusal) {
      package = try DocxPackage(bytes)
    } catch {
      if error == .wrongKind(.workbook), try SummaryTable.isSummary(workbook: bytes) { throw .summaryTable }
      throw error
    }
    let document = DocxReader.read(package)
    if SummaryTable.isSummary(document) { throw .summaryTable }
    let reading = try FormReader.read(document, vocabulary: vocabulary)
    guard !reading.isBlank else { throw .blankForm }
    let pictures = reading.photos.map(\.picture) + reading.proofs
    let parts = try package.media(Set(pictures.compactMap(\.part)))
    var media = MediaNames()
    let photos = reading.photos.map { media.add($0.picture.part.flatMap { parts[$0] }, as: "photo") }
    let proofs = reading.proofs.map { media.add($0.part.flatMap { parts[$0] }, as: "proof") }
    let source = original ?? bytes
    let digest = Digest.sha256Hex(source)
    media.files.append(
      ImportedForm.Media(name: original == nil ? "form.docx" : "form.doc", sha256: digest, bytes: source))
    return ImportedForm(
      reading: reading, file: name, sha256: digest, importedAt: importedAt, media: media.files, photos: photos,
      proofs: proofs, convertedBy: original == nil ? nil : package.application ?? "converter")
  }

  /// Names the pictures; the same bytes are written once.
  private struct MediaNames {
    var files: [ImportedForm.Media] = []
    private var counts: [String: Int] = [:]

    mutating func add(_ bytes: [UInt8]?, as stem: String) -> Int? {
      guard let bytes, !bytes.isEmpty else { return nil }
      let digest = Digest.sha256Hex(bytes)
      if let same = files.firstIndex(where: { $0.sha256 == digest }) { return same }
      let number = (counts[stem] ?? 0) + 1
      counts[stem] = number
      files.append(
        ImportedForm.Media(name: "\(stem)-\(number).\(Self.ending(bytes))", sha256: digest, bytes: bytes))
      return files.count - 1
    }

    /// By the first bytes; the name inside the package is not believed.
    private static func ending(_ bytes: [UInt8]) -> String {
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
      if bytes.starts(with: "GIF8".utf8) { return "gif" }
      if bytes.starts(with: "BM".utf8) { return "bmp" }
      if bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) { return "tiff" }
      if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "webp" }
      return "bin"
    }
  }
}
