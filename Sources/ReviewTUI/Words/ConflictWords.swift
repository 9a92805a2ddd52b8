import Core

/// Two versions of one score sheet (保存冲突).
enum ConflictWords {
  static let title = Phrase(zh: "评分表已被另一窗口或程序改动", en: "Another window or program changed the sheet")
  static let help = Phrase(
    zh: "没有覆盖任何内容。下列各处两个版本不同，请选择。“写入我的修改”以文件里的版本为底，只改您在本屏改过的地方；"
      + "“采用文件的”之后，按 F8 可以取回本屏的内容。",
    en:
      "Nothing was overwritten. These places differ. “Write my changes” puts what you changed on this screen on top of the file's version; after “Take the file's”, F8 brings this screen's version back."
  )
  static let mine = Phrase(zh: "本屏", en: "this screen")
  static let theirs = Phrase(zh: "文件", en: "the file")
  static let keepMine = Phrase(zh: "写入我的修改", en: "Write my changes")
  static let takeTheirs = Phrase(zh: "采用文件的", en: "Take the file's")
  static let stays = Phrase(
    zh: "还没有保存：本屏的修改留在屏幕上；再改一处会再问", en: "Not saved yet: your changes stay on this screen; the next edit asks again")
  static let took = Phrase(zh: "已采用文件里的版本；F8 取回本屏的内容", en: "The file's version was taken; F8 brings this screen's back")
  static let same = Phrase(zh: "内容相同，只有修订号不同。", en: "The contents are the same; only the revision differs.")

  static func field(_ path: [String], _ language: Language) -> String {
    switch path.first {
    case "scores" where path.count >= 3:
      path[2] == "comment" ? Phrase.commentOn(display(path[1]))(language) : display(path[1])
    case "opinion": Phrase.opinion(language)
    case "recommendation": Phrase.recommendation(language)
    case "declaration": DeclarationWords.title(language)
    case "state": Phrase(zh: "状态", en: "State")(language)
    default: display(path.joined(separator: "."))
    }
  }
}
