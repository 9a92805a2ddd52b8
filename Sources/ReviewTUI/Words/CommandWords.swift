import Core

/// What the commands say: results, help, and what was wrong with a command line.
enum CommandWords {
  /// A number of tenths as people write it: 95 is 9.5.
  static func tenths(_ value: Int) -> String { JSONNumber(tenths: value).text }

  static func role(_ role: PersonRole) -> Phrase {
    switch role {
    case .reviewer: Phrase(zh: "评审专家", en: "reviewer")
    case .inspector: Phrase(zh: "核查员", en: "inspector")
    case .supervisor: Phrase(zh: "督导", en: "supervisor")
    }
  }

  static func state(_ state: Review.State) -> Phrase {
    switch state {
    case .draft: Phrase(zh: "草稿", en: "draft")
    case .submitted: Phrase(zh: "已提交", en: "submitted")
    case .returned: Phrase(zh: "已退回", en: "returned")
    }
  }

  static func stage(_ stage: Stage) -> Phrase {
    switch stage {
    case .registered: Phrase(zh: "已登记", en: "registered")
    case .formalCheck: Phrase(zh: "形式审查中", en: "formal check")
    case .supplement: Phrase(zh: "补正中", en: "supplement")
    case .accepted: Phrase(zh: "形式审查通过", en: "accepted")
    case .refused: Phrase(zh: "不予受理", en: "refused")
    case .reviewing: Phrase(zh: "评审中", en: "reviewing")
    case .reviewed: Phrase(zh: "评审完成", en: "reviewed")
    case .awaitingVisit: Phrase(zh: "待核查", en: "awaiting visit")
    case .visited: Phrase(zh: "核查完成", en: "visited")
    case .awaitingDecision: Phrase(zh: "待决定", en: "awaiting decision")
    case .proposed: Phrase(zh: "拟入选", en: "proposed")
    case .notProposed: Phrase(zh: "不入选", en: "not proposed")
    case .published: Phrase(zh: "公示中", en: "published")
    case .objection: Phrase(zh: "异议处理", en: "objection")
    case .listed: Phrase(zh: "已入库", en: "listed")
    case .revoked: Phrase(zh: "撤销", en: "revoked")
    }
  }

  static func gap(_ gap: Review.Gap) -> Phrase {
    switch gap {
    case .basis(let id):
      Phrase(
        zh: "\(display(id)) 依据已变，请用 --confirm 确认或重新评分",
        en: "\(display(id)): the evidence changed; --confirm it or score it anew")
    case .declaration: Phrase(zh: "回避声明（--declare）", en: "declaration of interests (--declare)")
    case .recused: Phrase(zh: "已申报回避，不参加评分", en: "recused: takes no part in the scoring")
    case .score(let criterion): Phrase(zh: "\(criterion) 分数", en: "score of \(criterion)")
    case .comment(let criterion): Phrase(zh: "\(criterion) 评语", en: "comment on \(criterion)")
    case .opinion(let minimum, let has):
      Phrase(
        zh: "评审意见（至少 \(minimum) 字，现有 \(has) 字）", en: "overall opinion (at least \(minimum) words, has \(has))")
    case .recommendation: Phrase(zh: "推荐意见", en: "recommendation")
    }
  }

  static func gaps(_ gaps: [Review.Gap]) -> Phrase {
    Phrase(
      zh: gaps.map { gap($0).zh }.joined(separator: "；"), en: gaps.map { gap($0).en }.joined(separator: "; "))
  }

