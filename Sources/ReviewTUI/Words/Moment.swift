import Core

/// Times as people read them.
enum Moment {
  /// `2022-08-25T12:00:00+08:00` as `2022-08-25 12:00`: seconds and zone only where they say something.
  static func text(_ iso: String) -> String {
    let parts = iso.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return display(iso) }
    var time = parts[1]
    if time.hasSuffix("+08:00") { time = time.dropLast(6) }
    if time.utf8.count == 8, time.hasSuffix(":00") { time = time.dropLast(3) }
    return display("\(parts[0]) \(time)")
  }
}
