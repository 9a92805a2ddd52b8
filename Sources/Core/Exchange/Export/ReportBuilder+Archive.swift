/// A file of the workspace as the directory of the archive lists it.
public struct ArchivedFile: Equatable, Sendable {
  /// Its path inside the workspace.
  public let path: String
  /// Its size.
  public let bytes: Int
  /// SHA-256.
  public let digest: String
}

extension ReportBuilder {
  /// 档案目录: every file with its size and digest, so that a copy can be checked without this program.
  func archive(_ files: [ArchivedFile]) -> [ReportTable] {
    var table = ReportTable(
      .archive, .whole, head,
      [
        ReportColumn(.seq, .count), ReportColumn(.kind, .text(6)), ReportColumn(.file, .text(28), .file),
        ReportColumn(.size, .count), ReportColumn(.digest, .text(34)),
      ])
    let ids = Set(chosen.map(\.application.id))
    for file in files {
      let parts = file.path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
      // With a query, only what belongs to the applications that it finds.
      if isFiltered, !parts.contains(where: { ids.contains($0) || ids.contains($0.replacing(".json", with: "")) }) {
        continue
      }
      table.rows.append([
        .count(table.rows.count + 1), .term(.folder(parts.count > 1 ? parts[0] : "")), .text(file.path),
        .count(file.bytes), .text(file.digest),
      ])
    }
    return [closed(table)]
  }
}

extension Workspace {
  /// The largest attachment that is read for its digest, in bytes.
  private static let largestAttachment = 512 * 1024 * 1024

  /// Every file, in the order of its path; temporary files and hidden ones are none.
  public func archivedFiles() -> (files: [ArchivedFile], problems: [FileProblem]) {
    var files: [ArchivedFile] = []
    var problems: [FileProblem] = []
    list(root, depth: 0, &files, &problems)
    return (files, problems)
  }

  private func list(_ folder: Folder, depth: Int, _ files: inout [ArchivedFile], _ problems: inout [FileProblem]) {
    do throws(FileError) {
      for name in try folder.names() where name.bytes.first != UInt8(ascii: ".") {
        do throws(FileError) {
          if name.kind == .folder {
            if depth < 6 { list(try folder.folder(name.text), depth: depth + 1, &files, &problems) }
          } else {
            let bytes = try folder.read(name.text, max: Self.largestAttachment)
            let file = ArchivedFile(
              path: folder.path(of: name.text), bytes: bytes.count, digest: Digest.sha256Hex(bytes))
            files.append(file)
          }
        } catch {
          problems.append(FileProblem(error))
        }
      }
    } catch {
      problems.append(FileProblem(error))
    }
  }
}
