/// The signatures of one reviewer over the submissions of one sheet (`seals/<application>/<reviewer>.json`): detached, over
/// the exact bytes of the sheet's file, only ever added to.
struct SheetSeals {
  let application: RecordID
  let reviewer: RecordID
  /// The file as it was read; nil when there is none.
  let document: Document?

  /// One signature.
  struct Seal: Equatable {
    let sha256: String
    let signature: String
  }

  var seals: [Seal] {
    (document?.value["seals"]?.array ?? []).compactMap { one in
      guard let digest = one["sha256"]?.string, let signature = one["signature"]?.string else { return nil }
      return Seal(sha256: digest, signature: signature)
    }
  }

  init(_ application: RecordID, _ reviewer: RecordID, in workspace: Workspace) throws(FileProblem) {
    self.application = application
    self.reviewer = reviewer
    document = try workspace.documentIfPresent(WorkspaceLayout.seal(application, reviewer: reviewer))
    guard let document else { return }
    for (field, expected) in [("application", application), ("reviewer", reviewer)]
    where document.value[field]?.string?.hasSameBytes(as: expected.text) != true {
      throw FileProblem(
        file: document.path.description, line: document.line(of: [field]),
        reason: .wrongID(found: document.value[field]?.string ?? "", expected: expected.text))
    }
  }

  /// What is wrong with the seal of a submitted sheet; nil when the registered key signed exactly these bytes.
  func problem(of sheet: Document, key: String) -> FileProblem? {
    let digest = sheet.digest
    let own = seals.filter { $0.sha256.hasSameBytes(as: digest) }
    if own.isEmpty { return FileProblem(file: sheet.path.description, reason: .noSeal) }
    guard own.contains(where: { PersonKey.verifies($0.signature, over: sheet.bytes, by: key) }) else {
      return FileProblem(file: sheet.path.description, reason: .wrongSeal)
    }
    return nil
  }

  /// The save that adds a signature over `bytes`, revision `revision` of the sheet.
  func adding(_ key: PersonKey, over bytes: [UInt8], revision: Int, at now: String) throws(FileProblem) -> RecordSave {
    let path = WorkspaceLayout.seal(application, reviewer: reviewer)
    let seal = JSONValue.object(
      JSONObject([
        ("revision", .number(JSONNumber(revision))), ("sha256", .string(Digest.sha256Hex(bytes))),
        ("publicKey", .string(key.publicKey)), ("signature", .string(key.signature(over: bytes))), ("at", .string(now)),
      ]))
    guard let document, case .object(var object) = document.value else {
      let fresh = JSONObject([
        ("schema", .string(SchemaKind.seal.identifier)), ("application", .string(application.text)),
        ("reviewer", .string(reviewer.text)), ("seals", .array([seal])),
      ])
      return RecordSave(path: path, bytes: JSONWriter.pretty(.object(fresh)), base: nil, kept: nil)
    }
    object["seals"] = .array((object["seals"]?.array ?? []) + [seal])
    do throws(JSONSyntaxError) {
      let text = try JSONPatch.apply(.object(object), over: document.bytes)
      return RecordSave(path: path, bytes: text, base: document.digest, kept: nil)
    } catch {
      throw FileProblem(file: path.description, line: error.line, reason: .syntax(error))
    }
  }
}

extension ReviewStore {
  /// Signs the bytes of a submission before it takes the place of the sheet, when its reviewer has a key on this machine.
  ///
  /// A crash right after leaves a signature over a text that nobody submitted, which counts for nothing.
  func seal(
    _ bytes: [UInt8], _ review: Review, _ application: RecordID, _ reviewer: RecordID, lock: FileLock.Outcome,
    at now: String
  ) throws(SaveError) -> Bool {
    guard review.state == .submitted, let key = key(of: reviewer) else { return false }
    let save: RecordSave
    do throws(FileProblem) {
      save = try SheetSeals(application, reviewer, in: workspace).adding(
        key, over: bytes, revision: review.revision, at: now)
    } catch {
      throw .problem(error)
    }
    do throws(RecordSave.Failure) { _ = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    return true
  }

  /// Signs every submission of `person` that has no good signature yet; the sheets that were signed.
  public func sealSubmissions(of person: Person, at now: String) throws(SaveError) -> [WorkspacePath] {
    guard let reviewer = RecordID(person.id), let key = key(of: reviewer) else { return [] }
    let lock = FileLock.take(person.id, in: state)
    var sealed: [WorkspacePath] = []
    let applications: [RecordID]
    do throws(FileError) { applications = try workspace.reviewed().folders().records } catch {
      throw .problem(FileProblem(error))
    }
    for application in applications {
      let save: RecordSave?
      do throws(FileProblem) { save = try missingSeal(application, reviewer, key, at: now) } catch {
        throw .problem(error)
      }
      guard let save else { continue }
      do throws(RecordSave.Failure) { _ = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
      sealed.append(WorkspaceLayout.review(application, reviewer: reviewer))
    }
    withExtendedLifetime(lock) {}
    return sealed
  }

  /// The save that signs a submission without a good signature; nil when there is nothing to sign.
  private func missingSeal(
    _ application: RecordID, _ reviewer: RecordID, _ key: PersonKey, at now: String
  ) throws(FileProblem) -> RecordSave? {
    let path = WorkspaceLayout.review(application, reviewer: reviewer)
    guard let document = try workspace.documentIfPresent(path) else { return nil }
    let sheet = try sheet(document, application, reviewer)
    let seals = try SheetSeals(application, reviewer, in: workspace)
    guard sheet.review.state == .submitted, seals.problem(of: document, key: key.publicKey) != nil else { return nil }
    return try seals.adding(key, over: document.bytes, revision: sheet.review.revision, at: now)
  }

  private func key(of reviewer: RecordID) -> PersonKey? {
    // A key that cannot be read signs nothing; check then says that the sheet has no seal.
    do throws(PersonKey.Failure) { return try PersonKey.load(reviewer, in: state) } catch { return nil }
  }
}

extension WorkspaceHealth {
  /// Submitted sheets of reviewers with a registered key must bear that key's signature.
  mutating func inspectSeals(_ workspace: Workspace, _ rubric: Rubric, _ roster: Roster?) {
    let keys = (roster?.people ?? []).compactMap { person -> (RecordID, String)? in
      guard let id = RecordID(person.id), let key = person.publicKey else { return nil }
      return (id, key)
    }
    guard !keys.isEmpty else { return }
    var applications: [RecordID] = []
    do throws(FileError) { applications = try workspace.reviewed().folders().records } catch { return }
    for application in applications {
      for (reviewer, key) in keys {
        attempt { () throws(FileProblem) in
          let path = WorkspaceLayout.review(application, reviewer: reviewer)
          // One that cannot be read was named before.
          var document: Document?
          do throws(FileProblem) { document = try workspace.documentIfPresent(path) } catch { return }
          guard let document, document.value["state"]?.string == Review.State.submitted.rawValue else { return }
          let seals = try SheetSeals(application, reviewer, in: workspace)
          if let problem = seals.problem(of: document, key: key) { throw problem }
        }
      }
    }
  }
}
