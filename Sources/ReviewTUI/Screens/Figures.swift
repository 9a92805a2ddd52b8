import Core

/// Numbers as the screens show them.
enum Figures {
  /// A value of a record for a list of differences; a list or an object only by its kind.
  static func text(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null?: "—"
    case .string(let text)?: text.isEmpty ? "—" : text
    case .number(let number)?: number.text
    case .bool(let truth)?: truth ? "true" : "false"
    case .array(let list)?: "[\(list.count)]"
    case .object?: "{…}"
    }
  }

  /// A score in tenths, such as `88.5`.
  static func tenths(_ value: Int) -> String {
    let sign = value < 0 ? "-" : ""
    let magnitude = value.magnitude
    return "\(sign)\(magnitude / 10).\(magnitude % 10)"
  }

  /// An amount in 万元: as written when it has at most two places, otherwise rounded for show only.
  static func money(_ number: JSONNumber) -> String {
    if let cents = number.scaled(by: 2) { return grouped(cents) }
    return number.text
  }

  private static func grouped(_ cents: Int) -> String {
    let sign = cents < 0 ? "-" : ""
    let whole = String(cents.magnitude / 100)
    let rest = Int(cents.magnitude % 100)
    var digits = ""
    for (offset, digit) in whole.reversed().enumerated() {
      if offset > 0, offset % 3 == 0 { digits = "," + digits }
      digits = String(digit) + digits
    }
    if rest == 0 { return sign + digits }
    if rest % 10 == 0 { return "\(sign)\(digits).\(rest / 10)" }
    return "\(sign)\(digits).\(rest < 10 ? "0" : "")\(rest)"
  }
}
