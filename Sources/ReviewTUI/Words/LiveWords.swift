import Core

/// What is said when files change while the console is open.
enum LiveWords {
  static let applicationChanged = Phrase(
    zh: "申报文件刚被更新，已显示新内容", en: "The application was just updated; the new text is shown")
  static let reopen = Phrase(
    zh: "申报文件刚被更新：返回后重新打开即显示新内容", en: "The application was just updated: go back and open it again to see it")
  static let sheetTaken = Phrase(
    zh: "另一窗口刚保存了此评分表，已显示新内容（F8 可取回原来的）",
    en: "Another window saved this sheet; the new one is shown (F8 brings the old one back)")
  static let sheetMeets = Phrase(
    zh: "另一窗口刚保存了此评分表：您的修改保存时会逐项对照，不会覆盖",
    en: "Another window saved this sheet: when yours is saved, both are shown field by field")
  static let programChanged = Phrase(
    zh: "program.json 已被更新：请退出后重新打开", en: "program.json was changed: please leave and open again")
  static let reloaded = Phrase(zh: "正在重新读取全部文件", en: "Reading all files again")

  /// Why changes of other programs are not shown by themselves.
  static func ended(_ failure: WorkspaceWatcher.Failure) -> Phrase {
    switch failure {
    case .tooManyFolders(let given):
      Phrase(
        zh: "不能自动显示他人的修改：系统只允许跟随 \(given) 个文件夹（fs.inotify.max_user_watches）。按 Ctrl-R 重新读取",
        en: "Others' changes do not show by themselves: the system lets \(given) folders be followed "
          + "(fs.inotify.max_user_watches). Ctrl-R reads again")
    case .system(let code):
      Phrase(
        zh: "不能自动显示他人的修改（\(StoreWords.system(code).zh)）。按 Ctrl-R 重新读取",
        en: "Others' changes do not show by themselves (\(StoreWords.system(code).en)). Ctrl-R reads again")
    }
  }
}
