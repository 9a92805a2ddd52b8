/// The applications that a workspace holds, as far as an import must know them.
struct KnownApplications {
  private var forms: [String: RecordID] = [:]
  private var projects: [String: RecordID] = [:]
  /// Ids that are taken, by an application or by a folder of attachments.
  private var ids: Set<RecordID> = []
  /// Applications that could not be read.
  private(set) var problems: [FileProblem] = []

  init(_ workspace: Workspace) throws(FileError) {
    let folder = try workspace.applications()
    for id in try folder.listing().records {
      ids.insert(id)
      do throws(FileProblem) {
        let value = try folder.document(id).value
        if let digest = value["source"]?["sha256"]?.string { forms[digest] = id }
        let key = Self.key(company: value["company"]?["name"]?.string, project: value["project"]?["name"]?.string)
        if let key { projects[key] = id }
      } catch {
        problems.append(error)
      }
    }
    do throws(FileError) {
      for name in try workspace.root.folder("attachments").names() {
        if case .record(let id) = name.meaning(suffix: "") { ids.insert(id) }
      }
    } catch {
      if error.reason != .missing { throw error }
    }
  }

  private static func key(company: String?, project: String?) -> String? {
    guard let company, let project else { return nil }
    let key = TextFolding.bareKey(String(company.prefix(120))) + "|" + TextFolding.bareKey(String(project.prefix(200)))
    return key.count > 1 ? key : nil
  }

  func id(ofForm digest: String) -> RecordID? { forms[digest] }

  func id(company: String?, project: String?) -> RecordID? {
    Self.key(company: company, project: project).flatMap { projects[$0] }
  }

  /// `wanted` if it is free, else the number after the highest of this unit.
  func nextID(year: Int, unit: String, wanted: RecordID?) -> RecordID? {
    if let wanted, !ids.contains(wanted) { return wanted }
    let stem = "\(year)-\(unit)-"
    var highest = 0
    for id in ids where id.text.hasPrefix(stem) {
      highest = max(highest, Int(id.text.dropFirst(stem.count)) ?? 0)
    }
    let number = String(highest + 1)
    return RecordID(stem + String(repeating: "0", count: max(0, 3 - number.count)) + number)
  }

  mutating func add(_ id: RecordID, _ form: ImportedForm) {
    ids.insert(id)
    forms[form.sha256] = id
    if let key = Self.key(company: form.company, project: form.project) { projects[key] = id }
  }
}
