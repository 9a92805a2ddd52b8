import Core

/// What the command `export` says.
enum ExportWords {
  static func written(_ file: String, _ kind: ReportKind, rows: Int, digest: String) -> Phrase {
    let name = ReportWords.name(kind)
    return Phrase(
      zh: "已导出\(name.zh)：\(display(file))，\(rows) 行，SHA-256 \(digest)",
      en: "Exported \(name.en): \(display(file)), \(rows) rows, SHA-256 \(digest)")
  }

  static func kept(_ copy: String) -> Phrase {
    Phrase(zh: "原来的文件保留为“\(display(copy))”。", en: "The file that was there is kept as “\(display(copy))”.")
  }

  static func exists(_ file: String) -> Phrase {
    Phrase(
      zh: "“\(display(file))”已存在，没有覆盖。换一个名字，或加 --force（原文件另存为带编号的副本）。",
      en:
        "“\(display(file))” exists and was not touched. Name another, or add --force (the old one is kept as a numbered copy)."
    )
  }

  static func insideRecords(_ file: String) -> Phrase {
    Phrase(
      zh: "“\(display(file))”在工作区存放记录的文件夹里，导出的文件请放到别处。",
      en: "“\(display(file))” lies among the records of the workspace; write exports somewhere else.")
  }

  static func ending(_ file: String) -> Phrase {
    Phrase(
      zh: "“\(display(file))”应以 .xlsx 或 .csv 结尾；用 - 把 csv 写到标准输出。",
      en: "“\(display(file))” must end in .xlsx or .csv; - writes CSV to standard output.")
  }

  static let encodingOfCSV = Phrase(
    zh: "--encoding 只用于 csv；xlsx 总是 UTF-8。", en: "--encoding is for CSV; a workbook is always UTF-8.")
  static let noQuery = Phrase(zh: "操作日志不接受筛选条件。", en: "The journal takes no query.")
  static let onlySummary = Phrase(zh: "--unit 只用于 summary。", en: "--unit is for summary.")
  static let keyWithoutBlind = Phrase(zh: "--key 和 --mask 只与 --blind 一起使用。", en: "--key and --mask go with --blind.")

  static func cannotBeBlind(_ kind: ReportKind) -> Phrase {
    let name = ReportWords.name(kind)
    return Phrase(zh: "\(name.zh)不能做成盲评材料。", en: "\(name.en) cannot be made blind.")
  }

  static func nothing(_ kind: ReportKind) -> Phrase {
    let name = ReportWords.name(kind)
    return Phrase(
      zh: "还没有可以列入\(name.zh)的内容，没有导出。", en: "There is nothing to put into it yet; not exported: \(name.en).")
  }

  static func unknownUnit(_ text: String) -> Phrase {
    Phrase(zh: "没有推荐单位“\(display(text))”。", en: "There is no unit “\(display(text))”.")
  }

  static func notAllowed(_ kind: ReportKind, _ person: Person?) -> Phrase {
    let name = ReportWords.name(kind)
    guard let person else {
      return Phrase(zh: "导出\(name.zh)须用 --as 说明以谁的身份。", en: "Name a person with --as to export: \(name.en).")
    }
    return Phrase(
      zh: "\(display(person.name))的角色不能导出\(name.zh)。",
      en: "The roles of \(display(person.name)) may not export: \(name.en).")
  }

  static let unreadable = Phrase(
    zh: "有记录无法读取，分数和名次会出错，没有导出：",
    en: "Records cannot be read, so scores and ranks would be wrong; nothing was exported:")
  static let nobody = Phrase(
    zh: "没有用 --as 说明身份，这次导出没有记入操作日志。", en: "No person was named with --as, so no journal has this export.")
  static let journal = Phrase(zh: "已导出，但没有记入操作日志：", en: "Exported, but the journal has no line of it: ")
  static let unconfirmed = Phrase(
    zh: "文件已写出，但磁盘没有确认：", en: "The file was written, but the disk did not confirm it: ")

  static func workbook(_ failure: ReportWorkbook.Failure) -> Phrase {
    switch failure {
    case .library(let number):
      Phrase(
        zh: "无法生成 xlsx（libxlsxwriter 错误 \(number)），没有写出。请检查临时文件夹的空间。",
        en:
          "The workbook could not be made (libxlsxwriter error \(number)); nothing was written. Is there room for temporary files?"
      )
    case .system(let code):
      Phrase(
        zh: "无法生成 xlsx（系统错误 \(code)），没有写出。",
        en: "The workbook could not be made (system error \(code)); nothing was written.")
    }
  }

  static func encoding(_ failure: TextEncoding.Failure) -> Phrase {
    switch failure {
    case .unknown(let name): Phrase(zh: "系统没有 \(name) 编码，没有写出。", en: "The system has no \(name); nothing was written.")
    case .unencodable(let place):
      Phrase(
        zh: "第 \(place) 字节处的字符无法编码，没有写出。", en: "A character at byte \(place) cannot be encoded; nothing was written.")
    }
  }

  static func hits(_ count: Int) -> Phrase {
    Phrase(
      zh: "盲评材料里还有 \(count) 处名称，没有导出。可用筛选条件排除这些申报，或加 --mask 在正文里也换成代码：",
      en:
        "\(count) names are still in the blind pack; nothing was exported. Leave these out with a query, or add --mask to put codes into texts too:"
    )
  }

  static func hit(_ hit: BlindPack.Hit) -> Phrase {
    let name = ReportWords.identity(hit.identity)
    let words = display(hit.words)
    let sheet = hit.sheet.map { display($0) }
    let row = hit.row.map { ("第 \($0) 行", "row \($0)") }
    let column = hit.column.map { display($0) }
    let zh = [sheet.map { "表“\($0)”" }, row?.0, column.map { "“\($0)”列" }].compactMap { $0 }.joined(separator: " ")
    let en = [sheet.map { "sheet “\($0)”" }, row?.1, column.map { "column “\($0)”" }].compactMap { $0 }.joined(
      separator: ", ")
    return Phrase(
      zh: "  \(zh.isEmpty ? "文件名或标题" : zh)：\(name.zh)“\(words)”",
      en: "  \(en.isEmpty ? "file name or title" : en): \(name.en) “\(words)”")
  }

  static func more(_ count: Int) -> Phrase { Phrase(zh: "  另有 \(count) 处", en: "  and \(count) more") }
  static let keyTitle = Phrase(zh: "盲评代码对照表", en: "Key of the codes")
  static let keyCode = Phrase(zh: "代码", en: "Code")
  static let keyName = Phrase(zh: "名称", en: "Name")
  static let keySheet = Phrase(zh: "对照表", en: "Key")
  static func keyWritten(_ file: String) -> Phrase {
    Phrase(zh: "代码对照表：\(display(file))，请另行保管。", en: "Key of the codes: \(display(file)); keep it apart.")
  }
}
