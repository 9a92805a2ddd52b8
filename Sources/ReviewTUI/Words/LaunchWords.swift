import Core

/// Why the console does not open, and what to do.
extension Phrase {
  static let demoName = Phrase(zh: "示例数据（私有副本）", en: "sample data (private copy)")
  static let notEverythingSafe = Phrase(
    zh: "退出时有内容未能确认写入磁盘；请检查磁盘空间和权限，下次启动会提示找回。",
    en:
      "Not everything could be confirmed on disk at the end; check space and permissions. The next start offers it back."
  )

  init(_ error: LaunchError) {
    switch error {
    case .workspace(let cause): self = StoreWords.phrase(cause)
    case .file(let problem): self = StoreWords.phrase(problem)
    case .person(let denial, let known):
      let reason = StoreWords.phrase(denial)
      self.init(
        zh: reason.zh + "。可用的人员编号：" + known.joined(separator: "、"),
        en: reason.en + ". People here: " + known.joined(separator: ", "))
    case .terminal(let cause): self.init(cause)
    case .noSampleData:
      self.init(
        zh: "找不到示例数据文件夹 sample-data；请从源码目录运行，或用 reviewtui open 工作区",
        en: "The folder sample-data was not found; run from the source folder, or use: reviewtui open WORKSPACE")
    case .demoFailed(let path, let reason):
      self.init(
        zh: "不能建立示例数据的副本 \(path)：\(reason)；请检查权限和磁盘空间",
        en: "The copy of the sample data \(path) could not be made: \(reason); check permissions and space")
    }
  }

  init(_ error: TerminalError) {
    switch error {
    case .notATerminal:
      self.init(
        zh: "全屏界面需要终端；在脚本中请用 list、show、score 等命令（reviewtui --help）",
        en: "The console needs a terminal; in scripts use list, show, score… (reviewtui --help)")
    case .dumb:
      self.init(
        zh: "当前终端类型（TERM）不支持全屏界面；请换用普通终端，或用 list、show 等命令",
        en: "This terminal type (TERM) cannot show full screens; use another terminal, or list, show…")
    case .unknownTerminal(let name):
      self.init(
        zh: "不认识的终端类型 TERM=\(name)；可试 TERM=xterm-256color 再启动",
        en: "Unknown terminal type TERM=\(name); try TERM=xterm-256color")
    case .system(let code):
      let cause = StoreWords.system(code)
      self.init(zh: "终端不能使用：\(cause.zh)", en: "The terminal cannot be used: \(cause.en)")
    case .notUTF8:
      // Whoever reads this has no UTF-8: both languages are ASCII here.
      let text = "No UTF-8 locale: set LC_ALL=C.UTF-8 and start again (qing she zhi LC_ALL=C.UTF-8)"
      self.init(zh: text, en: text)
    }
  }
}
