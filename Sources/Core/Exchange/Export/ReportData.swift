/// Everything that reports are made of, read once.
public struct ReportData: Sendable {
  /// The call.
  public let program: Program
  /// The roster.
  public let roster: Roster
  /// The applications that can be read, by id.
  public private(set) var applications: [Application] = []
  /// Their sheets, with returns counted in, by application.
  public private(set) var sheets: [String: [ReviewStore.Sheet]] = [:]
  /// Their assignments.
  public private(set) var assignments: [String: Assignment] = [:]
  /// Their visits.
  public private(set) var visits: [String: [InspectionStore.Whole]] = [:]
  /// The counties' tables, by unit.
  public private(set) var summaries: [String: CountySummary] = [:]
  /// What cannot be read, or should not be there.
  public private(set) var problems: [FileProblem] = []

  /// Reads `workspace`; what cannot be read is among the problems.
  public init(_ workspace: Workspace, program: Program, roster: Roster) {
    self.program = program
    self.roster = roster
    let reviews = ReviewStore(workspace, state: nil, rubric: program.rubric)
    let visits = InspectionStore(workspace, state: nil, program: program)
    do throws(FileError) {
      let folder = try workspace.applications()
      let listing = try folder.listing()
      problems += listing.problems
      let reviewed = Set(try records(workspace.reviewed().folders()))
      let inspected = Set(try records(workspace.inspected().folders()))
      for id in listing.records {
        do throws(FileProblem) { applications.append(try folder.application(id)) } catch {
          problems.append(error)
          continue
        }
        do throws(FileProblem) { assignments[id.text] = try workspace.assignment(id) } catch { problems.append(error) }
        if reviewed.contains(id) {
          let found = reviews.all(of: id)
          problems += found.problems
          sheets[id.text] = found.sheets
        }
        if inspected.contains(id) { read(visits, of: id) }
      }
    } catch {
      problems.append(FileProblem(error))
    }
    let tables = workspace.summaries(of: program)
    problems += tables.problems
    for table in tables.tables.values { summaries[table.unit] = table }
  }

  private mutating func records(_ listing: RecordFolder.Listing) -> [RecordID] {
    problems += listing.problems
    return listing.records
  }

  private mutating func read(_ store: InspectionStore, of id: RecordID) {
    do throws(FileProblem) {
      for visit in records(try store.visits(of: id)) {
        do throws(FileProblem) {
          if let whole = try store.loadWhole(id, visit: visit) {
            visits[id.text, default: []].append(whole)
            problems += whole.problems
          }
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(error)
    }
  }

  /// The name of a person, as the roster has it; the id of somebody it does not know.
  func name(_ id: String) -> String { roster[id]?.name ?? id }
}
