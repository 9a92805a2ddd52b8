/// An application as taken out of a form, ready to be written under an id.
public struct ImportedForm: Sendable {
  /// A file that goes with the application.
  public struct Media: Equatable, Sendable {
    /// Name within the application's folder of attachments.
    public let name: String
    /// SHA-256 in hexadecimal.
    public let sha256: String
    /// The bytes.
    public let bytes: [UInt8]
  }

  /// Name of the form's file, as it is to be kept.
  public let file: String
  /// SHA-256 of the form.
  public let sha256: String
  /// When it was imported (ISO 8601).
  public let importedAt: String
  /// Key of the unit that the form names (所属县市区), if it names one of the call's.
  public let county: String?
  /// The company's name (单位名称).
  public let company: String?
  /// The project's name (项目名称).
  public let project: String?
  /// Files to write: photographs, pictures of proofs, the form itself.
  public let media: [Media]
  /// What was not understood: path, words, reason.
  public let unparsed: [Application.Unparsed]

  /// What turned a legacy document into one that can be read, as it names itself; nil for the others.
  public let convertedBy: String?

  private let content: Content

  private enum Content {
    case form(FormReading, photos: [Int?], proofs: [Int?])
    case application(JSONObject)
  }

  init(
    reading: FormReading, file: String, sha256: String, importedAt: String, media: [Media], photos: [Int?],
    proofs: [Int?], convertedBy: String? = nil
  ) {
    self.file = file
    self.sha256 = sha256
    self.importedAt = importedAt
    self.convertedBy = convertedBy
    county = reading.county
    company = reading.companyName ?? reading.applicant
    project = reading.projectName ?? reading.coverProject
    self.media = media
    unparsed = reading.unparsed.map { Application.Unparsed(path: $0.path, text: $0.text, why: $0.why) }
    content = .form(reading, photos: photos, proofs: proofs)
  }

  /// An application that came as JSON.
  init(object: JSONObject, application: Application, file: String, sha256: String, importedAt: String) {
    self.file = file
    self.sha256 = sha256
    self.importedAt = importedAt
    convertedBy = nil
    county = application.unit
    company = application.company.name
    project = application.project.name
    media = []
    unparsed = application.unparsed
    content = .application(object)
  }

  /// The id that the application brings along, if it came as JSON.
  var givenID: RecordID? {
    if case .application(let object) = content { object["id"]?.string.flatMap(RecordID.init) } else { nil }
  }

  /// Where the files of application `id` stand, relative to the workspace.
  public static func folder(of id: RecordID) -> String { "attachments/\(id.text)/" }

  /// The application file for `id` of the recommending `unit`.
  ///
  /// - Parameter folder: where its pictures stand; nil for ``folder(of:)``.
  public func json(id: RecordID, unit: String, folder: String? = nil) -> JSONValue {
    let source = JSONValue.object(
      JSONObject(
        [
          ("file", .string(file)), ("sha256", .string(sha256)), ("importedAt", .string(importedAt)),
          ("revision", .number(JSONNumber(1))),
        ] + (convertedBy.map { [("convertedBy", .string($0))] } ?? [])))
    switch content {
    case .form(let reading, let photos, let proofs):
      var members: [(String, JSONValue)] = [
        ("schema", .string(SchemaKind.application.identifier)), ("id", .string(id.text)), ("unit", .string(unit)),
        ("source", source),
        ("received", .object(JSONObject([("byCounty", .null), ("byCity", .null)]))),
      ]
      let form = FormJSON(
        reading: reading, photos: photos.map { $0.map { media[$0] } }, proofs: proofs.map { $0.map { media[$0] } },
        folder: folder ?? Self.folder(of: id))
      members += form.members
      return .object(JSONObject(members))
    case .application(let object):
      var object = object
      object["id"] = .string(id.text)
      object["unit"] = .string(unit)
      if object["source"]?["sha256"]?.string == nil { object["source"] = source }
      return .object(object)
    }
  }
}
