/// The seal of a signed visit: SHA-256 over the exact bytes of the file, with the 64 digits of its `transcript` member as 64
/// zeros. Every other byte counts, also spaces and members that this program does not know.
public enum InspectionSeal {
  /// What stands in the place of the digest while it is computed.
  static let blank = String(repeating: "0", count: 64)

  /// The bytes with their seal in place, and the seal; nil when the file has no `transcript` of 64 digits.
  static func sealed(_ bytes: [UInt8]) -> (bytes: [UInt8], seal: String)? {
    guard let place = place(in: bytes) else { return nil }
    var copy = bytes
    copy.replaceSubrange(place, with: blank.utf8)
    let seal = Digest.sha256Hex(copy)
    copy.replaceSubrange(place, with: seal.utf8)
    return (copy, seal)
  }

  /// Whether the file is what was sealed; false also for one without a seal.
  public static func holds(_ bytes: [UInt8]) -> Bool { sealed(bytes).map { $0.bytes == bytes } ?? false }

  /// Where the digits of the root's `transcript` stand.
  private static func place(in bytes: [UInt8]) -> Range<Int>? {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    let root: JSONSpan
    do throws(JSONSyntaxError) { root = try JSONSpan.tree(of: bytes, limits: limits) } catch { return nil }
    guard case .object(let members) = root.kind,
      let range = members.first(where: { $0.key.hasSameBytes(as: "transcript") })?.value.range, range.count == 66
    else { return nil }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}
