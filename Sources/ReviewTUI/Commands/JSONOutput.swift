import Core

/// JSON for standard output. Characters that could drive or fool a terminal are written as escapes, which read the same.
enum JSONOutput {
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    var isSafe = true
    for scalar in String(decoding: JSONWriter.pretty(value), as: UTF8.self).unicodeScalars {
      if scalar.value < 0x7F || !isUnsafe(scalar) {
        out.append(contentsOf: scalar.utf8)
      } else {
        isSafe = false
        for unit in String(scalar).utf16 { out.append(contentsOf: escape(unit)) }
      }
    }
    return isSafe ? JSONWriter.pretty(value) : out
  }

  /// Whether `display` would not show the scalar as it is. Marks that can be seen stay: they belong to the letter before
  /// them.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }

  private static func escape(_ unit: UInt16) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return Array("\\u".utf8) + [12, 8, 4, 0].map { digits[Int(unit >> $0 & 15)] }
  }
}
