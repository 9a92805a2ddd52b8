import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Core

/// What was told so far, for a test that waits for it.
private final class Told: Sendable {
  private let changes = Mutex<Set<WorkspaceChange>>([])

  func add(_ new: Set<WorkspaceChange>) { changes.withLock { $0.formUnion(new) } }

  /// Waits until everything wanted has been told; what was told by then.
  func wait(for wanted: Set<WorkspaceChange>) -> Set<WorkspaceChange> {
    for _ in 0..<2000 {
      let now = changes.withLock { $0 }
      if wanted.isSubset(of: now) { return now }
      usleep(5000)
    }
    return changes.withLock { $0 }
  }
}

@Suite struct WorkspaceWatcherTests {
  private let temporary = TemporaryFolder()
  private let id: RecordID
  private let person: RecordID

  init() throws {
    id = try #require(RecordID("2022-zoucheng-001"))
    person = try #require(RecordID("pingshen-01"))
    temporary.write("{}", to: "program.json")
    for name in ["applications", "reviews", "inspections", "journal"] { temporary.folder(name) }
  }

  private func following(_ told: Told) throws -> WorkspaceWatcher {
    try WorkspaceWatcher(Workspace.open(temporary.path)) { told.add($0) }
  }

  @Test func tellsWhatIsWrittenReplacedLinkedAndRemoved() throws {
    temporary.write("{}", to: "applications/2022-qufu-001.json")
    let told = Told()
    let watcher = try following(told)
    defer { watcher.stop() }
    let removed = try #require(RecordID("2022-qufu-001"))
    temporary.write("{}", to: "applications/\(id).json")
    unlink(temporary.path + "/applications/2022-qufu-001.json")
    temporary.write("{}", to: "journal/.tmp-1-1-1")
    link(temporary.path + "/journal/.tmp-1-1-1", temporary.path + "/journal/pingshen-01.jsonl")
    temporary.write("{}", to: ".tmp-1-1-2")
    rename(temporary.path + "/.tmp-1-1-2", temporary.path + "/people.json")
    let wanted: Set<WorkspaceChange> = [.application(id), .application(removed), .journal(person), .people]
    #expect(told.wait(for: wanted) == wanted)
  }

  @Test func followsFoldersThatAreMadeLater() throws {
    let told = Told()
    let watcher = try following(told)
    defer { watcher.stop() }
    temporary.folder("reviews/\(id)")
    temporary.write("{}", to: "reviews/\(id)/\(person).json")
    temporary.folder("inspections/\(id)")
    temporary.folder("inspections/\(id)/v1")
    temporary.write("{}", to: "inspections/\(id)/v1/\(person).json")
    temporary.folder("decisions")
    temporary.write("{}", to: "decisions/\(id).json")
    let wanted: Set<WorkspaceChange> = [.review(application: id, reviewer: person), .inspection(id), .decision(id)]
    #expect(told.wait(for: wanted) == wanted)
  }

  @Test func copiesTemporaryFilesAndOddNamesAreNoNews() throws {
    temporary.folder("reviews/\(id)")
    let told = Told()
    let watcher = try following(told)
    defer { watcher.stop() }
    temporary.folder("reviews/\(id)/history")
    temporary.write("{}", to: "reviews/\(id)/history/pingshen-01-r000001-000000000000.json")
    temporary.write("{}", to: "reviews/\(id)/.tmp-9-9-9")
    temporary.write("{}", to: "reviews/\(id)/pingshen-01 (1).json")
    temporary.write("{}", to: "reviews/\(id)/~$pingshen-01.json")
    temporary.write("{}", to: "reviews/readme.txt")
    temporary.write("{}", to: "applications/\(id).json")
    #expect(told.wait(for: [.application(id)]) == [.application(id)])
  }

  @Test func aFolderThatGoesMeansEverything() throws {
    let told = Told()
    let watcher = try following(told)
    defer { watcher.stop() }
    rmdir(temporary.path + "/applications")
    #expect(told.wait(for: [.everything]).contains(.everything))
  }

  @Test func stopsAtOnceAndTwiceIsNoHarm() throws {
    let told = Told()
    let watcher = try following(told)
    watcher.stop()
    watcher.stop()
    // The thread is gone when a later watcher alone tells of what comes.
    let later = Told()
    let second = try following(later)
    defer { second.stop() }
    usleep(50_000)
    temporary.write("{}", to: "applications/\(id).json")
    #expect(later.wait(for: [.application(id)]) == [.application(id)])
    #expect(told.wait(for: []).isEmpty)
  }
}
