/// Search by pinyin initials (拼音首字母): `zcs` finds 邹城市.
///
/// An ideograph with several readings is found by each of them (重 by `z` and `c`). Latin letters and digits of the text
/// stand for themselves; punctuation and spaces are passed over. Names in traditional characters work too.
public enum Pinyin {
  /// Whether the bytes are the initials of consecutive characters of `text`.
  ///
  /// - Parameter query: Latin letters and digits, at most 64, in either case; anything else never matches.
  public static func matches(initials query: some Sequence<UInt8>, in text: String) -> Bool {
    guard let pattern = InitialsPattern(query) else { return false }
    return pattern.isFound(in: PinyinCodes.shared.initials(of: text))
  }

  /// Whether the folded letters are the initials of consecutive characters of `text`.
  public static func matches(initials query: String, in text: String) -> Bool {
    matches(initials: Folding.folded(query), in: text)
  }

  /// The initials of `text` by the usual reading of every character: `zcs` for 邹城市. Characters of unknown reading are
  /// left out.
  public static func initials(of text: String) -> String {
    let codes = PinyinCodes.shared
    let letters = codes.initials(of: text).map { codes.usual[Int($0)] }.filter(Folding.isAlphanumeric)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Whether full pinyin without tones begins a key such as `zoucheng`; spaces, apostrophes and hyphens do not count.
  public static func begins(_ query: String, key: String) -> Bool {
    let typed = Folding.folded(query).filter(Folding.isAlphanumeric)
    return !typed.isEmpty && Folding.folded(key).filter(Folding.isAlphanumeric).starts(with: typed)
  }
}
