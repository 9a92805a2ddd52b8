import Glibc
import TestSupport
import Testing

@testable import Core

struct OutsideWriteTests {
  private let ours = TemporaryFolder()
  private let place = TemporaryFolder()
  private let new = Array("new\n".utf8)

  private func write(
    _ name: String, replacing: Bool = false, _ calls: FileCalls = .system
  ) throws -> OutsideWrite.Written {
    try OutsideWrite.write(
      new, to: place.path + "/" + name, replacing: replacing, outside: ours.workspace(), calls: calls)
  }

  @Test func writesANewFile() throws {
    let written = try write("报表.csv")
    #expect(written.digest == Digest.sha256Hex(new) && written.kept == nil)
    #expect(place.bytes("报表.csv") == new)
    #expect(place.names() == ["报表.csv"])
  }

  @Test func aFileThatIsThereIsNeverLost() throws {
    place.write("old", to: "a.csv")
    #expect(throws: OutsideWrite.Failure.exists(place.path + "/a.csv")) { try write("a.csv") }
    #expect(place.text("a.csv") == "old")
    #expect(try write("a.csv", replacing: true).kept == "a.1.csv")
    place.write("older", to: "a.csv")
    #expect(try write("a.csv", replacing: true).kept == "a.2.csv")
    #expect(place.text("a.1.csv") == "old" && place.text("a.2.csv") == "older" && place.bytes("a.csv") == new)
    #expect(try write("a.csv", replacing: true).kept == nil, "the same bytes need no copy")
  }

  @Test func linksFoldersAndMissingPlacesAreRefused() throws {
    place.write("x", to: "target")
    symlink("target", place.path + "/link.csv")
    place.folder("dir.csv")
    for name in ["link.csv", "dir.csv"] {
      #expect(throws: OutsideWrite.Failure.self, "\(name)") { try write(name, replacing: true) }
    }
    #expect(place.text("target") == "x")
    #expect(throws: OutsideWrite.Failure.self) { try write("no/such/a.csv") }
    #expect(throws: OutsideWrite.Failure.self) { try write("") }
  }

  @Test func recordsOfTheWorkspaceAreNoPlace() throws {
    ours.folder("reviews")
    let workspace = try ours.workspace()
    let inside = ours.path + "/reviews/a.csv"
    #expect(throws: OutsideWrite.Failure.insideRecords(inside)) {
      try OutsideWrite.write(new, to: inside, replacing: false, outside: workspace)
    }
    symlink(ours.path + "/reviews", place.path + "/way")
    #expect(throws: OutsideWrite.Failure.insideRecords(place.path + "/way/a.csv")) { try write("way/a.csv") }
    _ = try OutsideWrite.write(new, to: ours.path + "/a.csv", replacing: false, outside: workspace)
  }

  /// Every call that can fail, failing for want of room: the old file stays whole, and nothing else is left.
  @Test(arguments: [ENOSPC, EIO, EACCES]) func failuresLeaveTheOldFile(_ code: Int32) throws {
    for number in 1..<60 {
      place.write("old", to: "a.csv")
      let faults = Faults(.error(code), at: number)
      do {
        _ = try write("a.csv", replacing: true, faults.fileCalls())
        if !faults.wasReached { return }
      } catch let failure as OutsideWrite.Failure {
        if case .unconfirmed = failure { continue }
        #expect(place.text("a.csv") == "old", "\(number)")
      }
      for name in place.names() where name != "a.csv" { #expect(place.text(name) == "old", "\(name) at \(number)") }
    }
    Issue.record("the fault was reached always")
  }
}
