/// Turns the bytes of a terminal into events: pure, total, and linear in its input.
///
/// UTF-8 may be split between reads; bytes that are no UTF-8 are dropped; escape sequences of unknown meaning are swallowed
/// whole, so that their letters never act as keys.
struct KeyDecoder: Sendable {
  /// Bytes of a paste that are kept; what comes after them is dropped.
  static let pasteLimit = 1 << 20
  /// Bytes of one control string or sequence that are awaited before it is given up as noise.
  private static let sequenceLimit = 4096

  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  private var presses = PressCounter()

  /// Nothing is awaited.
  init() {}

  /// Milliseconds after which `expire` is to be called unless bytes arrive; nil when nothing is half read.
  var patience: Int? {
    if paste != nil { return 1000 }
    guard let first = pending.first else { return nil }
    if first != Byte.escape { return 1000 }
    // A lone ESC is the key; more than that has begun as a sequence and may be on a slow line.
    return pending.count == 1 ? 25 : 100
  }

  /// The events that `bytes` complete; `now` in milliseconds of any steady clock.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int) -> [InputEvent] {
    pending += bytes
    var events: [InputEvent] = []
    var at = 0
    while at < pending.count {
      if paste != nil {
        at = readPaste(from: at, into: &events)
        if paste != nil { break }
        continue
      }
      let step = Self.step(pending, at)
      guard step.length > 0 else {
        if pending.count - at < Self.sequenceLimit { break }
        at = pending.count
        break
      }
      at += step.length
      switch step.found {
      case .nothing: break
      case .key(let key): events.append(.key(key))
      case .mouse(let mouse): events.append(.mouse(presses.counted(mouse, at: now)))
      case .pasteStart: paste = []
      }
    }
    pending.removeFirst(at)
    return events
  }

  /// What half-read bytes mean when nothing follows: a lone ESC is the key Esc, a cut sequence or character is dropped.
  mutating func expire() -> [InputEvent] {
    if let text = paste {
      paste = nil
      let rest = pending
      pending = []
      return [.paste(Self.text(of: text + rest))]
    }
    defer { pending = [] }
    switch pending {
    case [Byte.escape]: return [.key(.escape)]
    case [Byte.escape, Byte.escape]: return [.key(.escape), .key(.escape)]
    default:
      guard pending.count == 2, pending[0] == Byte.escape, pending[1] > 0x20, pending[1] < 0x7F else { return [] }
      return [.key(.alt(Character(Unicode.Scalar(pending[1]))))]
    }
  }

  /// Reads pasted bytes up to the end mark; returns where to go on.
  private mutating func readPaste(from start: Int, into events: inout [InputEvent]) -> Int {
    let mark: [UInt8] = [Byte.escape, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var at = start
    while at < pending.count {
      if pending[at] == Byte.escape {
        let rest = pending[at...].prefix(mark.count)
        if rest.elementsEqual(mark) {
          events.append(.paste(Self.text(of: paste ?? [])))
          paste = nil
          return at + mark.count
        }
        if rest.count < mark.count, mark.starts(with: rest) { return at }
      }
      if (paste?.count ?? 0) < Self.pasteLimit { paste?.append(pending[at]) }
      at += 1
    }
    return at
  }

  private static func text(of bytes: [UInt8]) -> String {
    var unified: [UInt8] = []
    unified.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        unified.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        unified.append(byte)
      }
    }
    return String(decoding: unified, as: UTF8.self)
  }
}

/// Tells a double press from two presses.
private struct PressCounter: Sendable {
  private var place: Position?
  private var time = 0

  mutating func counted(_ mouse: Mouse, at now: Int) -> Mouse {
    guard mouse.kind == .press else { return mouse }
    if place == mouse.position, now - time <= 400 {
      place = nil
      return Mouse(kind: .doublePress, position: mouse.position)
    }
    place = mouse.position
    time = now
    return mouse
  }
}
