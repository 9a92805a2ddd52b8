import Testing

@testable import ReviewTUI

@Suite struct GeometryTests {
  @Test func splitsAreTotal() {
    let rect = Rect(row: 2, column: 3, rows: 4, columns: 10)
    let (left, right) = rect.split(left: 4, gap: 1)
    #expect(left == Rect(row: 2, column: 3, rows: 4, columns: 4))
    #expect(right == Rect(row: 2, column: 8, rows: 4, columns: 5))
    #expect(rect.split(left: 99, gap: 1) == (rect, Rect(row: 2, column: 13, rows: 4, columns: 0)))
    #expect(rect.split(left: -1) == (Rect(row: 2, column: 3, rows: 4, columns: 0), rect))
    #expect(rect.split(top: 1).1 == Rect(row: 3, column: 3, rows: 3, columns: 10))
    #expect(rect.split(bottom: 1).1 == Rect(row: 5, column: 3, rows: 1, columns: 10))
    #expect(rect.split(bottom: 9).1 == rect)
  }

  @Test func insetsNeverTurnInsideOut() {
    let inner = Rect(row: 0, column: 0, rows: 5, columns: 4).inset(rows: 1, columns: 1)
    #expect(inner == Rect(row: 1, column: 1, rows: 3, columns: 2))
    #expect(Rect(row: 0, column: 0, rows: 1, columns: 1).inset(rows: 3, columns: 3).isEmpty)
  }

  @Test func containsItsEdgesOnly() {
    let rect = Rect(row: 1, column: 1, rows: 1, columns: 2)
    #expect(rect.contains(Position(row: 1, column: 2)))
    #expect(!rect.contains(Position(row: 1, column: 3)))
    #expect(!rect.contains(Position(row: 2, column: 1)))
  }
}
