/// Finds names in texts, whatever stands between their characters: spaces, width, case and punctuation do not hide one.
struct SecretSearch {
  /// Something that must not be found.
  struct Secret {
    /// Folded, without spaces and punctuation.
    let key: [Character]
    /// What it is the name of.
    let identity: ReportColumn.Identity
    /// What stands in its place.
    let code: String
  }

  private var byStart: [[Character]: [Secret]] = [:]

  /// Adds a name; one that is too short to mean anything is left out.
  mutating func add(_ text: String, _ identity: ReportColumn.Identity, code: String) {
    let key = Array(TextFolding.bareKey(text))
    let isLatin = key.allSatisfy(\.isASCII)
    guard key.count >= (isLatin ? 4 : 2) else { return }
    let start = Array(key.prefix(2))
    if byStart[start]?.contains(where: { $0.key == key }) == true { return }
    byStart[start, default: []].append(Secret(key: key, identity: identity, code: code))
    byStart[start]?.sort { $0.key.count > $1.key.count }
  }

  /// The names in `text` with their places in characters, the longest at each place.
  func hits(in text: String) -> [(secret: Secret, range: Range<Int>)] {
    var key: [Character] = []
    var places: [Int] = []
    for (place, character) in text.enumerated() {
      for plain in TextFolding.bareKey(String(character)) {
        key.append(plain)
        places.append(place)
      }
    }
    var found: [(Secret, Range<Int>)] = []
    var index = 0
    while index + 1 < key.count {
      let secret = byStart[[key[index], key[index + 1]]]?.first { key[index...].starts(with: $0.key) }
      guard let secret else {
        index += 1
        continue
      }
      found.append((secret, places[index]..<(places[index + secret.key.count - 1] + 1)))
      index += secret.key.count
    }
    return found
  }

  /// `text` with a code in the place of every name.
  func masked(_ text: String) -> String {
    let hits = hits(in: text)
    if hits.isEmpty { return text }
    let characters = Array(text)
    var result = ""
    var place = 0
    for hit in hits where hit.range.lowerBound >= place {
      result += String(characters[place..<hit.range.lowerBound]) + hit.secret.code
      place = hit.range.upperBound
    }
    return result + String(characters[place...])
  }
}
