import Core

/// Words of clocks and time limits.
extension InspectWords {
  /// A clock that cannot be right, told where the save is told.
  static func clockWentBack(_ step: Inspection.ClockStep) -> Phrase {
    let (at, before) = (display(step.at), display(step.before))
    switch step.of {
    case nil:
      return Phrase(
        zh: "注意：本机时间 \(at) 早于上次保存的 \(before)，已在记录中注明；先后以修订号为准。",
        en: "Note: the clock says \(at), before the last save at \(before). It is marked; revisions count.")
    case "journal"?:
      return Phrase(
        zh: "注意：本机时间 \(at) 早于操作日志最后一行的 \(before)，已在记录中注明；先后以修订号为准。请校准本机时间。",
        en: "Note: the clock says \(at), before the journal's last line at \(before). It is marked; revisions count.")
    case let who?:
      return Phrase(
        zh: "注意：\(display(who)) 的记录写于 \(before)，比本机时间 \(at) 晚 10 分钟以上，已注明。请核对两台电脑的时间。",
        en:
          "Note: \(display(who)) saved at \(before), over 10 minutes after this clock's \(at). It is marked; compare both clocks."
      )
    }
  }

  /// A time limit that was not kept.
  static func delay(_ delay: InspectionDelay) -> Phrase {
    func known(_ isExact: Bool) -> (zh: String, en: String) {
      isExact ? ("", "") : ("（未计节假日）", " (holidays unknown)")
    }
    switch delay {
    case .notice(let sent, let earliest, let start, let isExact):
      let k = known(isExact)
      return Phrase(
        zh: "\(sent) 通知，应在 \(earliest) 及以后核查，实为 \(start)\(k.zh)",
        en: "told on \(sent), not before \(earliest), but begun on \(start)\(k.en)")
    case .finish(let due, let ended, let isExact):
      let k = known(isExact)
      return Phrase(
        zh: "应于 \(due) 前完成核查，\(ended.map { "实为 \($0)" } ?? "尚未完成")\(k.zh)",
        en: "to be finished by \(due), \(ended.map { "ended \($0)" } ?? "not finished yet")\(k.en)")
    case .signature(let person, let ended, let signed):
      return Phrase(
        zh: "\(display(person)) 于 \(signed) 签字，不是核查当日 \(ended)",
        en: "\(display(person)) signed on \(signed), not on \(ended)")
    case .fix(let problem, let due, let limit, let isExact):
      let k = known(isExact)
      return Phrase(
        zh: "\(display(problem)) 整改期限 \(display(due)) 超过规定的 \(limit)\(k.zh)",
        en: "\(display(problem)) is due \(display(due)), the rule gives until \(limit)\(k.en)")
    case .recheck(let problem, let due, let done, let isExact):
      let k = known(isExact)
      return Phrase(
        zh: "\(display(problem)) 应于 \(due) 前复核，实为 \(display(done))\(k.zh)",
        en: "\(display(problem)) was to be re-checked by \(due), done \(display(done))\(k.en)")
    }
  }
}
