import Core
import Synchronization

/// Everything unsaved in one file, at a place that the user named.
extension WorkspaceBackend {
  func saveElsewhere(_ path: String, _ work: [UnsavedWork], _ mailbox: Mailbox) {
    let now = LocalClock.iso8601()
    var file = RescueFile(
      person: person?.id ?? "", at: now, workspace: workspace.path, records: [], typed: [])
    for one in work {
      switch one {
      case .sheet(var review):
        review.savedAt = now
        file.records.append(whole(review.json, over: memory.withLock { $0.sheets[review.application]?.document }))
      case .visit(var visit):
        visit.savedAt = now
        let key = visit.application + "/" + visit.id
        file.records.append(whole(visit.json, over: memory.withLock { $0.visits[key]?.sheet.document }))
      case .part(var part):
        part.savedAt = now
        file.records.append(part.json)
      case .correction(let application, let edit):
        let words = CorrectionReader(FormVocabulary(program: program)).text(edit.to)
        let field = DraftField.correction(path: edit.path)
        file.typed.append(
          RescueFile.Typed(
            application: application, visit: nil, field: field.name, text: words + "\n" + (edit.reason ?? "")))
      case .text(let application, let field, let text):
        file.typed.append(
          RescueFile.Typed(
            application: application, visit: field.visit,
            field: field.visit.map { String(field.name.dropFirst($0.count + 1)) } ?? field.name, text: text))
      case .names(let lessons):
        for lesson in lessons {
          file.typed.append(
            RescueFile.Typed(
              application: "", visit: nil, field: "names", text: [lesson.a, lesson.b].joined(separator: " = ")))
        }
      }
    }
    do throws(FileError) {
      try OutsideFile.create(path, with: file.bytes)
      mailbox.post(.wroteElsewhere(path, nil))
    } catch {
      mailbox.post(.wroteElsewhere(path, UnsavedWords.isElsewhere(error)))
    }
  }

  /// The record with everything that this program does not know of its file.
  private func whole(_ json: JSONValue, over old: Document?) -> JSONValue {
    guard let old else { return json }
    do throws(JSONSyntaxError) {
      return try JSONParser.parse(JSONPatch.apply(json, over: old.bytes))
    } catch {
      return json
    }
  }
}
