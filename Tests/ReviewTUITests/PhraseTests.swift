import Testing

@testable import ReviewTUI

@Test func phraseAnswersInEachLanguage() {
  let phrase = Phrase(zh: "退出", en: "Quit")
  #expect(phrase(.zh) == "退出")
  #expect(phrase(.en) == "Quit")
}
