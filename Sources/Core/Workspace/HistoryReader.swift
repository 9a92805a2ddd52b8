/// Reads what was done to the files of a workspace out of all journals, and verifies it (操作历史).
///
/// One function for the screen and the command. What the viewer may not see is not there: no act on a hidden score sheet,
/// no return of one, and nothing that follows from them.
public struct HistoryReader: Sendable {
  /// Whose history is asked for.
  public enum Subject: Equatable, Sendable {
    /// Everything.
    case workspace
    /// One application: its record, sheets, visits, decisions, assignments, and names of its metrics that were taught.
    case application(RecordID)
    /// One file.
    case file(WorkspacePath)
  }

  /// What was found.
  public struct Report: Equatable, Sendable {
    /// The acts, newest first.
    public let acts: [HistoryAct]
    /// Journals that cannot be read or are broken.
    public let problems: [FileProblem]
  }

  let workspace: Workspace
  private let viewer: Person?
  private let rubric: Rubric

  /// A reader for `viewer`; nil sees what is open to everybody.
  public init(_ workspace: Workspace, rubric: Rubric, viewer: Person?) {
    self.workspace = workspace
    self.rubric = rubric
    self.viewer = viewer
  }

  /// The acts on the files of `subject`.
  public func read(_ subject: Subject) -> Report {
    let book = JournalBook(of: workspace)
    let audit = JournalAudit(workspace, book)
    var view = HistoryView(workspace, rubric: rubric, viewer: viewer)
    let metrics = metricNames(subject)
    var verified: [String: JournalAudit.Standing] = [:]
    var acts: [HistoryAct] = []
    for place in book.acts.indices.reversed() {
      let act = book.acts[place]
      guard let file = act.entry.file, let path = WorkspacePath(file), Self.concerns(subject, path, act.entry, metrics),
        view.shows(path, act.entry)
      else { continue }
      let chain = book.chains[file] ?? []
      if verified[file] == nil { verified[file] = audit.standing(of: file, chain.map { book.acts[$0] }) }
      let standing = self.standing(
        of: act, isLast: chain.last == place, head: verified[file] ?? .unread, audit)
      acts.append(view.act(act, path, standing))
    }
    for path in files(of: subject) where book.chains[path.description] == nil && view.shows(path, nil) {
      if let present = present(path, &view) { acts.append(present) }
    }
    return Report(acts: acts, problems: book.problems + Self.broken(book))
  }

  private static func broken(_ book: JournalBook) -> [FileProblem] {
    book.reports.sorted { $0.key < $1.key }.flatMap { person, report in
      report.firstFaults.map { line, fault in
        FileProblem(file: WorkspaceLayout.journal(person).description, line: line, reason: .journal(fault))
      }
    }
  }

  private static func concerns(
    _ subject: Subject, _ path: WorkspacePath, _ entry: JournalEntry, _ metrics: Set<String>
  ) -> Bool {
    switch subject {
    case .workspace: return true
    case .file(let wanted): return wanted == path
    case .application(let id):
      if let application = path.application { return application == id.text }
      guard path.parts[0] == "names", let lessons = entry.detail["lessons"]?.array else { return false }
      return lessons.contains { lesson in
        [lesson["a"]?.string, lesson["b"]?.string].contains { $0.map { metrics.contains($0) } ?? false }
      }
    }
  }

  private func metricNames(_ subject: Subject) -> Set<String> {
    guard case .application(let id) = subject else { return [] }
    do {
      let record = try ApplicationStore(workspace, state: nil).load(id)
      return Set(record.application.metrics.flatMap { $0.rows.map(\.name) })
    } catch {
      return []
    }
  }

  private func standing(
    of act: JournalBook.Act, isLast: Bool, head: JournalAudit.Standing, _ audit: JournalAudit
  ) -> HistoryAct.Standing {
    let entry = act.entry
    if JournalBook.file(of: entry) != nil, isLast {
      switch head {
      case .holds: break
      case .lost, .older: return .lost
      case .unexplained, .unread: return .changed
      }
    }
    if JournalAudit.keepsCopy(entry), let copy = JournalAudit.copy(of: entry) {
      if !audit.isThere(copy) { return .noCopy }
      if digest(copy) != entry.after { return .changed }
    }
    if act.marks.contains(.gap) { return .unrecorded }
    return act.marks.isEmpty ? .holds : .doubtful
  }

  func digest(_ path: WorkspacePath) -> String? {
    do throws(FileError) { return Digest.sha256Hex(try workspace.bytes(path)) } catch { return nil }
  }

  /// A file that no journal tells of.
  private func present(_ path: WorkspacePath, _ view: inout HistoryView) -> HistoryAct? {
    let document: Document?
    do throws(FileProblem) { document = try workspace.documentIfPresent(path) } catch { document = nil }
    guard let document else { return nil }
    return view.present(path, document)
  }

  /// The files of the subject that a history can be asked for.
  private func files(of subject: Subject) -> [WorkspacePath] {
    switch subject {
    case .workspace: return []
    case .file(let path): return [path]
    case .application(let id):
      var files = [WorkspaceLayout.application(id), WorkspaceLayout.assignment(id), WorkspaceLayout.decision(id)]
      do throws(FileError) {
        files += try workspace.reviews(of: id).listing().records.map { WorkspaceLayout.review(id, reviewer: $0) }
        for visit in try workspace.inspections(of: id).listing().records {
          files.append(WorkspaceLayout.inspection(id, visit: visit))
          files += try workspace.inspectionParts(of: id, visit: visit).listing().records.map {
            WorkspaceLayout.inspectionPart(id, visit: visit, person: $0)
          }
        }
      } catch {}
      return files
    }
  }
}
