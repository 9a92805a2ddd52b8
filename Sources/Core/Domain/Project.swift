/// The project applied for (应用场景项目).
public struct Project: Equatable, Sendable {
  /// 项目名称.
  public let name: String?
  /// 所属支持范围: codes of the programme's scenarios, `SC01` to `SC10`.
  public let scenarios: [String]
  /// Scenario words outside the programme's list ("等").
  public let otherScenarios: [String]
  /// 合作运营商.
  public let operators: [Operator]
  /// 项目周期 start, `YYYY-MM`.
  public let start: String?
  /// 项目周期 end, `YYYY-MM`.
  public let end: String?
  /// 竣工（上线）时间, if known.
  public let completedOn: String?
  /// 项目概况（200字以内）.
  public let overview: String?
  /// 5G技术应用必要性.
  public let need5G: String?
  /// 5G技术应用成效.
  public let effect5G: String?

  /// A partner operator.
  public struct Operator: Equatable, Sendable {
    /// 名称.
    public let name: String?
    /// 联系人.
    public let contact: String?
    /// 联系方式, as text.
    public let phones: [String]
  }

  init(_ reader: FieldReader) throws(FieldError) {
    name = try reader.text("name")
    scenarios = try reader.texts("scenarios")
    otherScenarios = try reader.texts("otherScenarios")
    operators = try reader.objects("operators") { (entry) throws(FieldError) in
      Operator(name: try entry.text("name"), contact: try entry.text("contact"), phones: try entry.texts("phones"))
    }
    start = try reader.text("start")
    end = try reader.text("end")
    completedOn = try reader.text("completedOn")
    overview = try reader.text("overview")
    need5G = try reader.text("need5G")
    effect5G = try reader.text("effect5G")
  }
}
