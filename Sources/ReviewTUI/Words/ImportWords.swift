import ArgumentParser
import Core

/// What `import` says. File names and words out of files pass through `display()`.
enum ImportWords {
  static func text(_ phrase: Phrase) -> String { phrase(CommandLanguage.current) }
  static func help(_ phrase: Phrase) -> ArgumentHelp { ArgumentHelp(stringLiteral: text(phrase)) }

  static let abstract = Phrase(
    zh: "导入申报书（附件2 的 .docx）、推荐汇总表（附件3 的 .xlsx、.docx）或申报 JSON，也可以给文件夹。",
    en: "Take in application forms (附件2, .docx), summary tables (附件3, .xlsx or .docx) or application JSON; folders too."
  )
  static let files = Phrase(zh: "文件或文件夹。", en: "Files or folders.")
  static let into = Phrase(zh: "导入到哪个工作区。", en: "The workspace to import into.")
  static let unit = Phrase(
    zh: "推荐单位的键，例如 zoucheng；默认看文件夹名和申报书。",
    en: "Key of the recommending unit; default: by folder name, then by the form.")
  static let dryRun = Phrase(zh: "只检查，不写入。", en: "Only look, write nothing.")

  static let replace = Phrase(
    zh: "编号：所给的一份申报书是这项申报的新版本，不论名称是否相同。",
    en: "Id of the application whose new version the one form given is, whatever its names say.")

