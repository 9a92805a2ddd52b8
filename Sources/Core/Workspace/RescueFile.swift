/// What a console could not save in its workspace, written to another place by its user (另存).
///
/// The records stand in it as they were to be saved, so that one of them can also be put into its place by hand.
public struct RescueFile: Equatable, Sendable {
  /// Text in a box that no record holds yet.
  public struct Typed: Equatable, Sendable {
    /// The application.
    public let application: String
    /// The visit; nil for a score sheet or a correction.
    public let visit: String?
    /// The box, in the words of drafts: `C07`, `opinion`, `why/G03`.
    public let field: String
    /// The text.
    public let text: String

    /// A text.
    public init(application: String, visit: String?, field: String, text: String) {
      (self.application, self.visit, self.field, self.text) = (application, visit, field, text)
    }
  }

  /// Who typed it.
  public let person: String
  /// When it was written (ISO 8601 with zone), a label.
  public let at: String
  /// The workspace, as the person named it: a label.
  public let workspace: String
  /// Score sheets, visits and parts of visits, each naming the digest that it was made from in `previous`.
  public var records: [JSONValue]
  /// Texts.
  public var typed: [Typed]

  /// A file.
  public init(person: String, at: String, workspace: String, records: [JSONValue], typed: [Typed]) {
    (self.person, self.at, self.workspace) = (person, at, workspace)
    (self.records, self.typed) = (records, typed)
  }

  /// Reads a file; a record alone, for example a copy of `history/`, is one that holds nothing else.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    let schema = try root.text("schema")
    if schema?.hasSameBytes(as: SchemaKind.rescue.identifier) != true {
      self.init(person: "", at: "", workspace: "", records: [json], typed: [])
      return
    }
    let records = json["records"]?.array ?? []
    let typed = try root.objects("typed") { (entry) throws(FieldError) in
      Typed(
        application: try entry.requiredText("application"), visit: try entry.text("visitId"),
        field: try entry.requiredText("field"), text: try entry.requiredText("text"))
    }
    self.init(
      person: try root.requiredText("person"), at: try root.text("at") ?? "",
      workspace: try root.text("workspace") ?? "", records: records, typed: typed)
  }

  /// The file's content.
  public var json: JSONValue {
    .object(
      JSONObject([
        ("schema", .string(SchemaKind.rescue.identifier)), ("person", .string(person)), ("at", .string(at)),
        ("workspace", .string(workspace)), ("records", .array(records)),
        (
          "typed",
          .array(
            typed.map { one in
              .object(
                JSONObject([
                  ("application", .string(one.application)), ("visitId", one.visit.map { .string($0) } ?? .null),
                  ("field", .string(one.field)), ("text", .string(one.text)),
                ]))
            })
        ),
      ]))
  }

  /// The record of this kind for which `fits` holds.
  public func record(_ kind: SchemaKind, where fits: (JSONValue) -> Bool) -> JSONValue? {
    records.first { $0["schema"]?.string?.hasSameBytes(as: kind.identifier) == true && fits($0) }
  }

  /// The file's bytes.
  public var bytes: [UInt8] { JSONWriter.pretty(json) }

  /// Reads a file that a person named.
  public static func read(_ path: String) throws(FileProblem) -> RescueFile {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try OutsideFile.read(path) } catch { throw FileProblem(error) }
    let json: JSONValue
    do throws(JSONSyntaxError) { json = try JSONParser.parse(bytes) } catch {
      throw FileProblem(file: path, line: error.line, reason: .syntax(error))
    }
    do throws(FieldError) { return try RescueFile(json: json) } catch {
      throw FileProblem(file: path, reason: .field(error))
    }
  }
}
