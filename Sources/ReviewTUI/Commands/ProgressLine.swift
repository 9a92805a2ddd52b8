import Glibc

/// One line on a terminal that tells how far a command is, shown only when it takes longer than a second.
///
/// It is taken away before anything else is printed, so that nothing of it stays on the screen.
final class ProgressLine {
  private let columns: Int
  private let write: ([UInt8]) -> Void
  private let now: () -> Int
  private let start: Int
  private var last: Int?
  private(set) var isShown = false

  /// Milliseconds before the line shows, and between two pictures of it.
  private static let patience = 1_000
  private static let interval = 100

  /// - Parameters:
  ///   - columns: width of the terminal.
  ///   - now: milliseconds of a clock that never goes back.
  init(columns: Int, now: @escaping () -> Int = ProgressLine.clock, write: @escaping ([UInt8]) -> Void) {
    self.columns = columns
    self.write = write
    self.now = now
    start = now()
  }

  /// Shows `text` behind a bar, when it is time for it; at once when `now` is set.
  func show(_ text: String, of total: Int, done: Int, now isDue: Bool) {
    let time = self.now()
    guard isDue || (time - start >= Self.patience && last.map({ time - $0 >= Self.interval }) ?? true) else { return }
    last = time
    isShown = true
    let line = Self.line(text, of: total, done: done, columns: columns)
    // The bytes are the program's own: back to the line's head, the text, and away with what stood behind it.
    write(Array("\r\(line)\u{1B}[K".utf8))
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    isShown = false
    write(Array("\r\u{1B}[K".utf8))
  }

  /// `[#####-----] 5/10 text`, never as wide as the terminal, where it would wrap.
  static func line(_ text: String, of total: Int, done: Int, columns: Int) -> String {
    let width = 20
    let filled = total > 0 ? min(width, done * width / total) : 0
    let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "]"
    return TextLayout.truncate("\(bar) \(done)/\(total) \(text)", width: max(0, columns - 1), overflow: .end)
  }

  /// Milliseconds since the machine started.
  static func clock() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
