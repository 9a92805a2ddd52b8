import Core
import Testing

@testable import ReviewTUI

struct ExportCommandTests {
  private let bench = CommandBench.filled()

  private func outside(_ name: String) -> String { bench.path + "/" + name }

  @Test func aReportSaysWhatItIs() {
    let result = bench.run("export", "$", "register", "--out", "-", "--as", "chief-01")
    #expect(result.exit == .done)
    for words in ["申报受理登记表", "批次：", "生成时间：2022-09-01T10:00:00+08:00", "评分标准：jining-5g-2022-v1", "行数：1", "制表人（签字）"] {
      #expect(result.out.contains(words), "\(words)")
    }
    // What is not known is blank: no date, no contact, never a 0.
    #expect(result.out.contains("甲␛[31m公司,5G项目,设备预测维护,,445.0,,,,,,,"))
    #expect(bench.text("journal/chief-01.jsonl")?.contains("\"export\"") == true)
  }

  @Test func contradictionsAreRefusedBeforeAnythingIsWritten() {
    for words in [
      ["register", "--out", "a.pdf"], ["register", "--out", outside("a.xlsx"), "--encoding", "gb18030"],
      ["journal", "甲", "--as", "chief-01", "--out", "-"], ["register", "--unit", "zoucheng", "--out", "-"],
      ["register", "--mask", "--out", "-"], ["publicity", "--blind", "--as", "chief-01", "--out", "-"],
      ["summary", "--unit", "nowhere", "--out", "-"], ["register", "invest:>x", "--out", "-"],
      ["nothing", "--out", "-"],
      ["register", "--out", bench.workspace + "/applications/a.csv"],
    ] {
      #expect(bench.runAll(["export", "$"] + words).exit == .usage, "\(words)")
    }
    #expect(bench.text("journal/chief-01.jsonl") == nil)
  }

  @Test func whatCannotBeWrittenChangesNothing() {
    let before = bench.contents()
    let result = bench.run("export", "$", "register", "--as", "chief-01", "--out", outside("no/such/a.xlsx"))
    #expect(result.exit == .failed && result.err.contains("no/such"))
    #expect(bench.contents() == before)
  }

  @Test func figuresAreNotExportedWhileARecordIsUnreadable() {
    bench.write("{", to: "reviews/\(CommandBench.application)/expert-01.json")
    for kind in ["scores", "ranking", "publicity"] {
      let result = bench.run("export", "$", kind, "--as", "chief-01", "--out", "-")
      #expect(result.exit == .problems && result.out.isEmpty, "\(kind)")
      #expect(result.err.contains("expert-01.json"), "\(kind)")
    }
    let register = bench.run("export", "$", "register", "--as", "chief-01", "--out", "-")
    #expect(register.exit == .problems && register.out.contains(CommandBench.application))
  }

  /// A report for a reviewer is byte for byte the same whatever others have written into their sheets.
  @Test(arguments: ["register", "findings", "metrics", "summary", "score-sheet"])
  func othersSheetsChangeNothingForAReviewer(_ kind: String) {
    func bytes() -> String? {
      _ = bench.run("export", "$", kind, "--as", "expert-01", "--out", bench.workspace + "/x.csv", "--force")
      return bench.text("x.csv")
    }
    _ = bench.run("score", "$", CommandBench.application, "--as", "expert-01", "--set", "C01=5")
    _ = bench.run("score", "$", CommandBench.application, "--as", "expert-02", "--set", "C01=1")
    let before = bytes()
    #expect(before?.isEmpty == false)
    _ = bench.run(
      "score", "$", CommandBench.application, "--as", "expert-02", "--set", "C01=9.5", "--comment", "C01=绝密",
      "--opinion", "绝密意见", "--recommend", "no")
    #expect(bytes() == before)
  }

  @Test func everyKindHasWordsInBothLanguages() {
    for kind in ReportKind.allCases {
      let name = ReportWords.name(kind)
      #expect(!name.zh.isEmpty && !name.en.isEmpty && name.zh != name.en)
    }
    for field in ReportField.allCases {
      let name = ReportHeadings.name(field)
      #expect(name.zh != field.rawValue, "\(field) has no heading")
    }
  }
}
