extension ReviewStore {
  /// Copies of the sheet that are newer than the sheet itself: a submission that was cut short after its copy was durable
  /// and before the sheet was replaced. Oldest first; empty as a rule. Its owner is asked whether to take one up.
  public func newerCopies(of sheet: Sheet) throws(FileProblem) -> [Sheet] {
    guard let application = RecordID(sheet.review.application), let reviewer = RecordID(sheet.review.reviewer) else {
      return []
    }
    let start = Array("\(reviewer.text)-r".utf8)
    var copies: [Sheet] = []
    for name in try historyNames(application) where name.bytes.starts(with: start) {
      let digits = name.bytes.dropFirst(start.count).prefix { $0 >= 0x30 && $0 <= 0x39 }
      // `ab-r1` may be another reviewer's id: only six digits and a dash make a revision.
      guard digits.count >= 6, let revision = Int(String(decoding: digits, as: UTF8.self)),
        revision > sheet.review.revision,
        let path = WorkspacePath("reviews/\(application.text)/history/\(name.text)")
      else { continue }
      let copy = try self.sheet(workspace.document(path), application, reviewer)
      if copy.review.revision == revision { copies.append(copy) }
    }
    return copies
  }

  private func historyNames(_ application: RecordID) throws(FileProblem) -> [FileName] {
    do throws(FileError) {
      let names = try workspace.root.folder(["reviews", application.text, "history"]).names()
      return names.filter { $0.kind == .file || $0.kind == .unknown }
    } catch {
      if error.reason == .missing { return [] }
      throw FileProblem(error)
    }
  }
}
