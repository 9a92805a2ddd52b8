/// One column of a report: what stands in it, and how.
public struct ReportColumn: Equatable, Sendable {
  /// How the values of a column are written.
  public enum Style: Equatable, Sendable {
    /// Short text of about so many Chinese characters.
    case text(Int)
    /// Text that is wrapped, of about so many Chinese characters a line.
    case long(Int)
    /// A whole number.
    case count
    /// Money in 万元, two decimals.
    case money
    /// A score or share with so many decimals.
    case decimal(Int)
    /// A figure in the unit that stands beside it, as many decimals as it has.
    case number
    /// A day or month as ISO text.
    case date
    /// A moment as ISO text.
    case moment

    /// Width in Chinese characters.
    var width: Int {
      switch self {
      case .text(let width), .long(let width): width
      case .count: 4
      case .money, .number: 8
      case .decimal: 6
      case .date: 7
      case .moment: 11
      }
    }
  }

  /// The heading: a field that every report names alike, or words that come with the call.
  public enum Heading: Equatable, Sendable {
    case field(ReportField)
    /// A field with a number: 评分1, 评分2…
    case numbered(ReportField, Int)
    /// A criterion, or anything else that the program names.
    case words(Program.Words)
  }

  /// Whose name stands in it, for blind packs.
  public enum Identity: Equatable, Sendable {
    case application, company, person, reviewer, contact, phone, email, file, operators, address, project
  }

  /// The heading.
  public let heading: Heading
  /// How the values are written.
  public let style: Style
  /// Whose name stands in it; nil for anything else.
  public let identity: Identity?

  init(_ field: ReportField, _ style: Style, _ identity: Identity? = nil) {
    self.init(.field(field), style, identity)
  }

  init(_ heading: Heading, _ style: Style, _ identity: Identity? = nil) {
    self.heading = heading
    self.style = style
    self.identity = identity
  }
}

/// What a column or a line of a report says. The words for it are made at the edge.
public enum ReportField: String, CaseIterable, Sendable {
  case seq, id, unit, company, project, scenarios, otherScenarios, operators, contact, phone, email, applications
  case investment, receivedCounty, receivedCity, fillDate, completed, stage, flags, ownScore
  case rule, severity, path, finding, clause
  case reviewer, score, total, recommendation, opinion, comment, band, maximum, criterion, submittedAt, revision
  case sheets, dropped, mean, low, high, spread, rank, proposed, cut, doubleCheck, range
  case declaration, declaredAt, conflictNote, inspectors, reason, note
  case visit, plannedStart, start, end, place, hosts, verdict, proposedVerdict, signedAt, seal, companySigner
  case companyOpinion, taskLetter, item, itemName, answer, by, at, veto, evidence, evidenceKind, takenAt
  case problem, level, fixRequired, dueAt, fixedAt, fixResult, standing
  case metricClass, metric, metricUnit, direction, baseline, declared, period, verified, deviation, metricBand, method
  case metricSource
  case formSeq, formCompany, formProject, formScope, formInvestment, formCompleted, formContact, formRemark
  case bureau, month
  case person, role, act, file, line, digest, before, detail, size, kind
}
