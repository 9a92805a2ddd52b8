/// Whole texts at once: the same cells as `DisplayCells` makes, many times faster for ordinary text.
public enum DisplayRun {
  /// Appends the cells of `text` until they take more than `limit` columns; the columns appended are returned.
  public static func append(_ text: String, to cells: inout [DisplayCell], limit: Int = .max) -> Int {
    var columns = 0
    let plain = scan(text) { scalar, kind in
      guard columns <= limit else { return false }
      cells.append(DisplayCell(scalar, columns: UInt8(kind.columns)))
      columns += kind.columns
      return true
    }
    guard let plain, columns <= limit else { return columns }
    for cell in DisplayCells(rest(of: text, from: plain.offset)) {
      if columns > limit { break }
      cells.append(cell)
      columns += Int(cell.columns)
    }
    return columns
  }

  /// Columns that `text` takes.
  public static func columns(of text: String) -> Int {
    var columns = 0
    let plain = scan(text) { _, kind in
      columns += kind.columns
      return true
    }
    guard let plain else { return columns }
    for cell in DisplayCells(rest(of: text, from: plain.offset)) { columns += Int(cell.columns) }
    return columns
  }

  /// Whether every scalar is shown as it is, without marks.
  static func isPlain(_ text: String) -> Bool {
    scan(text) { _, _ in true } == nil
  }

  /// The first place at which a text is not plain, in UTF-8 bytes: there nothing before it can be changed by what follows.
  private struct Stop: Equatable {
    let offset: Int
  }

  /// Hands over scalar by scalar what is shown as it is; nil at the end of the text or when `take` has enough.
  @inline(__always)
  private static func scan(_ text: String, _ take: (Unicode.Scalar, ScalarKind) -> Bool) -> Stop? {
    var text = text
    return text.withUTF8 { bytes in
      ScalarKind.withPlane { plane in
        var at = 0
        // Handed over one late, because a mark would still change it.
        var waiting: (scalar: Unicode.Scalar, kind: ScalarKind, offset: Int)?
        while at < bytes.count {
          let start = at
          let value = decode(bytes, &at)
          let kind = ScalarKind(value, in: plane)
          guard kind == .narrow || kind == .wide, let scalar = Unicode.Scalar(value) else {
            if kind == .mark || kind == .jamo { return Stop(offset: waiting?.offset ?? start) }
            if let waiting, !take(waiting.scalar, waiting.kind) { return nil }
            return Stop(offset: start)
          }
          if let waiting, !take(waiting.scalar, waiting.kind) { return nil }
          waiting = (scalar, kind, start)
        }
        if let waiting { _ = take(waiting.scalar, waiting.kind) }
        return nil
      }
    }
  }

  /// The scalar at `at` of well-formed UTF-8, which every String is.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(bytes[at])
    if lead < 0x80 {
      at += 1
      return lead
    }
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset]) & 0x3F }
    defer { at += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
    if lead < 0xE0 { return (lead & 0x1F) << 6 | next(1) }
    if lead < 0xF0 { return (lead & 0xF) << 12 | next(1) << 6 | next(2) }
    return (lead & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3)
  }

  private static func rest(of text: String, from offset: Int) -> String {
    if offset == 0 { return text }
    return String(text.utf8[text.utf8.index(text.startIndex, offsetBy: offset)...]) ?? text
  }
}
