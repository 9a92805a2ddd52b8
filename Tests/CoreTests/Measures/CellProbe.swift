import Foundation
import Testing

@testable import Core

struct CellProbe {
  @Test func probe() throws {
    let path = PhraseTests.folder.appendingPathComponent("cells.txt")
    let program = try Program(json: JSONParser.parse(Array(Data(contentsOf: repository.appendingPathComponent("sample-data/program.json")))))
    let reader = MetricReader(names: MetricNames(program.metricNames))
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      print("CELL \(line)\t" + reader.rows(in: String(line)).map { MetricReaderTests.describe($0) + ($0.canonical.map { " @" + $0 } ?? "") }.joined(separator: "；"))
    }
  }
}
