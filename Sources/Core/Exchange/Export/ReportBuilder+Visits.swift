extension ReportBuilder {
  /// The visits that the viewer may have: supervisors all, inspectors those where they are.
  func visits(of application: String) -> [InspectionStore.Whole] {
    let all = data.visits[application] ?? []
    guard let viewer else { return [] }
    if isSupervisor { return all }
    return all.filter { whole in
      whole.sheet.visit.inspectors.contains { $0.id.hasSameBytes(as: viewer.id) }
    }
  }

  /// 现场核查记录表: a list of the visits, then each visit with its checklist.
  func inspection() -> [ReportTable] {
    var list = ReportTable(
      .inspection, .overview, head,
      Self.naming + [
        ReportColumn(.visit, .text(4)), ReportColumn(.reason, .text(6)), ReportColumn(.plannedStart, .moment),
        ReportColumn(.start, .moment), ReportColumn(.end, .moment), ReportColumn(.inspectors, .text(10), .person),
        ReportColumn(.standing, .text(6)), ReportColumn(.proposedVerdict, .text(8)), ReportColumn(.verdict, .text(8)),
        ReportColumn(.problem, .count), ReportColumn(.signedAt, .moment), ReportColumn(.seal, .text(16)),
      ])
    var records: [ReportTable] = []
    for chosen in chosen {
      for whole in visits(of: chosen.application.id) {
        let visit = whole.sheet.visit
        list.rows.append(
          naming(chosen.application, at: list.rows.count) + [
            .text(visit.id), choice(visit.reason, in: program.inspection.reasons), .text(visit.plannedStart),
            .text(visit.actualStart), .text(visit.actualEnd), .texts(visit.inspectors.map(\.name)),
            .term(.visitState(visit.state)), visit.proposedVerdict.map { .term(.verdict($0)) } ?? .blank,
            verdict(whole), .count(visit.problems.count), .text(visit.signedAt), .text(visit.transcript),
          ])
        records.append(record(whole, of: chosen.application))
      }
    }
    return [closed(list)] + records
  }

  /// Only a signed visit has a verdict; what stands in a draft may become another.
  private func verdict(_ whole: InspectionStore.Whole) -> ReportCell {
    let visit = whole.sheet.visit
    guard visit.state == .signed else { return .blank }
    return (visit.verdict ?? visit.proposedVerdict).map { .term(.verdict($0)) } ?? .blank
  }

  private func record(_ whole: InspectionStore.Whole, of application: Application) -> ReportTable {
    let visit = whole.sheet.visit
    var table = ReportTable(
      .inspection, .one(application: application.id, of: visit.id), head,
      [
        ReportColumn(.item, .text(5)), ReportColumn(.itemName, .long(26)), ReportColumn(.veto, .text(3)),
        ReportColumn(.answer, .text(5)), ReportColumn(.note, .long(24)), ReportColumn(.evidence, .text(8)),
        ReportColumn(.by, .text(6), .person), ReportColumn(.at, .moment),
      ])
    table.lines = [
      .fields([
        .init(.id, .text(application.id), .application), .init(.visit, .text(visit.id)),
        .init(.company, .text(Self.company(application)), .company),
        .init(.project, .text(Self.project(application)), .project),
      ]),
      .fields([
        .init(.place, .text(visit.place), .address), .init(.start, .text(visit.actualStart)),
        .init(.end, .text(visit.actualEnd)), .init(.taskLetter, .text(visit.taskLetterNo)),
      ]),
      .fields([
        .init(.inspectors, .texts(visit.inspectors.map(\.name)), .person),
        .init(
          .hosts, .texts(visit.hosts.map { [$0.name, $0.post].filter { !$0.isEmpty }.joined(separator: " ") }), .contact
        ),
      ]),
    ]
    let checklist = InspectionChecklist(program.inspection, scenarios: application.project.scenarios)
    for item in visit.items {
      let line = checklist.lines.first { $0.item.id.hasSameBytes(as: item.id) }?.item
      let proofs = visit.evidence.filter { $0.items.contains { $0.hasSameBytes(as: item.id) } }.map(\.id)
      table.rows.append([
        .text(item.id), line.map { .term(.words($0.name)) } ?? .blank,
        line?.isVeto == true ? .term(.truth(true)) : .blank, .term(.answer(item.answer)), .text(item.note),
        .texts(proofs), item.by.map { .text(data.name($0)) } ?? .blank, .text(item.at),
      ])
    }
    for problem in visit.problems {
      table.below.append(
        .fields([
          .init(.problem, .text(problem.id)), .init(.item, .text(problem.item)),
          .init(.level, .term(.level(problem.level))),
          .init(.finding, .text(problem.text)), .init(.fixRequired, .text(problem.fixRequired)),
          .init(.dueAt, .text(problem.dueAt)),
        ]))
    }
    for proof in visit.evidence {
      table.below.append(
        .fields([
          .init(.evidence, .text(proof.id)),
          .init(.evidenceKind, choice(proof.kind, in: program.inspection.evidenceKinds)),
          .init(.file, .text(proof.file), .file), .init(.digest, .text(proof.sha256)),
          .init(.takenAt, .text(proof.takenAt)),
        ]))
    }
    table.below += [
      .fields([
        .init(.proposedVerdict, visit.proposedVerdict.map { .term(.verdict($0)) } ?? .blank),
        .init(.verdict, verdict(whole)), .init(.signedAt, .text(visit.signedAt)), .init(.seal, .text(visit.transcript)),
      ]),
      .fields([.init(.opinion, .text(visit.opinion))]), .fields([.init(.companyOpinion, .text(visit.companyOpinion))]),
      .fields([.init(.companySigner, .text(visit.companySigner?.name), .contact)]),
    ]
    return closed(table)
  }

  /// 整改台账: every problem of a signed visit and what became of it.
  func fixes() -> [ReportTable] {
    var table = ReportTable(
      .fixes, .whole, head,
      Self.naming + [
        ReportColumn(.visit, .text(4)), ReportColumn(.problem, .text(4)), ReportColumn(.item, .text(5)),
        ReportColumn(.level, .text(4)), ReportColumn(.finding, .long(20)), ReportColumn(.fixRequired, .long(20)),
        ReportColumn(.dueAt, .date), ReportColumn(.fixedAt, .date), ReportColumn(.fixResult, .long(16)),
        ReportColumn(.standing, .text(8)),
      ])
    for chosen in chosen {
      for whole in visits(of: chosen.application.id) where whole.sheet.visit.state == .signed {
        let visit = whole.sheet.visit
        let parts = whole.parts.map(\.part)
        let open = OpenFix.list(visit, parts, program.inspection, at: head.generatedAt)
        for problem in visit.problems {
          let standing = open.first { $0.problem.id.hasSameBytes(as: problem.id) }?.standing
          let last = parts.flatMap(\.fixes).filter { $0.id.hasSameBytes(as: problem.id) }.max {
            ($0.recheckedAt ?? $0.fixedAt ?? "").precedesBytes(of: $1.recheckedAt ?? $1.fixedAt ?? "")
          }
          table.rows.append(
            naming(chosen.application, at: table.rows.count) + [
              .text(visit.id), .text(problem.id), .text(problem.item), .term(.level(problem.level)),
              .text(problem.text),
              .text(problem.fixRequired), .text(problem.dueAt), .text(last?.fixedAt), .text(last?.result),
              .term(standing.map { .standing($0) } ?? .fixed),
            ])
        }
      }
    }
    return [closed(table)]
  }
}
