import Core

/// What `doctor` says.
enum DoctorWords {
  static func term(_ name: String) -> Phrase {
    Phrase(zh: "终端类型 \(display(name))", en: "terminal type \(display(name))")
  }
  static func badTerm(_ name: String) -> Phrase {
    Phrase(
      zh: "终端类型“\(display(name))”不能用于全屏界面。请设置 TERM，例如 xterm-256color。",
      en: "the terminal type “\(display(name))” cannot show full screens; set TERM, for example to xterm-256color")
  }
  static func columns(_ count: Int) -> Phrase { Phrase(zh: "宽 \(count) 列", en: "\(count) columns wide") }
  static let notATerminal = Phrase(zh: "输出不是终端", en: "the output is not a terminal")
  static func locale(_ name: String) -> Phrase { Phrase(zh: "语言环境 \(display(name))", en: "locale \(display(name))") }
  static func badLocale(_ name: String) -> Phrase {
    Phrase(
      zh: "语言环境“\(display(name))”不是 UTF-8。请设置 LANG，例如 zh_CN.UTF-8 或 C.UTF-8。",
      en: "the locale “\(display(name))” is not UTF-8; set LANG, for example to zh_CN.UTF-8 or C.UTF-8")
  }
  static let writable = Phrase(zh: "工作区可以写入", en: "the workspace can be written")
  static let readOnly = Phrase(
    zh: "工作区不能写入，只能查看。请检查文件夹权限。", en: "the workspace cannot be written, only read; check the folder's access")
  static let syncs = Phrase(zh: "保存的内容断电不丢", en: "a save survives a power cut")
  static let doesNotSync = Phrase(
    zh: "文件系统不能确认文件夹已写盘，断电可能丢失最后一次保存", en: "the file system cannot confirm folders; a power cut may undo the last save")
  static let links = Phrase(zh: "支持硬链接", en: "hard links work")
  static let noLinks = Phrase(zh: "不支持硬链接，改用重命名存档", en: "no hard links; copies are made by renaming")
  static let caseSensitive = Phrase(zh: "区分大小写", en: "names tell capitals apart")
  static let caseBlind = Phrase(
    zh: "不区分大小写，同名大小写不同的文件会互相覆盖", en: "capitals do not count: files that differ only in them collide")
  static let inMemory = Phrase(
    zh: "工作区在内存盘上，关机后会全部丢失", en: "the workspace is on a disk in memory; all is lost at shutdown")
  static let remote = Phrase(zh: "工作区在网络文件夹上", en: "the workspace is on a network folder")
  static let state = Phrase(zh: "草稿文件夹可用", en: "the folder for drafts works")
  static let noState = Phrase(
    zh: "没有可用的草稿文件夹，未保存的文字断电会丢失。请检查 HOME 或 XDG_STATE_HOME。",
    en: "there is no folder for drafts, so unsaved text is lost in a crash; check HOME or XDG_STATE_HOME")
  static let ruler = Phrase(zh: "下面两行应当一样宽：", en: "These two lines should be equally wide:")

  static func read(_ folder: String, _ count: Int) -> Phrase {
    Phrase(zh: "\(folder)：\(count) 个文件可读", en: "\(folder): \(count) files readable")
  }

  static func removed(_ count: Int) -> Phrase {
    Phrase(zh: "清理了 \(count) 个残留的临时文件", en: "removed \(count) temporary files left behind")
  }

  static func fault(_ fault: JournalReport.Fault) -> Phrase {
    switch fault {
    case .torn: Phrase(zh: "这一行不完整（可能因断电），前后各行有效。", en: "half a line, perhaps after a power cut; the others count.")
    case .syntax(let error): SyntaxWords.phrase(error)
    case .field(let error): FieldWords.phrase(error)
    case .brokenChain:
      Phrase(
        zh: "与上一行的摘要不符：日志被改动、删行或插行。请从备份或同事的副本恢复这份日志。",
        en:
          "it does not name the line before: a line was changed, removed or put in. Restore the journal from a backup or a colleague's copy."
      )
    case .changedLine:
      Phrase(
        zh: "这一行与它自带的摘要不符，写入后被改动。请从备份或同事的副本恢复这份日志。",
        en:
          "the line is not what it was when it was written: its own digest differs. Restore the journal from a backup or a colleague's copy."
      )
    case .otherPerson(let id):
      Phrase(zh: "记的是“\(display(id))”的操作。", en: "it speaks of “\(display(id))”.")
    }
  }
}
