import Glibc

/// Removes temporary files that a killed process of this program left behind. Nothing else is ever removed.
enum Sweep {
  /// Removes those in one folder whose process, of this machine and boot, is gone. Those of other machines stay until
  /// `removeOld`. A folder that cannot be listed or cleaned is left alone: a save must not fail because of leftovers.
  static func removeAbandoned(in folder: Folder) {
    for name in temporaries(in: folder) where ProcessIdentity.isAbandoned(temporary: name) == true {
      _ = FileCalls.retrying { folder.calls.unlink(folder.descriptor, name) }
    }
  }

  /// Also removes those of other machines that are older than an hour at `now` (seconds since 1970); answers their names.
  static func removeOld(in folder: Folder, now: Int) -> [String] {
    var removed: [String] = []
    for name in temporaries(in: folder) {
      let isOld: Bool
      if let known = ProcessIdentity.isAbandoned(temporary: name) {
        isOld = known
      } else {
        isOld = age(of: name, in: folder, now: now) > 3600
      }
      if isOld, FileCalls.retrying({ folder.calls.unlink(folder.descriptor, name) }) >= 0 {
        removed.append(folder.path(of: name))
      }
    }
    return removed
  }

  private static func temporaries(in folder: Folder) -> [String] {
    do throws(FileError) {
      return try folder.names().filter { $0.meaning(suffix: ".json") == .ownTemporary && $0.kind != .folder }.map(
        \.text)
    } catch {
      return []
    }
  }

  private static func age(of name: String, in folder: Folder, now: Int) -> Int {
    var status = stat()
    return folder.calls.statusAt(folder.descriptor, name, &status) >= 0 ? now - Int(status.st_mtim.tv_sec) : 0
  }
}
