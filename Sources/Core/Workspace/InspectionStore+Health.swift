extension InspectionStore {
  /// What is wrong with a visit that could be read: its seal, its signatures, its evidence, its journal lines.
  func faults(of whole: Whole, _ journals: [RecordID: JournalReport]) -> [FileProblem] {
    let visit = whole.sheet.visit
    guard let document = whole.sheet.document else { return [] }
    let file = document.path.description
    var faults: [FileProblem] = []
    if whole.sheet.sealHolds == false {
      faults.append(FileProblem(file: file, line: document.line(of: ["transcript"]), reason: .brokenSeal))
    }
    faults += changedEvidence(visit, document.path)
    // Once the lead has written, the planner's line speaks of a text that was replaced.
    let writers = [visit.lead?.id, visit.plannedBy].compactMap { $0.flatMap(RecordID.init) }
    let last = writers.lazy.compactMap { journals[$0]?.last(writing: file)?.after }.first
    if last != document.digest { faults.append(FileProblem(file: file, reason: .notInJournal)) }
    for part in whole.parts {
      guard let document = part.document else { continue }
      let file = document.path.description
      if let signature = part.part.signature, visit.transcript?.hasSameBytes(as: signature.transcript) != true {
        faults.append(FileProblem(file: file, line: document.line(of: ["signature"]), reason: .otherSeal))
      }
      let last = RecordID(part.part.person).flatMap { journals[$0]?.last(writing: file)?.after }
      if last != document.digest { faults.append(FileProblem(file: file, reason: .notInJournal)) }
    }
    return faults
  }
}
