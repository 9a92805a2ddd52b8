import Testing

@testable import Core

/// Panels made by hand.
enum StatisticsBench {
  /// A sheet with this total in tenths: every criterion has its share, the first takes the rest.
  static func sheet(_ reviewer: String, _ total: Int, _ rubric: Rubric) -> ApplicationPanel.Sheet {
    var scores = rubric.criteria.map { total * $0.maximum / rubric.maximum }
    scores[0] += total - scores.reduce(0, +)
    return ApplicationPanel.Sheet(reviewer: reviewer, scores: scores)
  }

  /// A panel of the reviewers a, b, c… with these totals in tenths; nil is no sheet.
  static func panel(_ id: String, _ totals: [Int?], _ rubric: Rubric) -> ApplicationPanel {
    let sheets = zip("abcdefghijklmnop", totals).compactMap { name, total in
      total.map { sheet(String(name), $0, rubric) }
    }
    return ApplicationPanel(application: id, sheets: sheets)
  }

  /// Panels `p0`, `p1`… with one row of totals each.
  static func panels(_ rows: [[Int?]], _ rubric: Rubric) -> [ApplicationPanel] {
    rows.enumerated().map { panel("p\($0)", $1, rubric) }
  }

  static func ranking(_ rows: [[Int?]], policy: [String: String] = [:], units: [String]? = nil) throws -> Ranking {
    let program = try RuleBench.program(policy)
    let entries = panels(rows, program.rubric).enumerated().map { place, panel in
      Ranking.Entry(panel: panel, unit: units?[place] ?? "qufu")
    }
    return Ranking(entries, policy: try ReviewPolicy(program), rubric: program.rubric)
  }

  /// A submitted sheet with this total.
  static func review(_ application: String, _ reviewer: String, _ total: Int, _ rubric: Rubric) -> Review {
    var review = Review(application: application, reviewer: reviewer, rubric: rubric)
    for (index, score) in sheet(reviewer, total, rubric).scores.enumerated() { review.entries[index].score = score }
    review.state = .submitted
    return review
  }
}
