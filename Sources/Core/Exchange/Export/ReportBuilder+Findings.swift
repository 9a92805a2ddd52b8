extension ReportBuilder {
  private func examined() -> RuleBook.Examined {
    RuleBook(program: program).examine(data.applications, summaries: Array(data.summaries.values))
  }

  /// 形式审查情况汇总表: what the rules of the notice say of each application, without what they ask of every one.
  func findings() -> [ReportTable] {
    let examined = examined()
    var table = ReportTable(
      .findings, .whole, head,
      Self.naming + [
        ReportColumn(.rule, .text(4)), ReportColumn(.severity, .text(6)), ReportColumn(.path, .text(10)),
        ReportColumn(.finding, .long(30)), ReportColumn(.clause, .long(24)),
      ])
    var standing = 0
    for chosen in chosen {
      for finding in examined.applications[chosen.application.id] ?? [] {
        if finding.isStanding {
          standing += 1
        } else {
          table.rows.append(naming(chosen.application, at: table.rows.count) + cells(finding))
        }
      }
    }
    if !isFiltered {
      for finding in examined.counties {
        table.rows.append(
          [.count(table.rows.count + 1), .blank, unit(finding.unit), .blank, .blank] + cells(finding))
      }
    }
    if standing > 0 { table.notes.append(.standingLeftOut(standing)) }
    table.notes.append(.proposalOnly)
    return [closed(table)]
  }

  private func cells(_ finding: Finding) -> [ReportCell] {
    [
      .text(finding.rule), .term(.severity(finding.severity)), .term(.path(finding.path)), .term(.finding(finding)),
      .text(program.rule(finding.rule)?.clause),
    ]
  }

  /// 补正事项清单: what can be put right, and whom to ask.
  func supplements() -> [ReportTable] {
    let examined = examined()
    var table = ReportTable(
      .supplements, .whole, head,
      Self.naming + [
        ReportColumn(.contact, .text(5), .contact), ReportColumn(.phone, .text(9), .phone),
        ReportColumn(.severity, .text(6)), ReportColumn(.path, .text(10)), ReportColumn(.finding, .long(30)),
        ReportColumn(.clause, .long(24)),
      ])
    for chosen in chosen {
      let application = chosen.application
      let contact = application.company.contact
      for finding in examined.applications[application.id] ?? []
      where !finding.isStanding && (finding.severity == .warning || finding.severity == .reject) {
        table.rows.append(
          naming(application, at: table.rows.count) + [.text(contact.name), .texts(contact.phones)]
            + Array(cells(finding)[1...]))
      }
    }
    table.notes.append(.proposalOnly)
    return [closed(table)]
  }
}
