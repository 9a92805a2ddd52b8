import ArgumentParser
import Core

/// What `import` says. File names and words out of files pass through `display()`.
enum ImportWords {
  static func text(_ phrase: Phrase) -> String { phrase(CommandLanguage.current) }
  static func help(_ phrase: Phrase) -> ArgumentHelp { ArgumentHelp(stringLiteral: text(phrase)) }

  static let abstract = Phrase(
    zh: "导入申报书（附件2 的 .docx）或申报 JSON，也可以给文件夹。",
    en: "Take in application forms (.docx of 附件2) or application JSON; folders too.")
  static let files = Phrase(zh: "文件或文件夹。", en: "Files or folders.")
  static let into = Phrase(zh: "导入到哪个工作区。", en: "The workspace to import into.")
  static let unit = Phrase(
    zh: "推荐单位的键，例如 zoucheng；默认看文件夹名和申报书。",
    en: "Key of the recommending unit; default: by folder name, then by the form.")
  static let dryRun = Phrase(zh: "只检查，不写入。", en: "Only look, write nothing.")

  static func noUnit(_ key: String, _ program: Program) -> Phrase {
    let keys = program.units.map(\.key).joined(separator: " ")
    return Phrase(
      zh: "通知里没有推荐单位“\(display(key))”。可用：\(keys)", en: "The call has no unit “\(display(key))”. There are: \(keys)")
  }

  static func imported(_ file: WorkspaceImport.Imported, isDryRun: Bool) -> Phrase {
    let name = display(file.file)
    let id = file.id?.text ?? ""
    return switch file.status {
    case .new where isDryRun: Phrase(zh: "可导入 \(name) → \(id)", en: "would import \(name) → \(id)")
    case .new: Phrase(zh: "已导入 \(name) → \(id)", en: "imported \(name) → \(id)")
    case .unchanged: Phrase(zh: "已在工作区 \(name) = \(id)", en: "already there \(name) = \(id)")
    case .summaryTable: Phrase(zh: "跳过 \(name)：推荐汇总表（附件3）", en: "skipped \(name): summary table (附件3)")
    }
  }

  static func unparsed(_ gap: Application.Unparsed) -> Phrase {
    let place = gap.path.isEmpty ? "" : display(gap.path) + " "
    let words = gap.text.isEmpty ? "" : "“\(display(String(gap.text.prefix(60))))”"
    return Phrase(
      zh: "    未识别 \(place)\(words)（\(why(gap.why))）", en: "    not understood: \(place)\(words) (\(display(gap.why)))")
  }

  /// Why words were not understood, from the code in the file.
  static func gapReason(_ code: String) -> Phrase { Phrase(zh: why(code), en: display(code)) }

  private static func why(_ code: String) -> String {
    switch code {
    case "no unit of the call": "不是通知中的县（市、区）"
    case "not a date": "不是日期"
    case "no day": "缺日"
    case "only a year": "只有年"
    case "no month": "缺年月"
    case "not a number": "不是数字"
    case "not an amount": "不是金额"
    case "no amount": "没有金额"
    case "more than one amount": "不止一个金额"
    case "out of range": "超出范围"
    case "foreign currency": "外币"
    case "not an amount of money": "不是金额"
    case "not a percentage": "不是百分数"
    case "not only telephone numbers": "不全是电话号码"
    case "chosen by format only": "仅以字体格式标出所选"
    case "nothing in the list is marked": "列出了全部类别，未标出所选"
    case "not an address": "不是邮箱地址"
    case "hidden text was left out": "有隐藏文字，未读取"
    case "an embedded document was left out": "有嵌入文档，未读取"
    default: display(code)
    }
  }

  static func total(_ imported: [WorkspaceImport.Imported], _ refused: Int, isDryRun: Bool) -> Phrase {
    let new = imported.count { $0.status == .new }
    let rest = imported.count - new
    return Phrase(
      zh: "\(isDryRun ? "可导入" : "导入") \(new) 份，未变或跳过 \(rest) 份，拒绝 \(refused) 份。",
      en: "\(isDryRun ? "Would import" : "Imported") \(new), unchanged or skipped \(rest), refused \(refused).")
  }

  static func refused(_ file: WorkspaceImport.Refusal) -> Phrase {
    let name = display(file.file)
    let why = reason(file.reason)
    return Phrase(zh: "拒绝 \(name)：\(why.zh)", en: "refused \(name): \(why.en)")
  }

  static func reason(_ reason: WorkspaceImport.Reason) -> Phrase {
    switch reason {
    case .refusal(let refusal): ImportRefusalWords.phrase(refusal)
    case .notWritten(let error): StoreWords.phrase(error)
    }
  }
}
