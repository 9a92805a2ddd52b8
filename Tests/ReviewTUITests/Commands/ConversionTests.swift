import Core
import Foundation
import Glibc
import Testing

@testable import ReviewTUI

/// Legacy documents, with programs on the search path that only pretend to be LibreOffice.
struct ConversionTests {
  private static let forms =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/CoreTests/Fixtures/forms/"

  /// A folder with an executable `soffice`, and one for its private folders.
  private func place(_ script: String) throws -> (path: String, environment: [String: String]) {
    let path = NSTemporaryDirectory() + "reviewtui-convert-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path + "/tmp", withIntermediateDirectories: true)
    let program = path + "/soffice"
    try ("#!/bin/sh\n" + script).write(toFile: program, atomically: true, encoding: .utf8)
    chmod(program, 0o755)
    return (path, ["PATH": "relative:" + path, "TMPDIR": path + "/tmp"])
  }

  private func read(_ converter: OfficeConverter?, name: String = "in/A01.doc") throws -> ImportedForm {
    let program = try Program(
      json: JSONParser.parse(try OutsideFile.read(SampleState.root.path + "/sample-data/program.json")))
    return try FormImporter.read(
      bytes: try OutsideFile.read(Self.forms + "variants/A01.doc"), name: name,
      vocabulary: FormVocabulary(program: program), importedAt: "2022-08-25T09:00:00+08:00", converter: converter)
  }

  private static let findsFolder = "while [ \"$1\" != --outdir ]; do shift; done; mkdir -p \"$2\"\n"
  private static let works = findsFolder + "cp '\(forms)variants/A01-lo.docx' \"$2/input.docx\""

  private func isEmpty(_ path: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: path + "/tmp").isEmpty
  }

  @Test func theOriginalStaysTheSource() throws {
    let (path, environment) = try place(Self.works)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let form = try read(OfficeConverter(environment: environment, limit: 20))
    #expect(form.sha256 == Digest.sha256Hex(try OutsideFile.read(Self.forms + "variants/A01.doc")))
    #expect(form.file == "in/A01.doc")
    #expect(form.convertedBy?.hasPrefix("LibreOffice") == true)
    #expect(form.media.contains { $0.name == "form.doc" && $0.sha256 == form.sha256 })
    #expect(form.company == "济宁璟岳桥隧装备有限公司")
    let id = try #require(RecordID("2022-rencheng-001"))
    #expect(form.json(id: id, unit: "rencheng")["source"]?["convertedBy"]?.string == form.convertedBy)
    #expect(try isEmpty(path))
  }

  @Test(arguments: [
    ("exit 3", ConversionFailure.noResult), ("exit 0", .noResult), ("kill -9 $$", .noResult),
    (findsFolder + "echo garbage > \"$2/input.docx\"", .badResult),
    (findsFolder + "ln -s /etc/passwd \"$2/input.docx\"", .noResult), ("sleep 600 & sleep 600", .tooSlow(seconds: 1)),
  ])
  func failuresAreNamed(_ script: String, _ failure: ConversionFailure) throws {
    let (path, environment) = try place(script)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: ImportRefusal.notConverted(failure)) {
      try read(OfficeConverter(environment: environment, limit: 1))
    }
    #expect(try isEmpty(path))
  }

  /// What it started is ended with it.
  @Test func childrenDoNotOutliveTheLimit() throws {
    let (path, environment) = try place("sleep 600 & echo $! > \"$0.child\"; wait")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: ImportRefusal.notConverted(.tooSlow(seconds: 1))) {
      try read(OfficeConverter(environment: environment, limit: 1))
    }
    let words = try String(contentsOfFile: path + "/soffice.child", encoding: .utf8)
    let child = try #require(pid_t(words.trimmingCharacters(in: .whitespacesAndNewlines)))
    var isGone = false
    for _ in 0..<200 where !isGone {
      let stat = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
      isGone = stat.isEmpty || stat.contains(") Z ")
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
  }

  @Test func withoutAConverterOrUnderAnotherNameItIsRefused() throws {
    #expect(OfficeConverter(environment: ["PATH": "/nowhere:relative"]) == nil)
    #expect(throws: ImportRefusal.wrongKind(.wordBinary)) { try read(nil) }
    let (path, environment) = try place(Self.works)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: ImportRefusal.wrongKind(.wordBinary)) {
      try read(OfficeConverter(environment: environment), name: "in/A01.docx")
    }
  }
}
