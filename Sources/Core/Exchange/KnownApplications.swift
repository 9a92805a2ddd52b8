/// The applications that a workspace holds, as far as an import must know them.
struct KnownApplications {
  private var forms: [String: RecordID] = [:]
  private var projects: [String: RecordID] = [:]
  /// Ids that are taken, by an application or by a folder of attachments.
  private var ids: Set<RecordID> = []
  /// How many versions of an application there are, its history counted in; only those with a history are listed.
  private var versions: [RecordID: Int] = [:]
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
    try readHistory(workspace)
    do throws(FileError) {
      for name in try workspace.root.folder("attachments").names() {
        if case .record(let id) = name.meaning(suffix: "") { ids.insert(id) }
      }
    } catch {
      if error.reason != .missing { throw error }
    }
  }

  /// The forms of earlier and older versions, so that none of them is taken for a new one.
  private mutating func readHistory(_ workspace: Workspace) throws(FileError) {
    let folder: Folder
    do throws(FileError) {
      folder = try workspace.root.folder(["applications", "history"])
    } catch {
      if error.reason == .missing { return }
      throw error
    }
    for name in try folder.names() where name.kind == .file || name.kind == .unknown {
      let text = name.text
      // 2022-rencheng-001-r000002-0123456789ab.json
      guard text.hasSuffix(".json"), let mark = text.range(ofLast: "-r"),
        let id = RecordID(String(text[..<mark.lowerBound])), ids.contains(id),
        let number = Int(text[mark.upperBound...].prefix { $0.isASCII && $0.isWholeNumber })
      else { continue }
      versions[id] = max(versions[id] ?? 1, number)
      do throws(FileError) {
        let bytes = try folder.read(text, max: Workspace.largestFile)
        let json: JSONValue? = try? JSONParser.parse(bytes)
        guard let json else { continue }
        if let digest = json["source"]?["sha256"]?.string, forms[digest] == nil { forms[digest] = id }
        versions[id] = max(versions[id] ?? 1, json["source"]?["revision"]?.number?.int ?? 1)
      } catch {
        problems.append(FileProblem(error))
      }
    }
  }

  /// The number of the next version of `id`, whose head is `head`.
  func nextVersion(of id: RecordID, head: JSONValue) -> Int {
    max(versions[id] ?? 1, head["source"]?["revision"]?.number?.int ?? 1) + 1
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

  mutating func add(_ id: RecordID, _ form: ImportedForm, version: Int = 1) {
    if version > 1 { versions[id] = max(versions[id] ?? 1, version) }
    ids.insert(id)
    forms[form.sha256] = id
    if let key = Self.key(company: form.company, project: form.project) { projects[key] = id }
  }
}

extension String {
  /// Where `word` stands last.
  fileprivate func range(ofLast word: String) -> Range<String.Index>? { ranges(of: word).last }
}
