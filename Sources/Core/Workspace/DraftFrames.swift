/// The file format of drafts: frames of length (4 bytes, little end first), CRC-32 (4 bytes) and a JSON object.
///
/// The first frame names the subject and the process; each later one holds a field's whole text, or that it was saved.
enum DraftFrames {
  static let schema = "reviewtui/draft/1"
  private static let largestFrame = 16 * 1024 * 1024

  /// Typed text is kept as it is: marks in a row may be many, and a field may be long.
  private static let limits: JSONLimits = {
    var limits = JSONLimits()
    limits.bytes = largestFrame
    limits.stringBytes = largestFrame
    limits.marks = .max
    limits.flagLetters = .max
    return limits
  }()

  static func header(_ subject: DraftSubject, _ process: ProcessIdentity) -> [UInt8] {
    frame(
      JSONObject([
        ("schema", .string(schema)), ("person", .string(subject.person.text)),
        ("record", .string(subject.record.description)), ("base", subject.base.map { .string($0) } ?? .null),
        ("pid", .number(JSONNumber(Int(process.pid)))), ("boot", .string(process.boot)),
        ("started", .string(process.started)),
      ]))
  }

  /// A field's text; nil says that the field is saved and the draft no longer speaks of it.
  ///
  /// Of how the text came about only what the frame before did not say (`old`) is written.
  static func field(
    _ name: String, text: String?, at: String, trail: TextTrail = TextTrail(), since old: TextTrail? = nil
  ) -> [UInt8] {
    let members: [(String, JSONValue)] = [
      ("field", .string(name)), ("text", text.map { .string($0) } ?? .null), ("at", .string(at)),
    ]
    return frame(JSONObject(trail == TextTrail() ? members : members + trail.members(since: old)))
  }

  static func frame(_ object: JSONObject) -> [UInt8] {
    let payload = JSONWriter.compact(.object(object))
    return number(UInt32(truncatingIfNeeded: payload.count)) + number(CRC32.of(payload)) + payload
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  /// A draft's file as far as it is whole.
  struct Reading {
    var subject: DraftSubject
    var process: ProcessIdentity
    var fields: [Draft.Field] = []
    var isTorn = false
  }

  /// Nil when not even the header is whole: then nothing was typed into it yet.
  static func read(_ bytes: [UInt8]) -> Reading? {
    var place = 0
    guard let first = next(bytes, &place), var reading = header(first) else { return nil }
    while let frame = next(bytes, &place) {
      guard let name = frame["field"]?.string else { continue }
      let index = reading.fields.firstIndex { $0.name.hasSameBytes(as: name) }
      if let text = frame["text"]?.string {
        let before = index.map { reading.fields[$0].trail } ?? TextTrail()
        let field = Draft.Field(
          name: name, text: text, at: frame["at"]?.string ?? "", trail: before.taking(frame))
        if let index { reading.fields[index] = field } else { reading.fields.append(field) }
      } else if let index {
        reading.fields.remove(at: index)
      }
    }
    reading.isTorn = place < bytes.count
    return reading
  }

  private static func header(_ frame: JSONValue) -> Reading? {
    guard frame["schema"]?.string?.hasSameBytes(as: schema) == true,
      let person = frame["person"]?.string.flatMap({ RecordID($0) }),
      let record = frame["record"]?.string.flatMap({ WorkspacePath($0) }),
      let pid = frame["pid"]?.number?.int.flatMap({ Int32(exactly: $0) })
    else { return nil }
    return Reading(
      subject: DraftSubject(person: person, record: record, base: frame["base"]?.string),
      process: ProcessIdentity(
        pid: pid, boot: frame["boot"]?.string ?? "", started: frame["started"]?.string ?? ""))
  }

  /// The frame at `place`, which moves behind it; nil where no whole frame stands.
  static func next(_ bytes: [UInt8], _ place: inout Int) -> JSONValue? {
    guard place + 8 <= bytes.count else { return nil }
    func number(_ start: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
    }
    let length = Int(number(place))
    guard length <= largestFrame, place + 8 + length <= bytes.count else { return nil }
    let payload = Array(bytes[place + 8..<place + 8 + length])
    guard CRC32.of(payload) == number(place + 4) else { return nil }
    do throws(JSONSyntaxError) {
      let value = try JSONParser.parse(payload, limits: limits)
      place += 8 + length
      return value
    } catch {
      return nil
    }
  }
}
