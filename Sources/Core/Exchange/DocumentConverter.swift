/// Turns a legacy Word document (`.doc`) into a `.docx`. Core starts no programs: who calls it brings one along.
public protocol DocumentConverter: Sendable {
  /// The document of `bytes` as `.docx`.
  func docx(fromWordBinary bytes: [UInt8]) throws(ConversionFailure) -> [UInt8]
}

/// Why a legacy document could not be converted.
public enum ConversionFailure: Error, Equatable, Sendable {
  /// No converter is installed.
  case notInstalled
  /// The converter could not be started, or its private folder not be made.
  case notStarted
  /// It took longer than `seconds` and was ended.
  case tooSlow(seconds: Int)
  /// It ended without a result.
  case noResult
  /// What it wrote is no Word document.
  case badResult
}
