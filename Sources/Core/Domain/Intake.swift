/// What the desk saw when the papers came in (收件登记): facts that no electronic form can carry. Nil is "nobody looked".
public struct Intake: Equatable, Sendable {
  /// The seal on the cover (申报单位（章）).
  public let coverSealed: Bool?
  /// Paper copies received (纸质材料一式一份).
  public let paperCopies: Int?
  /// An electronic version came with them (附电子版).
  public let electronic: Bool?
  /// The electronic text equals the paper (电子文本要与纸质材料一致).
  public let paperMatches: Bool?
  /// Paper, fonts and binding are as asked (A4纸双面打印，左侧胶装).
  public let formatOk: Bool?
  /// The copy of the licence shows the combined one (三证合一).
  public let threeInOne: Bool?

  init(_ reader: FieldReader) throws(FieldError) {
    coverSealed = try reader.truth("coverSealed")
    paperCopies = try reader.integer("paperCopies")
    electronic = try reader.truth("electronic")
    paperMatches = try reader.truth("paperMatches")
    formatOk = try reader.truth("formatOk")
    threeInOne = try reader.truth("threeInOne")
  }
}
