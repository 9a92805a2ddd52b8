/// Finds the files to import below what a person named.
struct ImportFiles {
  /// A file to read.
  struct Candidate: Equatable {
    /// Path for opening it.
    let path: String
    /// How it is named in reports and in the application: from the folder that was given.
    let name: String
    /// Name of the folder it lies in.
    let folder: String
  }

  private(set) var candidates: [Candidate] = []
  private(set) var failures: [(path: String, error: FileError)] = []

  /// Kinds of files that are looked at when a folder is walked; a file that is named is always looked at.
  private static let endings = [
    "docx", "docm", "dotx", "doc", "wps", "rtf", "xlsx", "xlsm", "xltx", "xls", "et",
    "json",
  ]
  private static let maxDepth = 12
  private static let maxFiles = 100_000

  /// `path` itself, or all forms below it in the order of their names.
  mutating func add(_ path: String) {
    do throws(FileError) {
      let folder = try Folder.open(path, named: path, calls: .system)
      walk(folder, path: path, name: Self.last(path), depth: 0)
    } catch {
      guard error.reason == .notAFolder else {
        failures.append((path, error))
        return
      }
      candidates.append(Candidate(path: path, name: Self.last(path), folder: Self.above(path)))
    }
  }

  private mutating func walk(_ folder: Folder, path: String, name: String, depth: Int) {
    let names: [FileName]
    do throws(FileError) { names = try folder.names() } catch {
      failures.append((path, error))
      return
    }
    for entry in names where candidates.count < Self.maxFiles {
      // Word keeps `~$…` beside an open document; a name that is no text cannot be opened by it.
      let text = entry.text
      guard !text.hasPrefix("."), !text.hasPrefix("~$"), entry.bytes.elementsEqual(text.utf8) else { continue }
      let inside = path.hasSuffix("/") ? path + text : path + "/" + text
      switch entry.kind {
      case .folder where Self.isForm(text):
        failures.append((inside, FileError(file: inside, step: .open, reason: .notAFile)))
      case .folder where depth < Self.maxDepth:
        do throws(FileError) {
          walk(try folder.folder(text), path: inside, name: name + "/" + text, depth: depth + 1)
        } catch {
          failures.append((inside, error))
        }
      case .file, .unknown:
        guard Self.isForm(text) else { continue }
        candidates.append(Candidate(path: inside, name: name + "/" + text, folder: Self.last(path)))
      case .symbolicLink, .other:
        // Opening it says what it is.
        guard Self.isForm(text) else { continue }
        candidates.append(Candidate(path: inside, name: name + "/" + text, folder: Self.last(path)))
      default: break
      }
    }
  }

  /// Whether a file of this name is one that another program must convert first.
  static func isLegacy(_ name: String) -> Bool {
    ["doc", "wps", "rtf"].contains(name.split(separator: ".").last.map(TextFolding.small) ?? "")
  }

  private static func isForm(_ name: String) -> Bool {
    endings.contains(name.split(separator: ".").last.map(TextFolding.small) ?? "")
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func above(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count >= 2 ? String(parts[parts.count - 2]) : ""
  }
}
