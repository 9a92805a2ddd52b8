/// How much of a form (附件2) was read, so that a person sees at a glance whether a file came through whole.
public struct FormTally: Equatable, Sendable {
  /// Fields of the form with a value.
  public let read: Int
  /// Fields that are empty, dotted, in the order of the form; they were blank, or what they hold was not understood.
  public let empty: [String]
  /// Rows of 项目绩效指标.
  public let metrics: Int
  /// Sections 二 to 七 with a text.
  public let sections: Int
  /// Photographs of 六, and pictures of proofs of 七.
  public let pictures: Int

  /// Fields that a form may well leave blank, and the completion date, for which 附件2 has no box (附件3 has).
  private static let optional: Set<String> = [
    "company.contact.fax", "company.contact.email", "investment.intangible", "investment.other",
    "project.completedOn",
  ]

  /// Counts what the record `json` of an application holds; nil when it is none.
  init?(_ json: JSONValue) {
    let application: Application
    do throws(FieldError) { application = try Application(json: json) } catch { return nil }
    let fields = CorrectableField.all(of: application, json: json).filter { !$0.path.hasPrefix("metrics.") }
    var read = 0
    var empty: [String] = []
    for field in fields {
      switch field.value {
      case .null: if !Self.optional.contains(field.path) { empty.append(field.path) }
      case .string(let text) where text.isEmpty: empty.append(field.path)
      case .array(let list) where list.isEmpty: empty.append(field.path)
      default: read += 1
      }
    }
    self.read = read
    self.empty = empty
    metrics = application.metrics.reduce(0) { $0 + $1.rows.count }
    sections = application.sections.count { !$0.paragraphs.isEmpty }
    pictures = application.photos.count + application.attachments.count { $0.file != nil }
  }
}
