import Core

/// Why a file was refused, and what the sender can do.
enum ImportRefusalWords {
  static func phrase(_ refusal: ImportRefusal) -> Phrase {
    switch refusal {
    case .unreadable(let error): StoreWords.phrase(error)
    case .tooLarge(let bytes, let limit):
      Phrase(
        zh: "文件太大（\(megabytes(bytes)) MB，上限 \(megabytes(limit)) MB）。请压缩其中的照片。",
        en: "the file is too large (\(megabytes(bytes)) MB, at most \(megabytes(limit)) MB); make its pictures smaller."
      )
    case .wrongKind(let kind): wrongKind(kind)
    case .encrypted:
      Phrase(zh: "文件有密码保护。请取消密码后再报。", en: "the file is protected by a password; save it without one.")
    case .notAForm:
      Phrase(zh: "不是申报书：找不到附件2 的栏目。", en: "this is not the application form: the labels of 附件2 are not in it.")
    case .blankForm: Phrase(zh: "空白申报书，没有填写内容。", en: "the form is blank.")
    case .excessiveSheet(let what, let limit): excessiveSheet(what, limit)
    case .summaryTable: Phrase(zh: "推荐汇总表（附件3）。", en: "a summary table (附件3).")
    case .unknownUnit(let name):
      Phrase(
        zh: "看不出推荐的县（市、区）\(name.map { "“\(display($0))”" } ?? "")。请用 --unit 指定。",
        en:
          "no recommending unit of the call could be made out\(name.map { " (“\(display($0))”)" } ?? ""); give --unit.")
    case .notConverted(let why): notConverted(why)
    case .notOneFile(let count):
      Phrase(
        zh: "--replace 只能给一份申报书，这里有 \(count) 份。", en: "--replace takes one form, and here are \(count).")
    case .malformedJSON(let error):
      Phrase(zh: "JSON 第 \(error.line) 行有语法错误。", en: "the JSON breaks its grammar on line \(error.line).")
    case .notAnApplication(let error):
      Phrase(
        zh: "JSON 不是申报：字段 \(display(error.path.joined(separator: "."))) 不合要求。",
        en: "the JSON is not an application: field \(display(error.path.joined(separator: "."))) is not as it must be.")
    case .unsafeApplication(let file):
      Phrase(zh: "申报里有不安全的路径“\(display(file))”。", en: "the application names an unsafe path, “\(display(file))”.")
    default: package(refusal)
    }
  }

  private static func notConverted(_ why: ConversionFailure) -> Phrase {
    switch why {
    case .notInstalled, .notStarted:
      Phrase(zh: "LibreOffice 无法启动，.doc 未转换。请另存为 .docx。", en: "LibreOffice could not be started; save it as .docx.")
    case .tooSlow(let seconds):
      Phrase(
        zh: "LibreOffice 转换 .doc 超过 \(seconds) 秒，已终止。请另存为 .docx。",
        en: "LibreOffice took more than \(seconds) s and was ended; save it as .docx.")
    case .noResult, .badResult:
      Phrase(
        zh: "LibreOffice 没能转换这个 .doc。请另存为 .docx。", en: "LibreOffice could not convert this .doc; save it as .docx.")
    }
  }

  private static func package(_ refusal: ImportRefusal) -> Phrase {
    switch refusal {
    case .damagedPackage(let text):
      Phrase(
        zh: "文件损坏或不完整，无法解开（\(display(text))）。请重新发送。",
        en: "the file is damaged or cut off (\(display(text))); have it sent again.")
    case .tooManyParts(let limit):
      Phrase(zh: "文件内部件超过 \(limit) 个，疑似恶意文件。", en: "more than \(limit) parts inside; it looks hostile.")
    case .partTooLarge(let name, let limit):
      Phrase(
        zh: "部件“\(display(name))”展开后超过 \(megabytes(limit)) MB，疑似压缩炸弹。",
        en: "part “\(display(name))” unfolds to more than \(megabytes(limit)) MB; it looks like a bomb.")
    case .packageTooLarge(let limit):
      Phrase(
        zh: "展开后超过 \(megabytes(limit)) MB，疑似压缩炸弹。",
        en: "it unfolds to more than \(megabytes(limit)) MB; it looks like a bomb.")
    case .suspiciousCompression(let name):
      Phrase(
        zh: "部件“\(display(name))”压缩比异常，疑似压缩炸弹。",
        en: "part “\(display(name))” is compressed beyond reason; it looks like a bomb.")
    case .unsafePartName(let name):
      Phrase(zh: "内部件名不安全“\(display(name))”。", en: "an unsafe name inside, “\(display(name))”.")
    case .duplicatePart(let name):
      Phrase(zh: "内部件名重复“\(display(name))”。", en: "a name twice inside, “\(display(name))”.")
    case .missingPart(let name):
      Phrase(
        zh: "缺少部件“\(display(name))”，不是完整的 Word 文档。",
        en: "part “\(display(name))” is missing; this is no whole Word document.")
    case .declaresEntities(let part):
      Phrase(
        zh: "部件“\(display(part))”含有 DOCTYPE 或实体声明，正常文档没有，已拒绝。",
        en: "part “\(display(part))” declares a document type or entities, which no honest document does.")
    case .malformedXML(let part, let line):
      Phrase(
        zh: "部件“\(display(part))”第 \(line) 行不是正确的 XML，文件损坏。",
        en: "part “\(display(part))” is not well formed on line \(line); the file is damaged.")
    case .foreignEncoding(let part):
      Phrase(zh: "部件“\(display(part))”不是 UTF-8 编码。", en: "part “\(display(part))” is not in UTF-8.")
    case .excessiveXML(let part, let what):
      Phrase(
        zh: "部件“\(display(part))”的结构超出正常文档（\(excess(what).zh)）。",
        en: "part “\(display(part))” goes beyond any document (\(excess(what).en)).")
    default: Phrase(zh: "无法导入。", en: "it cannot be imported.")
    }
  }

