/// Reads quantities out of Chinese prose: `返染率由4.6%降至1.3%` holds one, 1.3 % with the baseline 4.6 %.
///
/// Dates, years, names of standards and models (`5G`, `ISO9001`), ordinals, set phrases (一体化) and telephone numbers are
/// no quantities. A number that is one but cannot be read is reported as such, without a value.
public enum QuantityReader {
  /// What a text holds.
  public struct Reading: Equatable, Sendable {
    /// The quantities in order.
    public let quantities: [Quantity]
    /// The numbers that were not understood, in order.
    public let unread: [UnreadNumber]
  }

  /// Reads `text`. Places are counted in characters of `text`.
  public static func reading(of text: String) -> Reading {
    let scan = QuantityScan(Array(text))
    return Reading(quantities: QuantityPairing(scan: scan).quantities(), unread: scan.unread)
  }

  /// The quantities of `text` in order. Places are counted in characters of `text`.
  public static func quantities(in text: String) -> [Quantity] { reading(of: text).quantities }
}
