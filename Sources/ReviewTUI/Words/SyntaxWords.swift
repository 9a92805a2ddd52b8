import Core

/// Why a text is no JSON that the program reads, in words.
enum SyntaxWords {
  static func phrase(_ error: JSONSyntaxError) -> Phrase {
    let why = reason(error.reason)
    switch error.reason {
    case .empty, .tooLarge, .byteOrderMark, .webPage: return why
    // Of a file that not everybody may see, nothing is quoted.
    case .expected where error.column == 0: return Phrase(zh: "不合 JSON 的写法。", en: "it is not written as JSON.")
    case _ where error.column == 0: return why
    default: return Phrase(zh: "第 \(error.column) 列，\(why.zh)", en: "column \(error.column): \(why.en)")
    }
  }

  private static func reason(_ reason: JSONSyntaxError.Reason) -> Phrase {
    switch reason {
    case .empty:
      Phrase(
        zh: "文件是空的，可能是断电造成的。请从备份或历史版本恢复。",
        en: "the file is empty, perhaps after a power cut; restore it from a backup or the history.")
    case .nulFilled:
      Phrase(
        zh: "从这里起全是零字节，可能是断电造成的。请从备份或历史版本恢复。",
        en: "only zero bytes follow, perhaps after a power cut; restore it from a backup or the history.")
    case .tooLarge(let bytes, let limit):
      Phrase(zh: "文件有 \(bytes) 字节，超过上限 \(limit) 字节。", en: "it has \(bytes) bytes, more than the limit of \(limit).")
    case .notUTF8(let encoding):
      Phrase(
        zh: "不是 UTF-8 文本（\(name(encoding).zh)）。请用 UTF-8 编码重新保存。",
        en: "it is not UTF-8 text (\(name(encoding).en)); save it again as UTF-8.")
    case .byteOrderMark:
      Phrase(
        zh: "文件开头有 BOM 标记。请存为不带 BOM 的 UTF-8。", en: "it begins with a byte order mark; save it as UTF-8 without one.")
    case .mergeMarkers:
      Phrase(
        zh: "里面有未完成合并的标记（<<<<<<<）。请选定一个版本并删除标记。",
        en: "it holds the marks of an unfinished merge (<<<<<<<); choose one version and remove the marks.")
    case .webPage:
      Phrase(
        zh: "内容是网页，不是记录。同步时可能存下了登录页，请重新下载。",
        en: "it is a web page, not a record; a sync tool may have saved a login page. Fetch it again.")
    case .unexpectedEnd:
      Phrase(
        zh: "文件在这里中断，不完整。请重新复制，或从历史版本恢复。",
        en: "the file ends here, incomplete; copy it again or restore it from the history.")
    case .expected(let what, let found):
      Phrase(
        zh: "这里应是\(name(what).zh)，却是 \(byte(found))。", en: "expected \(name(what).en), found \(byte(found)).")
    case .trailingComma: Phrase(zh: "最后一项后面多了逗号。请删去。", en: "there is a comma after the last item; remove it.")
    case .comment: Phrase(zh: "JSON 里不能写注释。请删去。", en: "JSON has no comments; remove it.")
    case .trailingText: Phrase(zh: "记录结束后还有多余内容。请删去。", en: "there is more text after the end of the record; remove it.")
    case .duplicateKey(let key):
      Phrase(zh: "“\(display(key))”出现了两次。请只留一个。", en: "“\(display(key))” stands there twice; keep one.")
    case .controlCharacter(let code):
      Phrase(
        zh: "文字里有控制字符 \(byte(code))，须写成转义。", en: "a control character \(byte(code)) in a text must be escaped.")
    case .badEscape: Phrase(zh: "反斜杠转义写法不对。", en: "a wrong escape after a backslash.")
    case .loneSurrogate: Phrase(zh: "转义字符只有一半（代理对不完整）。", en: "half of a surrogate pair.")
    case .badNumber: Phrase(zh: "数字写法不对。", en: "not a number as JSON writes it.")
    case .tooManyDigits(let limit): Phrase(zh: "数字超过 \(limit) 位。", en: "a number of more than \(limit) digits.")
    case .notFinite: Phrase(zh: "数字太大。", en: "the number is too large.")
    case .unknownWord(let word):
      Phrase(zh: "不认识“\(display(word))”；文字要加双引号。", en: "unknown word “\(display(word))”; text stands in double quotes.")
    case .tooDeep(let limit): Phrase(zh: "嵌套超过 \(limit) 层。", en: "nested deeper than \(limit).")
    case .stringTooLong(let limit): Phrase(zh: "一段文字超过 \(limit) 字节。", en: "a text of more than \(limit) bytes.")
    case .tooManyFlagLetters(let limit):
      Phrase(zh: "连续的旗帜字符超过 \(limit) 个。", en: "more than \(limit) letters of flags in a row.")
    case .tooManyMarks(let limit):
      Phrase(zh: "一个字上叠加的符号超过 \(limit) 个。", en: "more than \(limit) combining marks on one character.")
    }
  }

  private static func name(_ encoding: JSONSyntaxError.ForeignEncoding) -> Phrase {
    switch encoding {
    case .utf16: Phrase(zh: "像是 UTF-16", en: "it looks like UTF-16")
    case .utf32: Phrase(zh: "像是 UTF-32", en: "it looks like UTF-32")
    case .gb18030: Phrase(zh: "像是 GBK/GB18030", en: "it looks like GBK/GB18030")
    case .overlongUTF8: Phrase(zh: "含有过长的编码", en: "with an overlong form")
    case .surrogateUTF8: Phrase(zh: "含有代理对编码", en: "with encoded surrogates")
    case .unknown: Phrase(zh: "编码不明", en: "the encoding is unknown")
    }
  }

  private static func name(_ what: JSONSyntaxError.Expectation) -> Phrase {
    switch what {
    case .value: Phrase(zh: "一个值", en: "a value")
    case .key: Phrase(zh: "带双引号的字段名", en: "a key in double quotes")
    case .colon: Phrase(zh: "冒号“:”", en: "a colon")
    case .commaOrBrace: Phrase(zh: "逗号或“}”", en: "a comma or }")
    case .commaOrBracket: Phrase(zh: "逗号或“]”", en: "a comma or ]")
    }
  }

  private static func byte(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    let hex = "0x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    return byte > 0x20 && byte < 0x7F ? "‘\(Character(Unicode.Scalar(byte)))’" : hex
  }
}
