import Testing

@testable import ReviewTUI

@Suite struct ProgressLineTests {
  private final class Screen {
    var written: [String] = []
    var time = 0
  }

  private func line(on screen: Screen, columns: Int = 60) -> ProgressLine {
    ProgressLine(columns: columns, now: { screen.time }) { screen.written.append(String(decoding: $0, as: UTF8.self)) }
  }

  @Test func waitsASecondAndThenShowsAtMostTenTimesASecond() {
    let screen = Screen()
    let progress = line(on: screen)
    progress.show("a", of: 10, done: 1, now: false)
    screen.time = 999
    progress.show("b", of: 10, done: 2, now: false)
    #expect(screen.written.isEmpty)
    screen.time = 1_000
    progress.show("c", of: 10, done: 5, now: false)
    screen.time = 1_050
    progress.show("d", of: 10, done: 6, now: false)
    #expect(screen.written == ["\r[##########----------] 5/10 c\u{1B}[K"])
  }

  @Test func showsAtOnceWhatIsSlowAndIsTakenAwayOnce() {
    let screen = Screen()
    let progress = line(on: screen)
    progress.clear()
    progress.show("正在转换", of: 0, done: 0, now: true)
    progress.clear()
    progress.clear()
    #expect(screen.written == ["\r[--------------------] 0/0 正在转换\u{1B}[K", "\r\u{1B}[K"])
  }

  @Test(arguments: [1, 10, 30, 31, 80]) func neverFillsTheTerminalsLine(columns: Int) {
    let text = ProgressLine.line("正在读 济宁市任城区申报书.docx", of: 3, done: 3, columns: columns)
    #expect(DisplayWidth.of(text) < columns)
  }
}
