import ArgumentParser

/// The help of `export`.
extension HelpWords {
  private static func words(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(CommandLanguage.current) }
  private static func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: words(zh, en)) }

  static var export: String { words("导出报表（xlsx 或 csv）。", "Write a report as a workbook or CSV.") }
  static var exportKind: ArgumentHelp {
    help(
      "register 登记表、findings 形式审查、supplements 补正清单、panel 分组回避、scores 评分汇总、score-sheet 评分表、ranking 排名、publicity 公示名单、inspection 核查记录、fixes 整改台账、metrics 指标核实、summary 附件3汇总表、journal 操作日志、archive 档案目录。",
      "register, findings, supplements, panel, scores, score-sheet, ranking, publicity, inspection, fixes, metrics, summary, journal or archive."
    )
  }
  static var exportOut: ArgumentHelp {
    help("写到这个文件：.xlsx 或 .csv；- 为标准输出（csv）。", "The file: .xlsx or .csv; - is standard output (CSV).")
  }
  static var exportEncoding: ArgumentHelp { help("csv 的编码：utf8 或 gb18030。", "Encoding of CSV: utf8 or gb18030.") }
  static var exportForce: ArgumentHelp {
    help("文件已存在时也写，原文件另存为带编号的副本。", "Write although the file exists; the old one is kept as a numbered copy.")
  }
  static var exportUnit: ArgumentHelp { help("summary 只导出这个推荐单位。", "Of summary only this unit.") }
  static var exportBlind: ArgumentHelp {
    help("盲评材料：名称换成代码，发现遗漏就停止。", "Blind pack: codes instead of names; stops when one is left.")
  }
  static var exportMask: ArgumentHelp { help("与 --blind 一起：正文里的名称也换成代码。", "With --blind: codes also inside texts.") }
  static var exportKey: ArgumentHelp {
    help("与 --blind 一起：把代码对照表写到这个 csv。", "With --blind: write the key of the codes to this CSV file.")
  }
}