  private static func excess(_ what: ImportRefusal.ExcessiveXML) -> Phrase {
    switch what {
    case .depth: Phrase(zh: "嵌套过深", en: "nested too deep")
    case .attributes: Phrase(zh: "属性过多", en: "too many attributes")
    case .name: Phrase(zh: "名称过长", en: "a name too long")
    case .text: Phrase(zh: "文本过长", en: "a text too long")
    case .elements: Phrase(zh: "元素过多", en: "too many elements")
    }
  }

  private static func excessiveSheet(_ what: ImportRefusal.SheetExcess, _ limit: Int) -> Phrase {
    switch what {
    case .sheets: Phrase(zh: "工作簿超过 \(limit) 张表。", en: "the workbook has more than \(limit) sheets.")
    case .rows: Phrase(zh: "工作表的行超过 \(limit)。", en: "a sheet goes beyond row \(limit).")
    case .columns: Phrase(zh: "工作表的列超过 \(limit)。", en: "a sheet goes beyond column \(limit).")
    case .cells: Phrase(zh: "工作簿有字的单元格超过 \(limit) 个。", en: "the workbook has more than \(limit) cells with words.")
    case .merges: Phrase(zh: "合并单元格超过 \(limit) 处。", en: "a sheet has more than \(limit) merged cells.")
    case .text: Phrase(zh: "单元格文字超过 \(limit) 字节。", en: "the words of the cells exceed \(limit) bytes.")
    }
  }

  private static func wrongKind(_ kind: FileKind) -> Phrase {
    switch kind {
    case .wordBinary:
      Phrase(
        zh: "实际为 Word 97-2003 .doc，请另存为 .docx。", en: "it is really a Word 97-2003 .doc; save it as .docx.")
    case .excelBinary: Phrase(zh: "实际为 Excel 97-2003 .xls。", en: "it is really an Excel 97-2003 .xls.")
    case .oleOther:
      Phrase(zh: "实际为旧版 Office 或 WPS 文件，请另存为 .docx。", en: "it is really an old Office or WPS file; save it as .docx.")
    case .html: Phrase(zh: "实际为网页（HTML），请另存为 .docx。", en: "it is really a web page; save it as .docx.")
    case .webArchive: Phrase(zh: "实际为网页档案（MHT），请另存为 .docx。", en: "it is really a web archive; save it as .docx.")
    case .rtf: Phrase(zh: "实际为 RTF，请另存为 .docx。", en: "it is really RTF; save it as .docx.")
    case .pdf: Phrase(zh: "实际为 PDF。请报 Word 电子版（.docx）。", en: "it is really a PDF; send the Word file (.docx).")
    case .xml: Phrase(zh: "实际为 XML，请另存为 .docx。", en: "it is really XML; save it as .docx.")
    case .picture: Phrase(zh: "实际为图片。请报 Word 电子版（.docx）。", en: "it is really a picture; send the Word file (.docx).")
    case .otherArchive: Phrase(zh: "实际为 RAR、7z 或 gzip 压缩包，请解压后再导入。", en: "it is really an archive; unpack it first.")
    case .plainArchive: Phrase(zh: "实际为 ZIP 压缩包，请解压后再导入。", en: "it is really a ZIP archive; unpack it first.")
    case .openDocument: Phrase(zh: "实际为 OpenDocument，请另存为 .docx。", en: "it is really OpenDocument; save it as .docx.")
    case .workbook: Phrase(zh: "是 Excel 工作簿，但不是推荐汇总表（附件3）。", en: "it is a workbook, but no summary table (附件3).")
    case .presentation: Phrase(zh: "实际为演示文稿。", en: "it is really a presentation.")
    case .text: Phrase(zh: "实际为纯文本。", en: "it is really plain text.")
    case .empty: Phrase(zh: "文件是空的。", en: "the file is empty.")
    case .json: Phrase(zh: "实际为 JSON，文件名却不是 .json。", en: "it is really JSON, but not named .json.")
    case .zip, .encryptedOffice, .unknown:
      Phrase(zh: "不是 Word 文档（.docx）。", en: "it is no Word document (.docx).")
    }
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
