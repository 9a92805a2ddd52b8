/// Takes the printed guidance of the blank form out of what an applicant wrote.
enum FormGuidance {
  /// `text` without lines that are guidance, and without guidance that a line begins or ends with.
  static func removing(_ guidance: [String], from text: String) -> String {
    guard !guidance.isEmpty, !text.isEmpty else { return text }
    let keys = guidance.map { Array(TextFolding.bareKey($0)) }
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = remaining(String(line), keys)
      // A prompt can stand there twice.
      while let once = rest, let again = remaining(once, keys), again.utf8.count < once.utf8.count { rest = again }
      if let rest, remaining(rest, keys) != nil { lines.append(rest) }
    }
    return lines.joined(separator: "\n")
  }

  /// What is left of a paragraph; nil when it is nothing but guidance.
  static func remaining(_ line: String, _ guidance: [[Character]]) -> String? {
    var line = line
    var (letters, places) = indexed(line)
    for key in guidance {
      guard letters.count >= key.count - key.count / 8, !key.isEmpty else { continue }
      if letters.count <= key.count + key.count / 8 + 1, Likeness.dice(letters, key) >= 0.9 { return nil }
      if letters.starts(with: key) {
        let characters = Array(line)
        // Its closing bracket and full stop go with it.
        var cut = places[key.count - 1] + 1
        while cut < characters.count, "）)。.，,：: \u{3000}\t".contains(characters[cut]) { cut += 1 }
        line = String(characters[cut...])
        (letters, places) = indexed(line)
      } else if letters.count > key.count, letters.suffix(key.count).elementsEqual(key) {
        let characters = Array(line)
        var cut = places[letters.count - key.count]
        while cut > 0, "（( \u{3000}".contains(characters[cut - 1]) { cut -= 1 }
        line = String(characters[..<cut])
        (letters, places) = indexed(line)
      }
    }
    return line
  }

  private static func indexed(_ line: String) -> (letters: [Character], places: [Int]) {
    var letters: [Character] = []
    var places: [Int] = []
    for (place, character) in line.enumerated() where !TextFolding.isIgnored(character) {
      let plain = TextFolding.folded(character)
      guard plain.isLetter || plain.isNumber || plain == "%" else { continue }
      letters.append(plain)
      places.append(place)
    }
    return (letters, places)
  }
}
