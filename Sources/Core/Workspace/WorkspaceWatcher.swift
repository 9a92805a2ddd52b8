import Glibc
import Synchronization

/// Follows the files of a workspace through the system's own notices (inotify): no polling, and no wake-up while nothing
/// changes. Changes that other machines make on a network share are not told by every system; there a reload by hand helps.
public final class WorkspaceWatcher: Sendable {
  /// Why a workspace cannot be followed.
  public enum Failure: Error, Equatable, Sendable {
    /// The system gives no more watches (`fs.inotify.max_user_watches`); the number that it gave.
    case tooManyFolders(given: Int)
    /// The system refused.
    case system(Int32)
  }

  private let workspace: Workspace
  private let events: Int32
  /// Written to once, to end the thread.
  private let stopper: (read: Int32, write: Int32)
  private let isStopped = Mutex(false)

  /// Begins to follow `workspace`. `onChange` is called from a thread of the watcher's own, with all changes that came
  /// within a tenth of a second, and with `onEnd` when nothing can be followed any more.
  public init(
    _ workspace: Workspace, onEnd: @escaping @Sendable (Failure) -> Void = { _ in },
    onChange: @escaping @Sendable (Set<WorkspaceChange>) -> Void
  ) throws(Failure) {
    self.workspace = workspace
    events = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard events >= 0 else { throw .system(errno) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      let code = errno
      close(events)
      throw .system(code)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopper = (ends[0], ends[1])
    var table = WatchTable(descriptor: events, root: workspace.root)
    // The thread owns the descriptors from here on, and closes them.
    let (events, stop) = (events, stopper.read)
    do throws(Failure) {
      try table.follow([], telling: nil)
    } catch {
      close(events)
      close(stopper.read)
      close(stopper.write)
      throw error
    }
    let ready = table
    let isRunning = WorkerThread.start {
      Self.run(ready, events: events, stop: stop, onEnd: onEnd, onChange: onChange)
      close(events)
      close(stop)
    }
    guard isRunning else {
      close(events)
      close(stopper.read)
      close(stopper.write)
      throw .system(EAGAIN)
    }
  }

  /// Ends the thread; nothing is told afterwards but what is being told now.
  public func stop() {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    if isFirst { close(stopper.write) }
  }

  deinit { stop() }

  private static func run(
    _ table: WatchTable, events: Int32, stop: Int32, onEnd: (Failure) -> Void,
    onChange: (Set<WorkspaceChange>) -> Void
  ) {
    var table = table
    while wait(events, stop, milliseconds: -1) == .event {
      var changes: Set<WorkspaceChange> = []
      // What a program writes in one breath is told in one: until it is quiet for 20 ms, at most a tenth of a second.
      var breaths = 0
      repeat {
        do throws(Failure) {
          try table.read(into: &changes)
        } catch {
          onEnd(error)
          return
        }
        breaths += 1
      } while breaths < 5 && wait(events, stop, milliseconds: 20) == .event
      if !changes.isEmpty { onChange(changes.contains(.everything) ? [.everything] : changes) }
    }
  }

  private enum Waited { case event, nothing, stopped }

  private static func wait(_ events: Int32, _ stop: Int32, milliseconds: Int32) -> Waited {
    var waiting = [pollfd(fd: events, events: Int16(POLLIN), revents: 0), pollfd(fd: stop, events: 0, revents: 0)]
    while true {
      let answer = poll(&waiting, 2, milliseconds)
      if answer < 0, errno == EINTR { continue }
      if answer < 0 || waiting[1].revents != 0 { return .stopped }
      return answer == 0 ? .nothing : .event
    }
  }
}
