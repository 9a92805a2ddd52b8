import Core
import Glibc
import Testing

/// A sheet whose saves are killed at any moment is always whole, and no save that was acknowledged is lost.
@Test func killingASaveLosesNothingThatWasAcknowledged() throws {
  var template = Array("/tmp/reviewtui-kill-XXXXXX".utf8CString)
  let home = try #require(mkdtemp(&template).map { String(cString: $0) })
  let workspace = home + "/ws"
  let id = "2022-zoucheng-001"
  let made = try #require(ConsoleProcess(["init", workspace], home: home)).wait()
  #expect(made.status == 0)
  write(
    "{\"schema\": \"reviewtui/people/1\", \"people\": [{\"id\": \"expert-01\", \"name\": \"甲\", \"roles\": [\"reviewer\"]}]}",
    to: workspace + "/people.json")
  write(
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"\(id)\", \"unit\": \"zoucheng\"}",
    to: workspace + "/applications/\(id).json")
  let open = try Workspace.open(workspace)
  let rubric = try open.program().rubric
  let application = try #require(RecordID(id))
  let reviewer = try #require(RecordID("expert-01"))
  let store = ReviewStore(open, state: nil, rubric: rubric)
  var acknowledged = 0
  var killed = 0
  for round in 0..<60 {
    let process = try #require(
      ConsoleProcess(["score", workspace, id, "--as", "expert-01", "--set", "C01=\(round % 10)"], home: home))
    // From "just started" to "surely ended", in steps.
    usleep(UInt32(round % 30) * 700)
    process.kill()
    let (text, status) = process.wait()
    if status == nil { killed += 1 }
    if let line = text.split(separator: "\n").first, line.hasPrefix("ACK ") {
      acknowledged = max(acknowledged, Int(line.split(separator: " ")[2].dropFirst()) ?? 0)
    }
    let sheet = try store.load(application, reviewer: reviewer)
    #expect(sheet.review.revision >= acknowledged)
  }
  #expect(killed > 0)
  // Whoever saves next cleans up, and the journal is whole but for torn lines.
  let last = try #require(
    ConsoleProcess(["score", workspace, id, "--as", "expert-01", "--set", "C01=10"], home: home)
  ).wait()
  #expect(last.status == 0)
  let report = try Journal(of: reviewer, in: open).report()
  #expect(report.faults.allSatisfy { $0.fault == .torn })
  #expect(temporaries(workspace + "/reviews/\(id)") == [])
  _ = try #require(ConsoleProcess(["doctor", workspace], home: home)).wait()
}

/// Two processes that save the same sheet: each says saved or conflict, and every acknowledged revision is one step.
@Test func twoProcessesNeverOverwriteEachOther() throws {
  var template = Array("/tmp/reviewtui-race-XXXXXX".utf8CString)
  let home = try #require(mkdtemp(&template).map { String(cString: $0) })
  let workspace = home + "/ws"
  let id = "2022-zoucheng-001"
  #expect(try #require(ConsoleProcess(["init", workspace], home: home)).wait().status == 0)
  write(
    "{\"schema\": \"reviewtui/people/1\", \"people\": [{\"id\": \"expert-01\", \"name\": \"甲\", \"roles\": [\"reviewer\"]}]}",
    to: workspace + "/people.json")
  write(
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"\(id)\", \"unit\": \"zoucheng\"}",
    to: workspace + "/applications/\(id).json")
  var saved = 0
  for round in 0..<15 {
    let processes = (1...3).compactMap { number in
      ConsoleProcess(["score", workspace, id, "--as", "expert-01", "--set", "C0\(number)=\(round % 7)"], home: home)
    }
    for process in processes {
      let (text, status) = process.wait()
      if status == 0 { saved += 1 } else { #expect(status == 4 && text.contains("冲突")) }
    }
  }
  let open = try Workspace.open(workspace)
  let store = ReviewStore(open, state: nil, rubric: try open.program().rubric)
  let sheet = try store.load(#require(RecordID(id)), reviewer: #require(RecordID("expert-01")))
  #expect(sheet.review.revision == saved)
}

private func write(_ text: String, to path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  let bytes = Array(text.utf8)
  _ = Glibc.write(file, bytes, bytes.count)
  close(file)
}

private func temporaries(_ path: String) -> [String] {
  var names: [String] = []
  guard let folder = opendir(path) else { return ["no folder"] }
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasPrefix(".tmp-") { names.append(name) }
  }
  closedir(folder)
  return names
}
