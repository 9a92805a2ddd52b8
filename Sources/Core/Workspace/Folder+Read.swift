import Glibc

extension Folder {
  /// The bytes of a regular file of at most `max` bytes. A pipe, device or link is refused without waiting for it.
  func read(_ name: String, max: Int) throws(FileError) -> [UInt8] {
    let file = path(of: name)
    let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = FileCalls.retrying { calls.open(self.descriptor, name, flags, 0) }
    guard descriptor >= 0 else {
      // A socket cannot be opened at all.
      if descriptor == -Int(ENXIO) { throw FileError(file: file, step: .open, reason: .notAFile) }
      throw FileError(file, .open, answer: descriptor)
    }
    defer { _ = calls.close(Int32(descriptor)) }
    var status = stat()
    let answer = calls.status(Int32(descriptor), &status)
    guard answer >= 0 else { throw FileError(file, .inspect, answer: answer) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(file: file, step: .open, reason: .notAFile) }
    let size = Int(status.st_size)
    guard size <= max else { throw FileError(file: file, step: .read, reason: .tooLarge(bytes: size, limit: max)) }
    return try read(Int32(descriptor), file: file, size: size, max: max)
  }

  private func read(_ descriptor: Int32, file: String, size: Int, max: Int) throws(FileError) -> [UInt8] {
    var failure = 0
    // One byte more than the file should have: the read that fills the buffer less than full has seen its end.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while count < raw.count {
        let answer = FileCalls.retrying { calls.read(descriptor, .init(rebasing: raw[count...])) }
        if answer < 0 { failure = answer }
        if answer <= 0 { return }
        count += answer
      }
    }
    // The file grew while it was read.
    while failure == 0, bytes.count > size {
      guard bytes.count <= max else {
        throw FileError(file: file, step: .read, reason: .tooLarge(bytes: bytes.count, limit: max))
      }
      var more = [UInt8](repeating: 0, count: 65_536)
      let answer = more.withUnsafeMutableBytes { buffer in FileCalls.retrying { calls.read(descriptor, buffer) } }
      if answer < 0 { failure = answer }
      if answer <= 0 { break }
      bytes.append(contentsOf: more[..<answer])
    }
    if failure < 0 { throw FileError(file, .read, answer: failure) }
    return bytes
  }

  /// All bytes of a file that the system makes up while it is read, and so has no size (`/proc`).
  func readAll(_ name: String) throws(FileError) -> [UInt8] {
    let answer = FileCalls.retrying { calls.open(descriptor, name, O_RDONLY | O_CLOEXEC, 0) }
    guard answer >= 0 else { throw FileError(path(of: name), .open, answer: answer) }
    defer { _ = calls.close(Int32(answer)) }
    return try read(Int32(answer), file: path(of: name), size: 0, max: 1 << 22)
  }

  /// The entries of this folder, without `.` and `..`, in the order of their bytes.
  func names() throws(FileError) -> [FileName] {
    let file = path.isEmpty ? "." : path
    let answer = FileCalls.retrying { calls.open(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
    guard answer >= 0 else { throw FileError(file, .list, answer: answer) }
    guard let stream = fdopendir(Int32(answer)) else {
      let code = errno
      _ = calls.close(Int32(answer))
      throw FileError(file, .list, answer: -Int(code))
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    errno = 0
    while let entry = readdir(stream) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
          Array(
            UnsafeBufferPointer(start: name, count: strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))))
        }
      }
      if !bytes.elementsEqual(".".utf8), !bytes.elementsEqual("..".utf8) {
        names.append(FileName(bytes: bytes, kind: kind(entry.pointee.d_type)))
      }
      errno = 0
    }
    if errno != 0 { throw FileError(file, .list, answer: -Int(errno)) }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private func kind(_ type: UInt8) -> FileName.Kind {
    switch Int(type) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .symbolicLink
    case DT_UNKNOWN: .unknown
    default: .other
    }
  }
}
