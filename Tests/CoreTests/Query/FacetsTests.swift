import Testing

@testable import Core

@Suite struct FacetsTests {
  @Test func countsEveryApplicationOncePerTotal() throws {
    let program = try searchProgram()
    let rows = searchRows(program)
    let facets = Facets(rows, program: program)
    #expect(facets.total == 7)
    #expect(facets.units.map(\.key) == program.units.map(\.key))
    #expect(
      facets.units.filter { $0.count == 1 }.map(\.key) == [
        "yanzhou", "weishan", "wenshang", "zoucheng", "gaoxin", "taibaihu",
      ])
    #expect(facets.unknownUnits == 1)
    #expect(facets.scenarios.map(\.count) == [0, 0, 1, 0, 2, 1, 1, 1, 0, 0])
    #expect(facets.mentions == 6)
    #expect(facets.withoutScenario == 2)
    #expect(facets.stages.map(\.key) == Stage.allCases.map(\.rawValue))
    #expect(facets.stages.first { $0.key == "reviewing" } == .init(key: "reviewing", name: "评审中", count: 1))
    #expect(
      facets.flags == [
        .init(key: "R01", name: "R01", count: 1), .init(key: "R07", name: "R07", count: 2),
        .init(key: "R12", name: "R12", count: 1),
      ])
    #expect(facets.flagged == 3)
  }

  @Test func matrixTotalsAreNotSumsOfCells() throws {
    let program = try searchProgram()
    let rows = searchRows(program)
    let matrix = Facets(rows, program: program).matrix
    let gaoxin = try #require(program.units.firstIndex { $0.key == "gaoxin" })
    #expect(matrix.cells.count == 15)
    #expect(matrix.cells[gaoxin] == [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0])
    #expect(matrix.unitTotals[gaoxin] == 1)
    #expect(matrix.cells[14] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(matrix.scenarioTotals == [0, 0, 1, 0, 2, 1, 1, 1, 0, 0, 2])
    #expect(matrix.unitTotals.reduce(0, +) == 7)
    #expect(matrix.total == 7)
  }

  @Test func countsOnlyTheRowsThatAreFound() throws {
    let program = try searchProgram()
    let rows = searchRows(program)
    let places = QueryMatcher(try Query("scenario:溯源"), program: program).filter(rows)
    let facets = Facets(rows, at: places, program: program)
    #expect(facets.total == 2)
    #expect(facets.mentions == 3)
    #expect(Facets(rows, at: [], program: program).total == 0)
  }

  @Test func aMarkThatARowHasTwiceCountsOnce() throws {
    let program = try searchProgram()
    var row = searchRows(program)[0]
    row.flags = ["R07", "R01", "R07"]
    #expect(Facets([row], program: program).flags.map(\.count) == [1, 1])
    #expect(Facets([row], program: program).flagged == 1)
  }
}
