/// What a JSON text may cost; the standard limits are far above any honest file of a workspace.
public struct JSONLimits: Equatable, Sendable {
  /// The largest file, in bytes.
  public var bytes = 8 * 1024 * 1024
  /// The longest string or key, in bytes as written in the file.
  public var stringBytes = 1024 * 1024
  /// Objects and lists within each other, not counting the outermost.
  public var depth = 64
  /// Combining marks and joiners in a row: Unicode's stream-safe limit. Longer runs make comparison very slow.
  public var marks = 30
  /// Regional indicators (the letters of flags) in a row: splitting very long runs into characters is slow.
  public var flagLetters = 256
  /// Digits of one number, those of the exponent included.
  public var digits = 40
  /// Whether a UTF-8 byte order mark at the start is skipped rather than refused.
  public var skipsByteOrderMark = false

  /// The limits for files of a workspace.
  public static let standard = JSONLimits()

  /// The standard limits, to be changed field by field.
  public init() {}
}
