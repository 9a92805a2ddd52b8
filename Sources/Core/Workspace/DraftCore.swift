import Glibc
import Synchronization

/// What the writer and its thread share.
final class DraftCore: Sendable {
  struct Memory {
    /// All text that is typed and not saved, in the order of first typing.
    var fields: [Draft.Field] = []
    /// Names of fields that changed since the last write.
    var changed: [String] = []
    var isStopped = false
    var state = DraftWriter.State.empty

    /// Marks a field as changed; whether it is the first since the last write.
    mutating func change(_ name: String) -> Bool {
      let isFirst = changed.isEmpty
      if !changed.contains(where: { $0.hasSameBytes(as: name) }) { changed.append(name) }
      if case .failed = state {} else { state = .pending }
      return isFirst
    }
  }

  private struct Disk {
    var file: DraftFile?
    /// Files that could not be added to or removed; they go once a new one holds everything.
    var broken: [String] = []
    /// What the file says of how each field came about.
    var trails: [String: TextTrail] = [:]
  }

  private let memory = Mutex(Memory())
  private let disk = Mutex(Disk())
  private let folder: StateFolder
  private let subject: DraftSubject
  private let onChange: @Sendable (DraftWriter.State) -> Void
  private let wakeEnd: Int32
  private let waitEnd: Int32

  init(
    _ folder: StateFolder, _ subject: DraftSubject, onChange: @escaping @Sendable (DraftWriter.State) -> Void
  ) {
    self.folder = folder
    self.subject = subject
    self.onChange = onChange
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    waitEnd = ends[0]
    wakeEnd = ends[1]
  }

  deinit {
    Glibc.close(waitEnd)
    Glibc.close(wakeEnd)
  }

  var state: DraftWriter.State { memory.withLock { $0.state } }

  func note(_ field: Draft.Field) {
    let isFirst = memory.withLock { memory in
      if let index = memory.fields.firstIndex(where: { $0.name.hasSameBytes(as: field.name) }) {
        memory.fields[index] = field
      } else {
        memory.fields.append(field)
      }
      return memory.change(field.name)
    }
    if isFirst { wake() }
  }

  func forget(_ isSaved: (String) -> Bool) {
    let isFirst = memory.withLock { memory in
      var isFirst = false
      for field in memory.fields where isSaved(field.name) {
        if memory.change(field.name) { isFirst = true }
      }
      memory.fields.removeAll { isSaved($0.name) }
      return isFirst
    }
    if isFirst { wake() }
  }

  func stop() {
    memory.withLock { $0.isStopped = true }
    wake()
  }

  private func wake() {
    var byte: UInt8 = 1
    // A full pipe has woken the thread already.
    _ = Glibc.write(wakeEnd, &byte, 1)
  }

  func start() {
    let isRunning = WorkerThread.start { [self] in run() }
    if !isRunning {
      let error = FileError(file: subject.record.description, step: .create, reason: .system(EAGAIN))
      memory.withLock { $0.state = .failed(error) }
    }
  }

  private func run() {
    while true {
      let (isStopped, hasFailed) = memory.withLock { memory in
        if case .failed = memory.state { (memory.isStopped, true) } else { (memory.isStopped, false) }
      }
      if isStopped { return }
      wait(milliseconds: hasFailed ? 1000 : -1)
      if memory.withLock({ $0.isStopped }) { return }
      // Keys that follow at once go into the same write.
      if !hasFailed { wait(milliseconds: 200) }
      flush()
    }
  }

  private func wait(milliseconds: Int32) {
    var entry = pollfd(fd: waitEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 64)
    while Glibc.read(waitEnd, &bytes, bytes.count) > 0 {}
  }

  @discardableResult
  func flush() -> DraftWriter.State {
    var before = DraftWriter.State.empty
    var after = DraftWriter.State.empty
    disk.withLock { disk in
      let (fields, changed) = memory.withLock { memory in
        before = memory.state
        defer { memory.changed = [] }
        return (memory.fields, memory.changed)
      }
      let failure = changed.isEmpty ? nil : save(fields, changed, to: &disk)
      memory.withLock { memory in
        if let failure {
          for name in changed { _ = memory.change(name) }
          memory.state = .failed(failure)
        } else if !changed.isEmpty {
          memory.state = !memory.changed.isEmpty ? .pending : memory.fields.isEmpty ? .empty : .durable
        }
        after = memory.state
      }
    }
    if before != after { onChange(after) }
    return after
  }

  /// Makes the changed fields durable; nil when they are.
  private func save(_ fields: [Draft.Field], _ changed: [String], to disk: inout Disk) -> FileError? {
    do throws(FileError) {
      if let file = disk.file, !fields.isEmpty, !Self.isWasteful(file.size, fields) {
        var frames: [UInt8] = []
        for name in changed {
          let field = fields.last { $0.name.hasSameBytes(as: name) }
          frames += DraftFrames.field(
            name, text: field?.text, at: field?.at ?? "", trail: field?.trail ?? TextTrail(), since: disk.trails[name])
        }
        try file.append(frames)
        for name in changed { disk.trails[name] = fields.last { $0.name.hasSameBytes(as: name) }?.trail }
        return nil
      }
      let old = disk.file.take()
      disk.trails = [:]
      if let old { disk.broken.append(old.name) }
      if !fields.isEmpty {
        disk.file = try DraftFile(in: folder.subfolder("drafts"), subject, folder.process, fields: fields)
        for field in fields { disk.trails[field.name] = field.trail }
      }
      while let name = disk.broken.last {
        try folder.subfolder("drafts").remove(name)
        disk.broken.removeLast()
      }
      return nil
    } catch {
      // Half a frame may stand at its end: nothing more can be added to it, so the next try makes a new file. The text
      // that it holds stays until then.
      if let file = disk.file.take() { disk.broken.append(file.name) }
      return error
    }
  }

  /// Whether most of the file is text that was typed over since.
  private static func isWasteful(_ size: Int, _ fields: [Draft.Field]) -> Bool {
    size > 1 << 20 && size > 8 * fields.reduce(0) { $0 + $1.text.utf8.count }
  }
}
