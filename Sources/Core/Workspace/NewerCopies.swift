extension Workspace {
  /// Copies in `history/` of the folder `parts` that are newer than their record, or whose record is not there at all: an
  /// act that was cut short after its copy was durable and before the record was replaced. Its owner must hear of it.
  ///
  /// A record that cannot be read is named elsewhere, and says nothing of its copies.
  public func newerCopies(in parts: [String], of kind: FileProblem.Copied) -> [FileProblem] {
    var problems: [FileProblem] = []
    do throws(FileError) {
      let folder = try root.folder(parts[...])
      let history = try folder.folder("history")
      var heads: [String: Int] = [:]
      for name in try history.names() where name.kind == .file || name.kind == .unknown {
        guard let copy = Self.copy(name.text) else { continue }
        let head = heads[copy.stem] ?? revision(of: copy.stem + ".json", in: folder)
        heads[copy.stem] = head
        guard copy.revision > head else { continue }
        problems.append(
          FileProblem(
            file: history.path(of: name.text), reason: .newerCopy(revision: copy.revision, of: kind)))
      }
    } catch {
      // No folder: nothing was ever kept there. One that cannot be read is named by who lists its records.
    }
    return problems
  }

  /// Everything in the workspace that was cut short between its copy and its record.
  public func newerCopies() -> [FileProblem] {
    var problems: [FileProblem] = []
    for id in ids({ () throws(FileError) in try self.reviewed() }) {
      problems += newerCopies(in: ["reviews", id.text], of: .sheet)
    }
    for id in ids({ () throws(FileError) in try self.inspected() }) {
      problems += newerCopies(in: ["inspections", id.text], of: .visit)
      for visit in ids({ () throws(FileError) in try self.inspections(of: id) }) {
        problems += newerCopies(in: ["inspections", id.text, visit.text], of: .part)
      }
    }
    return problems + newerCopies(in: ["decisions"], of: .decision)
  }

  /// The folders of a folder of records; none when it cannot be listed, which is told elsewhere.
  private func ids(_ open: () throws(FileError) -> RecordFolder) -> [RecordID] {
    do throws(FileError) { return try open().folders().records } catch { return [] }
  }

  /// The parts of `<stem>-r<six digits or more>-<12 digits of the digest>.json`; nil for another name.
  private static func copy(_ name: String) -> (stem: String, revision: Int)? {
    guard name.hasSuffix(".json") else { return nil }
    let parts = name.dropLast(5).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 1].utf8.count == 12 else { return nil }
    let mark = parts[parts.count - 2]
    guard mark.utf8.count >= 7, mark.first == "r", let revision = Int(mark.dropFirst()), revision > 0 else {
      return nil
    }
    return (parts.dropLast(2).joined(separator: "-"), revision)
  }

  /// The revision of a record; 0 when there is none, the largest number when it cannot be read.
  private func revision(of name: String, in folder: Folder) -> Int {
    do throws(FileError) {
      let bytes = try folder.read(name, max: Self.largestFile)
      do throws(JSONSyntaxError) {
        return try JSONParser.parse(bytes)["revision"]?.number?.int ?? .max
      } catch {
        return .max
      }
    } catch {
      return error.reason == .missing ? 0 : .max
    }
  }
}
