/// R27 the partner operator, R28 whom to call.
extension FormCheck {
  mutating func checkContacts() {
    let contact = application.company.contact
    require(contact.name, "R28", at: "company.contact.name")
    if contact.phones.isEmpty { requireRead("R28", at: "company.contact.phones") }
    for phone in contact.phones where !ContactFormat.isPhone(phone) {
      add("R28", at: "company.contact.phones", .phoneInvalid(phone))
    }
    if require(contact.email, "R28", at: "company.contact.email"), let email = contact.email,
      !ContactFormat.isEmail(email)
    {
      add("R28", at: "company.contact.email", .emailInvalid(email))
    }
    checkOperators()
  }

  private mutating func checkOperators() {
    let operators = application.project.operators
    guard !operators.isEmpty else {
      // The operator is its own partner.
      if !isOperator { requireRead("R27", at: "project.operators") }
      return
    }
    for (index, partner) in operators.enumerated() {
      let path = "project.operators.\(index)."
      if partner.name == nil, isOperator { continue }
      guard require(partner.name, "R27", at: path + "name") else { continue }
      if partner.contact == nil { requireRead("R27", at: path + "contact", .information) }
      if partner.phones.isEmpty { requireRead("R27", at: path + "phones", .information) }
    }
  }
}

/// How telephone numbers and mail addresses are written.
enum ContactFormat {
  /// An 11-digit mobile number, a number with its area code (and an extension), or a 400 or 800 number; +86 may lead.
  static func isPhone(_ text: String) -> Bool {
    var groups: [[UInt8]] = [[]]
    for character in text.prefix(40).map(TextFolding.narrowed) where !TextFolding.isIgnored(character) {
      if character == "转" || character == "-" || character == "(" || character == ")" || character == "+" {
        groups.append([])
      } else if let byte = character.asciiValue, (0x30...0x39).contains(byte) {
        groups[groups.count - 1].append(byte)
      } else {
        return false
      }
    }
    groups.removeAll(where: \.isEmpty)
    if groups.count > 1, groups[0] == Array("86".utf8) { groups.removeFirst() }
    var digits = groups.flatMap { $0 }
    if digits.starts(with: "86".utf8), digits.count == 13 { digits.removeFirst(2) }
    if digits.starts(with: "0086".utf8) { digits.removeFirst(4) }
    guard let first = digits.first else { return false }
    if first == UInt8(ascii: "1") { return digits.count == 11 && digits[1] >= UInt8(ascii: "3") }
    if digits.starts(with: "400".utf8) || digits.starts(with: "800".utf8) { return digits.count == 10 }
    guard first == UInt8(ascii: "0"), digits.count > 2, digits[1] != UInt8(ascii: "0") else { return false }
    // 010, 021 and the like have three digits, all others four; the number itself seven or eight; an extension at the end.
    var body = digits
    if let last = groups.last, groups.count > 2, last.count <= 6 { body.removeLast(last.count) }
    let area = digits[1] == UInt8(ascii: "1") || digits[1] == UInt8(ascii: "2") ? 3 : 4
    return (7...8).contains(body.count - area)
  }

  /// One @ with something on both sides and a point in the domain.
  static func isEmail(_ text: String) -> Bool {
    let bytes = Array(String(text.prefix(254).map(TextFolding.narrowed)).utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let names = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
  }
}
