/// One application (申报书, 附件2) as received: every member of the file that the console shows.
///
/// The file itself is the record; this value is a reading of it, with its corrections applied, and is never written back.
public struct Application: Equatable, Sendable {
  /// `<year>-<unit key>-<3 digits>`, for example `2022-zoucheng-001`.
  public let id: String
  /// Key of the recommending unit (县市区), for example `zoucheng`.
  public let unit: String
  /// Where the record came from.
  public let source: Source
  /// When the county and the city received it (ISO 8601).
  public let received: Received
  /// The cover page (封面).
  public let cover: Cover
  /// 申报单位基本情况.
  public let company: Company
  /// 应用场景项目简要情况.
  public let project: Project
  /// 项目绩效指标, the five cells of the form in their order.
  public let metrics: [MetricSection]
  /// 真实性承诺.
  public let commitment: Endorsement
  /// 县（市、区）工信主管部门意见.
  public let countyOpinion: Endorsement
  /// Sections 二 to 七, in the order of the form.
  public let sections: [FormSection]
  /// 五、项目实际投入情况, in 万元.
  public let investment: Investment
  /// 六、项目现场照片.
  public let photos: [Picture]
  /// 七、附件及证明材料.
  public let attachments: [Picture]
  /// What the desk saw of the papers.
  public let intake: Intake
  /// Rows that the applicant added to the form.
  public let extra: [Labelled]
  /// The form's own words of a field, by path, wherever reading could lose something.
  public let raw: [Labelled]
  /// What was not understood, by path.
  public let unparsed: [Unparsed]
  /// Every correction in the order in which it was made; those that count are in the values above already.
  public let corrections: [Correction]
  /// For each correction, whether it counts.
  public let correctionsApplied: [Bool]

  /// Where an application was read from.
  public struct Source: Equatable, Sendable {
    /// Path of the original form, as it was named; nil for data that had none.
    public let file: String?
    /// SHA-256 of the original form in hexadecimal.
    public let sha256: String?
    /// When it was imported (ISO 8601).
    public let importedAt: String?
    /// 1 for the first version.
    public let revision: Int?
  }

  /// Times of receipt (ISO 8601 with zone).
  public struct Received: Equatable, Sendable {
    /// Receipt by the county.
    public let byCounty: String?
    /// Receipt by the city, which the deadline of 附件1 binds.
    public let byCity: String?
  }

  /// The cover page.
  public struct Cover: Equatable, Sendable {
    /// 申报单位.
    public let applicant: String?
    /// 项目名称.
    public let projectName: String?
    /// 填报日期, ISO 8601.
    public let fillDate: String?
  }

  /// A text under a seal with a date.
  public struct Endorsement: Equatable, Sendable {
    /// The opinion, if the form has one.
    public let text: String?
    /// Whether the seal was seen; nil when nobody looked.
    public let sealed: Bool?
    /// ISO 8601 date.
    public let date: String?
  }

  /// A picture or an attached proof.
  public struct Picture: Equatable, Sendable {
    /// Path within the workspace, nil when only named.
    public let file: String?
    /// SHA-256 in hexadecimal.
    public let sha256: String?
    /// Caption or name.
    public let caption: String
  }

  /// A label and its text.
  public struct Labelled: Equatable, Sendable {
    /// Label of the row, or path of the field.
    public let label: String
    /// Its words.
    public let text: String
  }

  /// Words of the form that were not understood.
  public struct Unparsed: Equatable, Sendable {
    /// Path of the field.
    public let path: String
    /// The form's words.
    public let text: String
    /// Why, as a code or a phrase in English.
    public let why: String
  }

  /// One of the sections 二 to 七.
  public struct FormSection: Equatable, Sendable {
    /// `2` to `7`.
    public let number: String
    /// The heading as the form has it.
    public let heading: String?
    /// Paragraphs in order.
    public let paragraphs: [String]
  }

