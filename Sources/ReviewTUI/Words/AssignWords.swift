import Core

/// What `assign` says.
enum AssignWords {
  static func saved(_ assignment: Assignment) -> Phrase {
    func list(_ ids: [String], _ none: String) -> String {
      ids.isEmpty ? none : ids.map(display).joined(separator: " ")
    }
    return Phrase(
      zh:
        "\(display(assignment.application))  评审：\(list(assignment.reviewers, "无"))  核查：\(list(assignment.inspectors, "无"))",
      en: "\(display(assignment.application))  reviewers: \(list(assignment.reviewers, "none"))  "
        + "inspectors: \(list(assignment.inspectors, "none"))")
  }

  static func change(_ change: Assignment.Change) -> Phrase {
    let role = CommandWords.role(change.role)
    let why =
      change.reason.isEmpty
      ? Phrase(zh: "", en: "") : Phrase(zh: "：\(display(change.reason))", en: ": \(display(change.reason))")
    let head = "  \(Moment.text(change.at)) \(display(change.by))"
    return change.act == .add
      ? Phrase(
        zh: "\(head) 加入\(role.zh) \(display(change.person))\(why.zh)",
        en: "\(head) put on \(display(change.person)) as \(role.en)\(why.en)")
      : Phrase(
        zh: "\(head) 撤下\(role.zh) \(display(change.person))\(why.zh)",
        en: "\(head) took off \(display(change.person)), \(role.en)\(why.en)")
  }

  static let oneOrAll = Phrase(
    zh: "请给出一个申报编号，或者不写编号用 --propose（可加 --seed、--apply）。",
    en: "Name one application, or none with --propose (and --seed, --apply).")

  static func proposed(_ panel: PanelProposal.Panel) -> Phrase {
    let (kept, added) = (panel.kept.map(display), panel.added.map(display))
    let missing = panel.missing.map(display).joined(separator: "、")
    return Phrase(
      zh: "\(display(panel.application))  保留：\(kept.isEmpty ? "无" : kept.joined(separator: " "))  新增："
        + "\(added.isEmpty ? "无" : added.joined(separator: " "))" + (missing.isEmpty ? "" : "  缺专长：\(missing)"),
      en: "\(display(panel.application))  kept: \(kept.isEmpty ? "none" : kept.joined(separator: " "))  added: "
        + "\(added.isEmpty ? "none" : added.joined(separator: " "))" + (missing.isEmpty ? "" : "  lacks: \(missing)"))
  }

  static func proof(_ proof: PanelProposal.Proof, seed: UInt64) -> Phrase {
    let loads = proof.loads.map { "\(display($0.reviewer)) \($0.count)" }
    return Phrase(
      zh: "种子 \(seed)：补足 \(proof.filled)/\(proof.seats) 个席位；每人份数：\(loads.joined(separator: "、"))",
      en: "Seed \(seed): \(proof.filled) of \(proof.seats) seats filled; loads: \(loads.joined(separator: ", "))")
  }

  static func impossible(_ shortage: PanelProposal.Shortage) -> Phrase {
    let ids = shortage.applications.prefix(12).map(display)
    return Phrase(
      zh: "分不出来：\(ids.joined(separator: "、"))\(shortage.applications.count > 12 ? "等" : "")还需要 \(shortage.needed) 个席位，"
        + "能参加的 \(shortage.eligible.count) 人最多承担 \(shortage.available) 个。请增加评审专家，或调整人数。",
      en: "There are no such panels: \(ids.joined(separator: ", "))\(shortage.applications.count > 12 ? "…" : "") need "
        + "\(shortage.needed) seats, and the \(shortage.eligible.count) who may sit there can take \(shortage.available)."
    )
  }

  static func phrase(_ error: AssignmentStore.SaveError) -> Phrase {
    switch error {
    case .denied(let denial): StoreWords.phrase(denial)
    case .refused(let refusal): phrase(refusal)
    case .problem(let problem): StoreWords.phrase(problem)
    case .failed(let failure): StoreWords.phrase(failure)
    }
  }

