extension InspectionStore {
  /// Every visit of the workspace that can be read, with what is added to it, and the files that cannot.
  public func all() -> (visits: [Whole], problems: [FileProblem]) {
    var visits: [Whole] = []
    var problems: [FileProblem] = []
    let applications: [RecordID]
    do throws(FileError) {
      let listing = try workspace.inspected().folders()
      problems += listing.problems
      applications = listing.records
    } catch {
      return ([], [FileProblem(error)])
    }
    for application in applications {
      do throws(FileProblem) {
        let listing = try self.visits(of: application)
        problems += listing.problems
        for visit in listing.records {
          do throws(FileProblem) {
            guard let whole = try loadWhole(application, visit: visit) else { continue }
            problems += whole.problems
            visits.append(whole)
          } catch {
            problems.append(error)
          }
        }
      } catch {
        problems.append(error)
      }
    }
    return (visits, problems)
  }

  /// The visits that `person` has to do something about.
  public func agenda(of person: Person, at now: String) -> (agenda: VisitAgenda, problems: [FileProblem]) {
    let found = all()
    let pairs = found.visits.map { (visit: $0.sheet.visit, parts: $0.parts.map(\.part)) }
    return (VisitAgenda(pairs, of: person, program.inspection, at: now), found.problems)
  }
}
