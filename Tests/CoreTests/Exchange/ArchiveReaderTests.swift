import Testing

@testable import Core

struct ArchiveReaderTests {
  private func refusal(_ package: PackageBuilder, limits: ArchiveLimits = ArchiveLimits()) -> ImportRefusal? {
    do throws(ImportRefusal) {
      var archive = try ArchiveReader(package.bytes(), limits: limits)
      _ = try archive.parts { _ in true }
      return nil
    } catch {
      return error
    }
  }

  private func refusal(ofPartNamed name: String) -> ImportRefusal? {
    var package = PackageBuilder()
    package.add("word/document.xml", "a")
    package.add(name, "b")
    return refusal(package)
  }

  @Test func readsPartsByName() throws {
    var package = PackageBuilder()
    package.add("word/document.xml", "正文")
    package.add("word/media/图片1.png", "picture")
    package.add("word/", [], mode: 0o040755)
    var archive = try ArchiveReader(package.bytes())
    #expect(archive.names == ["word/document.xml", "word/media/图片1.png"])
    let parts = try archive.parts { $0.hasSuffix(".png") }
    #expect(parts == ["word/media/图片1.png": Array("picture".utf8)])
  }

  @Test(arguments: ["/etc/passwd", "../x", "word/../../x", "..\\x", "C:x", "word//x", "./x", "word/a\nb"])
  func refusesNamesThatLeadOut(_ name: String) {
    guard case .unsafePartName = refusal(ofPartNamed: name) else {
      Issue.record("\(name) was taken")
      return
    }
  }

  @Test(arguments: ["word/document.xml", "WORD/Document.XML"]) func refusesNamesThatFallTogether(_ name: String) {
    #expect(refusal(ofPartNamed: name) == .duplicatePart(name))
  }

  @Test func refusesLinks() {
    var package = PackageBuilder()
    package.add("word/link", Array("/etc/passwd".utf8), mode: 0o120777)
    #expect(refusal(package) == .unsafePartName("word/link"))
  }

  @Test func refusesEncryptedPartsByName() {
    var package = PackageBuilder()
    package.add("word/document.xml", [1, 2, 3], flags: 0x801)
    #expect(refusal(package) == .encrypted)
  }

  @Test func capsHold() {
    var package = PackageBuilder()
    for index in 0..<12 { package.add("part\(index)", [UInt8](repeating: 65, count: 1000)) }
    var limits = ArchiveLimits()
    #expect(refusal(package, limits: limits) == nil)
    limits.parts = 11
    #expect(refusal(package, limits: limits) == .tooManyParts(limit: 11))
    limits = ArchiveLimits()
    limits.part = 999
    #expect(refusal(package, limits: limits) == .partTooLarge(name: "part0", limit: 999))
    limits = ArchiveLimits()
    limits.total = 5000
    #expect(refusal(package, limits: limits) == .packageTooLarge(limit: 5000))
    limits = ArchiveLimits()
    limits.file = 100
    #expect(refusal(package, limits: limits) == .tooLarge(bytes: package.bytes().count, limit: 100))
    limits = ArchiveLimits()
    limits.ratio = 0
    limits.ratioGrace = 0
    limits.ratio = 1
    #expect(refusal(package, limits: limits) == nil)
  }

  @Test func refusesATornPackage() {
    var package = PackageBuilder()
    package.add("word/document.xml", String(repeating: "正文", count: 100))
    let bytes = package.bytes()
    for length in [0, 4, 30, 200, bytes.count - 30, bytes.count - 1] {
      do throws(ImportRefusal) {
        var archive = try ArchiveReader(Array(bytes[..<length]))
        _ = try archive.parts { _ in true }
        Issue.record("\(length) bytes were taken")
      } catch {
        guard case .damagedPackage = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  @Test func refusesAPartWithAWrongChecksum() {
    var package = PackageBuilder()
    package.add("word/document.xml", "正文正文")
    var bytes = package.bytes()
    bytes[30 + 17] ^= 1
    do throws(ImportRefusal) {
      var archive = try ArchiveReader(bytes)
      _ = try archive.parts { _ in true }
      Issue.record("it was taken")
    } catch {
      guard case .damagedPackage = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}

struct FileKindTests {
  @Test(arguments: [
    ("PK\u{3}\u{4}", FileKind.zip), ("%PDF-1.7", .pdf), ("{\\rtf1", .rtf), ("<html><body>", .html),
    ("\u{FEFF} <!DOCTYPE html>", .html),
    ("<?xml version=\"1.0\"?><w:wordDocument>", .xml), ("<?xml?><html>", .html), ("MIME-Version: 1.0", .webArchive),
    ("{\"schema\": 1}", .json), ("GIF89a", .picture), ("Rar!", .otherArchive), ("单位名称", .text), ("", .empty),
    ("\0\0\0", .empty),
  ])
  func knowsFilesByTheirFirstBytes(_ text: String, _ kind: FileKind) { #expect(FileKind(of: Array(text.utf8)) == kind) }

  @Test func knowsOldOfficeFilesByTheirStreams() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func file(_ stream: String) -> [UInt8] { head + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    #expect(FileKind(of: file("WordDocument")) == .wordBinary)
    #expect(FileKind(of: file("Workbook")) == .excelBinary)
    #expect(FileKind(of: file("EncryptedPackage")) == .encryptedOffice)
    #expect(FileKind(of: file("PowerPoint Document")) == .oleOther)
  }
}
