import Core
import Glibc

/// Converts legacy Word documents with an installed LibreOffice, in a private folder that is gone afterwards.
///
/// Nothing of the document's name or content reaches the command line. Macros and links to the network are switched off
/// in a profile of its own; the process group is ended when the time is over.
struct OfficeConverter: DocumentConverter {
  /// Path of the program.
  let program: String
  /// The private folders are made in here.
  let temporary: String
  /// After so many seconds it is ended.
  let limit: Int

  /// The first `soffice` or `libreoffice` on the search path; nil when none is installed.
  init?(environment: [String: String], limit: Int = 90) {
    var found: String?
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      for name in ["soffice", "libreoffice"] where found == nil && access("\(folder)/\(name)", X_OK) == 0 {
        found = "\(folder)/\(name)"
      }
    }
    guard let found else { return nil }
    program = found
    let wanted = environment["TMPDIR"] ?? ""
    temporary = wanted.hasPrefix("/") ? wanted : "/tmp"
    self.limit = limit
  }

  func docx(fromWordBinary bytes: [UInt8]) throws(ConversionFailure) -> [UInt8] {
    guard let folder = PrivateFolder(in: temporary) else { throw .notStarted }
    defer { folder.remove() }
    guard folder.write(bytes, to: "input.doc"), folder.write(Array(Self.settings.utf8), to: Self.settingsPath) else {
      throw .notStarted
    }
    let process = ChildProcess(
      program: program,
      arguments: [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "\(folder.path)/out",
        "\(folder.path)/input.doc",
      ],
      environment: [
        "HOME=\(folder.path)", "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TMPDIR=\(folder.path)",
      ])
    switch process.run(limit: limit) {
    case .notStarted: throw .notStarted
    case .tooSlow: throw .tooSlow(seconds: limit)
    case .ended: break
    }
    guard let result = folder.read("out/input.docx"), !result.isEmpty else { throw .noResult }
    return result
  }

  private static let settingsPath = "profile/user/registrymodifications.xcu"

  /// No macros, and no fetching of linked pictures from elsewhere.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
    oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
    oor:op="fuse"><value>true</value></prop></item>
    </oor:items>
    """
}
