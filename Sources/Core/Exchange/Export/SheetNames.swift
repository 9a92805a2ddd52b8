/// Names of sheets as spreadsheets take them: at most 31 characters, none of `[]:*?/\`, no two alike.
struct SheetNames {
  private var taken: Set<String> = []

  /// A name that stands for `wanted` and was not given before.
  mutating func name(_ wanted: String) -> String {
    let plain = String(
      ReportSheet.safe(wanted).map { "[]:*?/\\\n".contains($0) ? " " : $0 }.drop { $0 == "'" || $0 == " " }.prefix(31))
    var base = plain
    while base.hasSuffix("'") || base.hasSuffix(" ") { base.removeLast() }
    if base.isEmpty { base = "Sheet" }
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let tail = " \(number)"
      name = String(base.prefix(31 - tail.count)) + tail
      number += 1
    }
    return name
  }
}
