import ArgumentParser
import Core
import Foundation

/// `reviewtui demo`: the console on a private copy of the sample data, which keeps what is done in it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "打开示例数据的私有副本 / Open a private copy of the sample data")

  @Flag(help: "重新复制示例数据（旧副本改名保留） / copy anew; the old copy is kept under another name")
  var fresh = false

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    var options = options
    if options.person == nil { options.person = "pingshen-01" }
    let copy: String
    do throws(LaunchError) {
      copy = try Self.privateCopy(fresh: fresh)
    } catch {
      Console.writeError(Phrase(error)(options.lang))
      throw ExitCode(error.exitCode)
    }
    try Console.run(path: copy, name: Phrase.demoName(options.lang), options: options)
  }

  /// The folder of the copy, made when missing. A half-made copy never gets the name.
  static func privateCopy(fresh: Bool) throws(LaunchError) -> String {
    guard let source = sampleData() else { throw .noSampleData }
    guard let base = Console.folder("XDG_DATA_HOME", or: "/.local/share") else {
      throw .demoFailed(path: "$HOME", reason: String(cString: strerror(ENOENT)))
    }
    let folder = base + "/reviewtui"
    let target = folder + "/demo"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if access(target + "/program.json", R_OK) == 0 {
        guard fresh else { return target }
        let kept = target + "-" + LocalClock.iso8601().replacing(":", with: "")
        guard rename(target, kept) == 0 else { throw LaunchError.demoFailed(path: kept, reason: errorText()) }
      }
      let partial = "\(target).part-\(getpid())"
      try copyTree(source, to: partial)
      guard rename(partial, target) == 0 else { throw LaunchError.demoFailed(path: target, reason: errorText()) }
      return target
    } catch let error as LaunchError {
      throw error
    } catch {
      throw .demoFailed(path: target, reason: error.localizedDescription)
    }
  }

  private static func errorText() -> String { String(cString: strerror(errno)) }

  private static func copyTree(_ source: String, to target: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cp")
    process.arguments = ["-R", "--", source, target]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw LaunchError.demoFailed(path: target, reason: "cp: \(process.terminationStatus)")
    }
  }

  /// `sample-data` above the program (a checkout) or beside it as installed.
  static func sampleData() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    var parts = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let folder = "/" + parts.joined(separator: "/")
      for candidate in [folder + "/sample-data", folder + "/share/reviewtui/sample-data"]
      where access(candidate + "/program.json", R_OK) == 0 {
        return candidate
      }
    }
    return nil
  }
}