  /// Reads an application file's root object.
  public init(json received: JSONValue) throws(FieldError) {
    let asReceived = try FieldReader(received)
    try asReceived.requireSchema(.application)
    corrections = try asReceived.objects("corrections", Correction.init)
    let (json, applied) = Correction.applying(corrections, to: received)
    correctionsApplied = applied
    let root = try FieldReader(json)
    id = try root.identifier("id")
    unit = try root.requiredText("unit")
    let source = try root.object("source")
    self.source = Source(
      file: try source.text("file"), sha256: try source.text("sha256"), importedAt: try source.text("importedAt"),
      revision: try source.integer("revision"))
    let received = try root.object("received")
    self.received = Received(byCounty: try received.text("byCounty"), byCity: try received.text("byCity"))
    let cover = try root.object("cover")
    self.cover = Cover(
      applicant: try cover.text("applicant"), projectName: try cover.text("projectName"),
      fillDate: try cover.text("fillDate"))
    company = try Company(root.object("company"))
    project = try Project(root.object("project"))
    let metrics = try root.object("metrics")
    var sections: [MetricSection] = []
    for kind in MetricClass.allCases {
      sections.append(try MetricSection(kind, metrics.object(kind.rawValue)))
    }
    self.metrics = sections
    commitment = try Self.endorsement(root.object("commitment"))
    countyOpinion = try Self.endorsement(root.object("countyOpinion"))
    let formSections = try root.object("sections")
    var numbered: [FormSection] = []
    for number in ["2", "3", "4", "5", "6", "7"] {
      let section = try formSections.object(number)
      numbered.append(
        FormSection(
          number: number, heading: try section.text("heading"), paragraphs: try section.texts("paragraphs")))
    }
    self.sections = numbered
    investment = try Investment(root.object("investment"))
    photos = try root.objects("photos") { (reader) throws(FieldError) in try Self.picture(reader, named: "caption") }
    attachments = try root.objects("attachments") { (reader) throws(FieldError) in
      try Self.picture(reader, named: "name")
    }
    intake = try Intake(root.object("intake"))
    extra = try root.objects("extra") { (reader) throws(FieldError) in
      Labelled(label: try reader.text("label") ?? "", text: try reader.text("text") ?? "")
    }
    let raw = try root.object("raw")
    var words: [Labelled] = []
    for member in raw.object.members {
      words.append(Labelled(label: member.key, text: try raw.text(member.key) ?? ""))
    }
    self.raw = words
    unparsed = try root.objects("unparsed") { (reader) throws(FieldError) in
      Unparsed(
        path: try reader.text("path") ?? "", text: try reader.text("text") ?? "", why: try reader.text("why") ?? "")
    }
  }

  private static func endorsement(_ reader: FieldReader) throws(FieldError) -> Endorsement {
    Endorsement(text: try reader.text("text"), sealed: try reader.truth("sealed"), date: try reader.text("date"))
  }

  private static func picture(_ reader: FieldReader, named key: String) throws(FieldError) -> Picture {
    Picture(file: try reader.text("file"), sha256: try reader.text("sha256"), caption: try reader.text(key) ?? "")
  }

  /// What was not understood and nobody has corrected or confirmed yet.
  ///
  /// A gap is closed by a correction of its field, or by one of the gap itself (`unparsed.<place>`): several gaps may
  /// concern one field.
  public var openGaps: [Unparsed] {
    if unparsed.isEmpty { return [] }
    let counting = zip(corrections, correctionsApplied).filter(\.1).map(\.0.path)
    return unparsed.enumerated().filter { place, gap in
      !counting.contains { $0.hasSameBytes(as: gap.path) || $0.hasSameBytes(as: "unparsed.\(place)") }
    }.map(\.element)
  }

  /// The metric section of one class.
  public func section(_ kind: MetricClass) -> MetricSection {
    metrics.first { $0.kind == kind } ?? MetricSection(kind: kind, text: nil, rows: [])
  }
}
