import CSodium

/// SHA-256, as it stands in journals, seals and file names: 64 lower-case hexadecimal digits.
public struct Digest: Sendable {
  private var state = crypto_hash_sha256_state()

  /// A digest of nothing yet.
  public init() { crypto_hash_sha256_init(&state) }

  /// Adds bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    let array = Array(bytes)
    crypto_hash_sha256_update(&state, array, UInt64(array.count))
  }

  /// The digest of all bytes that were added.
  public consuming func hex() -> String {
    var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &out)
    return Self.hex(out)
  }

  /// The digest of `bytes`.
  public static func sha256Hex(_ bytes: [UInt8]) -> String {
    var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return hex(out)
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
