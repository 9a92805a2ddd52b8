/// The two languages of the console; Chinese is the default.
enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// One sentence that a user sees, in both languages: the compiler refuses one without the other.
struct Phrase: Equatable, Sendable {
  let zh: String
  let en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in `language`.
  func callAsFunction(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
