import Foundation
import Testing

extension EndToEnd {
  /// The ranking of the sample workspace through the real binary.
  @Suite struct RankTests {
    private func json(_ words: String...) throws -> [String: Any] {
      let result = try reviewtui(words + ["--format", "json"])
      #expect(result.status == 0, "\(result.errors)")
      return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test func rankAndStatsShowTheSameNumbers() throws {
      let workspace = try Places.sampleWorkspace().path
      let rank = try json("rank", workspace, "--as", "dudao-01")
      let rows = try #require(rank["rows"] as? [[String: Any]])
      let ranked = rows.filter { $0["rank"] is Int }
      #expect(ranked.count >= 8)
      for row in ranked {
        let (low, high) = (row["low"] as? Int ?? 0, row["high"] as? Int ?? 0)
        let place = row["rank"] as? Int ?? 0
        #expect(low <= place && place <= high)
      }
      #expect(rows.contains { $0["score"] is NSNull && $0["rank"] is NSNull })
      let stats = try json("stats", workspace, "--as", "dudao-01")
      let scores = try #require(stats["scores"] as? [String: Any])
      let again = try #require((scores["ranking"] as? [String: Any])?["rows"] as? [[String: Any]])
      #expect(again.map { $0["application"] as? String } == rows.map { $0["application"] as? String })
      #expect(!(scores["outliers"] as? [Any] ?? []).isEmpty, "the sample data has a reviewer far from the others")
      let agreement = try #require(scores["agreement"] as? [String: [String: Any]])
      #expect(agreement["icc"]?["single"] is Double && agreement["alpha"]?["alpha"] is Double)
    }

    @Test func nobodyElseSeesRanks() throws {
      let workspace = try Places.sampleWorkspace().path
      for words in [
        ["rank", workspace], ["rank", workspace, "--as", "pingshen-01"], ["rank", workspace, "--as", "hecha-01"],
      ] {
        let result = try reviewtui(words)
        #expect(result.status == 3 && result.output.isEmpty)
        #expect(result.errors.contains("督导"))
      }
    }
  }
}
