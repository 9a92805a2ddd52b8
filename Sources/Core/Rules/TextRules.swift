/// R09 the length of 项目概况; R25 and R26 the need for 5G and its results.
extension FormCheck {
  /// Fewer words can hardly name a bottleneck and what 5G does about it.
  private static let shortest = 30

  mutating func checkTexts() {
    let path = "project.overview"
    if let overview = application.project.overview, !AmountReader.isNothing(overview) {
      let count = WordCount(overview)
      if let maximum = limits.overview {
        if count.words > maximum {
          add("R09", at: path, .textTooLong(words: count.words, characters: count.characters, maximum: maximum))
        } else if count.characters > maximum {
          add(
            "R09", .information, at: path,
            .textLongByCharacters(words: count.words, characters: count.characters, maximum: maximum))
        }
      }
    } else {
      requireRead("R09", at: path)
    }
    let texts = [
      ("R25", "project.need5G", application.project.need5G), ("R26", "project.effect5G", application.project.effect5G),
    ]
    for (rule, path, text) in texts where require(text, rule, at: path) {
      let words = WordCount(text ?? "").words
      if words < Self.shortest { add(rule, .information, at: path, .textShort(words: words)) }
    }
  }
}
