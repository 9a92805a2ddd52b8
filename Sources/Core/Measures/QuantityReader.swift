/// Reads quantities out of Chinese prose: `返染率由4.6%降至1.3%` holds one, 1.3 % with the baseline 4.6 %.
///
/// Dates, years, names of standards and models (`5G`, `ISO9001`), ordinals and telephone-like numbers are no quantities.
public enum QuantityReader {
  /// The quantities of `text` in order. Places are counted in characters of `text`.
  public static func quantities(in text: String) -> [Quantity] {
    let characters = Array(text)
    let scan = QuantityScan(characters)
    return QuantityPairing(scan: scan).quantities()
  }
}
