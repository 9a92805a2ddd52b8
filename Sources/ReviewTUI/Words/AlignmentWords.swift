import Core

/// Why a metric stands in its row of Compare.
enum AlignmentWords {
  static func phrase(_ fact: AlignmentFact) -> Phrase {
    switch fact {
    case .canonicalName(let name): Phrase(zh: "写的就是标准名“\(name)”", en: "the canonical name “\(name)” itself")
    case .synonym(let word, let name): Phrase(zh: "“\(word)”是“\(name)”的同义词", en: "“\(word)” is a synonym of “\(name)”")
    case .recorded(let key): Phrase(zh: "文件中记为“\(key)”", en: "recorded in the file as “\(key)”")
    case .folded(let other):
      Phrase(zh: "与“\(other)”只差空格、全半角或标点", en: "differs from “\(other)” only in spaces, width or punctuation")
    case .alike(let other, let percent):
      Phrase(zh: "与“\(other)”文字相似 \(percent)%", en: "\(percent) % alike to “\(other)”")
    case .joined(let other, let by, let at):
      Phrase(zh: "\(by) 于 \(day(at)) 并入“\(other)”", en: "joined with “\(other)” by \(by) on \(day(at))")
    case .keptApart(let other, let by, let at):
      Phrase(zh: "\(by) 于 \(day(at)) 把它与“\(other)”分开", en: "kept apart from “\(other)” by \(by) on \(day(at))")
    case .disputed(let by, let at):
      Phrase(zh: "\(by) 于 \(day(at)) 的意见相反，以后者为准", en: "\(by) said the opposite on \(day(at)); the later counts")
    case .renamed(let name, let by, let at):
      Phrase(zh: "\(by) 于 \(day(at)) 改称“\(name)”", en: "renamed “\(name)” by \(by) on \(day(at))")
    case .converted(let from, let to): Phrase(zh: "由\(from)换算为\(to)", en: "converted from \(from) to \(to)")
    case .notConverted(let from, let to):
      Phrase(zh: "\(from)不能精确换算为\(to)，不参加比较", en: "\(from) cannot be given in \(to) exactly and is not compared")
    case .unitsDiffer(let name, let unit, let other):
      Phrase(
        zh: "与“\(name)”名称相近，单位不同（\(unit.isEmpty ? "无" : unit)／\(other.isEmpty ? "无" : other)），分列",
        en:
          "kept apart from “\(name)”: units differ (\(unit.isEmpty ? "none" : unit) / \(other.isEmpty ? "none" : other))"
      )
    case .placeTaken(let name):
      Phrase(zh: "“\(name)”行中此申报已有另一指标", en: "this application already has another metric in the row “\(name)”")
    case .alone: Phrase(zh: "没有相近的指标", en: "nothing like it was found")
    }
  }

  static func line(_ facts: [AlignmentFact], _ language: Language) -> String {
    facts.map { phrase($0)(language) }.joined(separator: language == .zh ? "；" : "; ")
  }

  private static func day(_ at: String) -> String { display(String(at.prefix(10))) }
}

/// Words of the Compare screen and command.
enum CompareWords {
  static let mark = Phrase(
    zh: "先用空格标记另一行，再按 F9 并入光标行", en: "Mark another row with Space first, then F9 joins it with this one")
  static let sameRow = Phrase(zh: "标记的就是这一行", en: "This is the marked row itself")
  static let oneColumn = Phrase(
    zh: "同一申报在两行中都有指标，不能并为一行", en: "One application has a metric in both rows; they cannot be one")
  static let nothingToSplit = Phrase(
    zh: "把光标移到（←→）有值的一列；本行只有一个值时不需拆分", en: "Move (←→) to a column with a value; a row with one value needs no splitting"
  )
  static let sameWords = Phrase(
    zh: "两处写法完全相同，不能按名称拆开", en: "The wordings are the same and cannot be told apart by name")
  static let nothingToUndo = Phrase(zh: "没有可撤回的归并或拆分", en: "Nothing of yours to take back")
  static let onlyMetrics = Phrase(
    zh: "只有多份申报的指标行可以归并或拆分", en: "Only metric rows of several applications are joined or split")
  static let median = Phrase(zh: "场景中位", en: "Median")
  static let noScenario = Phrase(zh: "（无共同场景，不列中位数）", en: " (no common scenario, no median)")

  static func howMany(_ most: Int) -> Phrase {
    Phrase(zh: "对比需要 2 至 \(most) 份申报的编号", en: "compare takes the ids of 2 to \(most) applications")
  }

  static func marked(_ name: String) -> Phrase { Phrase(zh: "已标记“\(name)”", en: "Marked “\(name)”") }

  static func taught(_ time: String) -> Phrase { Phrase(zh: "指标归并已保存 \(time)", en: "Names saved \(time)") }

  static func conflicts(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 处归并意见不一，以后者为准", en: "\(count) lessons are disputed; the later count")
  }

  static func phrase(_ error: NameStore.SaveError) -> Phrase {
    switch error {
    case .denied(let denial): StoreWords.phrase(denial)
    case .problem(let problem): StoreWords.phrase(problem)
    case .failed(let failure): Phrase(ReviewStore.SaveError.failed(failure))
    }
  }
}
