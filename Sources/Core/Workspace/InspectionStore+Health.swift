extension InspectionStore {
  /// What is wrong with a visit that could be read: its seal, its signatures, its evidence.
  func faults(of whole: Whole) -> [FileProblem] {
    let visit = whole.sheet.visit
    guard let document = whole.sheet.document else { return [] }
    let file = document.path.description
    var faults: [FileProblem] = []
    if whole.sheet.sealHolds == false {
      faults.append(FileProblem(file: file, line: document.line(of: ["transcript"]), reason: .brokenSeal))
    }
    faults += changedEvidence(visit, document.path)
    for part in whole.parts {
      guard let document = part.document else { continue }
      let file = document.path.description
      if let signature = part.part.signature, visit.transcript?.hasSameBytes(as: signature.transcript) != true {
        faults.append(FileProblem(file: file, line: document.line(of: ["signature"]), reason: .otherSeal))
      }
    }
    return faults
  }
}
