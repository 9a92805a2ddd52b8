/// A county's summary table (附件3 申报推荐汇总表) as received: one for each recommending unit.
///
/// The file itself is the record; this value is a reading of it and is never written back.
public struct CountySummary: Equatable, Sendable {
  /// Key of the recommending unit (县市区), for example `zoucheng`.
  public let unit: String
  /// Where the table came from.
  public let source: Application.Source
  /// The bureau that signs above the table (县（市、区）工业和信息化主管部门（盖章）).
  public let bureau: String?
  /// The date above or below the table, `YYYY-MM`: the printed form asks for no day.
  public let date: String?
  /// Whether the bureau's seal was seen; nil when nobody looked.
  public let sealed: Bool?
  /// The letter of recommendation (推荐行文) that goes with the table; nil when none is known.
  public let letter: Letter?
  /// Receipt by the city (ISO 8601 with zone), which the deadline of 附件1 binds; nil when unknown.
  public let receivedByCity: String?
  /// The rows, in the order of the table.
  public let rows: [Row]
  /// Words of the table that stand in none of its rows (titles, totals, notes), each with the reason.
  public let left: [LeftOut]
  /// The table's own words outside its rows, by path.
  public let raw: [Application.Labelled]
  /// What was not understood, by path: `rows.0.completed`.
  public let unparsed: [Application.Unparsed]

  /// The letter of recommendation (推荐行文).
  public struct Letter: Equatable, Sendable {
    /// 文号.
    public let number: String?
    /// ISO 8601 date.
    public let date: String?
    /// Path within the workspace.
    public let file: String?
  }

  /// One recommended project.
  public struct Row: Equatable, Sendable {
    /// 序号 as a number; nil when blank or no number.
    public let seq: Int?
    /// 企业名称.
    public let company: String?
    /// 项目名称.
    public let projectName: String?
    /// 所属典型场景支持范围及项目内容简述, both as written.
    public let scopeAndSummary: String?
    /// Codes of the programme's scenarios that the cell names, `SC01` to `SC10`.
    public let scenarios: [String]
    /// Words in the place of a scenario that are none of the programme's.
    public let otherScenarios: [String]
    /// 投资规模, in 万元.
    public let investment: JSONNumber?
    /// 竣工时间: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    public let completed: String?
    /// 联系人.
    public let contact: String?
    /// Telephone numbers, as text.
    public let phones: [String]
    /// 备注.
    public let remark: String?
    /// Columns that the county added.
    public let extra: [Application.Labelled]
    /// The cells' own words by field: `investment`, `completed`, `contact`.
    public let raw: [Application.Labelled]
    /// Fields whose cell is one with the cell of the row above: a company with two projects.
    public let continues: [String]
    /// Where the row stands in the document: `Sheet1!A4`, or `table 1, row 3`.
    public let place: String?
  }

  /// A row or line of the document that is no project.
  public struct LeftOut: Equatable, Sendable {
    /// Where it stands in the document.
    public let place: String
    /// Its words.
    public let text: String
    /// Why it was left out, as a code: `total`, `note`, `repeated header`, `another sheet`.
    public let why: String
  }

  /// Reads a summary file's root object.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.summary)
    unit = try root.identifier("unit")
    let source = try root.object("source")
    self.source = Application.Source(
      file: try source.text("file"), sha256: try source.text("sha256"), importedAt: try source.text("importedAt"),
      revision: try source.integer("revision"))
    bureau = try root.text("bureau")
    date = try root.text("date")
    sealed = try root.truth("sealed")
    if root.value("letter") != nil {
      let letter = try root.object("letter")
      self.letter = Letter(
        number: try letter.text("number"), date: try letter.text("date"), file: try letter.text("file"))
    } else {
      letter = nil
    }
    receivedByCity = try root.object("received").text("byCity")
    rows = try root.objects("rows") { (reader) throws(FieldError) in try Row(reader) }
    left = try root.objects("left") { (reader) throws(FieldError) in
      LeftOut(
        place: try reader.text("place") ?? "", text: try reader.text("text") ?? "", why: try reader.text("why") ?? "")
    }
    raw = try Self.labelled(root.object("raw"))
    unparsed = try root.objects("unparsed") { (reader) throws(FieldError) in
      Application.Unparsed(
        path: try reader.text("path") ?? "", text: try reader.text("text") ?? "", why: try reader.text("why") ?? "")
    }
  }

  fileprivate static func labelled(_ reader: FieldReader) throws(FieldError) -> [Application.Labelled] {
    var words: [Application.Labelled] = []
    for member in reader.object.members {
      words.append(Application.Labelled(label: member.key, text: try reader.text(member.key) ?? ""))
    }
    return words
  }
}

extension CountySummary.Row {
  init(_ reader: FieldReader) throws(FieldError) {
    seq = try reader.integer("seq")
    company = try reader.text("company")
    projectName = try reader.text("projectName")
    scopeAndSummary = try reader.text("scopeAndSummary")
    scenarios = try reader.texts("scenarios")
    otherScenarios = try reader.texts("otherScenarios")
    investment = try reader.number("investment")
    completed = try reader.text("completed")
    contact = try reader.text("contact")
    phones = try reader.texts("phones")
    remark = try reader.text("remark")
    extra = try reader.objects("extra") { (entry) throws(FieldError) in
      Application.Labelled(label: try entry.text("label") ?? "", text: try entry.text("text") ?? "")
    }
    raw = try CountySummary.labelled(reader.object("raw"))
    continues = try reader.texts("continues")
    place = try reader.text("place")
  }

  /// The cell's own words of a field; nil when it was blank.
  public func words(_ field: String) -> String? {
    raw.first { $0.label.utf8.elementsEqual(field.utf8) }?.text
  }
}
