import ArgumentParser
import Core
import Glibc
import TestSupport

@testable import ReviewTUI

/// A workspace in a folder of its own, and commands run in it without a process.
final class CommandBench {
  struct Result {
    var exit: CommandExit
    var out = ""
    var err = ""

    var outLines: [Substring] { out.split(separator: "\n") }
  }

  private let folder = TemporaryFolder()
  var path: String { folder.path }
  var workspace: String { path + "/ws" }
  static let application = "2022-zoucheng-001"
  /// The time that commands are told.
  var now = "2022-09-01T10:00:00+08:00"

  /// Runs the command line `words` as a user would; `$` stands for the workspace.
  func run(_ words: String..., columns: Int? = nil) -> Result { runAll(words, columns: columns) }

  func runAll(_ words: [String], columns: Int? = nil, now: String? = nil) -> Result {
    var result = Result(exit: .done)
    let console = CommandConsole(columns: columns) { file, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if file == 1 { result.out += text } else { result.err += text }
      return true
    }
    let arguments = words.map { $0 == "$" ? workspace : $0 }
    do {
      let command = try ReviewTUI.parseAsRoot(arguments)
      guard let runnable = command as? any ConsoleCommand else {
        result.exit = .usage
        return result
      }
      let context = CommandContext(
        language: runnable.common.lang, format: runnable.common.format, console: console,
        environment: ["HOME": path, "TERM": "xterm-256color", "LANG": "zh_CN.UTF-8"], now: now ?? self.now)
      let exit = runnable.exit(in: context)
      result.exit = exit
    } catch {
      result.err = ReviewTUI.message(for: error)
      result.exit = .usage
    }
    return result
  }

  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) {
    var above = workspace
    for part in name.split(separator: "/").dropLast() {
      above += "/" + part
      mkdir(above, 0o755)
    }
    write(bytes, toPath: Array((workspace + "/" + name).utf8))
  }

  /// For names that are no text.
  func write(_ bytes: [UInt8], toPath path: [UInt8]) {
    let file = open(path.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      if count <= 0 { break }
      done += count
    }
    close(file)
  }

  /// Every file of the workspace by its path, with size and time of change.
  func contents() -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    func walk(_ folder: String, _ name: String) {
      guard let stream = opendir(folder) else { return }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let child = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if child == "." || child == ".." { continue }
        var status = stat()
        lstat(folder + "/" + child, &status)
        if status.st_mode & S_IFMT == S_IFDIR {
          walk(folder + "/" + child, name + child + "/")
        } else {
          found[name + child] = [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
      }
    }
    walk(workspace, "")
    return found
  }

  func text(_ name: String) -> String? {
    let file = open(workspace + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// A workspace with two reviewers, an inspector, a supervisor, and one small application.
  static func filled() -> CommandBench {
    let bench = CommandBench()
    _ = bench.run("init", "$")
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "expert-01", "name": "甲", "roles": ["reviewer"]}, {"id": "expert-02", "name": "乙", "roles": ["reviewer"]},
        {"id": "visitor-01", "name": "丙", "roles": ["inspector"]}, {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    bench.write(
      """
      {"schema": "reviewtui/application/1", "id": "\(application)", "unit": "zoucheng",
       "company": {"name": "甲\\u001b[31m公司"}, "project": {"name": "5G项目", "scenarios": ["SC06"]},
       "investment": {"total": 445.0}, "x": "\\u202e"}
      """, to: "applications/\(application).json")
    return bench
  }
}
