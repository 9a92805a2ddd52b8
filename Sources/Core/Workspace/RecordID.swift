/// A name that may become part of a path: `[a-z0-9][a-z0-9-]{0,63}`, and not a device name of Windows.
///
/// Every id of an application, person, unit or visit passes here before it touches a file name; anything human stands
/// inside the files. ASCII, so two ids are equal exactly when their bytes are.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id.
  public let text: String

  /// Nil when `text` does not follow the pattern.
  public init?(_ text: String) {
    guard RecordName.isValid(text), !Self.isDevice(Array(text.utf8)) else { return nil }
    self.text = text
  }

  /// Nil when `bytes` do not follow the pattern.
  init?(bytes: some Collection<UInt8>) {
    self.init(String(decoding: Array(bytes), as: UTF8.self))
  }

  /// The id.
  public var description: String { text }

  /// The order of the bytes.
  public static func < (left: RecordID, right: RecordID) -> Bool { left.text.precedesBytes(of: right.text) }

  /// `con`, `com1` and the like open a device on Windows, where a colleague may carry the workspace.
  private static func isDevice(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 3: ["con", "prn", "aux", "nul"].contains { bytes.elementsEqual($0.utf8) }
    case 4:
      ["com", "lpt"].contains { bytes.starts(with: $0.utf8) }
        && bytes[3] >= UInt8(ascii: "1") && bytes[3] <= UInt8(ascii: "9")
    default: false
    }
  }
}
