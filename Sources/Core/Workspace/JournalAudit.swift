/// Holds the files of a workspace against its journals: what no line explains, what a line tells of and is not there, what
/// was rolled back, and copies that are missing.
struct JournalAudit {
  private let workspace: Workspace
  private let book: JournalBook

  init(_ workspace: Workspace, _ book: JournalBook) {
    self.workspace = workspace
    self.book = book
  }

  /// How a file stands to the acts that wrote it.
  enum Standing: Equatable {
    /// It is as the last act left it.
    case holds
    /// There is no such file.
    case lost
    /// It is as this act left it, after which others followed; the place in the chain.
    case older(Int)
    /// No act left it so.
    case unexplained
    /// It cannot be read.
    case unread
  }

  /// Every disagreement. Files in `known` cannot be read, and were named for that.
  func problems(known: Set<String>) -> [FileProblem] {
    var found: [FileProblem] = []
    for (file, places) in book.chains.sorted(by: { $0.key.precedesBytes(of: $1.key) }) {
      found += oddLines(file, places)
      found += missingCopies(file, places)
      if !known.contains(file) { found += head(file, places) }
    }
    for file in unwritten() where !known.contains(file.description) {
      let writer = file.writer
      let reason: FileProblem.Reason =
        writer.flatMap(RecordID.init).map { book.reports[$0] == nil } == true ? .noJournal(writer ?? "") : .notInJournal
      found.append(FileProblem(file: file.description, reason: reason))
    }
    return found
  }

  /// How `file` stands to its acts.
  func standing(of file: String, _ acts: [JournalBook.Act]) -> Standing {
    guard let path = WorkspacePath(file) else { return .lost }
    let digest: String
    do throws(FileError) {
      digest = Digest.sha256Hex(try workspace.bytes(path))
    } catch {
      return error.reason == .missing ? .lost : .unread
    }
    guard let place = acts.lastIndex(where: { $0.entry.after == digest }) else {
      return isImported(path, over: acts.last?.entry.after) ? .holds : .unexplained
    }
    let isLast = !acts[(place + 1)...].contains { $0.entry.before == digest }
    return isLast ? .holds : .older(place)
  }

  /// Whether an act keeps a copy that nobody may change.
  static func keepsCopy(_ entry: JournalEntry) -> Bool {
    guard let file = entry.file else { return false }
    return file.hasPrefix("decisions/") || ["submit", "sign-visit"].contains(entry.act)
  }

  /// The copy of what the act wrote.
  static func copy(of entry: JournalEntry) -> WorkspacePath? {
    guard let path = entry.file.flatMap({ WorkspacePath($0) }), let revision = entry.revision, let after = entry.after
    else { return nil }
    return WorkspaceLayout.history(of: path, revision: revision, digest: after)
  }

  private func head(_ file: String, _ places: [Int]) -> [FileProblem] {
    let acts = places.map { book.acts[$0] }
    switch standing(of: file, acts) {
    case .holds, .unread: return []
    case .unexplained: return [FileProblem(file: file, reason: .notInJournal)]
    case .older(let place):
      return [
        FileProblem(
          file: file, reason: .rolledBack(found: acts[place].entry.revision, last: acts.last?.entry.revision))
      ]
    case .lost:
      guard let last = acts.last else { return [] }
      return [
        FileProblem(
          file: WorkspaceLayout.journal(last.person).description, line: last.number, reason: .lostFile(file))
      ]
    }
  }

  /// An import without a person has no line; its record names the head before, whose copy was kept.
  private func isImported(_ path: WorkspacePath, over last: String?) -> Bool {
    guard ["applications", "summaries"].contains(path.parts[0]) else { return false }
    do throws(FileProblem) {
      guard let before = try workspace.document(path).value["source"]?["previous"]?["sha256"]?.string else {
        return false
      }
      if before == last { return true }
      guard before.utf8.count == 64 else { return false }
      do throws(FileError) {
        let names = try workspace.root.folder([path.parts[0], "history"]).names()
        return names.contains { $0.text.hasSuffix("-\(before.prefix(12)).json") }
      } catch {
        return false
      }
    } catch {
      return false
    }
  }

  private func oddLines(_ file: String, _ places: [Int]) -> [FileProblem] {
    guard JournalBook.isCounted(file) else { return [] }
    return places.compactMap { place in
      let act = book.acts[place]
      let journal = WorkspaceLayout.journal(act.person).description
      if act.marks.contains(.gap) {
        return FileProblem(file: journal, line: act.number, reason: .journalGap(file: file))
      }
      if act.marks.contains(.fork) {
        return FileProblem(file: journal, line: act.number, reason: .journalFork(file: file))
      }
      return nil
    }
  }

  private func missingCopies(_ file: String, _ places: [Int]) -> [FileProblem] {
    places.compactMap { place in
      let entry = book.acts[place].entry
      guard Self.keepsCopy(entry), let copy = Self.copy(of: entry), !isThere(copy) else { return nil }
      return FileProblem(file: copy.description, reason: .missingCopy)
    }
  }

  func isThere(_ path: WorkspacePath) -> Bool {
    do throws(FileError) {
      return try workspace.root.folder(path.folders).status(of: path.name) != nil
    } catch {
      return error.reason != .missing
    }
  }

  /// Files that only the program writes, and no line tells of.
  private func unwritten() -> [WorkspacePath] {
    var files: [WorkspacePath] = []
    func add(_ parts: [String]) {
      let path = WorkspacePath(checked: parts)
      if book.chains[path.description] == nil { files.append(path) }
    }
    for id in ids({ () throws(FileError) in try workspace.reviewed().folders().records }) {
      for reviewer in ids({ () throws(FileError) in try workspace.reviews(of: id).listing().records }) {
        add(["reviews", id.text, reviewer.text + ".json"])
      }
    }
    for id in ids({ () throws(FileError) in try workspace.inspected().folders().records }) {
      for visit in ids({ () throws(FileError) in try workspace.inspections(of: id).listing().records }) {
        add(["inspections", id.text, visit.text + ".json"])
        let parts = ids { () throws(FileError) in
          try workspace.inspectionParts(of: id, visit: visit).listing().records
        }
        for person in parts { add(["inspections", id.text, visit.text, person.text + ".json"]) }
      }
    }
    for id in ids({ () throws(FileError) in try workspace.decisions().listing().records }) {
      add(["decisions", id.text + ".json"])
    }
    for id in ids({ () throws(FileError) in try workspace.names().listing().records }) {
      add(["names", id.text + ".json"])
    }
    return files
  }

  /// What cannot be listed was named when the records were read.
  private func ids(_ body: () throws(FileError) -> [RecordID]) -> [RecordID] {
    do throws(FileError) { return try body() } catch { return [] }
  }
}