  private static func hint(_ person: String, _ hint: ConflictHint) -> Phrase {
    switch hint {
    case .applicant(let name, let employer):
      Phrase(
        zh: "“\(display(person))”的工作单位“\(display(employer))”与申报单位“\(display(name))”名称相近",
        en:
          "the employer of “\(display(person))”, “\(display(employer))”, is named like the applicant “\(display(name))”"
      )
    case .partner(let name, let employer):
      Phrase(
        zh: "“\(display(person))”的工作单位“\(display(employer))”与合作运营商“\(display(name))”可能是同一家或同一集团",
        en:
          "the employer of “\(display(person))”, “\(display(employer))”, and the operator “\(display(name))” may be one group"
      )
    case .mentioned(let section, let employer):
      Phrase(
        zh: "\(FieldPathWords.section(section).zh)中提到“\(display(person))”的工作单位“\(display(employer))”",
        en:
          "\(FieldPathWords.section(section).en) mentions “\(display(employer))”, the employer of “\(display(person))”")
    }
  }

  static func phrase(_ refusal: AssignmentRefusal) -> Phrase {
    switch refusal {
    case .unknownPerson(let id): StoreWords.phrase(.unknownPerson(id))
    case .lacksRole(let id, let role):
      Phrase(
        zh: "“\(display(id))”不是\(CommandWords.role(role).zh)。",
        en: "“\(display(id))” is no \(CommandWords.role(role).en).")
    case .isSupervisor(let id):
      Phrase(zh: "“\(display(id))”是督导，不得评分。", en: "“\(display(id))” supervises and must not score.")
    case .otherRole(let id, let role):
      Phrase(
        zh: "“\(display(id))”已是这份申报的\(CommandWords.role(role).zh)，同一份申报不能兼任两种角色。",
        en: "“\(display(id))” is \(CommandWords.role(role).en) of this application; nobody has two roles on one.")
    case .recused(let id, let ground):
      Phrase(
        zh: "“\(display(id))”已申报回避这份申报（\(DeclarationWords.name(ground).zh)）。",
        en: "“\(display(id))” declared a conflict of interests (\(DeclarationWords.name(ground).en)).")
    case .conflict(let id, let found):
      Phrase(
        zh: "\(hint(id, found).zh)。确认没有利害关系的，请写明理由（--reason）。",
        en: "Possible conflict: \(hint(id, found).en). If there is none, say why (--reason).")
    case .alreadyOn(let id):
      Phrase(zh: "“\(display(id))”已在这份申报上。", en: "“\(display(id))” is on the application already.")
    case .notOn(let id): Phrase(zh: "“\(display(id))”不在这份申报上。", en: "“\(display(id))” is not on the application.")
    case .hasSheet(let id):
      Phrase(
        zh: "“\(display(id))”已经开始评分。撤下要写明理由（--reason）；评分表保留，不再计入。",
        en:
          "“\(display(id))” has begun a sheet. Taking them off needs a reason (--reason); the sheet is kept and no longer counts."
      )
    case .hasVisit(let id, let visit):
      Phrase(
        zh: "“\(display(id))”是核查 \(display(visit)) 的核查员。撤下要写明理由（--reason）。",
        en: "“\(display(id))” is an inspector of visit \(display(visit)). Taking them off needs a reason (--reason).")
    case .nothing: Phrase(zh: "没有要改的。", en: "There is nothing to change.")
    case .doesNotReadBack:
      Phrase(zh: "没有保存：写出的内容读回后不一致。", en: "Not saved: what would be written does not read back as the same.")
    }
  }

  static func phrase(_ warning: AssignmentWarning) -> Phrase {
    switch warning {
    case .belowMinimum(let count, let minimum):
      Phrase(
        zh: "注意：只有 \(count) 名评审，少于最少 \(minimum) 名，得不出有效结果。",
        en: "Note: \(count) reviewers, fewer than the \(minimum) that a valid result needs.")
    case .notSize(let count, let size):
      Phrase(zh: "注意：有 \(count) 名评审，规定是 \(size) 名。", en: "Note: \(count) reviewers; the policy asks for \(size).")
    case .even(let count):
      Phrase(zh: "注意：评审人数 \(count) 是双数，建议单数。", en: "Note: \(count) reviewers; an odd number is recommended.")
    case .fewInspectors(let count, let minimum):
      Phrase(zh: "注意：只有 \(count) 名核查员，现场核查最少 \(minimum) 名。", en: "Note: \(count) inspectors; a visit needs \(minimum).")
    case .conflict(let id, let found):
      Phrase(zh: "注意：\(hint(id, found).zh)。", en: "Note: \(hint(id, found).en).")
    case .notAccepted(let stage):
      Phrase(
        zh: "注意：这份申报现在是“\(StageWords.name(stage).zh)”，形式审查还没有通过。",
        en: "Note: the application is “\(StageWords.name(stage).en)”; it was not accepted yet.")
    }
  }
}
