import Core

/// Words of what could not be saved, and of what may become of it.
enum UnsavedWords {
  static let title = Phrase(zh: "还有未保存的内容", en: "Not everything is saved")
  static let question = Phrase(zh: "下列内容工作区里还没有：", en: "The workspace does not have these yet:")
  static let offeredAgain = Phrase(
    zh: "它们都在本机的草稿里：退出后，下次启动会提示找回。另存可把它们写到别的磁盘。",
    en:
      "All of it is in the drafts of this machine and is offered at the next start. It can also be saved to another disk."
  )
  static let again = Phrase(zh: "再试一次", en: "Try again")
  static let elsewhere = Phrase(zh: "另存", en: "Save elsewhere")
  static let elsewhereHelp = Phrase(
    zh: "把所有未保存的内容写进一个新文件（例如U盘上）；以后用 reviewtui score 或 inspect 的 --from 取回。不会覆盖已有的文件。",
    en: "Writes everything unsaved into a new file, for example on another disk; take it back with --from of "
      + "reviewtui score or inspect. An existing file is never touched.")
  static let elsewhereKeys = Phrase(zh: "Enter 写入　Esc 返回", en: "Enter writes, Esc goes back")
  static let nothing = Phrase(zh: "没有未保存的内容", en: "Everything is saved")
  static let inDraft = Phrase(zh: "内容在屏幕上，也在草稿里，不会丢。", en: "It is on the screen and in the drafts.")

  static func wroteElsewhere(_ path: String) -> Phrase {
    Phrase(zh: "已另存到 \(display(path))", en: "Written to \(display(path))")
  }
  static func keys(_ trouble: SaveTrouble) -> Phrase {
    let zh = trouble.isRetried ? "\(trouble.delay)秒后自动重试 " : ""
    let en = trouble.isRetried ? "next try in \(trouble.delay) s " : ""
    return Phrase(zh: zh + "^S 立即重试 ^O 另存", en: en + "^S try now ^O save elsewhere")
  }
  static func sheet(_ application: String) -> Phrase {
    Phrase(zh: "\(application) 评分表的修改", en: "changes of the score sheet of \(application)")
  }
  static func visit(_ application: String, _ visit: String) -> Phrase {
    Phrase(zh: "\(application) 核查 \(visit) 的修改", en: "changes of visit \(visit) to \(application)")
  }
  static func wholeVisit(_ visit: String) -> Phrase { Phrase(zh: "核查 \(visit)", en: "visit \(visit)") }
  static func names(_ count: Int) -> Phrase { Phrase(zh: "\(count) 条指标归并", en: "\(count) lessons about metric names") }
  static func typed(_ application: String, _ field: Phrase, _ text: String) -> Phrase {
    let start = display(String(text.prefix(24))) + (text.count > 24 ? "…" : "")
    return Phrase(zh: "\(application) \(field.zh)：\(start)", en: "\(application), \(field.en): \(start)")
  }
  static func digits(_ criterion: String) -> Phrase {
    Phrase(zh: "\(criterion) 分数，输入到一半", en: "\(criterion), a score half typed")
  }
  static func figure(_ metric: String) -> Phrase {
    Phrase(zh: "核查指标 \(display(metric))", en: "figure of \(display(metric))")
  }
  static func correction(_ field: Phrase) -> Phrase { Phrase(zh: "更正“\(field.zh)”", en: "correction of \(field.en)") }

  static func isElsewhere(_ error: FileError) -> Phrase {
    if error.reason == .system(17) {
      return Phrase(
        zh: "已有这个文件，没有写入。请换一个名字。", en: "There is such a file; nothing was written. Choose another name.")
    }
    return StoreWords.phrase(error)
  }

  // MARK: - Recovery

  static func recordFound(_ application: String, _ what: Phrase, at: String, count: Int) -> Phrase {
    Phrase(
      zh: "上次没有正常结束。\(application) 的\(what.zh)有 \(count) 处修改没有保存（\(at)）。",
      en: "The last run did not end well. \(count) changes of the \(what.en) of \(application) were not saved (\(at)).")
  }
  static let isStale = Phrase(
    zh: "这份文件此后又被改过，请对照后再决定；恢复后可按 F8 撤销。",
    en: "The file was changed since; compare before you decide. F8 takes a restored change back.")
  static let restoredRecord = Phrase(zh: "已恢复没有保存的修改", en: "The unsaved changes are restored")
  static let restoredDigits = Phrase(
    zh: "已恢复到输入框，检查后按 Enter 确认", en: "Restored to its box; check it and press Enter")
  static let cannotRestore = Phrase(
    zh: "现在不能恢复（记录已锁定或无权修改），草稿仍保留", en: "It cannot be restored now (locked or not allowed); the draft is kept")

  // MARK: - Taking back

  static let alreadyThere = Phrase(
    zh: "工作区里已是这些内容，没有要取回的。", en: "The workspace has all of it already; there is nothing to take back.")
  static func nothingIn(_ path: String) -> Phrase {
    Phrase(
      zh: "“\(display(path))”里没有您对这份申报的记录。", en: "“\(display(path))” has no record of yours for this application.")
  }
  static func madeFromAnother(_ path: String) -> Phrase {
    Phrase(
      zh: "冲突：“\(display(path))”里的内容以另一个版本为基础，工作区里的记录此后改过（conflict）。没有写入，请对照后手工补录。",
      en:
        "Conflict: what is in “\(display(path))” was made from another version; the record was changed since (conflict). "
        + "Nothing was written; compare and enter it by hand.")
  }
  static func cannotTake(_ places: [String]) -> Phrase {
    let list = display(places.joined(separator: ", "))
    return Phrase(zh: "这些内容不能取回：\(list)。没有写入。", en: "These cannot be taken back: \(list). Nothing was written.")
  }
  static func leftAlone(_ application: String, _ field: Phrase, _ text: String) -> Phrase {
    let text = display(text)
    return Phrase(
      zh: "没有取回（输入到一半）：\(application) \(field.zh)：\(text)",
      en: "Not taken (half typed): \(application), \(field.en): \(text)")
  }

  // MARK: - Acts that were cut short

  static func newerCopy(_ revision: Int, _ kind: FileProblem.Copied) -> Phrase {
    let (zh, en): (String, String) =
      switch kind {
      case .sheet:
        (
          "提交时中断，现行记录仍是旧版。请本人核对后重新提交，或用 reviewtui score --from 这个存档 取回",
          "a submission was cut short and the record is still the old one. Its owner should submit again, or take the "
            + "copy up with reviewtui score --from"
        )
      case .visit:
        (
          "组长签字时中断，现行记录仍未签字。请组长核对后重新签字，或用 reviewtui inspect --from 这个存档 取回",
          "the lead's signature was cut short and the record is not signed. The lead should sign again, or take the copy "
            + "up with reviewtui inspect --from"
        )
      case .part:
        (
          "会签时中断，没有生效。请本人重新签字", "a member's signature was cut short and does not count. Its owner should sign again"
        )
      case .decision:
        (
          "督导退回时中断，没有生效。请督导重新退回", "a return was cut short and does not count. A supervisor should send it back again"
        )
      }
    return Phrase(zh: "存档里有更新的第 \(revision) 版：\(zh)。", en: "the history has a newer revision \(revision): \(en).")
  }
}
