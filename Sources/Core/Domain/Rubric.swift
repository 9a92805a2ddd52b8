/// The score sheet: criteria, bands and anchors. All scores are integer tenths (95 is 9.5).
public struct Rubric: Equatable, Sendable {
  /// Identifier with version, for example `jining-5g-2022-v1`; frozen once a sheet is submitted.
  public let id: String
  /// SHA-256 of everything that the rubric says, in a form that knows neither white space nor the order of members: the
  /// same for files that mean the same.
  public let digest: String
  /// Smallest difference between two scores, in tenths.
  public let step: Int
  /// 优, 良, 中, 差, best first.
  public let bands: [Band]
  /// Groups of criteria for display.
  public let groups: [Group]
  /// The criteria, in order.
  public let criteria: [Criterion]
  /// Shortest overall opinion (评审意见) at submission, in 字数 as Word counts them.
  public let opinionMinimum: Int

  /// A band of scores.
  public struct Band: Equatable, Sendable {
    /// Key, for example `excellent`.
    public let key: String
    /// Its name, for example 优.
    public let name: Program.Words
    /// Lowest share of the maximum, in percent.
    public let from: Int
    /// Whether a score in this band needs a comment.
    public let needsComment: Bool
  }

  /// A group of criteria.
  public struct Group: Equatable, Sendable {
    /// Its name.
    public let name: Program.Words
    /// Ids of its criteria.
    public let criteria: [String]
  }

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.requiredText("id")
    digest = CanonicalJSON.digest(of: .object(reader.object))
    guard let step = try reader.number("step")?.scaled(by: 1), step > 0 else {
      throw FieldError(path: reader.path + ["step"], expected: .number, found: nil)
    }
    self.step = step
    opinionMinimum = try reader.integer("opinionMinimum") ?? 0
    bands = try reader.objects("bands") { (entry) throws(FieldError) in
      Band(
        key: try entry.requiredText("key"), name: try Program.words(entry.object("name")),
        from: try entry.integer("from") ?? 0, needsComment: try entry.truth("needsComment") ?? false)
    }
    groups = try reader.objects("groups") { (entry) throws(FieldError) in
      Group(name: try Program.words(entry.object("name")), criteria: try entry.texts("criteria"))
    }
    criteria = try reader.objects("criteria", Criterion.init)
  }

  /// The criterion with this id.
  public func criterion(_ id: String) -> Criterion? { criteria.first { $0.id.utf8.elementsEqual(id.utf8) } }

  /// The highest possible total, in tenths.
  public var maximum: Int { criteria.reduce(0) { $0 + $1.maximum } }

  /// The band of `score` out of `maximum`, both in tenths.
  public func band(of score: Int, outOf maximum: Int) -> Band? {
    bands.first { score * 100 >= $0.from * maximum }
  }

  /// Lowest score (in tenths, on the step) that lies in `band` for a criterion of this maximum.
  public func lowest(in band: Band, outOf maximum: Int) -> Int {
    let exact = band.from * maximum
    let perStep = step * 100
    return (exact + perStep - 1) / perStep * step
  }
}

/// One criterion of the score sheet (评分项).
public struct Criterion: Equatable, Sendable {
  /// `C01` to `C12`.
  public let id: String
  /// Its name.
  public let name: Program.Words
  /// Highest score, in tenths.
  public let maximum: Int
  /// What each band means, in the order of the rubric's bands.
  public let anchors: [String]
  /// Places of the application that the criterion is judged from, as paths: `project.need5G`, `sections.3`…
  public let evidence: [String]
  /// The clause of the notice that the criterion comes from.
  public let clause: String
  /// How a score is suggested from what the rules found; nil for most criteria.
  public let suggestion: SuggestionRule?

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.requiredText("id")
    name = try Program.words(reader.object("name"))
    guard let maximum = try reader.number("max")?.scaled(by: 1), maximum > 0 else {
      throw FieldError(path: reader.path + ["max"], expected: .number, found: nil)
    }
    self.maximum = maximum
    anchors = try reader.texts("anchors")
    evidence = try reader.texts("evidence")
    clause = try reader.text("clause") ?? ""
    suggestion =
      reader.value("suggestion") == nil
      ? nil : try SuggestionRule(reader.object("suggestion"), maximum: maximum)
  }
}
