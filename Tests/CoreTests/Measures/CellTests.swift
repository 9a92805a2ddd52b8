import Foundation
import Testing

@testable import Core

/// Metric cells (项目绩效指标) of `Phrases/cells.rows` in the styles of many offices, and the rows that a careful person sees:
/// `name | value unit`, then a baseline, a bound, a direction, a period and the canonical key.
struct CellTests {
  static let cells: [(kind: String, text: String, rows: String)] = {
    let file = PhraseTests.folder.appendingPathComponent("cells.rows")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return parts.count == 3 ? (parts[0], parts[1], parts[2]) : nil
    }
  }()

  @Test func thereAreCellsOfAllFiveClasses() {
    #expect(Self.cells.count >= 40)
    #expect(Set(Self.cells.map(\.kind)) == ["economic", "social", "technical", "outcome", "other"])
  }

  @Test func readsCells() throws {
    let reader = try MetricReader(names: MetricNames(jiningProgram().metricNames))
    for cell in Self.cells {
      let rows = reader.rows(in: cell.text).map { row in
        MetricReaderTests.describe(row) + (row.canonical.map { " @" + $0 } ?? "")
      }
      #expect(rows.joined(separator: "；") == cell.rows, "\(cell.text)")
    }
  }

  @Test func whatIsNotUnderstoodIsReportedAndNeverARow() throws {
    let reader = MetricReader(names: MetricNames([]))
    let text = "年节约资金数百万元，成本下降约三分之一，服务企业12家。"
    #expect(reader.rows(in: text).map(MetricReaderTests.describe) == ["服务企业 | 12 家"])
    #expect(reader.unread(in: text).map(\.reason) == [.vague, .noExactValue])
  }
}
