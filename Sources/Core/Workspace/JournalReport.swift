/// A journal as it was read: its lines in order, and what is wrong with the chain.
public struct JournalReport: Equatable, Sendable {
  /// A line that could be read.
  public struct Line: Equatable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The act.
    public let entry: JournalEntry
  }

  /// What is wrong with a line.
  public enum Fault: Error, Equatable, Sendable {
    /// Half a line, torn off by a crash; the acts before and after it count.
    case torn
    /// The line is no JSON that the program accepts.
    case syntax(JSONSyntaxError)
    /// A field does not hold what it must.
    case field(FieldError)
    /// The line does not name the digest of the line before: something was changed, taken out or put in.
    case brokenChain
    /// The line is not what it was when it was written: its own digest says otherwise, or is missing after lines that have one.
    case changedLine
    /// The line speaks of another person than the owner of the journal.
    case otherPerson(String)
  }

  /// The lines that could be read.
  public internal(set) var lines: [Line] = []
  /// The faults, with the number of the line.
  public internal(set) var faults: [(line: Int, fault: Fault)] = []
  /// Digest of the last line; nil for an empty journal.
  public internal(set) var head: String?

  /// Whether both hold the same.
  public static func == (left: JournalReport, right: JournalReport) -> Bool {
    left.lines == right.lines && left.head == right.head
      && left.faults.elementsEqual(right.faults) { $0.line == $1.line && $0.fault == $1.fault }
  }

  /// The last act that wrote `file`.
  public func last(writing file: String) -> JournalEntry? {
    lines.last { $0.entry.file?.hasSameBytes(as: file) == true && $0.entry.after != nil }?.entry
  }

  /// The first line that is wrong, and the first that a crash tore off, in their order: what follows a broken line is often
  /// only its echo.
  public var firstFaults: [(line: Int, fault: Fault)] {
    let torn = faults.first { $0.fault == .torn }
    let broken = faults.first { $0.fault != .torn }
    return [torn, broken].compactMap { $0 }.sorted { $0.line < $1.line }
  }

  /// Whether a line so far had a sum.
  private var hasSums = false

  /// Reads the bytes of the journal of `person`.
  init(_ bytes: [UInt8], person: RecordID) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let isLast = line.endIndex == bytes.endIndex
      if isLast, line.isEmpty { break }
      read(Array(line), number: number, isCut: isLast, person: person)
      head = Digest.sha256Hex(Array(line))
    }
  }

  private mutating func read(_ line: [UInt8], number: Int, isCut: Bool, person: RecordID) {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(line)
    } catch {
      let isTorn = isCut || error.reason == .unexpectedEnd || error.reason == .nulFilled
      faults.append((number, isTorn ? .torn : .syntax(error.withoutText)))
      return
    }
    if !hasRightSum(line, value) { faults.append((number, .changedLine)) }
    do throws(FieldError) {
      let entry = try JournalEntry(json: value)
      if !entry.person.hasSameBytes(as: person.text) { faults.append((number, .otherPerson(entry.person))) }
      lines.append(Line(number: number, entry: entry))
    } catch {
      // A line tells of scores that not everybody may see.
      var error = error
      error.isSecret = true
      faults.append((number, .field(error)))
    }
    let previous = value["prev"]?.string
    if previous != head { faults.append((number, .brokenChain)) }
  }

  /// Lines of older programs end with `prev`; after the first line with a sum all have one.
  private mutating func hasRightSum(_ line: [UInt8], _ value: JSONValue) -> Bool {
    guard let holds = JournalSum.holds(line) else {
      return !hasSums && value.object?.members.last?.key.hasSameBytes(as: "prev") == true
    }
    hasSums = true
    return holds
  }
}

extension Journal {
  /// The lines of the journal and what is wrong with them; an empty report when there is none yet.
  public func report() throws(FileError) -> JournalReport {
    do throws(FileError) {
      return JournalReport(try workspace.bytes(path, max: 256 * 1024 * 1024), person: person)
    } catch {
      guard error.reason == .missing else { throw error }
      return JournalReport([], person: person)
    }
  }
}
