/// What a reviewer declares about an application before the first look at it (回避声明): whether anything ties them to it.
///
/// The notice does not speak of it; the grounds are those that expert panels use elsewhere (origin: policy).
public struct Declaration: Equatable, Sendable {
  /// What ties a person to an application (回避情形).
  public enum Ground: String, CaseIterable, Sendable {
    /// Worked for the applicant, its operator or its supplier within the last three years (近三年内有劳动关系).
    case employment
    /// Director, supervisor or manager there (任董事、监事或高级管理人员).
    case office
    /// Shareholder or actual controller (股东或实际控制人).
    case ownership
    /// Spouse, relative or in-law of somebody who is one of these (近亲属).
    case family
    /// Helped to prepare the application (参与编制申报材料).
    case preparation
    /// Anything else that may affect fairness (其他可能影响公正的情形).
    case other
  }

  /// What ties the person to the application; nil when nothing does.
  public let ground: Ground?
  /// The person's own words about it.
  public let note: String
  /// When it was declared (ISO 8601 with zone).
  public let at: String

  /// A declaration.
  public init(ground: Ground?, note: String = "", at: String) {
    self.ground = ground
    self.note = note
    self.at = at
  }

  /// Whether the person stays away from the application (主动回避): the sheet can neither be filled in nor counts.
  public var isRecusal: Bool { ground != nil }

  init(_ reader: FieldReader) throws(FieldError) {
    if let word = try reader.text("ground") {
      guard let ground = Ground(rawValue: word) else {
        throw FieldError(
          path: reader.path + ["ground"], expected: .oneOf(Ground.allCases.map(\.rawValue)), found: .string(word))
      }
      self.ground = ground
    } else {
      ground = nil
    }
    note = try reader.text("note") ?? ""
    at = try reader.requiredText("at")
  }

  var json: JSONValue {
    .object(
      JSONObject([
        ("ground", ground.map { .string($0.rawValue) } ?? .null), ("note", .string(note)), ("at", .string(at)),
      ]))
  }
}
