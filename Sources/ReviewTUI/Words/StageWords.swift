import Core

/// The procedure in words: what does not fit together, why an act is not possible, what is due.
enum StageWords {
  static func name(_ stage: Stage) -> Phrase { CommandWords.stage(stage) }

  static func names(_ stages: [Stage]) -> Phrase {
    Phrase(
      zh: stages.map { name($0).zh }.joined(separator: "、"), en: stages.map { name($0).en }.joined(separator: ", "))
  }

  static func phrase(_ found: StageContradiction) -> Phrase {
    switch found {
    case .notAccepted:
      Phrase(
        zh: "评审已经开始，但没有登记形式审查。请用 decide --formal accept 补登。",
        en: "the review has begun, but no formal check is recorded. Record it with decide --formal accept.")
    case .sheetsBeforeAcceptance(let stage):
      Phrase(
        zh: "登记的阶段是“\(name(stage).zh)”，却已经有评分表。请核对形式审查结论。",
        en: "it is recorded as “\(name(stage).en)”, but there are score sheets. Look at the formal check again.")
    case .reviewsOpen(let stage, let submitted, let needed):
      Phrase(
        zh: "登记的阶段是“\(name(stage).zh)”，但评分表只提交了 \(submitted)/\(needed) 份。请催交，或用 decide --back accepted 退回评审。",
        en: "it is recorded as “\(name(stage).en)”, but only \(submitted) of \(needed) sheets are submitted. "
          + "Wait for them, or go back with decide --back accepted.")
    case .tooFewSheets(let stage, let valid, let minimum):
      Phrase(
        zh: "登记的阶段是“\(name(stage).zh)”，有效评分表只有 \(valid) 份，少于规定的 \(minimum) 份。",
        en: "it is recorded as “\(name(stage).en)” with \(valid) valid sheets, fewer than the \(minimum) of the policy."
      )
    case .visitOpen(let stage):
      Phrase(
        zh: "登记的阶段是“\(name(stage).zh)”，但现场核查还没有全部签字。",
        en: "it is recorded as “\(name(stage).en)”, but a visit is not signed by everybody.")
    case .openObjection(let id):
      Phrase(
        zh: "公示中有未办结的异议 \(display(id))，办结前不能入库。",
        en: "objection \(display(id)) is open; until it is answered the application does not enter the library.")
    case .listedWithObjection(let id):
      Phrase(
        zh: "已入库，但异议 \(display(id)) 没有办结。", en: "it is in the library, but objection \(display(id)) is still open.")
    case .listedEarly(let at, let end):
      Phrase(
        zh: "公示到 \(display(end)) 才期满，却在 \(Moment.text(at)) 入库。",
        en: "it entered the library at \(Moment.text(at)), before its publicity was over on \(display(end)).")
    case .outOfOrder(let step, let from, let to):
      Phrase(
        zh: "第 \(step) 步从“\(name(from).zh)”到“\(name(to).zh)”，不是规定的顺序，或退回没有理由。",
        en: "step \(step) goes from “\(name(from).en)” to “\(name(to).en)”: out of order, or back without a reason.")
    case .timeRunsBack(let step, let from, let to):
      Phrase(
        zh: "第 \(step) 步的时间 \(Moment.text(to)) 早于上一步的 \(Moment.text(from))。",
        en: "step \(step) is dated \(Moment.text(to)), before the step before it (\(Moment.text(from))).")
    case .noDocument(let step, let stage):
      Phrase(
        zh: "第 \(step) 步“\(name(stage).zh)”没有文号。", en: "step \(step), “\(name(stage).en)”, has no document number.")
    case .noWindow(let step):
      Phrase(zh: "第 \(step) 步“公示中”没有公示起止日期。", en: "step \(step), the publicity, has no days.")
    case .unknownPerson(let id):
      Phrase(zh: "记录里的“\(display(id))”不在人员名单里。", en: "“\(display(id))” is not in people.json.")
    case .notSupervisor(let id):
      Phrase(zh: "记录里的“\(display(id))”不是督导。", en: "“\(display(id))” is no supervisor.")
    case .handlerOnFile(let objection, let person):
      Phrase(
        zh: "异议 \(display(objection)) 的办理人“\(display(person))”是这份申报的评审或核查人员。",
        en: "“\(display(person))”, who looks into objection \(display(objection)), reviews or inspects the application."
      )
    }
  }

  static func matter(_ matter: Countdown.Matter, _ program: Program) -> Phrase {
    switch matter {
    case .milestone(let key):
      program.date(key).map { Phrase(zh: display($0.name.zh), en: display($0.name.en)) }
        ?? Phrase(zh: display(key), en: display(key))
    case .supplement(let notice, let open):
      Phrase(zh: "补正答复（第 \(notice) 次通知，\(open) 项未办结）", en: "answer to notice \(notice) (\(open) items open)")
    case .visitNotice(let visit):
      Phrase(zh: "核查 \(display(visit)) 通知申报单位", en: "tell the applicant of visit \(display(visit))")
    case .visitFinish(let visit): Phrase(zh: "核查 \(display(visit)) 完成", en: "finish visit \(display(visit))")
    case .fix(let visit, let problem):
      Phrase(
        zh: "核查 \(display(visit)) 问题 \(display(problem)) 整改", en: "fix \(display(problem)) of visit \(display(visit))")
    case .recheck(let visit, let problem):
      Phrase(
        zh: "核查 \(display(visit)) 问题 \(display(problem)) 复核",
        en: "re-check \(display(problem)) of visit \(display(visit))")
    case .publicity: Phrase(zh: "公示期满", en: "end of publicity")
    case .objection(let id): Phrase(zh: "异议 \(display(id)) 答复", en: "answer to objection \(display(id))")
    }
  }

  /// How much time is left, in working days.
  static func left(_ item: Countdown) -> Phrase {
    let about = item.isExact ? Phrase(zh: "", en: "") : Phrase(zh: "（节假日未知）", en: " (holidays not known)")
    if item.isOver {
      let days = -item.left
      return days == 0
        ? Phrase(zh: "已过\(about.zh)", en: "over\(about.en)")
        : Phrase(zh: "已过 \(days) 个工作日\(about.zh)", en: "\(days) working days over\(about.en)")
    }
    if item.left == 0 { return Phrase(zh: "今天\(about.zh)", en: "today\(about.en)") }
    return Phrase(zh: "还有 \(item.left) 个工作日\(about.zh)", en: "\(item.left) working days left\(about.en)")
  }
}
