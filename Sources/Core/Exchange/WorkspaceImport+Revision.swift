/// A different form of a project that the workspace holds already.
extension WorkspaceImport {
  /// Puts `form` in the place of the head of `id`, or beside it in `history/` when it is the older one.
  ///
  /// Order of writing: pictures, then the unchanged bytes of the old head in `history/`, then the new head. A crash in
  /// between leaves the old head, and the next import of the same form does it all again with the same names and bytes.
  func revise(
    _ id: RecordID, with form: ImportedForm, _ candidate: ImportFiles.Candidate, isNamed: Bool
  ) -> Result<Imported, Refusal> {
    func refusal(_ reason: Reason) -> Result<Imported, Refusal> {
      .failure(Refusal(file: candidate.name, reason: reason))
    }
    let path = WorkspaceLayout.application(id)
    let head: Document
    do throws(FileProblem) {
      var found = imagined[id]
      if found == nil { found = try workspace.documentIfPresent(path) }
      guard let found else {
        return refusal(.headUnusable(FileProblem(FileError(file: path.description, step: .open, reason: .missing))))
      }
      head = found
    } catch {
      return refusal(.headUnusable(error))
    }
    let number = known.nextVersion(of: id, head: head.value)
    let folder = ImportedForm.folder(of: id) + "r\(number)-\(form.sha256.prefix(8))/"
    let revision = ApplicationRevision(
      form, of: id, head: head, number: number, folder: folder, isNamed: isNamed)
    let bytes = JSONWriter.pretty(revision.json)
    let digest = Digest.sha256Hex(bytes)
    let oldNumber = head.value["source"]?["revision"]?.number?.int ?? 1
    guard let target = revision.isNewer ? path : WorkspaceLayout.history(of: path, revision: number, digest: digest),
      let kept = WorkspaceLayout.history(of: path, revision: oldNumber, digest: head.digest)
    else { return refusal(.headChanged(file: path.description)) }
    if !isDryRun {
      do throws(FileError) {
        for media in form.media { try create(folder + media.name, media.bytes) }
        if revision.isNewer {
          try create(kept.description, head.bytes)
          guard try replace(head, with: bytes) else { return refusal(.headChanged(file: path.description)) }
        } else {
          try create(target.description, bytes)
        }
      } catch {
        return refusal(.notWritten(error))
      }
    } else if revision.isNewer {
      imagined[id] = try? Document(path: path, bytes: bytes)
    }
    known.add(id, form, version: number)
    return .success(
      Imported(
        file: candidate.name, id: id, status: revision.isNewer ? .revised : .older, unparsed: form.unparsed,
        digest: digest, changes: revision.changes, revision: number, path: target,
        before: revision.isNewer ? head.digest : nil, isByOrder: revision.basis == .importOrder,
        tally: FormTally(revision.json)))
  }

  /// Replaces the head unless another program changed it in the last moment; false then.
  private func replace(_ head: Document, with bytes: [UInt8]) throws(FileError) -> Bool {
    let folder = try workspace.root.folder(head.path.folders)
    do throws(AtomicFile.Failure) {
      try AtomicFile(folder: folder, process: workspace.process).replace(head.path.name, with: bytes) {
        () throws(FileError) in
        Digest.sha256Hex(try folder.read(head.path.name, max: Workspace.largestFile)) == head.digest
      }
      return true
    } catch {
      switch error {
      case .unchanged(let cause), .unconfirmed(let cause): throw cause
      case .refused: return false
      }
    }
  }
}