  static func noApplication(_ id: String) -> Phrase {
    Phrase(zh: "工作区没有申报“\(display(id))”。", en: "The workspace has no application “\(display(id))”.")
  }

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
    case .revised:
      Phrase(
        zh:
          "\(isDryRun ? "可更新" : "已更新") \(name) → \(id) 第 \(file.revision) 版，改动 \(file.changes.count) 处\(order(file).zh)",
        en:
          "\(isDryRun ? "would revise" : "revised") \(name) → \(id) version \(file.revision), changes: \(file.changes.count)\(order(file).en)"
      )
    case .older:
      Phrase(
        zh: "\(name) 的填报日期早于 \(id) 现有版本：\(isDryRun ? "只会存档" : "只存档")为第 \(file.revision) 版，现有内容未变",
        en:
          "\(name) was filled in before the version of \(id) that is there: \(isDryRun ? "would be kept" : "kept") as version \(file.revision) in its history; nothing else changed"
      )
    case .unchanged: Phrase(zh: "已在工作区 \(name) = \(id)", en: "already there \(name) = \(id)")
    case .blank: Phrase(zh: "空白 \(name)", en: "blank \(name)")
    }
  }

  /// A summary table (附件3).
  static func imported(
    _ file: WorkspaceImport.Imported, _ table: WorkspaceImport.Imported.Summary, isDryRun: Bool
  )
    -> Phrase
  {
    let name = display(file.file)
    let unit = table.unit ?? ""
    let rows = Phrase(
      zh: "推荐汇总表（附件3）\(table.rows) 行", en: "summary table (附件3), \(table.rows) \(table.rows == 1 ? "row" : "rows")")
    let revision = table.revision.map { String($0) } ?? ""
    return switch file.status {
    case .new where isDryRun:
      Phrase(zh: "可导入 \(name) → \(unit)：\(rows.zh)", en: "would import \(name) → \(unit): \(rows.en)")
    case .new: Phrase(zh: "已导入 \(name) → \(unit)：\(rows.zh)", en: "imported \(name) → \(unit): \(rows.en)")
    case .revised where isDryRun:
      Phrase(
        zh: "可更新 \(name) → \(unit)：\(rows.zh)，第 \(revision) 版",
        en: "would revise \(name) → \(unit): \(rows.en), revision \(revision)")
    case .revised:
      Phrase(
        zh: "已更新 \(name) → \(unit)：\(rows.zh)，第 \(revision) 版，旧版在 summaries/history",
        en: "revised \(name) → \(unit): \(rows.en), revision \(revision); the one before is in summaries/history")
    case .older, .unchanged:
      Phrase(zh: "已在工作区 \(name) = \(unit)：\(rows.zh)", en: "already there \(name) = \(unit): \(rows.en)")
    case .blank:
      Phrase(zh: "空白表 \(name)：推荐汇总表（附件3）0 行，未写入", en: "blank \(name): summary table (附件3), 0 rows, nothing written")
    }
  }

  private static func order(_ file: WorkspaceImport.Imported) -> Phrase {
    file.isByOrder
      ? Phrase(zh: "（填报日期相同或缺失，以后导入的为准）", en: " (the fill dates are equal or missing: the later import counts)")
      : Phrase(zh: "", en: "")
  }

  /// One line for each field that a revision changed.
  static func changes(_ file: WorkspaceImport.Imported) -> [Phrase] {
    file.changes.prefix(40).map { change in
      let line = "    \(display(change.path))  \(clipped(change.old)) → \(clipped(change.new))"
      return Phrase(zh: line, en: line)
    }
  }

  private static func clipped(_ value: JSONValue) -> String {
    if case .null = value { return "—" }
    let text = value.string ?? String(decoding: JSONWriter.compact(value), as: UTF8.self)
    return display(text.count > 40 ? String(text.prefix(40)) + "…" : text)
  }

  /// What the line of progress says of the file that is read now.
  static func progress(_ state: WorkspaceImport.Progress) -> Phrase {
    let name = display(state.file)
    return state.isSlow
      ? Phrase(zh: "正在转换旧格式 \(name)", en: "converting \(name)") : Phrase(zh: "正在读 \(name)", en: "reading \(name)")
  }

  /// How much of a form was read, and which of its fields are empty.
  static func tally(_ tally: FormTally, gaps: Int) -> [Phrase] {
    var lines = [
      Phrase(
        zh:
          "    读出 \(tally.read) 栏，绩效指标 \(tally.metrics) 行，正文 \(tally.sections) 部分，图片 \(tally.pictures) 张，未识别 \(gaps) 处",
        en:
          "    read: fields \(tally.read), metrics \(tally.metrics), sections \(tally.sections), pictures \(tally.pictures); not understood: \(gaps)"
      )
    ]
    if !tally.empty.isEmpty {
      let names = tally.empty.map(FieldPathWords.name)
      lines.append(
        Phrase(
          zh: "    空缺：\(names.map(\.zh).joined(separator: "、"))",
          en: "    empty: \(names.map(\.en).joined(separator: ", "))"))
    }
    return lines
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
    case "too many digits": "数字过长"
    case "malformed number": "数字写法有误"
    case "no definite number": "约数，没有确切数值"
    case "fraction without an exact decimal": "分数不能化为有限小数"
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
    default: tableWhy[code] ?? display(code)
    }
  }

  private static let tableWhy = [
    "not a number": "不是数字", "no scenario of the call": "不是通知中的典型场景", "no year": "没有年份",
    "January or October": "可能是1月，也可能是10月", "more than one date": "不止一个日期",
    "neither a name nor a telephone": "没有姓名，也没有电话", "formula without a result": "公式没有计算结果",
    "an error of the spreadsheet": "表格公式出错", "no such shared text": "文件内文字缺失",
    "shown in another scale": "单元格格式改变了数量级", "names another unit": "写的是另一个县（市、区）",
    "hidden sheet": "隐藏的工作表", "hidden row": "隐藏的行", "hidden column": "隐藏的列", "another table": "另一张表",
    "outside the columns": "在表格各栏之外", "neither company nor project": "没有企业名称，也没有项目名称",
    "a line outside the table": "表外文字", "single words": "表中单独的文字", "example": "填写示例",
  ]

  static func total(_ imported: [WorkspaceImport.Imported], _ refused: Int, isDryRun: Bool) -> Phrase {
    let new = imported.count { $0.status == .new }
    let revised = imported.count { $0.status == .revised }
    let rest = imported.count - new - revised
    let more = revised > 0 ? "，更新 \(revised) 份" : ""
    let moreEnglish = revised > 0 ? ", revised \(revised)" : ""
    return Phrase(
      zh: "\(isDryRun ? "可导入" : "导入") \(new) 份\(more)，未变或跳过 \(rest) 份，拒绝 \(refused) 份。",
      en:
        "\(isDryRun ? "Would import" : "Imported") \(new)\(moreEnglish), unchanged or skipped \(rest), refused \(refused)."
    )
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
    case .unreadableRecord(let problem): StoreWords.phrase(problem)
    case .notSaved(let failure): StoreWords.phrase(failure)
    case .headUnusable(let problem): StoreWords.phrase(problem)
    case .headChanged(let file):
      Phrase(
        zh: "“\(display(file))”刚被其他程序改动，未写入；请再导入一次。",
        en: "“\(display(file))” was just changed by another program; nothing was written, import it again.")
    }
  }
}
