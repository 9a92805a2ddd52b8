/// An exact decimal number: `mantissa` divided by ten to the power of `places`. Nothing is ever rounded.
public struct DecimalValue: Equatable, Hashable, Sendable {
  /// The digits as a whole number.
  public let mantissa: Int
  /// How many of them stand after the point, 0 to 12.
  public let places: Int

  /// The shortest form of `mantissa` / 10^`places`; nil when it has more than 12 places.
  public init?(mantissa: Int, places: Int) {
    var mantissa = mantissa
    var places = places
    while places > 0, mantissa % 10 == 0 {
      mantissa /= 10
      places -= 1
    }
    while places < 0 {
      let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      mantissa = next
      places += 1
    }
    guard places <= 12 else { return nil }
    self.mantissa = mantissa
    self.places = places
  }

  /// A whole number.
  public init(_ whole: Int) {
    mantissa = whole
    places = 0
  }

  /// Digits with at most one point, at most 15 of them: `58.64`.
  init?(digits: some Collection<Character>) {
    var mantissa = 0
    var places = 0
    var count = 0
    var hasPoint = false
    for character in digits {
      if character == "." {
        guard !hasPoint else { return nil }
        hasPoint = true
      } else {
        guard let digit = character.wholeNumberValue, character.isASCII, count < 15 else { return nil }
        mantissa = mantissa * 10 + digit
        count += 1
        if hasPoint { places += 1 }
      }
    }
    guard count > 0 else { return nil }
    self.init(mantissa: mantissa, places: places)
  }

  /// The value of a JSON number, if it is short enough to be held exactly.
  public init?(_ number: JSONNumber) {
    for places in 0...12 {
      if let scaled = number.scaled(by: places) {
        self.init(mantissa: scaled, places: places)
        return
      }
    }
    return nil
  }

  /// The negative of this.
  public var negated: DecimalValue? { DecimalValue(mantissa: 0 - mantissa, places: places) }

  /// This value moved by powers of ten: `1.5` by 4 is 15 000, by -1 is 0.15.
  public func shifted(by power: Int) -> DecimalValue? { DecimalValue(mantissa: mantissa, places: places - power) }

  /// This value times `factor`.
  public func times(_ factor: Int) -> DecimalValue? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalValue(mantissa: product, places: places)
  }

  /// This value divided by `divisor`, if the quotient ends within 12 places.
  public func divided(by divisor: Int) -> DecimalValue? {
    guard divisor != 0 else { return nil }
    var mantissa = mantissa
    var places = places
    while mantissa % divisor != 0 {
      let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow, places < 12 else { return nil }
      mantissa = next
      places += 1
    }
    return DecimalValue(mantissa: mantissa / divisor, places: places)
  }

  /// The sum of both.
  public func plus(_ other: DecimalValue) -> DecimalValue? {
    let places = max(places, other.places)
    guard let left = aligned(to: places), let right = other.aligned(to: places) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalValue(mantissa: sum, places: places)
  }

  private func aligned(to places: Int) -> Int? {
    var mantissa = mantissa
    for _ in self.places..<places {
      let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      mantissa = next
    }
    return mantissa
  }

  /// The nearest double, for drawing and comparing.
  public var double: Double {
    var divisor = 1.0
    for _ in 0..<places { divisor *= 10 }
    return Double(mantissa) / divisor
  }

  /// Plain digits, as JSON wants them.
  public var text: String {
    var digits = String(mantissa.magnitude)
    if places > 0 {
      while digits.utf8.count <= places { digits = "0" + digits }
      let point = digits.utf8.count - places
      digits = String(digits.prefix(point)) + "." + String(digits.suffix(places))
    }
    return (mantissa < 0 ? "-" : "") + digits
  }

  /// This as a JSON number.
  public var json: JSONNumber? { JSONNumber(text: text) }
}

extension DecimalValue: Comparable {
  /// The order of the numbers.
  public static func < (left: DecimalValue, right: DecimalValue) -> Bool {
    let places = max(left.places, right.places)
    guard let a = left.aligned(to: places), let b = right.aligned(to: places) else { return left.double < right.double }
    return a < b
  }
}
