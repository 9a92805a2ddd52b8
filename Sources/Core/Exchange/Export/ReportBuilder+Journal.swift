extension ReportBuilder {
  /// 操作日志: for supervisors everybody's, for others their own. What a line's detail says stands in it as JSON.
  func journal(_ reports: [(person: RecordID, report: JournalReport)]) -> [ReportTable] {
    var table = ReportTable(
      .journal, .whole, head,
      [
        ReportColumn(.seq, .count), ReportColumn(.person, .text(8), .person), ReportColumn(.line, .count),
        ReportColumn(.at, .moment), ReportColumn(.role, .text(5)), ReportColumn(.act, .text(6)),
        ReportColumn(.file, .text(20), .file), ReportColumn(.revision, .count), ReportColumn(.before, .text(12)),
        ReportColumn(.digest, .text(12)), ReportColumn(.detail, .long(40)),
      ])
    for (person, report) in reports
    where isSupervisor || viewer.map({ person.text.hasSameBytes(as: $0.id) }) == true {
      for line in report.lines {
        let entry = line.entry
        let detail = entry.detail.members.isEmpty ? [] : JSONWriter.compact(.object(entry.detail))
        table.rows.append([
          .count(table.rows.count + 1), .text(data.name(entry.person)), .count(line.number), .text(entry.at),
          entry.role.flatMap(PersonRole.init).map { .term(.role($0)) } ?? .text(entry.role), .term(.act(entry.act)),
          .text(entry.file), .count(entry.revision), .text(entry.before), .text(entry.after),
          .text(String(decoding: detail, as: UTF8.self)),
        ])
      }
    }
    return [closed(table)]
  }
}

extension Workspace {
  /// The journals of the people in `listing` order, and what is wrong with them.
  public func journalReports() -> (reports: [(person: RecordID, report: JournalReport)], problems: [FileProblem]) {
    var reports: [(person: RecordID, report: JournalReport)] = []
    var problems: [FileProblem] = []
    do throws(FileError) {
      let listing = try journals().listing(suffix: ".jsonl")
      problems += listing.problems
      for person in listing.records {
        do throws(FileError) {
          let report = try Journal(of: person, in: self).report()
          for (line, fault) in report.faults {
            let file = WorkspaceLayout.journal(person).description
            problems.append(FileProblem(file: file, line: line, reason: .journal(fault)))
          }
          reports.append((person, report))
        } catch {
          problems.append(FileProblem(error))
        }
      }
    } catch {
      problems.append(FileProblem(error))
    }
    return (reports, problems)
  }
}
