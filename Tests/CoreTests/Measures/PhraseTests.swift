import Foundation
import Testing

@testable import Core

/// The phrases of `Phrases/*.tsv`: business prose in the voices of many offices, and what a careful reader sees in it.
///
/// Behind the tab: `value unit`, then `<-` a former amount, `from` the lower end of a range, a comparator, `+` or `-` for
/// the direction, `by` for the size of a change, `year` or `period` for what it is measured against, and the exact words
/// in 「」. A question mark begins a number that is reported as not understood. Nothing behind it: no quantity.
struct PhraseTests {
  struct Phrase: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String
    var testDescription: String { text }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Phrases")

  static let phrases: [Phrase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".tsv") }.flatMap { name -> [Phrase] in
      let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return Phrase(
          text: String(parts[0]), expected: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
      }
    }
  }()

  @Test func thereAreManyDistinctPhrases() {
    #expect(Set(Self.phrases.map(\.text)).count == Self.phrases.count)
    #expect(Self.phrases.count >= 480)
  }

  @Test(arguments: phrases) func readsPhrase(_ phrase: Phrase) {
    #expect(Self.describe(phrase.text) == phrase.expected, "\(phrase.text)")
  }

  @Test func theValueIsFoundAgainInItsOwnWords() {
    for phrase in Self.phrases {
      let letters = Array(phrase.text)
      for quantity in QuantityReader.quantities(in: phrase.text) {
        #expect(quantity.start >= 0 && quantity.length > 0 && quantity.end <= letters.count, "\(phrase.text)")
        // With the words in front, because 百家 is a number only in 近百家.
        let again = QuantityReader.quantities(in: String(letters[max(0, quantity.start - 9)..<quantity.end]))
        #expect(again.contains { $0.amount == quantity.amount || $0.baseline == quantity.amount }, "\(phrase.text)")
      }
    }
  }

  static func describe(_ text: String) -> String {
    let letters = Array(text)
    let reading = QuantityReader.reading(of: text)
    var found = reading.quantities.map { ($0.start, Self.describe($0, in: letters)) }
    found += reading.unread.map { unread in
      (unread.start, "? \(unread.reason.rawValue) 「\(String(letters[unread.start..<unread.start + unread.length]))」")
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "；")
  }

  private static func describe(_ quantity: Quantity, in letters: [Character]) -> String {
    func amount(_ amount: Quantity.Amount) -> String {
      amount.fullUnit.isEmpty ? amount.value.text : amount.value.text + " " + amount.fullUnit
    }
    var text = amount(quantity.amount)
    if let baseline = quantity.baseline { text += " <- " + amount(baseline) }
    if let lower = quantity.lower { text += " from " + lower.text }
    if let comparator = quantity.comparator { text += " " + comparator.rawValue }
    if let direction = quantity.direction { text += direction == .up ? " +" : " -" }
    if quantity.isDifference { text += " by" }
    if let basis = quantity.basis { text += " " + basis.rawValue }
    return text + " 「\(String(letters[quantity.start..<quantity.end]))」"
  }
}
