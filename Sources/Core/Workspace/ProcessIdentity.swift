import Glibc

/// Which process this is, so that a later one can tell whether it still lives.
public struct ProcessIdentity: Equatable, Sendable {
  /// The process number.
  public let pid: Int32
  /// The system's boot, as 32 hexadecimal digits; process numbers start again with each boot. Empty when unknown.
  public let boot: String
  /// The time the process started, in the clock ticks of `/proc`; tells apart two processes that had the same number.
  public let started: String

  /// An identity as read from a file.
  public init(pid: Int32, boot: String, started: String) {
    self.pid = pid
    self.boot = boot
    self.started = started
  }

  /// This process.
  public static let current = ProcessIdentity(
    pid: getpid(), boot: bootNumber(), started: startTime(of: getpid()) ?? "")

  /// Whether the process is known to be gone: another boot, no such process, or another one under its number.
  public var isGone: Bool {
    if !boot.isEmpty, !Self.current.boot.isEmpty, boot != Self.current.boot { return true }
    if kill(pid, 0) != 0, errno == ESRCH { return true }
    guard !started.isEmpty, let now = Self.startTime(of: pid) else { return false }
    return now != started
  }

  /// A new name for a temporary file: `.tmp-<pid>-<8 digits of the boot><8 random digits>`.
  func temporaryName() -> String {
    let random = String(UInt32.random(in: .min ... .max), radix: 16)
    return ".tmp-\(pid)-\(Self.bootTag)" + String(repeating: "0", count: 8 - random.utf8.count) + random
  }

  /// Whether the temporary file `name` was made in this boot by a process that is gone; nil when another machine or
  /// boot made it, or when it is not such a name.
  static func isAbandoned(temporary name: String) -> Bool? {
    let parts = name.utf8.split(separator: UInt8(ascii: "-"))
    guard parts.count == 3, let digits = String(parts[1]), let pid = Int32(digits), pid > 0 else { return nil }
    guard !current.boot.isEmpty, parts[2].count == 16, parts[2].starts(with: bootTag.utf8) else { return nil }
    return kill(pid, 0) != 0 && errno == ESRCH
  }

  /// Boot and process-number space, in 8 hexadecimal digits: a container's numbers mean nothing outside of it.
  private static let bootTag: String = {
    var space = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/self/ns/pid", &space, space.count)
    let name = space.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(Digest.sha256Hex(Array(current.boot.utf8) + name).prefix(8))
  }()

  private static func bootNumber() -> String {
    guard let text = systemText("/proc/sys/kernel/random/boot_id") else { return "" }
    return String(decoding: text.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  /// The 22nd field of `/proc/<pid>/stat`, counted after the name in brackets, which may hold anything.
  private static func startTime(of pid: Int32) -> String? {
    guard let text = systemText("/proc/\(pid)/stat"), let end = text.utf8.lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    let fields = text.utf8[text.utf8.index(after: end)...].split(separator: 0x20)
    return fields.count > 19 ? String(fields[19]) : nil
  }

  private static func systemText(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
