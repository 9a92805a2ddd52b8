/// What is wrong with one file of a workspace: shown with its line, and the rest of the workspace is read all the same.
public struct FileProblem: Error, Equatable, Sendable {
  /// The path inside the workspace. Shown only through `display()`.
  public let file: String
  /// The line, from 1, where the fault is in the text.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// A problem.
  public init(file: String, line: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  init(_ error: FileError) { self.init(file: error.file, reason: .file(error)) }

  /// What is wrong with a file.
  public enum Reason: Equatable, Sendable {
    /// The file could not be read.
    case file(FileError)
    /// The text is no JSON that the program accepts.
    case syntax(JSONSyntaxError)
    /// A field does not hold what it must.
    case field(FieldError)
    /// A later version of the program wrote the file; it is shown as far as possible and never written.
    case newerSchema(String)
    /// The record inside names another id than the file's name does.
    case wrongID(found: String, expected: String)
    /// A name that the program does not know; the file is not opened.
    case unknownName
    /// A second version that a sync tool or a person kept beside the first; somebody must choose.
    case conflictCopy
    /// An unchangeable copy whose bytes are not those that its name speaks of.
    case changedCopy
    /// A copy that is newer than the record: an act that was cut short. Its owner may do it again or take the copy up.
    case newerCopy(revision: Int, of: Copied)
    /// A line of a journal that does not fit.
    case journal(JournalReport.Fault)
    /// The record is not the one that the journal of its owner saw last.
    case notInJournal
    /// These fields are other than in the unchangeable copy; none where only spaces or the order of members changed.
    case changedFields([String], copy: String)
    /// A signed visit is not what was sealed.
    case brokenSeal
    /// A file of evidence is missing or is not what it was when it was added; `id` is its number in the visit.
    case changedEvidence(id: String, file: String)
    /// The signature is to another text of the visit.
    case otherSeal
    /// A UTF-8 byte order mark at the start: accepted, and kept as it is.
    case byteOrderMark
  }

  /// Records whose final revisions are kept in `history/`.
  public enum Copied: Equatable, Sendable {
    /// A score sheet that was being submitted.
    case sheet
    /// A visit that its lead was signing.
    case visit
    /// What a member was signing, or a supervisor giving leave for.
    case part
    /// A sheet that was being sent back.
    case decision
  }

  /// Whether the system did not give the file; otherwise the file itself is at fault.
  public var isUnread: Bool {
    guard case .file(let error) = reason else { return false }
    switch error.reason {
    case .missing, .system, .readBackDiffers: return true
    case .symbolicLink, .notAFile, .notAFolder, .tooLarge: return false
    }
  }

  /// Whether the file was read all the same.
  public var isOnlyNotice: Bool { reason == .byteOrderMark }
}
