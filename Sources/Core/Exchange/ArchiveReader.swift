import CArchive
import Glibc

/// How much of a package is read at most. The caps hold before anything is unfolded; the ratio comes second.
struct ArchiveLimits: Sendable {
  /// Bytes of the file.
  var file = 64 << 20
  /// Parts of the package.
  var parts = 2000
  /// Bytes of one part, unfolded.
  var part = 32 << 20
  /// Bytes of all parts that are read, unfolded.
  var total = 128 << 20
  /// How many times the whole file one part may unfold to, above ``ratioGrace``.
  var ratio = 200
  /// Parts up to this size are never suspicious.
  var ratioGrace = 1 << 20
}

/// Reads the parts of a ZIP package out of memory; nothing is ever written to disk.
struct ArchiveReader {
  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  /// Bytes unfolded so far, over all calls.
  private var unfolded = 0
  /// The parts in the order of the package, without folders.
  private(set) var names: [String] = []

  /// Checks every name of the package.
  init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ImportRefusal) {
    guard bytes.count <= limits.file else { throw .tooLarge(bytes: bytes.count, limit: limits.file) }
    self.bytes = bytes
    self.limits = limits
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    var declared = 0
    try walk { (entry, _) throws(ImportRefusal) in
      guard names.count < limits.parts else { throw .tooManyParts(limit: limits.parts) }
      let name = try Self.checkedName(entry)
      // Part names are ASCII by the packaging rules, so this is the case folding that matters.
      guard seen.insert(name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }).inserted else {
        throw .duplicatePart(name)
      }
      names.append(name)
      guard archive_entry_size_is_set(entry) != 0 else { return }
      let size = Int(archive_entry_size(entry))
      guard size <= limits.part else { throw .partTooLarge(name: name, limit: limits.part) }
      declared += size
      guard declared <= 4 * limits.total else { throw .packageTooLarge(limit: 4 * limits.total) }
    }
    self.names = names
  }

  /// The bytes of the parts that `isWanted` names, checked against their checksums.
  mutating func parts(_ isWanted: (String) -> Bool) throws(ImportRefusal) -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    var total = unfolded
    let limits = limits
    let size = bytes.count
    try walk { (entry, archive) throws(ImportRefusal) in
      let name = try Self.checkedName(entry)
      guard isWanted(name) else { return }
      var content: [UInt8] = []
      if archive_entry_size_is_set(entry) != 0 {
        content.reserveCapacity(min(Int(archive_entry_size(entry)), limits.part))
      }
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
        if count == 0 { break }
        guard count > 0 else { throw Self.failure(archive) }
        content.append(contentsOf: buffer[..<count])
        total += count
        guard content.count <= limits.part else { throw .partTooLarge(name: name, limit: limits.part) }
        guard total <= limits.total else { throw .packageTooLarge(limit: limits.total) }
        if content.count > limits.ratioGrace, content.count / limits.ratio > size {
          throw .suspiciousCompression(name: name)
        }
      }
      parts[name] = content
    }
    unfolded = total
    return parts
  }

  /// One pass over the package's directory.
  private func walk(_ visit: (OpaquePointer, OpaquePointer) throws(ImportRefusal) -> Void) throws(ImportRefusal) {
    guard let archive = archive_read_new() else { throw .damagedPackage("no memory") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    // The library turns names into the thread's character set; in the C locale it would lose all that are not ASCII.
    let utf8 = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    let before = uselocale(utf8)
    defer {
      uselocale(before)
      if let utf8 { freelocale(utf8) }
    }
    let failure: ImportRefusal? = bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        return Self.failure(archive)
      }
      do throws(ImportRefusal) {
        while true {
          var entry: OpaquePointer?
          let answer = archive_read_next_header(archive, &entry)
          if archive_read_has_encrypted_entries(archive) > 0 { throw .encrypted }
          if answer == ARCHIVE_EOF { return nil }
          // A warning that is not about a name tells of two tables that contradict each other.
          let isOnlyName = answer == ARCHIVE_WARN && Self.message(archive).contains("athname")
          guard answer == ARCHIVE_OK || isOnlyName, let entry else { throw Self.failure(archive) }
          // A folder entry ends in a slash and holds nothing.
          if Self.kind(entry) == Self.folderKind { continue }
          try visit(entry, archive)
        }
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private static func message(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? ""
  }

  // File kinds of `stat`, which both C modules declare.
  private static let fileKind: UInt32 = 0o100000
  private static let folderKind: UInt32 = 0o040000

  private static func kind(_ entry: OpaquePointer) -> UInt32 { UInt32(archive_entry_filetype(entry)) & 0o170000 }

  private static func failure(_ archive: OpaquePointer) -> ImportRefusal {
    let text = message(archive)
    if text.contains("ncrypt") || text.contains("assphrase") { return .encrypted }
    return .damagedPackage(text)
  }

  private static func checkedName(_ entry: OpaquePointer) throws(ImportRefusal) -> String {
    let pointer = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    guard let pointer, let name = String(validatingCString: pointer), !name.isEmpty else { throw .unsafePartName("") }
    let kind = Self.kind(entry)
    guard kind == Self.fileKind || kind == 0, archive_entry_symlink(entry) == nil,
      archive_entry_hardlink(entry) == nil
    else { throw .unsafePartName(name) }
    let folders = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe = folders.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }
    }
    guard isSafe, name.utf8.count <= 512 else { throw .unsafePartName(name) }
    return name
  }
}
