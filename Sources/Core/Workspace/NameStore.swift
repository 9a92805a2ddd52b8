/// Keeps what persons teach about metric names: `names/<person>.json`, one writer each, read together by everybody.
public struct NameStore: Sendable {
  private let workspace: Workspace
  private let state: StateFolder?

  /// What was taught, and a person's own file.
  public struct Book: Equatable, Sendable {
    /// Everybody's lessons.
    public let lessons: NameLessons
    /// The acting person's file as it was read; nil when there is none.
    public let own: Document?
    /// Files that could not be read; the rest counts.
    public let problems: [FileProblem]
  }

  /// Lessons that are durable.
  public struct Saved: Equatable, Sendable {
    /// Everything that is taught now.
    public let book: Book
    /// Why the journal has no line of it; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why nothing was taught.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The person's file cannot be read, or would not be readable.
    case problem(FileProblem)
    /// The file was not written, or not surely.
    case failed(RecordSave.Failure)
  }

  /// The names of `workspace`; `state` is the private folder with the person's lock.
  public init(_ workspace: Workspace, state: StateFolder?) {
    self.workspace = workspace
    self.state = state
  }

  /// Reads everybody's lessons; `person` is whose own file is kept at hand, nil for none.
  public func load(for person: RecordID?) throws(FileError) -> Book {
    let folder = try workspace.names()
    let listing = try folder.listing()
    var problems = listing.problems
    var lessons: [NameLesson] = []
    var own: Document?
    for id in listing.records {
      do throws(FileProblem) {
        let document = try folder.document(id)
        lessons += try Self.lessons(of: document, person: id)
        if id == person { own = document }
      } catch {
        problems.append(error)
      }
    }
    return Book(lessons: NameLessons(lessons), own: own, problems: problems)
  }

  private static func lessons(of document: Document, person: RecordID) throws(FileProblem) -> [NameLesson] {
    let found = try document.reading { (json) throws(FieldError) in
      let reader = try FieldReader(json)
      try reader.requireSchema(.names)
      return (person: try reader.identifier("person"), lessons: try reader.objects("lessons", NameLesson.init))
    }
    guard found.person.hasSameBytes(as: person.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["person"]),
        reason: .wrongID(found: found.person, expected: person.text))
    }
    // Nobody teaches in another's name.
    if let index = found.lessons.firstIndex(where: { !$0.by.hasSameBytes(as: person.text) }) {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["lessons", String(index), "by"]),
        reason: .wrongID(found: found.lessons[index].by, expected: person.text))
    }
    return found.lessons
  }

  /// Adds lessons to the person's file and answers when it is durable.
  ///
  /// - Parameters:
  ///   - own: the person's file as it was read; a file that changed since ends in a conflict.
  ///   - person: who teaches.
  ///   - now: the time (ISO 8601 with zone).
  public func add(
    _ lessons: [NameLesson], to own: Document?, by person: Person, at now: String
  ) throws(SaveError) -> Saved {
    guard let id = RecordID(person.id) else { throw .denied(.unknownPerson(person.id)) }
    do throws(Permission.Denial) {
      try Permission.check(.teachNames, by: person, assignment: nil)
    } catch {
      throw .denied(error)
    }
    let path = WorkspaceLayout.names(id)
    let bytes = try text(of: own, with: lessons, path: path, person: id)
    do throws(FileProblem) {
      _ = try Self.lessons(of: Document(path: path, bytes: bytes), person: id)
    } catch {
      throw .problem(error)
    }
    let save = RecordSave(path: path, bytes: bytes, base: own?.digest, kept: nil)
    let lock = FileLock.take(person.id, in: state)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    let detail = JSONObject([("lessons", .array(lessons.map(\.json)))])
    let entry = JournalEntry(
      at: now, person: person.id, role: person.roles.first?.rawValue, act: "names", file: path.description,
      before: own?.digest, after: digest, detail: detail)
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: id, in: workspace).append(entry) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    // Read again, so that what others taught meanwhile counts too.
    do throws(FileError) {
      return Saved(book: try load(for: id), journalFailure: journalFailure)
    } catch {
      throw .problem(FileProblem(error))
    }
  }

  private func text(
    of own: Document?, with lessons: [NameLesson], path: WorkspacePath, person: RecordID
  ) throws(SaveError) -> [UInt8] {
    guard let own, case .object(var object) = own.value else {
      return JSONWriter.pretty(
        .object(
          JSONObject([
            ("schema", .string(SchemaKind.names.identifier)), ("person", .string(person.text)),
            ("lessons", .array(lessons.map(\.json))),
          ])))
    }
    object["lessons"] = .array((object["lessons"]?.array ?? []) + lessons.map(\.json))
    do throws(JSONSyntaxError) {
      return try JSONPatch.apply(.object(object), over: own.bytes)
    } catch {
      throw .problem(FileProblem(file: path.description, line: error.line, reason: .syntax(error)))
    }
  }
}
