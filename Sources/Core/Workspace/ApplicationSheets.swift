/// The score sheets of one application, with the returns of supervisors counted in.
public struct ApplicationSheets: Sendable {
  /// The sheets that can be read, by reviewer.
  public var sheets: [ReviewStore.Sheet] = []
  /// What cannot be read, or should not be there.
  public var problems: [FileProblem] = []

  /// No sheets.
  public init() {}

  /// The sheets as values.
  public var reviews: [Review] { sheets.map(\.review) }
}

extension ReviewStore {
  /// All sheets of `application`. A decision that cannot be read leaves every submission locked.
  public func all(of application: RecordID) -> ApplicationSheets {
    var found = ApplicationSheets()
    var listing = RecordFolder.Listing()
    do throws(FileError) { listing = try workspace.reviews(of: application).listing() } catch {
      found.problems.append(FileProblem(file: error.file, reason: .file(error)))
    }
    found.problems += listing.problems
    for reviewer in listing.records {
      do throws(FileProblem) { found.sheets.append(try load(application, reviewer: reviewer)) } catch {
        found.problems.append(error)
      }
    }
    return found
  }
}
