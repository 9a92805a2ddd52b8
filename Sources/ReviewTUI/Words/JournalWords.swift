import Core

/// What the journals and the files of a workspace say of each other (操作日志).
enum JournalWords {
  /// Words for the problems that only journals can show.
  static func phrase(_ reason: FileProblem.Reason) -> Phrase {
    switch reason {
    case .noJournal(let person):
      Phrase(
        zh: "没有“\(display(person))”的操作日志，这份记录无从核对。请找回 journal/\(display(person)).jsonl。",
        en:
          "there is no journal of “\(display(person))” to hold this record against. Find journal/\(display(person)).jsonl."
      )
    case .lostFile(let file):
      Phrase(
        zh: "记了写入 \(display(file))，但没有这个文件。请从备份或同事的副本找回。",
        en: "it tells of writing \(display(file)), which is missing. Restore it from a backup or a colleague's copy.")
    case .rolledBack(let found, let last):
      Phrase(
        zh: "是旧版\(found.map { "（第 \($0) 版）" } ?? "")，操作日志里最后写的是\(last.map { "第 \($0) 版" } ?? "更新的一版")：被退回过。请找回新版。",
        en:
          "it is an older revision\(found.map { " (\($0))" } ?? ""); the journal last saw \(last.map { "revision \($0)" } ?? "a newer one"): it was rolled back. Find the newer one."
      )
    case .missingCopy:
      Phrase(
        zh: "操作日志记了这一版，但它的存档缺失。请从备份或同事的副本找回。",
        en: "a journal tells of this revision, and its copy is missing. Restore it from a backup or a colleague's copy."
      )
    case .journalGap(let file):
      Phrase(
        zh: "\(display(file)) 在这一行之前的版本没有记录：缺行，或在程序之外改过。",
        en:
          "the revision of \(display(file)) before this line is in no journal: a line is missing, or another program wrote."
      )
    case .journalFork(let file):
      Phrase(
        zh: "\(display(file)) 的同一版后面有两次写入：可能在两台电脑上同时改过。请核对后保留一个。",
        en: "two acts follow one revision of \(display(file)), perhaps on two machines. Compare them and keep one.")
    case .noSeal:
      Phrase(
        zh: "已提交，但没有本人密钥对这份内容的签名：提交之后被改过，或提交时那台电脑上没有密钥。由本人核对后用 key --sign 补签。",
        en:
          "it is submitted without a signature over what it says: it was changed since, or there was no key on that machine. Its reviewer may look at it and sign with key --sign."
      )
    case .wrongSeal:
      Phrase(
        zh: "签名不是本人登记的密钥所签。请与本人核对评分和 people.json 里的公钥。",
        en: "the signature is not by the registered key. Ask its reviewer about the scores and the key in people.json.")
    default: StoreWords.reason(reason)
    }
  }
}
