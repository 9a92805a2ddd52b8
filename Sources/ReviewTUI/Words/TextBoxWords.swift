import Core

/// Words of the text boxes.
enum TextBoxWords {
  static let title = Phrase(zh: "输入文字", en: "Typing")
  static let done = Phrase(zh: "完成并保存", en: "Done and saved")
  static let cancel = Phrase(zh: "取消", en: "Cancel")
  static let accept = Phrase(zh: "确定", en: "Accept")
  static let editOutside = Phrase(zh: "外部编辑器", en: "Other editor")
  static let help = Phrase(
    zh: "输入的文字半秒内就已安全，断电也不丢。Ctrl-Z 撤销、Ctrl-Y 重做，重新启动后仍可撤销；F4 用 $EDITOR 指定的编辑器写；Esc 完成并保存。",
    en:
      "What is typed is safe within half a second. Ctrl-Z takes back, Ctrl-Y makes again, also after a restart; F4 opens the editor that $EDITOR names; Esc is done and saves."
  )
  static let lineHelp = Phrase(
    zh: "一行文字：Enter 完成；←→ Home End 移动，Ctrl-U 删到行首。",
    en: "One line: Enter is done; ← → Home End move, Ctrl-U clears to the start.")
}
