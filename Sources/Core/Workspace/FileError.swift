import Glibc

/// What went wrong with a file: which one, doing what, and why. The words for it are made at the edge.
public struct FileError: Error, Equatable, Sendable {
  /// The path inside the workspace, or a full path for files outside of it. Shown only through `display()`.
  public let file: String
  /// What was being done.
  public let step: Step
  /// Why it failed.
  public let reason: Reason

  /// A failure.
  public init(file: String, step: Step, reason: Reason) {
    self.file = file
    self.step = step
    self.reason = reason
  }

  /// A failure with the negative error number of a system call.
  init(_ file: String, _ step: Step, answer: Int) {
    let reason: Reason =
      switch Int32(truncatingIfNeeded: -answer) {
      case ENOENT: .missing
      case ELOOP: .symbolicLink
      case ENOTDIR: .notAFolder
      case EISDIR: .notAFile
      case let code: .system(code)
      }
    self.init(file: file, step: step, reason: reason)
  }

  /// What was being done when it failed.
  public enum Step: String, Equatable, Sendable {
    case open, read, list, create, write, sync, close, readBack, replace, link, makeFolder, remove, lock, inspect
  }

  /// Why it failed.
  public enum Reason: Equatable, Sendable {
    /// Nothing of that name.
    case missing
    /// A symbolic link; links are not followed, also inside a workspace.
    case symbolicLink
    /// A folder, pipe or device under the name of a file.
    case notAFile
    /// A file under the name of a folder.
    case notAFolder
    /// More bytes than `limit`.
    case tooLarge(bytes: Int, limit: Int)
    /// What was read back right after writing differs from what was written.
    case readBackDiffers
    /// Any other error number of the system (`EIO`, `ENOSPC`, `EACCES`…).
    case system(Int32)
  }
}
