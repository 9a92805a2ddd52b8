/// What one viewer sees of acts: which of them at all, and under which names.
struct HistoryView {
  private let workspace: Workspace
  private let rubric: Rubric
  private let viewer: Person?
  /// The sheets of applications that were asked for: the viewer's own, and whose there are.
  private var panels: [String: Panel] = [:]

  private struct Panel {
    var own: Review?
    let names: PanelNames
    /// Whose sheets are submitted; only filled for who may see others' sheets.
    var submitted: [String] = []
  }

  init(_ workspace: Workspace, rubric: Rubric, viewer: Person?) {
    self.workspace = workspace
    self.rubric = rubric
    self.viewer = viewer
  }

  private var isSupervisor: Bool { viewer?.roles.contains(.supervisor) ?? false }

  /// Whether the viewer sees this act, or without one, that the file is there.
  mutating func shows(_ path: WorkspacePath, _ entry: JournalEntry?) -> Bool {
    if isSupervisor { return true }
    // Who sits on a panel is told to nobody before the result.
    if path.parts[0] == "assignments" { return false }
    guard path.parts[0] == "reviews" || path.parts[0] == "decisions" else { return true }
    guard let application = path.application else { return false }
    let reviewer: String?
    if path.parts[0] == "reviews" {
      guard let owner = path.sheetOwner else { return false }
      reviewer = owner
    } else {
      // A decision file that no line tells of may hold anything.
      guard let entry else { return false }
      reviewer = entry.detail["reviewer"]?.string
    }
    guard let reviewer else { return true }
    let panel = panel(application)
    guard SheetVisibility.allows(viewer, toSeeSheetOf: reviewer, own: panel.own) else { return false }
    // Another's draft is nobody's business but the supervisors'.
    return panel.names.letter(of: reviewer) == nil || panel.submitted.contains { $0.hasSameBytes(as: reviewer) }
  }

  mutating func act(_ act: JournalBook.Act, _ path: WorkspacePath, _ standing: HistoryAct.Standing) -> HistoryAct {
    let entry = act.entry
    let (file, letter) = name(path)
    // A digest of a file that tells of hidden sheets follows from what they say.
    let isTold = isCountTold(path)
    return HistoryAct(
      at: entry.at, person: letter == nil ? act.person.text : nil, letter: letter, role: entry.role, act: entry.act,
      file: file, application: path.application, revision: isTold ? entry.revision : nil,
      changes: changes(entry, path), standing: standing, line: letter == nil ? act.number : nil,
      before: isTold ? entry.before : nil, after: isTold ? entry.after : nil, source: path.description,
      showsVersions: isTold)
  }

  mutating func present(_ path: WorkspacePath, _ document: Document) -> HistoryAct {
    let (file, letter) = name(path)
    return HistoryAct(
      at: nil, person: letter == nil ? path.writer : nil, letter: letter, role: nil, act: "present", file: file,
      application: path.application, revision: document.value["revision"]?.number?.int, changes: [],
      standing: .unrecorded, line: nil, before: nil, after: document.digest, source: path.description,
      showsVersions: isCountTold(path))
  }

  /// The file of decisions holds what concerns others too, and its count would tell of it.
  private func isCountTold(_ path: WorkspacePath) -> Bool { isSupervisor || path.parts[0] != "decisions" }

  private mutating func name(_ path: WorkspacePath) -> (file: String, letter: String?) {
    guard let owner = path.sheetOwner, let application = path.application,
      let letter = panel(application).names.letter(of: owner)
    else { return (path.description, nil) }
    return ("reviews/\(application)", letter)
  }

  private mutating func changes(_ entry: JournalEntry, _ path: WorkspacePath) -> [HistoryAct.Change] {
    var detail = entry.detail
    if let reviewer = detail["reviewer"]?.string, let application = path.application {
      if let letter = panel(application).names.letter(of: reviewer) { detail["reviewer"] = .string(letter) }
    }
    // The digest of the sheet says nothing to anybody; the line of its submission has it.
    detail["sheet"] = nil
    return HistoryAct.Change.all(in: detail)
  }

  private mutating func panel(_ application: String) -> Panel {
    if let known = panels[application] { return known }
    var own: Review?
    var reviewers: [String] = []
    var submitted: [String] = []
    if let id = RecordID(application) {
      do throws(FileError) { reviewers = try workspace.reviews(of: id).listing().records.map(\.text) } catch {}
      let store = ReviewStore(workspace, state: nil, rubric: rubric)
      if let viewer, let me = RecordID(viewer.id), reviewers.contains(viewer.id) {
        do throws(FileProblem) { own = try store.load(id, reviewer: me).review } catch {}
      }
      if own?.state == .submitted {
        submitted = store.all(of: id).reviews.filter { $0.state == .submitted }.map(\.reviewer)
      }
    }
    let panel = Panel(
      own: own, names: PanelNames(application, reviewers: reviewers, viewer: viewer), submitted: submitted)
    panels[application] = panel
    return panel
  }
}
