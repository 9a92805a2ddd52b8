import TestSupport
import Testing

@testable import Core

private func visit(_ id: String, _ state: String, verified: String, word: String = "null") throws -> Inspection {
  try Inspection(
    json: JSONParser.parse(
      Array(
        """
        {"schema": "reviewtui/inspection/1", "visitId": "\(id)", "application": "2022-qufu-001", "state": "\(state)",
         "actualEnd": "2022-09-08T15:00:00+08:00",
         "metrics": [{"id": "m01", "class": "economic", "name": "人均产值", "unit": "%", "direction": "up",
                      "declared": 58.6, "verified": \(verified), "word": \(word), "evidenceIds": ["e02"],
                      "source": "metrics.economic.rows.m01"}],
         "evidence": [{"id": "e01", "file": "attachments/a/1.jpg", "sha256": "aa", "itemIds": ["G01"]},
                      {"id": "e02", "file": "attachments/a/2.jpg", "sha256": "bb"},
                      {"id": "e03", "file": "attachments/a/3.jpg", "sha256": "cc", "itemIds": ["m01"]}]}
        """.utf8)))
}

private let bands = DeviationBands(matches: 5, near: 10, low: 30)

@Suite struct SiteFindingTests {
  @Test func aSignedVisitShowsWhatWasFoundAndInWhichFiles() throws {
    var site = SiteRecord(bands: bands)
    site.add(try visit("v1", "signed", verified: "56.2"), sealHolds: true)
    let finding = try #require(site.latest(on: "m01"))
    #expect(finding.state == .signed && finding.day == "2022-09-08" && finding.visit == "v1")
    let result = try #require(finding.result)
    #expect(result.verified?.text == "56.2" && result.band == .matches)
    #expect(result.deviation?.tenthsOfPercent == -41)
    #expect(result.evidence.map(\.id) == ["e02", "e03"])
    #expect(site.findings(on: "m02").isEmpty && site.latest(on: "m02") == nil)
  }

  @Test(arguments: ["planned", "draft"]) func anUnsignedVisitShowsNoValue(_ state: String) throws {
    var site = SiteRecord(bands: bands)
    site.add(try visit("v1", state, verified: "56.2"), sealHolds: true)
    let finding = try #require(site.latest(on: "m01"))
    #expect(finding.result == nil)
    #expect(finding.state == .pending(state == "draft" ? .draft : .planned))
  }

  @Test func aBrokenSealShowsNoValue() throws {
    var site = SiteRecord(bands: bands)
    site.add(try visit("v1", "signed", verified: "56.2"), sealHolds: false)
    #expect(site.latest(on: "m01")?.state == .brokenSeal && site.latest(on: "m01")?.result == nil)
  }

  @Test func theLatestResultCountsAndAWordIsOne() throws {
    var site = SiteRecord(bands: bands)
    site.add(try visit("v1", "signed", verified: "40"), sealHolds: true)
    site.add(try visit("v2", "signed", verified: "null", word: "\"partly\""), sealHolds: true)
    site.add(try visit("v3", "draft", verified: "58"), sealHolds: true)
    #expect(site.findings(on: "m01").map(\.visit) == ["v1", "v2", "v3"])
    let latest = try #require(site.latest(on: "m01"))
    #expect(latest.visit == "v2" && latest.result?.word == .partly && latest.result?.band == .low)
    #expect(latest.result?.deviation == nil && latest.result?.verified == nil)
  }

  /// The store reads all visits, also a tenth, in the order of their making, and holds seals against the bytes.
  @Test func theStoreGathersTheVisits() throws {
    let bench = try InspectionBench()
    #expect(bench.store.site(of: bench.id).isEmpty)
    try bench.plan()
    #expect(bench.store.site(of: bench.id).latest(on: "m01")?.state == .pending(.planned))
    try bench.part([.conflict(false)])
    try bench.save(try bench.complete(), sign: true)
    let finding = try #require(bench.store.site(of: bench.id).latest(on: "m01"))
    #expect(finding.state == .signed && finding.result?.band == .matches)
    let sealed = try #require(bench.temporary.bytes(bench.file))
    var text = String(decoding: sealed, as: UTF8.self)
    text.replace("现场与申报一致", with: "现场与申报相同")
    bench.temporary.write(Array(text.utf8), to: bench.file)
    #expect(bench.store.site(of: bench.id).latest(on: "m01")?.state == .brokenSeal)
  }
}
