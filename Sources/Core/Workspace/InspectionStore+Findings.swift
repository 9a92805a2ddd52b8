extension InspectionStore {
  /// All visits to an application for showing beside its claims, the latest last. Visits that cannot be read are left out:
  /// they are named where visits are shown.
  public func site(of application: RecordID) -> SiteRecord {
    var record = SiteRecord(bands: program.inspection.bands)
    guard let listed = whereReadable({ try visits(of: application).records }) else { return record }
    for id in listed.sorted(by: { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }) {
      guard let sheet = whereReadable({ try load(application, visit: id) }) ?? nil else { continue }
      record.add(sheet.visit, sealHolds: sheet.sealHolds ?? true)
    }
    return record
  }
}
