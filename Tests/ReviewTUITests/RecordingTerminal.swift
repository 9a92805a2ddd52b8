@testable import ReviewTUI

/// A terminal for tests: it plays events and keeps every frame.
///
/// Each `wait` answers the next batch of the script; when the script is over it answers a hangup, so that a loop which does
/// not end by itself ends all the same, and `ranDry` says so.
@MainActor
final class RecordingTerminal: TerminalPort {
  private(set) var size: Size
  let waker: Waker
  /// Batches of events still to be played.
  var script: [[InputEvent]]
  private(set) var frames: [Frame] = []
  /// Whether the loop asked for more than the script held.
  private(set) var ranDry = false
  private(set) var suspensions = 0
  private(set) var redraws = 0
  private(set) var themes: [ThemeName] = []
  /// What `runOutside` answers instead of running anything; nil runs the body.
  var outsideStatus: Int32?

  init(size: Size, script: [[InputEvent]] = []) throws {
    self.size = size
    self.script = script
    waker = try Waker()
  }

  /// One key a batch, as a person types.
  convenience init(size: Size, keys: [Key]) throws {
    try self.init(size: size, script: keys.map { [.key($0)] })
  }

  /// The last frame shown.
  var frame: Frame? { frames.last }

  /// Rows of the last frame without spaces at their ends.
  var text: [String] {
    guard let frame else { return [] }
    return (0..<frame.size.rows).map { row in
      var line = frame.text(row: row)
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  func present(_ frame: Frame) { frames.append(frame) }

  func wait(timeoutMilliseconds: Int?) -> [InputEvent] {
    if waker.take() { return [.wake] }
    guard !script.isEmpty else {
      if timeoutMilliseconds == 0 { return [] }
      ranDry = true
      return [.hangup]
    }
    let batch = script.removeFirst()
    for event in batch {
      if case .resize(let new) = event { size = new }
    }
    return batch
  }

  func suspendToShell() {
    suspensions += 1
    script.insert([.resize(size)], at: 0)
  }

  func runOutside(_ body: () -> Int32) -> Int32 {
    script.insert([.resize(size)], at: 0)
    return outsideStatus ?? body()
  }

  func redraw() { redraws += 1 }

  func setTheme(_ name: ThemeName) { themes.append(name) }
}
