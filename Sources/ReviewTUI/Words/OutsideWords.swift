import Core
import Glibc

/// Words about another editor.
enum OutsideWords {
  static let taken = Phrase(
    zh: "已取回外部编辑器里的文字；Ctrl-Z 可撤销", en: "Took the text of the other editor; Ctrl-Z takes it back")
  static let same = Phrase(zh: "外部编辑器没有改动文字", en: "The other editor changed nothing")
  static let noBox = Phrase(
    zh: "这一行没有多行文字；请到评语、意见或说明上再用外部编辑器", en: "There is no longer text on this line; go to a comment, opinion or note")

  static func notHandedOut(_ error: FileError?) -> Phrase {
    let cause = error.map(StoreWords.phrase) ?? .draftsUnavailable
    return Phrase(zh: "不能用外部编辑器：\(cause.zh)", en: "The other editor cannot be used: \(cause.en)")
  }

  /// Why the text is as it was.
  static func kept(_ outcome: OutsideEditor.Outcome) -> Phrase {
    let why: Phrase
    switch outcome {
    case .text: why = same
    case .none:
      why = Phrase(
        zh: "没有设置 VISUAL 或 EDITOR，也没有安装 nano 或 vi", en: "VISUAL and EDITOR are not set, nano and vi not installed")
    case .badCommand(let setting):
      why = Phrase(zh: "编辑器的设置“\(display(setting))”引号不配对", en: "“\(display(setting))” has an open quote")
    case .notStarted(let program, let code):
      let cause = String(cString: strerror(code))
      why = Phrase(
        zh: code == ENOENT ? "找不到编辑器“\(display(program))”" : "编辑器“\(display(program))”启动不了（\(cause)）",
        en: "“\(display(program))” does not start (\(cause))")
    case .failed(let status): why = Phrase(zh: "编辑器没有正常结束（状态 \(status)）", en: "the editor ended with status \(status)")
    case .killed(let signal):
      return Phrase(
        zh: "文字没有变：编辑器被中断（信号 \(signal)）；它已存的文字下次启动时可以找回",
        en: "The text is as it was: signal \(signal) ended the editor; what it had saved is offered at the next start")
    case .gone: why = Phrase(zh: "编辑器删掉了文件", en: "the editor removed the file")
    case .tooLarge(let limit):
      why = Phrase(
        zh: "文件超过 \(limit >> 10) KB，移入了回收处", en: "the file has more than \(limit >> 10) KB; it is in the bin")
    case .notText: why = Phrase(zh: "文件不是 UTF-8 文字，移入了回收处", en: "the file is no UTF-8 text; it is in the bin")
    case .unreadable(let error): why = StoreWords.phrase(error)
    }
    return Phrase(zh: "文字没有变：\(why.zh)", en: "The text is as it was: \(why.en)")
  }
}
