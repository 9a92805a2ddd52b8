/// What the scores of one application are judged from (评分依据): its fields with the corrections that count, and the visits
/// that are signed. A score remembers a digest of its own part, so that it shows when that changed after it was given.
public struct ScoreBasis: Sendable {
  private let application: JSONValue
  /// Digests of the signed visits, in the order of their ids.
  private let visits: [String]

  /// Evidence of a criterion that a visit looks at too.
  private static let visited: Set<String> = [
    "metrics", "sections.4", "sections.5", "investment", "photos", "project.effect5G", "company.finance",
  ]

  /// The basis of `application` as the workspace holds it now.
  public init(of application: RecordID, in workspace: Workspace) throws(FileProblem) {
    let record = try ApplicationStore(workspace, state: nil).load(application)
    self.application = record.corrected
    var visits: [String] = []
    do throws(FileError) {
      let folder = try workspace.inspections(of: application)
      for visit in try folder.listing().records {
        do throws(FileProblem) {
          let document = try folder.document(visit)
          let record = try document.reading { (json) throws(FieldError) in try Inspection(json: json) }
          if record.state == .signed { visits.append(document.digest) }
        } catch {
          // A visit that cannot be read is a problem of its own, named where visits are shown.
        }
      }
    } catch {
      throw FileProblem(file: error.file, reason: .file(error))
    }
    self.visits = visits
  }

  /// Sixteen hexadecimal digits for what `criterion` is judged from.
  public func digest(of criterion: Criterion) -> String {
    var parts: [JSONValue] = criterion.evidence.map { path in
      .array([.string(path), FieldPath.value(at: path, in: application) ?? .null])
    }
    if criterion.evidence.contains(where: { Self.visited.contains($0) || $0.hasPrefix("metrics.") }) {
      parts += visits.map { .string($0) }
    }
    return String(Digest.sha256Hex(JSONWriter.compact(.array(parts))).prefix(16))
  }

  /// Criteria of `review` whose score was given on another basis (依据已变), in the order of the rubric.
  public func changed(since review: Review, _ rubric: Rubric) -> [String] {
    rubric.criteria.filter { criterion in
      guard let entry = review.entries.first(where: { $0.criterion.hasSameBytes(as: criterion.id) }),
        entry.score != nil, let basis = entry.basis
      else { return false }
      return !basis.hasSameBytes(as: digest(of: criterion))
    }.map(\.id)
  }
}

extension ReviewStore {
  /// Criteria whose score was given on another basis than the present one (依据已变); none when it cannot be read.
  public func changedBasis(of review: Review) -> [String] {
    guard let application = RecordID(review.application) else { return [] }
    do throws(FileProblem) {
      return try ScoreBasis(of: application, in: workspace).changed(since: review, rubric)
    } catch {
      return []
    }
  }
}
