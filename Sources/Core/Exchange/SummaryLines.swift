/// The lines above and below a summary table (附件3): its title, who recommends, and when.
struct SummaryLines {
  private(set) var title: String?
  /// Whom the line 主管部门（盖章） or 推荐单位 names.
  private(set) var bureau: String?
  /// `YYYY-MM`.
  private(set) var date: String?
  /// The words of the date.
  private(set) var dateText: String?

  private static let bureauLabels = [
    "主管部门", "推荐单位", "填报单位", "报送单位", "上报单位", "推荐部门", "填表单位", "汇总单位", "推荐机关", "县市区", "单位名称", "单位盖章",
    "单位公章",
  ]
  private static let dateLabels = ["填报日期", "报送日期", "填表日期", "填报时间", "报送时间", "上报日期", "上报时间", "填表时间", "日期", "时间"]
  private static let otherLabels = ["联系人", "联系电话", "电话", "填表人", "审核人", "负责人", "金额单位", "单位", "手机", "经办人", "签发人"]

  /// Reads one line; whether it was understood.
  mutating func read(_ text: String) -> Bool {
    let line = String(text.prefix(600).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let key = TextFolding.bareKey(line)
    if key.contains("汇总表"), key.count <= 60, !key.contains("主管部门盖章") {
      if title == nil { title = line.trimmingSpaces() }
      return true
    }
    if key.hasPrefix("附件"), key.count <= 4 { return true }
    var isRead = false
    var rest = Array(line.map(TextFolding.narrowed))[...]
    while let (label, value, after) = Self.nextLabelled(rest) {
      rest = after
      let labelKey = TextFolding.bareKey(String(label))
      if Self.dateLabels.contains(where: labelKey.hasSuffix) {
        isRead = true
        setDate(String(value))
      } else if Self.bureauLabels.contains(where: labelKey.contains), !Self.isMoney(labelKey, value) {
        isRead = true
        setBureau(String(value))
      }
    }
    if isRead { return true }
    return readSignature(line, key)
  }

  private static func isMoney(_ label: String, _ value: ArraySlice<Character>) -> Bool {
    label.contains("金额") || ["元", "万元", "亿元", "人民币万元"].contains(TextFolding.bareKey(String(value.prefix(12))))
  }

  /// The label before the next colon, and its value up to the next label.
  private static func nextLabelled(
    _ line: ArraySlice<Character>
  ) -> (label: ArraySlice<Character>, value: ArraySlice<Character>, rest: ArraySlice<Character>)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let label = line[..<colon].suffix(48)
    let tail = line[(colon + 1)...]
    // The value ends where a known label with a colon begins.
    guard let next = tail.firstIndex(of: ":") else { return (label, tail, []) }
    let before = Array(tail[..<next])
    for known in (bureauLabels + dateLabels + otherLabels).sorted(by: { $0.count > $1.count }) {
      let bare = before.indices.filter { !TextFolding.isIgnored(before[$0]) && !"()（）".contains(before[$0]) }
      let word = Array(known)
      guard bare.count >= word.count else { continue }
      // The label stands right before the colon, maybe with (盖章) behind it.
      for end in [bare.count, bare.count - 2] where end >= word.count {
        let places = bare[(end - word.count)..<end]
        if places.map({ before[$0] }) == word {
          let start = places.first ?? 0
          return (label, tail[..<(tail.startIndex + start)], tail[(tail.startIndex + start)...])
        }
      }
    }
    return (label, tail[..<next], tail[next...].dropFirst())
  }

  /// A date may stand behind the name without a label of its own.
  private mutating func setBureau(_ text: String) {
    var name: [String] = []
    for piece in text.split(separator: "  ") {
      let words = String(piece).trimmingSpaces()
      if !DateReader.dates(in: words).isEmpty { setDate(words) } else if !words.isEmpty { name.append(words) }
    }
    let joined = name.joined(separator: " ")
    if bureau == nil, !TextFolding.bareKey(joined).isEmpty { bureau = joined }
  }

  private mutating func setDate(_ text: String) {
    let words = text.trimmingSpaces()
    guard date == nil, let reading = DateReader.dates(in: words).first, let month = reading.month else { return }
    date = "\(reading.year)-" + DateReader.twoDigits(month)
    dateText = words
  }

  /// A line with nothing but a date, or with nothing but the bureau, as under a letter.
  private mutating func readSignature(_ line: String, _ key: String) -> Bool {
    if let reading = DateReader.dates(in: line).first, key.count <= 14, reading.month != nil {
      setDate(line)
      return true
    }
    let ends = ["局", "局盖章", "局章", "委员会", "经发局", "局公章"]
    if key.count <= 30, ends.contains(where: key.hasSuffix),
      ["工信", "工业", "经发", "经济发展", "科技"].contains(where: key.contains)
    {
      if bureau == nil { bureau = line.trimmingSpaces() }
      return true
    }
    return false
  }
}