  static func invalid(_ error: ReviewEdit.Invalid) -> Phrase {
    switch error {
    case .unknownCriterion(let id, let known):
      Phrase(
        zh: "没有评分项“\(display(id))”。现有：\(known.map(display).joined(separator: "、"))。",
        en: "There is no criterion “\(display(id))”; there are \(known.map(display).joined(separator: ", ")).")
    case .score(let criterion, let value, let maximum, let step):
      Phrase(
        zh: "\(criterion) 的分数应在 0 到 \(tenths(maximum)) 之间，每档 \(tenths(step))；收到 \(tenths(value))。",
        en:
          "The score of \(criterion) lies between 0 and \(tenths(maximum)) in steps of \(tenths(step)); got \(tenths(value))."
      )
    case .incomplete(let missing):
      Phrase(
        zh: "还不能提交，尚缺：\(gaps(missing).zh)。没有写入任何内容。",
        en: "It cannot be submitted yet; missing: \(gaps(missing).en). Nothing was written.")
    case .otherRubric(let found, let expected):
      Phrase(
        zh: "评分表按“\(display(found))”填写，现行评分标准是“\(display(expected))”。请联系督导。",
        en:
          "The sheet was filled in against “\(display(found))”, the rubric in force is “\(display(expected))”. Ask a supervisor."
      )
    case .frozenRubric(let file, let rubric): RubricWords.frozen(file, rubric)
    case .recused:
      Phrase(
        zh: "您已申报回避这份申报，不能评分。申报有误请重新声明，或请督导改派。",
        en:
          "You declared a conflict of interests for this application and do not score it. If that was a mistake, declare again, or ask a supervisor to reassign it."
      )
    case .tooManyRevisions: Phrase(zh: "修订号已达上限。", en: "The revision number cannot grow any further.")
    case .doesNotReadBack:
      Phrase(zh: "没有保存：写出的内容读回后不一致。", en: "Not saved: what would be written does not read back as the same.")
    }
  }

  static func badScore(_ text: String) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不是“评分项=分数”的写法，例如 --set C01=9.5。",
      en: "“\(display(text))” is not CRITERION=SCORE, for example --set C01=9.5.")
  }
  static func badComment(_ text: String) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不是“评分项=评语”的写法，例如 --comment C01=有专利佐证。",
      en: "“\(display(text))” is not CRITERION=TEXT, for example --comment C01=\"patents shown\".")
  }
  static let nothingToDo = Phrase(
    zh: "没有要做的修改。请用 --set、--comment、--opinion、--recommend 或 --submit。",
    en: "There is nothing to change. Use --set, --comment, --opinion, --recommend or --submit.")
  static func badID(_ text: String) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不是编号。编号只含小写字母、数字和连字符，例如 2022-zoucheng-001。",
      en: "“\(display(text))” is not an id: small letters, digits and hyphens, for example 2022-zoucheng-001.")
  }
  static func noApplication(_ id: String) -> Phrase {
    Phrase(
      zh: "工作区里没有申报“\(display(id))”。用 reviewtui list 查看全部编号。",
      en: "The workspace has no application “\(display(id))”. See all ids with reviewtui list.")
  }
  static let notJournaled = Phrase(
    zh: "评分表已保存，但操作日志没有写成：", en: "The sheet is saved, but the journal has no line of it: ")

  static func saved(_ review: Review, _ rubric: Rubric) -> Phrase {
    let total = "\(tenths(review.total)) / \(tenths(rubric.maximum))"
    return Phrase(
      zh: "已保存：合计 \(total)，已评 \(review.scored)/\(rubric.criteria.count) 项，状态：\(state(review.state).zh)",
      en:
        "Saved: total \(total), \(review.scored) of \(rubric.criteria.count) criteria scored, state: \(state(review.state).en)"
    )
  }

  static func stillMissing(_ gaps: [Review.Gap]) -> Phrase {
    Phrase(zh: "提交前还缺：\(self.gaps(gaps).zh)", en: "Missing before it can be submitted: \(self.gaps(gaps).en)")
  }

  static func total(_ count: Int) -> Phrase { Phrase(zh: "共 \(count) 项", en: "\(count) applications") }

  static func problems(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 个文件有问题：", en: "\(count) files have problems:")
  }

  static func made(_ path: String) -> Phrase {
    Phrase(
      zh: "已建立工作区“\(display(path))”。下一步：在 people.json 里登记人员，用 reviewtui import 导入申报书。文件夹只有您能读；"
        + "要与同事共用，请放宽该文件夹的权限（例如 chmod g+rwx），新文件会沿用。",
      en: "Made the workspace “\(display(path))”. Next: enter the people in people.json and import forms with "
        + "reviewtui import. Only you can read the folder; to share it, widen its access (for example chmod g+rwx): "
        + "new files follow it.")
  }
  static func alreadyWorkspace(_ path: String) -> Phrase {
    Phrase(
      zh: "“\(display(path))”已经是工作区，没有改动。", en: "“\(display(path))” is a workspace already; nothing was changed.")
  }
  static func notEmpty(_ path: String) -> Phrase {
    Phrase(
      zh: "文件夹“\(display(path))”不是空的。请给出新的或空的文件夹。",
      en: "The folder “\(display(path))” is not empty. Name a new or empty one.")
  }
}
