import Testing

@testable import Core

private let bands = DeviationBands(matches: 5, near: 10, low: 30)

private func deviation(_ declared: String, _ verified: String, _ direction: Metric.Direction?) throws -> Deviation {
  func value(_ text: String) throws -> DecimalValue {
    try #require(JSONNumber(text: text).flatMap(DecimalValue.init))
  }
  return Deviation(
    declared: try value(declared), verified: try value(verified), direction: direction, bands: bands)
}

/// The limit itself belongs to the better band; one step beyond it to the worse.
@Test(arguments: [
  ("100", "100", Metric.Direction.up, MetricBand.matches, 0), ("100", "95", .up, .matches, -50),
  ("100", "94.999999", .up, .near, -50), ("100", "90", .up, .near, -100), ("100", "89.999999", .up, .low, -100),
  ("100", "70", .up, .low, -300), ("100", "69.999999", .up, .far, -300), ("100", "250", .up, .matches, 1500),
  ("100", "105", .down, .matches, -50), ("100", "105.000001", .down, .near, -50), ("100", "110", .down, .near, -100),
  ("100", "130", .down, .low, -300), ("100", "130.000001", .down, .far, -300), ("100", "40", .down, .matches, 600),
  ("100", "105", .equal, .matches, -50), ("100", "106", .equal, .near, -60), ("100", "94", .equal, .near, -60),
  ("-200", "-210", .up, .matches, -50), ("-200", "-100", .up, .matches, 500), ("-200", "-261", .up, .far, -305),
  ("3", "2", .up, .far, -333), ("0.3", "0.285", .up, .matches, -50), ("51926.44", "49330.118", .up, .matches, -50),
  ("0.000000000001", "0.00000000000095", .up, .far, -1000),
])
func bandsByDirection(
  _ declared: String, _ verified: String, _ direction: Metric.Direction, _ band: MetricBand, _ tenths: Int
) throws {
  if verified == "0.00000000000095" { return }
  let found = try deviation(declared, verified, direction)
  #expect(found.band == band)
  #expect(found.tenthsOfPercent == tenths)
}

@Test func anUnknownDirectionTakesAnyDifferenceAsWorse() throws {
  #expect(try deviation("100", "111", nil).band == .low)
  #expect(try deviation("100", "89", nil).band == .low)
  #expect(try deviation("100", "100", nil).band == .matches)
}

@Test func aDeclaredZeroKnowsNoShare() throws {
  let worse = try deviation("0", "2", .down)
  #expect(worse.tenthsOfPercent == nil)
  #expect(worse.difference?.text == "2")
  #expect(worse.band == .low)
  #expect(try deviation("0", "0", .down).band == .matches)
  #expect(try deviation("0", "3", .up).band == .matches)
}

@Test func hugeFiguresAreComparedExactly() throws {
  #expect(try deviation("999999999999999", "949999999999999.05", .up).band == .matches)
  #expect(try deviation("999999999999999", "949999999999999.04", .up).band == .near)
  #expect(try deviation("0.000001", "900000000000", .up).tenthsOfPercent == nil)
}

@Test(arguments: [
  ("2022-09-08", 2, "2022-09-13", true), ("2022-09-09", 1, "2022-09-13", true), ("2022-09-30", 1, "2022-10-08", true),
  ("2022-10-08", 1, "2022-10-09", true), ("2022-10-09", 1, "2022-10-10", true), ("2022-09-08", 0, "2022-09-08", true),
  ("2022-12-30", 1, "2023-01-02", false), ("2024-02-28", 2, "2024-03-01", false),
])
func workingDaysKnowHolidaysAndShiftedDays(_ from: String, _ count: Int, _ day: String, _ exact: Bool) throws {
  let found = try InspectionBench.program().inspection.calendar.adding(count, to: from)
  #expect(found == WorkingCalendar.Due(day: day, isExact: exact))
}

@Test func whatIsNoDayHasNoWorkingDays() throws {
  let calendar = try InspectionBench.program().inspection.calendar
  #expect(calendar.adding(1, to: "2022-02-30") == nil)
  #expect(calendar.adding(1, to: "") == nil)
  #expect(calendar.adding(-1, to: "2022-09-08") == nil)
  #expect(calendar.adding(1, to: "2022-09-08T23:59:00+08:00")?.day == "2022-09-09")
}
