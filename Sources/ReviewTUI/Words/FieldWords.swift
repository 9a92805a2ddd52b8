import Core

/// What a field should hold and does not, in words.
enum FieldWords {
  static func phrase(_ error: FieldError) -> Phrase {
    let path = display(error.path.joined(separator: "."))
    let what = expected(error.expected)
    let place = error.path.isEmpty ? Phrase(zh: "整个文件", en: "the whole file") : Phrase(zh: "字段 \(path) ", en: path)
    guard let found = error.found else {
      return Phrase(
        zh: "\(place.zh)缺失，应是\(what.zh)。", en: "\(place.en) is missing; it should be \(what.en).")
    }
    let seen = name(found)
    return Phrase(
      zh: "\(place.zh)应是\(what.zh)，却是\(seen.zh)。", en: "\(place.en) should be \(what.en), but is \(seen.en).")
  }

  /// A text or a number as it stands, so that it can be found in the file; the kind of anything else.
  private static func name(_ found: JSONValue) -> Phrase {
    switch found {
    case .string(let text): Phrase(zh: "“\(display(text))”", en: "“\(display(text))”")
    case .number(let number): Phrase(zh: "数字 \(display(number.text))", en: "the number \(display(number.text))")
    case .bool(let truth): Phrase(zh: truth ? "true" : "false", en: truth ? "true" : "false")
    case .null: Phrase(zh: "空值 null", en: "null")
    case .array: Phrase(zh: "列表 […]", en: "a list […]")
    case .object: Phrase(zh: "对象 {…}", en: "an object {…}")
    }
  }

  private static func expected(_ expected: FieldError.Expected) -> Phrase {
    switch expected {
    case .text: Phrase(zh: "文字", en: "text")
    case .number: Phrase(zh: "数字", en: "a number")
    case .integer: Phrase(zh: "整数", en: "a whole number")
    case .list: Phrase(zh: "列表", en: "a list")
    case .object: Phrase(zh: "对象 {…}", en: "an object {…}")
    case .truth: Phrase(zh: "true 或 false", en: "true or false")
    case .identifier:
      Phrase(zh: "编号（小写字母、数字、连字符，至多 64 个）", en: "an id (small letters, digits, hyphens; at most 64)")
    case .oneOf(let words):
      Phrase(
        zh: "其中之一：\(words.map(display).joined(separator: "、"))",
        en: "one of \(words.map(display).joined(separator: ", "))")
    case .score(let maximum, let step):
      Phrase(
        zh: "0 到 \(CommandWords.tenths(maximum)) 的分数，每档 \(CommandWords.tenths(step))",
        en: "a score from 0 to \(CommandWords.tenths(maximum)) in steps of \(CommandWords.tenths(step))")
    case .schema(let name): Phrase(zh: "“\(name)”", en: "“\(name)”")
    }
  }
}
