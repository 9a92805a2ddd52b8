@testable import Core

/// A reader that takes what strangers write.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// Forms (附件2): the parts of a package as one text, see `FuzzPackage`.
  case docx
  /// Workbooks, in the same way.
  case xlsx
  /// The bytes of a package themselves: the archive's tables, names and sizes.
  case package
  /// Records of a workspace.
  case json
  /// Business prose with numbers in it.
  case quantity
  /// Searches.
  case query

  /// Whether inputs are changed as XML.
  var isXML: Bool { self == .docx || self == .xlsx }

  /// Reads `bytes` and throws what does not hold for the answer.
  func check(_ bytes: [UInt8], _ call: FuzzCall) throws {
    switch self {
    case .docx, .xlsx: try ImportCheck(call).check(FuzzPackage(text: bytes).zip())
    case .package: try ImportCheck(call).check(bytes)
    case .json: try JSONCheck(call).check(bytes)
    case .quantity: try QuantityCheck.check(String(decoding: bytes, as: UTF8.self), call)
    case .query: try QueryCheck.check(String(decoding: bytes, as: UTF8.self), call)
    }
  }

  /// Words that mean something to the reader.
  var words: [[UInt8]] {
    let texts: [String]
    switch self {
    case .docx, .xlsx, .package: texts = Self.formWords + Self.proseWords + Self.hostileWords
    case .json: texts = Self.jsonWords + Self.hostileWords
    case .quantity: texts = Self.proseWords + Self.hostileWords
    case .query: texts = Self.queryWords + Self.hostileWords
    }
    return texts.map { Array($0.utf8) }
  }

  private static let hostileWords = [
    "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\u{200B}", "\u{FEFF}", "e\u{301}\u{316}", "\u{0}", "\r\n", "\u{2028}", "🇨",
    "👨‍👩‍👧",
    "\u{E0041}", "\u{F900}", "\u{10FFFF}", "字字字字", "٣", "𝟗", "&#x1B;", "&#x9b;", "&amp;", "_x001B_", "]]>", "<!--",
    "\u{3000}",
  ]
  private static let proseWords = [
    "由", "从", "降至", "提高到", "增加", "约", "超过", "不低于", "≥", "≤", "以上", "至", "~", "—", "%", "％", "‰", "个百分点", "万元", "亿元",
    "元", "千万",
    "ms", "秒", "吨标准煤", "Mbps", "台", "万台套", "一千二百", "三成", "两倍", "百分之三十五", "半", "翻一番", "三分之一", "万分之", "零点五", "第一", "十",
    "亿亿", "０１２", "９．５",
    "1,234,567.8", "-5", "(3)", "（12.5）", "99999999999999999999", "0.000000000000001", "1e9", "5G", "2022年8月",
    "ISO9001", "3×5", "1/3", "12:30",
    "，", "。", "\n", " ", "原", "了", "为", "→", "负", "-", "+", ".", "·", "１２３", "同比", "不超过", "亿", "万",
  ]
  private static let formWords = [
    "单位名称", "项目名称", "所属县市区", "注册资金", "联系人", "手机", "资产负债率", "主营业务收入", "利润", "2021年", "支持范围", "☑", "□", "■", "√", "（ ）",
    "一、", "二、单位情况介绍", "五、",
    "申报单位", "填报日期", "2022 年 8 月 5 日", "二〇二二年八月", "2022.8.5", "2022-13-45", "0537-2319339", "13800000000", "序号", "企业名称",
    "投资规模", "竣工时间",
    "联系人及电话", "备注", "restart", "continue", "0", "1", "-1", "2147483648", "99999999999999999999", "rId1", "rId999",
    "../../x", "image1.png",
    "http://x/y", "chineseCounting", "%1、", "%9%9%9", "A1", "XFD1048576", "A0", "s", "inlineStr", "str", "e", "b",
    "1900-02-29", "44800.5",
  ]
  private static let jsonWords = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "false", "1e400", "-0", "0.1", "1E-7", "\\u0000", "\\ud800",
    "\\udc00", "\\u4e2d", "\\x", "//",
    "\"schema\": \"reviewtui/application/1\"", "\"schema\": \"reviewtui/application/2\"", "\"id\"", "\"unit\"",
    "\"metrics\"", "\"rows\"", "\"value\"",
    "\"unparsed\"", "[[[[[[[[", "12345678901234567890123456789012345678901", "\u{FEFF}", "[1]", "{\"a\":1}", "\"a\"",
    "01", "+1", ".5", "5.",
  ]
  private static let queryWords = [
    "县:", "场景:", "投资:>", "投资>=500", "invest:", "score:none", "flag:", "-", "!", "(", ")", "\"", "“", "or", "或", "|",
    "and", "且", "*", "..", "~",
    "metric:", "指标:", "%", "万元", "亿", "id:", "stage:", "：", "＞", "（", "）", "邹城", "zc", "5G", "<", "=", "!=", ",", "，",
    "-5", "1e9", "500..", "none",
  ]
}

/// What a reader's answer breaks.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  /// Throws `what` unless `holds`.
  static func unless(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw FuzzFailure(what()) }
  }
}

/// The call whose words the readers know.
struct FuzzCall: Sendable {
  let program: Program
  let vocabulary: FormVocabulary
  let rules: RuleBook
  let rows: [QueryRow]

  init(program bytes: [UInt8]) throws {
    program = try Program(json: try JSONParser.parse(bytes))
    vocabulary = FormVocabulary(program: program)
    rules = RuleBook(program: program)
    let words = "AGV 调度采用５Ｇ专网，时延 12ms，产量提高\u{301}三成。"
    let metric = ApplicationSummary.MetricValue("净利润", canonical: "net-profit", value: 600, unit: "万元")
    let program = program
    rows = ["zoucheng", "yanzhou", "qufu"].map { unit in
      QueryRow(
        ApplicationSummary(
          id: "2022-\(unit)-001", unit: unit, company: "山东宏河智能装备（集团）有限公司", project: "“5G+工业互联网”项目", scenarios: ["SC07"],
          investment: JSONNumber(1200), metrics: [metric], words: words), program: program, flags: ["R07"],
        ownScore: 801)
    }
  }
}
