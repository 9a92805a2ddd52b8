/// Takes the summary table (附件3) of one county into a workspace: `summaries/<unit>.json`, every version before it in
/// `summaries/history/`.
struct SummaryImport {
  let workspace: Workspace
  let vocabulary: FormVocabulary
  let now: String
  let isDryRun: Bool

  /// What became of a table.
  struct Outcome {
    var status: WorkspaceImport.Imported.Status
    var summary: WorkspaceImport.Imported.Summary
    var unparsed: [Application.Unparsed]
    var digest: String?
  }

  /// - Parameters:
  ///   - name: the file's name, kept with the record.
  ///   - wanted: the unit as the person or the folder says; nil to take it from the table, then from the file's name.
  func take(_ bytes: [UInt8], name: String, unit wanted: String?) throws(WorkspaceImport.Reason) -> Outcome {
    let reading: SummaryReading
    do throws(ImportRefusal) {
      reading = try SummaryTable.read(bytes, vocabulary: vocabulary)
    } catch {
      throw .refusal(error)
    }
    let named = reading.bureau.flatMap(vocabulary.unit(named:))
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let unit = wanted ?? named ?? vocabulary.unit(inFileName: file)
    var unparsed = reading.unparsed + Self.reported(reading.left)
    if let named, let unit, named != unit {
      unparsed.append(Application.Unparsed(path: "bureau", text: reading.bureau ?? "", why: "names another unit"))
    }
    let left = reading.left.count
    guard !reading.rows.isEmpty else {
      // The printed form without a row says nothing of the county.
      return Outcome(
        status: .blank,
        summary: WorkspaceImport.Imported.Summary(unit: unit, rows: 0, left: left, revision: nil, previous: nil),
        unparsed: unparsed, digest: nil)
    }
    guard let unit, let record = RecordID(unit) else { throw .refusal(.unknownUnit(reading.bureau)) }
    return try write(reading, unit: record, name: name, digest: Digest.sha256Hex(bytes), unparsed)
  }

  /// What a person should look at; totals and headings of the next page need no look.
  private static func reported(_ left: [CountySummary.LeftOut]) -> [Application.Unparsed] {
    let plain = ["total", "repeated heading", "numbers of the columns", "only a number", "note"]
    return left.filter { !plain.contains($0.why) }.map {
      Application.Unparsed(path: $0.place, text: $0.text, why: $0.why)
    }
  }

  private func write(
    _ reading: SummaryReading, unit: RecordID, name: String, digest: String, _ unparsed: [Application.Unparsed]
  ) throws(WorkspaceImport.Reason) -> Outcome {
    let path = WorkspaceLayout.summary(unit: unit)
    let head: Document?
    do throws(FileProblem) { head = try workspace.documentIfPresent(path) } catch { throw .unreadableRecord(error) }
    let source = head?.value["source"]
    let revision = source?["revision"]?.number?.int ?? 1
    var earlier = source?["earlier"]?.array?.compactMap(\.string) ?? []
    func outcome(_ status: WorkspaceImport.Imported.Status, _ revision: Int, _ digest: String?) -> Outcome {
      Outcome(
        status: status,
        summary: WorkspaceImport.Imported.Summary(
          unit: unit.text, rows: reading.rows.count, left: reading.left.count, revision: revision,
          previous: status == .revised ? head?.digest : nil),
        unparsed: unparsed, digest: digest)
    }
    let sent = source?["sha256"]?.string
    // A table that a later one has taken the place of does not come back by importing the folder again.
    if head != nil, sent == digest || earlier.contains(digest) { return outcome(.unchanged, revision, nil) }
    if let sent { earlier.append(sent) }
    let json = SummaryJSON(
      reading: reading, unit: unit.text, file: name, sha256: digest, importedAt: now,
      revision: head == nil ? 1 : revision + 1, previous: head?.digest, earlier: earlier
    ).value
    // Offices send one table as .xlsx and as .docx.
    if let head, Self.content(head.value) == Self.content(json) { return outcome(.unchanged, revision, nil) }
    let bytes = JSONWriter.pretty(json)
    if !isDryRun { try save(bytes, at: path, over: head, revision: revision) }
    return outcome(head == nil ? .new : .revised, head == nil ? 1 : revision + 1, Digest.sha256Hex(bytes))
  }

  /// What a table says, wherever in a document it says it.
  private static func content(_ json: JSONValue) -> [JSONValue] {
    let rows = (json["rows"]?.array ?? []).map { row -> JSONValue in
      guard case .object(var object) = row else { return row }
      for member in ["raw", "place", "continues"] { object[member] = nil }
      return .object(object)
    }
    return rows + [json["bureau"] ?? .null, json["date"] ?? .null]
  }

  /// The old record is durable in `history/` before the new one takes its place.
  private func save(
    _ bytes: [UInt8], at path: WorkspacePath, over head: Document?, revision: Int
  ) throws(WorkspaceImport.Reason) {
    if let head, let copy = WorkspaceLayout.history(of: path, revision: revision, digest: head.digest) {
      do throws(FileError) {
        let folder = try workspace.root.makingFolder(copy.folders)
        do throws(AtomicFile.Failure) {
          try AtomicFile(folder: folder, process: workspace.process).create(copy.name, with: head.bytes)
        } catch {
          switch error {
          case .unchanged(let cause), .unconfirmed(let cause): throw cause
          case .refused: throw FileError(file: copy.description, step: .create, reason: .notAFile)
          }
        }
      } catch {
        throw .notWritten(error)
      }
    }
    do throws(RecordSave.Failure) {
      _ = try RecordSave(path: path, bytes: bytes, base: head?.digest, kept: nil).run(
        in: workspace, lock: .unavailable)
    } catch {
      throw .notSaved(error)
    }
  }
}

extension WorkspaceImport {
  /// Takes in a summary table that was recognised among the files.
  func takeSummary(_ bytes: [UInt8], name: String, unit: String?) -> Result<Imported, Refusal> {
    let work = SummaryImport(workspace: workspace, vocabulary: vocabulary, now: now, isDryRun: isDryRun)
    do throws(Reason) {
      let outcome = try work.take(bytes, name: name, unit: unit)
      return .success(
        Imported(
          file: name, id: nil, status: outcome.status, unparsed: outcome.unparsed, digest: outcome.digest,
          summary: outcome.summary))
    } catch {
      return .failure(Refusal(file: name, reason: error))
    }
  }

  /// The journal line of a summary table.
  func entry(_ file: Imported, _ summary: Imported.Summary, by person: Person) -> JournalEntry? {
    guard let unit = summary.unit.flatMap(RecordID.init) else { return nil }
    return JournalEntry(
      at: now, person: person.id, role: person.roles.first?.rawValue, act: "import",
      file: WorkspaceLayout.summary(unit: unit).description, revision: summary.revision, before: summary.previous,
      after: file.digest,
      detail: JSONObject([("source", .string(file.file)), ("rows", .number(JSONNumber(summary.rows)))]))
  }
}

extension FormVocabulary {
  /// The unit that a file's name bears, such as 金乡县-附件3汇总表(报市局).xlsx.
  func unit(inFileName name: String) -> String? {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    // Long names say more than the unit; every part is tried by itself, then the whole.
    let pieces = stem.split { !$0.isLetter }.map(String.init)
    for piece in pieces + [stem] {
      if let unit = unit(named: piece) { return unit }
    }
    return nil
  }
}
