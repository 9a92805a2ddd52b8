import Core

/// The sheets of all reviewers side by side (并列评分表), and sending one back (退回) from there.
enum PanelWords {
  static let title = Phrase(zh: "并列评分", en: "All sheets")
  static let sendBack = Phrase(zh: "退回", en: "Send back")
  static let help = Phrase(
    zh: "各评审人的评分表并列：每行一个评分项，每列一位评审人。←→ 换列，Enter 看这一格的评语全文。评审人在自己提交之后可看，姓名在结果公布前不显示；督导按 F9 退回光标所在的评分表。",
    en:
      "The sheets of all reviewers: a row for each criterion, a column for each reviewer. Left and right change columns, Enter shows a comment in full. Reviewers see this once their own sheet is submitted, without names until the result; supervisors send a sheet back with F9."
  )
  static let criterion = Phrase(zh: "评分项", en: "Criterion")
  static let total = Phrase(zh: "合计", en: "Total")
  static let state = Phrase(zh: "状态", en: "State")
  static let opinion = Phrase.opinion
  static let noSheets = Phrase(zh: "这份申报还没有评分表。", en: "There is no sheet of this application yet.")
  static let noComment = Phrase(zh: "没有评语。", en: "No comment.")
  static let notShown = Phrase(zh: "尚未提交，内容不显示。", en: "Not submitted yet; it is not shown.")
  static let mine = Phrase(zh: "本人", en: "Mine")
  static let onlySupervisors = Phrase(zh: "只有督导可以退回评分表", en: "Only a supervisor sends a sheet back")
  static let readOnly = Phrase(zh: "只读方式不能退回评分表", en: "A sheet cannot be sent back in read-only mode")
  static let notSubmitted = Phrase(zh: "这份评分表尚未提交或已经退回", en: "This sheet is not submitted, or was sent back already")
  static let chooseReason = Phrase(zh: "退回理由（数字或 ↑↓ 选择，Enter 继续）", en: "Reason (number or arrows, Enter goes on)")
  static let note = Phrase(
    zh: "说明（评审人会看到；可留空，Enter 继续）", en: "Note (the reviewer reads it; may be empty, Enter goes on)")
  static let sure = Phrase(
    zh: "退回后评审人可以修改并重新提交；这次提交的存档和退回理由都会保留。",
    en: "The reviewer can then change the sheet and submit again; the copy of this submission and the reason are kept.")
  static let sending = Phrase(zh: "正在退回…", en: "Sending back…")

  static func reviewer(_ letter: String) -> Phrase { Phrase(zh: "评审\(letter)", en: "Reviewer \(letter)") }

  static func denied(_ denial: SheetPanel.Denial) -> Phrase {
    switch denial {
    case .ownFirst:
      Phrase(zh: "提交自己的评分表之后，才能看到其他评审人的", en: "Others' sheets are shown once your own is submitted")
    case .notForYou: Phrase(zh: "评分表只给评审人和督导看", en: "Only reviewers and supervisors see score sheets")
    }
  }

  static func state(_ state: Review.State) -> Phrase {
    switch state {
    case .draft: Phrase(zh: "草稿", en: "draft")
    case .submitted: Phrase(zh: "已提交", en: "submitted")
    case .returned: Phrase(zh: "已退回", en: "returned")
    }
  }

  static func sentBack(_ time: String, _ name: String) -> Phrase {
    Phrase(zh: "已保存 \(time)：退回了\(display(name))的评分表", en: "Saved \(time): sent back the sheet of \(display(name))")
  }

  static func unread(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 份评分表不能读取", en: "\(count) sheets cannot be read")
  }
}
