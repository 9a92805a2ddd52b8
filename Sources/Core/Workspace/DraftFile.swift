import Glibc

/// An open draft of this process: frames are added, never changed. Locked for as long as the process lives.
final class DraftFile {
  let name: String
  private let descriptor: Int32
  private let folder: Folder
  private(set) var size: Int

  /// Makes a new draft file that holds `fields` already, durable with its name.
  init(
    in folder: Folder, _ subject: DraftSubject, _ process: ProcessIdentity, fields: [Draft.Field]
  ) throws(FileError) {
    var stem = subject.record.parts.joined(separator: "_")
    if stem.hasSuffix(".json") { stem.removeLast(5) }
    let name = "\(stem).\(process.temporaryName().dropFirst(5)).draft"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { folder.calls.open(folder.descriptor, name, flags, 0o600) }
    guard answer >= 0 else { throw FileError(folder.path(of: name), .create, answer: answer) }
    self.name = name
    self.folder = folder
    descriptor = Int32(answer)
    size = 0
    // Where locks do not work, the process number tells whether its owner lives.
    _ = folder.calls.lock(descriptor, LOCK_EX | LOCK_NB)
    var bytes = DraftFrames.header(subject, process)
    for field in fields { bytes += DraftFrames.field(field.name, text: field.text, at: field.at, trail: field.trail) }
    do throws(FileError) {
      try append(bytes)
      try folder.sync()
    } catch {
      _ = folder.calls.unlink(folder.descriptor, name)
      throw error
    }
  }

  deinit { _ = folder.calls.close(descriptor) }

  /// Adds frames and makes them durable.
  func append(_ bytes: [UInt8]) throws(FileError) {
    let file = folder.path(of: name)
    try folder.calls.writeAll(bytes, to: descriptor, file: file)
    let synced = FileCalls.retrying { folder.calls.sync(descriptor) }
    guard synced >= 0 else { throw FileError(file, .sync, answer: synced) }
    size += bytes.count
  }
}
