extension InspectionStore {
  /// What is wrong with a visit that could be read: its seal, its signatures, its evidence, its journal lines.
  func faults(of whole: Whole, _ journals: [RecordID: JournalReport]) -> [FileProblem] {
    let visit = whole.sheet.visit
    guard let document = whole.sheet.document else { return [] }
    let file = document.path.description
    var faults: [FileProblem] = []
    // A seal without the state of a signed visit is a signed visit whose state was changed.
    let isSealed = whole.sheet.sealHolds ?? (visit.transcript == nil)
    if !isSealed {
      faults.append(FileProblem(file: file, line: document.line(of: ["transcript"]), reason: .brokenSeal))
    }
    faults += changedEvidence(visit, document.path)
    // Once the lead has written, the planner's line speaks of a text that was replaced.
    let writers = [visit.lead?.id, visit.plannedBy].compactMap { $0.flatMap(RecordID.init) }
    let last = writers.lazy.compactMap { journals[$0]?.last(writing: file)?.after }.first
    if last != document.digest {
      faults.append(FileProblem(file: file, reason: .notInJournal))
      faults += changes(document, since: last)
    }
    for part in whole.parts {
      guard let document = part.document else { continue }
      let file = document.path.description
      if let signature = part.part.signature, visit.transcript?.hasSameBytes(as: signature.transcript) != true {
        faults.append(FileProblem(file: file, line: document.line(of: ["signature"]), reason: .otherSeal))
      }
      let last = RecordID(part.part.person).flatMap { journals[$0]?.last(writing: file)?.after }
      if last != document.digest {
        faults.append(FileProblem(file: file, reason: .notInJournal))
        faults += changes(document, since: last)
      }
    }
    return faults
  }

  /// What a file says otherwise than the unchangeable copy of what its writer's journal saw last; nothing when there is no
  /// such copy, as of a visit that was not signed yet.
  private func changes(_ document: Document, since digest: String?) -> [FileProblem] {
    guard let digest else { return [] }
    // The digest alone names the copy: the revision may be what was changed.
    let stem = String(document.path.name.dropLast(".json".utf8.count))
    do throws(FileError) {
      let history = try workspace.root.folder(document.path.folders + ["history"])
      for name in try history.names()
      where name.text.hasPrefix(stem + "-r") && name.text.hasSuffix("-\(digest.prefix(12)).json") {
        let copy = try history.read(name.text, max: Workspace.largestFile)
        guard Digest.sha256Hex(copy).hasSameBytes(as: digest) else { continue }
        var limits = JSONLimits.standard
        limits.skipsByteOrderMark = true
        let sealed: JSONValue
        do throws(JSONSyntaxError) { sealed = try JSONParser.parse(copy, limits: limits) } catch { continue }
        let fields = RecordDifference.list(sealed, document.value).map(\.dotted)
        return [
          FileProblem(
            file: document.path.description,
            reason: .changedFields(fields, copy: history.path(of: name.text)))
        ]
      }
    } catch {
      // Without the copy the seal and the journal have said what there is to say.
    }
    return []
  }
}
