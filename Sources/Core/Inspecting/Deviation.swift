/// Percent worse than declared, up to which a band holds; the limit itself still belongs to the better band.
public struct DeviationBands: Equatable, Sendable {
  /// Up to here 一致.
  public let matches: Int
  /// Up to here 基本一致.
  public let near: Int
  /// Up to here 偏低; beyond it 严重不符.
  public let low: Int

  /// Bands by three limits in percent, growing.
  public init(matches: Int, near: Int, low: Int) {
    self.matches = matches
    self.near = near
    self.low = low
  }
}

/// How a verified figure stands to the declared one.
public enum MetricBand: String, CaseIterable, Sendable {
  /// 一致: not worse by more than the first limit, or better.
  case matches
  /// 基本一致.
  case near
  /// 偏低.
  case low
  /// 严重不符.
  case far
  /// 无法核实.
  case unverifiable
}

/// The deviation of a verified figure from the declared one: (verified − declared) / |declared|, the sign turned where
/// less is better, so that negative always means worse than declared.
public struct Deviation: Equatable, Sendable {
  /// The deviation in tenths of a percent, rounded half away from 0, for showing; nil when 0 was declared or the
  /// share is beyond all measure (more than 10 000 %).
  public let tenthsOfPercent: Int?
  /// Verified minus declared, in the declared unit; nil beyond 12 decimal places.
  public let difference: DecimalValue?
  /// The band, decided without rounding.
  public let band: MetricBand

  /// - Parameters:
  ///   - direction: which way is better for the applicant. `equal` and nil take any difference as worse.
  ///   - declared: as declared; 0 knows no share, and any worse figure is then 偏低.
  public init(
    declared: DecimalValue, verified: DecimalValue, direction: Metric.Direction?, bands: DeviationBands
  ) {
    let (d, v) = (Self.scaled(declared), Self.scaled(verified))
    let raw = v - d
    let signed: Int128 =
      switch direction {
      case .up: raw
      case .down: 0 - raw
      case .equal, nil: raw < 0 ? raw : 0 - raw
      }
    difference = declared.negated.flatMap { verified.plus($0) }
    let base = d < 0 ? 0 - d : d
    if base == 0 {
      tenthsOfPercent = nil
      band = signed >= 0 ? .matches : .low
      return
    }
    let worse = signed < 0 ? 0 - signed : 0
    band =
      switch true {
      case worse * 100 <= base * Int128(bands.matches): .matches
      case worse * 100 <= base * Int128(bands.near): .near
      case worse * 100 <= base * Int128(bands.low): .low
      default: .far
      }
    let size = signed < 0 ? 0 - signed : signed
    let (whole, overflow) = size.multipliedReportingOverflow(by: 2000)
    let rounded = overflow ? nil : (whole + base) / (2 * base)
    tenthsOfPercent = rounded.flatMap { $0 <= 100_000 ? Int(signed < 0 ? 0 - $0 : $0) : nil }
  }

  /// Everything in units of 10⁻¹²: at most 9.3 × 10³⁰, far from the edge of 128 bits.
  private static func scaled(_ value: DecimalValue) -> Int128 {
    var factor: Int128 = 1
    for _ in value.places..<12 { factor *= 10 }
    return Int128(value.mantissa) * factor
  }
}
