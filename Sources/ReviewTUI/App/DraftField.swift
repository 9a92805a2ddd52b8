import Core

/// What a draft's field is of, by the name that it has in the draft's file.
enum DraftField: Equatable, Sendable {
  /// The comment on a criterion: `C07`.
  case comment(String)
  /// The overall opinion: `opinion`.
  case opinion
  /// Digits typed for a criterion and not confirmed: `C07=`.
  case digits(String)
  /// A whole sheet that could not be saved yet, as JSON: `=sheet`.
  case sheet
  /// A text of a visit: `v1/why/G03`.
  case visitText(visit: String, String)
  /// A figure typed for a metric and not confirmed: `v1/figure/m01`.
  case figure(visit: String, metric: String)
  /// A whole visit, or a member's part of it, that could not be saved yet, as JSON: `v1/=visit`.
  case visit(String)
  /// A correction: `@` and the path of the field. In its first line the value, in its second why.
  case correction(path: String)

  /// The field of this name.
  init(_ name: String) {
    if name == "=sheet" {
      self = .sheet
    } else if name.hasPrefix("@") {
      self = .correction(path: String(name.dropFirst()))
    } else if name.contains("/") {
      let (visit, rest) = InspectFields.parts(name)
      let (kind, id) = InspectFields.parts(rest)
      self =
        rest == "=visit"
        ? .visit(visit) : kind == "figure" ? .figure(visit: visit, metric: id) : .visitText(visit: visit, rest)
    } else if name.hasSuffix("=") {
      self = .digits(String(name.dropLast()))
    } else {
      self = name == ScoreState.opinionField ? .opinion : .comment(name)
    }
  }

  /// The name in the draft's file.
  var name: String {
    switch self {
    case .comment(let criterion): criterion
    case .opinion: ScoreState.opinionField
    case .digits(let criterion): criterion + "="
    case .sheet: "=sheet"
    case .visitText(let visit, let field): "\(visit)/\(field)"
    case .figure(let visit, let metric): "\(visit)/figure/\(metric)"
    case .visit(let visit): "\(visit)/=visit"
    case .correction(let path): "@" + path
    }
  }

  /// The visit that it belongs to; nil for a sheet or a correction.
  var visit: String? {
    switch self {
    case .visitText(let visit, _), .figure(let visit, _), .visit(let visit): visit
    case .comment, .opinion, .digits, .sheet, .correction: nil
    }
  }

  var isCorrection: Bool { if case .correction = self { true } else { false } }
  /// Whether it is a record and not a text.
  var isRecord: Bool {
    switch self {
    case .sheet, .visit: true
    default: false
    }
  }
}
