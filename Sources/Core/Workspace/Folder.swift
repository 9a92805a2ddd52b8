import Glibc

/// An open folder. Everything below it is reached name by name from its descriptor, and no link is followed.
final class Folder: Sendable {
  let descriptor: Int32
  let calls: FileCalls
  /// The path for messages; empty for the workspace itself.
  let path: String

  private init(descriptor: Int32, path: String, calls: FileCalls) {
    self.descriptor = descriptor
    self.path = path
    self.calls = calls
  }

  deinit { _ = calls.close(descriptor) }

  private static let openFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// The folder at a path of the whole system, which a person has named: links in it are followed.
  static func open(_ path: String, named: String, calls: FileCalls) throws(FileError) -> Folder {
    let answer = FileCalls.retrying { calls.open(AT_FDCWD, path, openFlags, 0) }
    guard answer >= 0 else { throw FileError(path, .open, answer: answer) }
    return Folder(descriptor: Int32(answer), path: named, calls: calls)
  }

  /// The path of an entry for messages.
  func path(of name: String) -> String { path.isEmpty ? name : path + "/" + name }

  /// The folder `name` in this one.
  func folder(_ name: String) throws(FileError) -> Folder {
    let answer = FileCalls.retrying { calls.open(descriptor, name, Self.openFlags | O_NOFOLLOW, 0) }
    guard answer >= 0 else { throw FileError(path(of: name), .open, answer: answer) }
    return Folder(descriptor: Int32(answer), path: path(of: name), calls: calls)
  }

  /// The folder that is `names` below this one.
  func folder(_ names: ArraySlice<String>) throws(FileError) -> Folder {
    var place = self
    for name in names { place = try place.folder(name) }
    return place
  }

  /// As `folder`, making what is missing. A new folder has the access bits of the one around it, and its name is durable
  /// before anything goes into it. `syncing` makes also the names of folders durable that are there already: whoever made
  /// them may have died before doing so.
  func makingFolder(
    _ names: ArraySlice<String>, mode: mode_t? = nil, syncing: Bool = false
  ) throws(FileError) -> Folder {
    var place = self
    for name in names {
      do throws(FileError) {
        let next = try place.folder(name)
        if syncing { try place.sync() }
        place = next
      } catch {
        guard error.reason == .missing else { throw error }
        place = try place.makeFolder(name, mode: mode)
      }
    }
    return place
  }

  private func makeFolder(_ name: String, mode: mode_t?) throws(FileError) -> Folder {
    var access = mode
    if access == nil { access = try status(.makeFolder, of: path(of: name)).st_mode & 0o777 }
    let answer = FileCalls.retrying { calls.makeFolder(descriptor, name, 0o700) }
    if answer < 0, answer != -Int(EEXIST) { throw FileError(path(of: name), .makeFolder, answer: answer) }
    let made = try folder(name)
    if answer >= 0 {
      // Beyond the process's umask: colleagues who share the folder must reach what is made in it. A share that has no
      // access bits answers with an error, which changes nothing.
      if let access { _ = calls.setMode(made.descriptor, access) }
    }
    // Also when another process made it just now: its name must be durable before this process builds on it.
    try sync()
    return made
  }

  /// Makes the names in this folder durable. Shares that cannot do this say so, which is no failure.
  func sync() throws(FileError) {
    let answer = FileCalls.retrying { calls.sync(descriptor) }
    if answer < 0, answer != -Int(EINVAL), answer != -Int(ENOTSUP) {
      throw FileError(path.isEmpty ? "." : path, .sync, answer: answer)
    }
  }

  /// The status of this folder.
  func status(_ step: FileError.Step, of file: String) throws(FileError) -> stat {
    var status = stat()
    let answer = calls.status(descriptor, &status)
    guard answer >= 0 else { throw FileError(file, step, answer: answer) }
    return status
  }

  /// The status of an entry, not following links; nil when there is none.
  func status(of name: String) throws(FileError) -> stat? {
    var status = stat()
    let answer = calls.statusAt(descriptor, name, &status)
    if answer == -Int(ENOENT) { return nil }
    guard answer >= 0 else { throw FileError(path(of: name), .inspect, answer: answer) }
    return status
  }

  /// Removes an entry; one that is gone already is no failure.
  func remove(_ name: String) throws(FileError) {
    let answer = FileCalls.retrying { calls.unlink(descriptor, name) }
    if answer < 0, answer != -Int(ENOENT) { throw FileError(path(of: name), .remove, answer: answer) }
  }
}
