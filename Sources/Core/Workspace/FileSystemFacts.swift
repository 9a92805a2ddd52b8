import Glibc

/// What the file system under a workspace can do, found by trying in its root folder.
public struct FileSystemFacts: Equatable, Sendable {
  /// Whether files can be made.
  public private(set) var isWritable = false
  /// Whether a file can have a second name; without, copies for the history are made by renaming.
  public private(set) var hasLinks = false
  /// Whether a folder can be made durable; without, a power cut may undo the last save.
  public private(set) var syncsFolders = false
  /// Whether `A` and `a` are the same name here.
  public private(set) var isCaseBlind = false
  /// Whether everything here is gone after a restart (a disk in memory).
  public private(set) var isInMemory = false
  /// Whether it is a folder of another machine (NFS, SMB).
  public private(set) var isRemote = false

  /// Tries in the root of `workspace`; leaves nothing behind.
  public init(of workspace: Workspace) {
    let root = workspace.root
    let name = workspace.process.temporaryName()
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { root.calls.open(root.descriptor, name, flags, 0o600) }
    readKind(root)
    syncsFolders = root.calls.sync(root.descriptor) >= 0
    guard answer >= 0 else { return }
    _ = root.calls.close(Int32(answer))
    isWritable = true
    let second = workspace.process.temporaryName()
    hasLinks = root.calls.link(root.descriptor, name, root.descriptor, second) >= 0
    var status = stat()
    isCaseBlind = root.calls.statusAt(root.descriptor, ".TMP" + name.dropFirst(4), &status) >= 0
    if hasLinks { _ = root.calls.unlink(root.descriptor, second) }
    _ = root.calls.unlink(root.descriptor, name)
  }

  /// Looks the folder's device up in the list of mounts, whose lines are
  /// `36 35 98:0 /root /mount options - type source options`.
  private mutating func readKind(_ root: Folder) {
    var status = stat()
    guard root.calls.status(root.descriptor, &status) >= 0 else { return }
    // The C macros for these are not visible: 12 + 20 bits, as glibc lays a device number out.
    let number = UInt64(status.st_dev)
    let major = number >> 8 & 0xFFF | number >> 32 & 0xFFFF_F000
    let minor = number & 0xFF | number >> 12 & 0xFFFF_FF00
    let device = "\(major):\(minor)"
    let text: [UInt8]
    do throws(FileError) {
      text = try Folder.open("/proc/self", named: "", calls: .system).readAll("mountinfo")
    } catch {
      return
    }
    for line in text.split(separator: 0x0A) {
      let fields = line.split(separator: 0x20)
      guard fields.count > 2, fields[2].elementsEqual(device.utf8),
        let dash = fields.firstIndex(where: { $0.elementsEqual("-".utf8) }), dash + 1 < fields.count
      else { continue }
      let type = String(decoding: fields[dash + 1], as: UTF8.self)
      isInMemory = ["tmpfs", "ramfs"].contains(type)
      isRemote = ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"].contains(type)
    }
  }
}
