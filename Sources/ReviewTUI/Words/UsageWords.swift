import Core

/// What was wrong with a command line, in the user's language.
///
/// The argument parser says it in English only; its sentences are recognised by how they begin, and their quoted parts
/// are kept. What is not recognised is shown as it is.
enum UsageWords {
  static func phrase(_ english: String) -> Phrase {
    let text = display(english)
    let parts = quoted(english).map { display($0) }
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
    let zh: String
    if english.hasPrefix("Unknown option") {
      zh = "没有选项“\(part(0))”。" + (parts.count > 1 ? "是不是“\(part(1))”？" : "")
    } else if english.hasPrefix("Missing expected argument") {
      zh = "缺少参数“\(part(0))”。"
    } else if english.hasPrefix("Missing one of") {
      zh = "缺少其中之一：\(parts.joined(separator: "、"))。"
    } else if english.hasPrefix("Missing value for") {
      zh = "选项“\(part(0))”后面缺少值。"
    } else if english.hasPrefix("The value") {
      let choices = parts.count > 2 ? "可用：\(parts[2...].joined(separator: "、"))。" : ""
      zh = "“\(part(0))”不能用作“\(part(1))”的值。\(choices)"
    } else if english.hasPrefix("Unexpected argument") {
      zh = "多余的参数“\(part(0))”。"
    } else if english.contains("unexpected arguments") {
      zh = "多余的参数：\(parts.joined(separator: "、"))。"
    } else if english.contains("does not take any value") {
      zh = "选项“\(part(0))”不带值，却收到“\(part(1))”。"
    } else if english.hasPrefix("Missing required subcommand") {
      zh = "缺少命令名。"
    } else {
      return Phrase(zh: "命令写法不对：\(text)", en: text)
    }
    return Phrase(zh: zh, en: text)
  }

  static func seeHelp(_ command: String) -> Phrase {
    Phrase(zh: "用“\(command) --help”查看用法。", en: "See “\(command) --help”.")
  }

  /// The parts between single quotes.
  private static func quoted(_ text: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "'"), let end = rest[rest.index(after: start)...].firstIndex(of: "'") {
      parts.append(String(rest[rest.index(after: start)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return parts
  }
}
