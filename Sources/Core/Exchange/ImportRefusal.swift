/// Why a file was not taken in: a fact, put into words by the caller. Nothing of a refused file reaches the workspace.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// The file could not be opened or read.
  case unreadable(FileError)
  /// More bytes than `limit`.
  case tooLarge(bytes: Int, limit: Int)
  /// The first bytes show another kind of file than a form in `.docx`.
  case wrongKind(FileKind)
  /// The package is protected by a password.
  case encrypted
  /// The package is cut off or its tables contradict each other; what the archive library says.
  case damagedPackage(String)
  /// More parts in the package than `limit`.
  case tooManyParts(limit: Int)
  /// A part that unfolds to more than `limit` bytes.
  case partTooLarge(name: String, limit: Int)
  /// All parts together unfold to more than `limit` bytes.
  case packageTooLarge(limit: Int)
  /// A part that unfolds to far more than the whole file holds: a decompression bomb.
  case suspiciousCompression(name: String)
  /// A part whose name could lead out of a folder, or is a link.
  case unsafePartName(String)
  /// Two parts with the same name, or names that differ only in case.
  case duplicatePart(String)
  /// A package without the part a Word document must have.
  case missingPart(String)
  /// A document type declaration or an entity of its own; documents of this kind never have one.
  case declaresEntities(part: String)
  /// XML that is not well formed.
  case malformedXML(part: String, line: Int)
  /// XML in another encoding than UTF-8.
  case foreignEncoding(part: String)
  /// XML that nests, names or repeats beyond what a document needs.
  case excessiveXML(part: String, ExcessiveXML)
  /// A sheet of a workbook beyond what a table needs.
  case excessiveSheet(SheetExcess, limit: Int)
  /// A Word document without the labels of the form (附件2).
  case notAForm
  /// The form (附件2) with nothing filled in.
  case blankForm
  /// A JSON file with an application whose id or picture paths are not safe.
  case unsafeApplication(String)
  /// No recommending unit (县市区) of the call could be made out, so the application can have no id.
  case unknownUnit(String?)
  /// A JSON file that breaks the JSON grammar.
  case malformedJSON(JSONSyntaxError)
  /// A JSON file that is not an application.
  case notAnApplication(FieldError)
  /// A county's summary table (附件3), which another command takes in: no error, but no application either.
  case summaryTable
  /// A legacy document that could not be converted.
  case notConverted(ConversionFailure)
  /// A form that replaces one application was asked for, but more files were given.
  case notOneFile(Int)

  /// What is beyond measure in a workbook.
  public enum SheetExcess: String, Equatable, Sendable { case sheets, rows, columns, cells, merges, text }

  /// What is beyond measure in XML.
  public enum ExcessiveXML: String, Equatable, Sendable { case depth, attributes, name, text, elements }
}
