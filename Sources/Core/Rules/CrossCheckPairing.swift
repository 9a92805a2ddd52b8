/// Which row of a summary table (附件3) belongs to which application, also where a name is mistyped.
struct CrossCheckPairing {
  /// A row with its application.
  struct Pair: Equatable {
    let row: Int
    let application: Int
    /// How alike company and project are, 0 to 1; 1 for equal names.
    let likeness: Double
  }

  private(set) var pairs: [Pair] = []
  /// Rows that repeat an earlier row: company and project are the same.
  private(set) var duplicates: [(row: Int, first: Int)] = []
  /// Rows and applications that are left.
  private(set) var rows: [Int] = []
  private(set) var applications: [Int] = []

  /// Least likeness of a pair: both names together, and each one.
  private static let together = 0.62
  private static let each = 0.3
  /// Names that are compared by likeness at most.
  private static let compared = 40_000

  private struct Names {
    let company: String
    let project: String
    var isEmpty: Bool { company.isEmpty && project.isEmpty }
    var key: String { company + "\n" + project }
  }

  init(rows table: [CountySummary.Row], applications: [Application]) {
    let left = table.map { Names(company: Self.folded($0.company), project: Self.folded($0.projectName)) }
    let right = applications.map { application in
      Names(
        company: Self.folded(application.company.name ?? application.cover.applicant),
        project: Self.folded(application.project.name ?? application.cover.projectName))
    }
    var open = findDuplicates(left)
    var free = Array(right.indices)
    // Equal names first: likeness never takes an application away from the row that names it.
    pair(&open, &free) { row, application in
      !left[row].isEmpty && left[row].key.utf8.elementsEqual(right[application].key.utf8) ? 1 : nil
    }
    // Then the most alike of all, again and again; two rows never share an application.
    pairByLikeness(&open, &free, left, right)
    self.rows = open
    self.applications = free
    pairs.sort { $0.row < $1.row }
  }

  private mutating func findDuplicates(_ names: [Names]) -> [Int] {
    var first: [String: Int] = [:]
    var open: [Int] = []
    for (index, name) in names.enumerated() {
      if !name.company.isEmpty, !name.project.isEmpty, let earlier = first[name.key] {
        duplicates.append((index, earlier))
      } else {
        first[name.key] = index
        open.append(index)
      }
    }
    return open
  }

  private mutating func pair(_ open: inout [Int], _ free: inout [Int], _ likeness: (Int, Int) -> Double?) {
    for row in open {
      guard let place = free.firstIndex(where: { likeness(row, $0) != nil }) else { continue }
      pairs.append(Pair(row: row, application: free.remove(at: place), likeness: 1))
    }
    open.removeAll { row in pairs.contains { $0.row == row } }
  }

  private mutating func pairByLikeness(_ open: inout [Int], _ free: inout [Int], _ left: [Names], _ right: [Names]) {
    var candidates: [Pair] = []
    // Beyond any county's size only names that are half equal are compared, so that a hostile table costs no minutes.
    let isSmall = open.count * free.count <= Self.compared
    for row in open {
      for application in free {
        let isHalf =
          left[row].company.utf8.elementsEqual(right[application].company.utf8)
          || left[row].project.utf8.elementsEqual(right[application].project.utf8)
        guard isSmall || isHalf else { continue }
        let company = Self.likeness(left[row].company, right[application].company)
        let project = Self.likeness(left[row].project, right[application].project)
        // One company may apply twice, so its name alone never decides while the project's is another.
        guard company >= Self.each || left[row].company.isEmpty, project >= Self.each || left[row].project.isEmpty
        else {
          continue
        }
        let both = (company + project) / 2
        if both >= Self.together { candidates.append(Pair(row: row, application: application, likeness: both)) }
      }
    }
    candidates.sort { ($0.likeness, -$0.row, -$0.application) > ($1.likeness, -$1.row, -$1.application) }
    for candidate in candidates where open.contains(candidate.row) && free.contains(candidate.application) {
      pairs.append(candidate)
      open.removeAll { $0 == candidate.row }
      free.removeAll { $0 == candidate.application }
    }
  }

  private static func likeness(_ a: String, _ b: String) -> Double {
    a.isEmpty || b.isEmpty ? 0 : Likeness.dice(a, b)
  }

  /// The application of `free` that is most like a row without one.
  func nearest(to row: CountySummary.Row, among applications: [Application]) -> Int? {
    guard rows.count * applications.count <= Self.compared else { return nil }
    let company = Self.folded(row.company)
    let best = applications.indices.map { index in
      (index, Self.likeness(company, Self.folded(applications[index].company.name)))
    }.max { $0.1 < $1.1 }
    guard let best, best.1 >= 0.8 else { return nil }
    return best.0
  }

  /// A name for comparing: without spaces, widths and brackets folded, as the rules ask (NFKC, 去空格, 括号统一).
  static func folded(_ name: String?) -> String { TextFolding.nameKey(String((name ?? "").prefix(400))) }
}

extension TextFolding {
  /// As ``key(_:)``, with compatibility characters (㈱, ①, ５) taken apart, so that writings of one name are equal.
  static func nameKey(_ text: String) -> String {
    var plain = ""
    for character in text {
      let scalars = character.unicodeScalars
      if let scalar = scalars.first, scalars.count == 1, let written = compatible[scalar.value] {
        plain += written
      } else {
        plain.append(character)
      }
    }
    return key(plain)
  }

  /// What NFKC makes of the characters that occur in names and that width folding leaves.
  private static let compatible: [UInt32: String] = {
    var table: [UInt32: String] = [
      0x3231: "(株)", 0x3232: "(有)", 0xFF0B: "+", 0x2795: "+", 0x207A: "+", 0xFE62: "+", 0x2116: "no",
    ]
    for number in 0..<20 { table[0x2460 + UInt32(number)] = String(number + 1) }
    for number in 0..<12 { table[0x2160 + UInt32(number)] = roman[number] }
    return table
  }()

  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
}
