import Glibc

extension String {
  /// Whether two strings are the same bytes. `==` would also call "é" (one scalar) and "é" (two scalars) equal, so two
  /// keys or ids of a file could fall together.
  func hasSameBytes(as other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { a in
      right.withUTF8 { b in
        guard a.count == b.count else { return false }
        guard let first = a.baseAddress, let second = b.baseAddress else { return true }
        return memcmp(first, second, a.count) == 0
      }
    }
  }

  /// Whether these bytes come before those of `other`; the one order of ids, keys and file names.
  func precedesBytes(of other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { a in
      right.withUTF8 { b in
        let common = min(a.count, b.count)
        if common > 0, let first = a.baseAddress, let second = b.baseAddress {
          let order = memcmp(first, second, common)
          if order != 0 { return order < 0 }
        }
        return a.count < b.count
      }
    }
  }
}
