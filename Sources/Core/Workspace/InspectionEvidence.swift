/// Why a file was not taken as evidence.
public enum EvidenceRefusal: Error, Equatable, Sendable {
  /// It lies in the workspace, but not in the folder of this application's attachments.
  case elsewhere(file: String, folder: String)
  /// It could not be read or copied.
  case file(FileError)
  /// It has no bytes.
  case empty(file: String)
}

extension InspectionStore {
  /// The largest file that is taken as evidence, in bytes.
  public static let largestEvidence = 256 << 20

  /// Takes a file as evidence: one in `attachments/<application>/` is only read, one from outside of the workspace is copied
  /// there under a new name, durable and never over another file. The digest is that of the bytes now.
  ///
  /// - Parameter path: relative to the workspace when it begins with `attachments/`, else a path of the system.
  public func takeEvidence(
    _ path: String, of visit: Inspection, shows: String? = nil
  ) throws(EvidenceRefusal)
    -> Inspection.Evidence
  {
    let folder = "attachments/" + visit.application
    let id = InspectionEdit.key("e", visit.evidence.map(\.id))
    var inside = path
    let root = workspace.path.hasSuffix("/") ? workspace.path : workspace.path + "/"
    if path.utf8.starts(with: root.utf8) {
      inside = String(decoding: path.utf8.dropFirst(root.utf8.count), as: UTF8.self)
    }
    let isInside = inside.utf8.count != path.utf8.count || path.utf8.starts(with: "attachments/".utf8)
    let file: WorkspacePath
    let bytes: [UInt8]
    do throws(FileError) {
      if isInside {
        guard let found = WorkspacePath(inside), found.parts.count > 2,
          found.parts[0].hasSameBytes(as: "attachments"), found.parts[1].hasSameBytes(as: visit.application)
        else { throw FileError(file: path, step: .open, reason: .notAFolder) }
        file = found
        bytes = try workspace.bytes(found, max: Self.largestEvidence)
      } else {
        bytes = try OutsideFile.read(path, max: Self.largestEvidence)
        file = WorkspacePath(checked: "attachments", visit.application, "\(visit.id)-\(id)\(Self.ending(of: path))")
      }
    } catch {
      if isInside, error.reason == .notAFolder, error.file.hasSameBytes(as: path) {
        throw .elsewhere(file: path, folder: folder)
      }
      throw .file(error)
    }
    if bytes.isEmpty { throw .empty(file: path) }
    if !isInside { try copy(bytes, to: file) }
    return Inspection.Evidence(
      id: id, kind: "photo", shows: shows, file: file.description, sha256: Digest.sha256Hex(bytes), bytes: bytes.count,
      takenAt: nil, takenBy: nil, place: nil, items: [], note: "")
  }

  private func copy(_ bytes: [UInt8], to file: WorkspacePath) throws(EvidenceRefusal) {
    do throws(FileError) {
      let folder = try workspace.root.makingFolder(file.folders, syncing: true)
      do throws(AtomicFile.Failure) {
        try AtomicFile(folder: folder, process: workspace.process).create(file.name, with: bytes)
      } catch {
        switch error {
        case .unchanged(let cause), .unconfirmed(let cause): throw cause
        case .refused: throw FileError(file: file.description, step: .create, reason: .notAFile)
        }
      }
    } catch {
      throw .file(error)
    }
  }

  /// `.jpg` of a path, in small letters; nothing when it has no plain ending.
  private static func ending(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    let letters = path.utf8[path.utf8.index(after: dot)...].map { byte in
      byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
    let isPlain =
      (1...5).contains(letters.count)
      && letters.allSatisfy { byte in
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
          || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      }
    return isPlain ? "." + String(decoding: letters, as: UTF8.self) : ""
  }

  /// The evidence that is not what it was when it was added; `file` is the visit's, for the message.
  func changedEvidence(_ visit: Inspection, _ file: WorkspacePath) -> [FileProblem] {
    visit.evidence.compactMap { evidence in
      let problem = FileProblem(
        file: file.description, reason: .changedEvidence(id: evidence.id, file: evidence.file))
      guard let path = WorkspacePath(evidence.file), path.parts.count > 2,
        path.parts[0].hasSameBytes(as: "attachments"),
        path.parts[1].hasSameBytes(as: visit.application)
      else { return problem }
      do throws(FileError) {
        let digest = Digest.sha256Hex(try workspace.bytes(path, max: Self.largestEvidence))
        return digest.hasSameBytes(as: evidence.sha256) ? nil : problem
      } catch {
        return problem
      }
    }
  }
}
