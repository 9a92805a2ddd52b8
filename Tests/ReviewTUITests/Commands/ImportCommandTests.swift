import Core
import Glibc
import Testing

@testable import ReviewTUI

struct ImportCommandTests {
  /// The forms that are kept with the tests of Core.
  private static let forms =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/CoreTests/Fixtures/forms/"
  private static let form = forms + "variants/A10-abiword.docx"

  private func bench() -> CommandBench {
    let bench = CommandBench()
    _ = bench.run("init", "$")
    return bench
  }

  @Test func importsAFormAndSaysWhenItIsDurable() throws {
    let bench = bench()
    let result = bench.run("import", Self.form, "--into", "$")
    #expect(result.exit == .done)
    #expect(result.err.isEmpty)
    #expect(result.outLines.first == "已导入 A10-abiword.docx → 2022-jinxiang-001")
    #expect(result.out.contains("    读出 40 栏，绩效指标 11 行，正文 6 部分，图片 3 张，未识别 0 处\n    空缺：主管部门意见日期\n"))
    let digest = try #require(bench.text("applications/2022-jinxiang-001.json")).utf8
    #expect(result.out.contains("ACK applications/2022-jinxiang-001.json r1 \(Digest.sha256Hex(Array(digest)))\n"))
    #expect(result.outLines.last == "导入 1 份，未变或跳过 0 份，拒绝 0 份。")
    let again = bench.run("import", Self.form, "--into", "$", "--lang", "en")
    #expect(again.exit == .done)
    #expect(
      again.out
        == "already there A10-abiword.docx = 2022-jinxiang-001\nImported 0, unchanged or skipped 1, refused 0.\n")
    #expect(bench.run("show", "$", "2022-jinxiang-001", "--format", "json").exit == .done)
  }

  @Test func reportsAsJSON() throws {
    let bench = bench()
    let result = bench.run("import", Self.forms + "hostile", Self.form, "--into", "$", "--format", "json")
    #expect(result.exit == .problems)
    let value = try JSONParser.parse(Array(result.out.utf8))
    let imported = try #require(value["imported"]?.array)
    #expect(imported.map { $0["file"]?.string } == ["hostile/control_c1_fields.docx", "A10-abiword.docx"])
    #expect(
      imported.allSatisfy { $0["status"]?.string == "new" && $0["id"]?.string != nil && $0["unparsed"]?.array != nil })
    let read = try #require(imported[1]["read"])
    #expect(read["fields"]?.number?.int == 40 && read["metrics"]?.number?.int == 11)
    #expect(read["empty"]?.array == [.string("countyOpinion.date")])
    let refused = try #require(value["refused"]?.array)
    #expect(
      refused.map { $0["file"]?.string } == [
        "hostile/billion_laughs.docx", "hostile/bomb_1g_document.docx", "hostile/真doc改名.docx",
      ])
    #expect(refused[2]["reason"]?.string == "实际为 Word 97-2003 .doc，请另存为 .docx。")
    #expect(!result.out.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }

  @Test func dryRunWritesNothing() {
    let bench = bench()
    let result = bench.run("import", Self.form, "--into", "$", "--dry-run")
    #expect(result.exit == .done)
    #expect(result.out.contains("可导入 A10-abiword.docx → 2022-jinxiang-001"))
    #expect(!result.out.contains("ACK"))
    #expect(bench.text("applications/2022-jinxiang-001.json") == nil)
  }

  @Test func refusesByNameAndReasonOnStandardError() {
    let bench = bench()
    let result = bench.run("import", Self.forms + "blank", "--into", "$")
    #expect(result.exit == .problems)
    #expect(result.err.contains("拒绝 blank/附件2：申报书（空白）.docx：空白申报书，没有填写内容。"))
    #expect(result.err.contains("拒绝 blank/附件2：申报书（空白）.doc：实际为 Word 97-2003 .doc，请另存为 .docx。"))
    #expect(result.out.contains("空白表 blank/附件3：推荐汇总表（空白）.xlsx：推荐汇总表（附件3）0 行"))
  }

  @Test func anUnknownUnitOrWorkspaceIsSaid() {
    let bench = bench()
    #expect(bench.run("import", Self.form, "--into", "$", "--unit", "nowhere").exit == .usage)
    #expect(bench.run("import", Self.form, "--into", bench.path + "/none").exit == .failed)
    #expect(bench.run("import", Self.form, "--into", "$", "--unit", "yutai").out.contains("2022-yutai-001"))
  }

  @Test func aWorkspaceThatCannotBeWrittenEndsWithFour() {
    let bench = bench()
    let folder = bench.workspace + "/applications"
    #expect(rmdir(folder) == 0)
    bench.write("", to: "applications")
    let result = bench.run("import", Self.form, "--into", "$")
    #expect(result.exit == .failed)
  }

  /// Every reason has words in both languages, and none shows what a file says as it is.
  @Test func everyRefusalHasWords() {
    let evil = "\u{1B}]0;x\u{7}\u{202E}"
    let problem = FieldError(path: [evil], expected: .text, found: nil)
    let kinds: [FileKind] = [
      .zip, .wordBinary, .excelBinary, .encryptedOffice, .oleOther, .html, .rtf, .pdf, .webArchive, .xml, .json,
      .picture,
      .otherArchive, .openDocument, .workbook, .presentation, .plainArchive, .text, .empty, .unknown,
    ]
    let refusals: [ImportRefusal] =
      kinds.map { .wrongKind($0) } + [
        .unreadable(FileError(file: evil, step: .open, reason: .missing)), .tooLarge(bytes: 2 << 26, limit: 1 << 26),
        .encrypted,
        .damagedPackage(evil), .tooManyParts(limit: 2000), .partTooLarge(name: evil, limit: 1 << 25),
        .packageTooLarge(limit: 1 << 27),
        .suspiciousCompression(name: evil), .unsafePartName(evil), .duplicatePart(evil), .missingPart(evil),
        .declaresEntities(part: evil),
        .malformedXML(part: evil, line: 3), .foreignEncoding(part: evil), .excessiveXML(part: evil, .depth), .notAForm,
        .blankForm,
        .unknownUnit(evil), .unknownUnit(nil), .notAnApplication(problem), .unsafeApplication(evil), .summaryTable,
        .notOneFile(2),
      ]
    for refusal in refusals {
      let phrase = ImportRefusalWords.phrase(refusal)
      #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty && phrase.zh != "无法导入。")
      for text in [phrase.zh, phrase.en] {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
    }
  }
}
