/// R36 the facts of the applicant, R43 its credit code.
extension FormCheck {
  mutating func checkCompany() {
    let company = application.company
    require(company.name, "R36", at: "company.name")
    require(company.address, "R36", at: "company.address")
    require(company.legalRepresentative, "R36", at: "company.legalRepresentative")
    require(company.business, "R36", at: "company.business")
    // A branch has no capital of its own; foreign money is kept in words.
    if company.registeredCapital == nil, words("company.registeredCapital") == nil, !isOperator {
      requireRead("R36", at: "company.registeredCapital")
    }
    checkRegistration()
    for row in application.extra where row.label.prefix(40).contains("信用代码") && !CreditCode.isValid(row.text) {
      add("R43", at: "extra." + row.label, .creditCodeInvalid(row.text))
    }
  }

  private mutating func checkRegistration() {
    let path = "company.registeredOn"
    guard let text = application.company.registeredOn, let date = CalendarDate(text) else {
      if let words = application.company.registeredOn, !AmountReader.isNothing(words) {
        add("R36", .human, at: path, .notUnderstood(words))
      } else {
        requireRead("R36", at: path)
      }
      return
    }
    guard let filled = application.cover.fillDate, let day = CalendarDate(filled), date.first > day.last else { return }
    add("R36", at: path, .registeredInFuture(date: text, filled: filled))
  }
}

/// 统一社会信用代码 (GB 32100): 18 characters, the last of which checks the others.
public enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// Whether `text` is a code with the right check character.
  public static func isValid(_ text: String) -> Bool {
    let code = text.prefix(60).filter { !TextFolding.isIgnored($0) }.map(TextFolding.narrowed)
    guard code.count == 18 else { return false }
    var values: [Int] = []
    for character in code {
      guard let byte = character.asciiValue else { return false }
      let upper = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte
      guard let value = alphabet.firstIndex(of: upper) else { return false }
      values.append(value)
    }
    var weight = 1
    var sum = 0
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    // A remainder of 0 gives 31, which is written 0.
    return values[17] == (31 - sum % 31) % 31
  }
}
