import Core

/// What cannot be understood in a query, and why nothing was found.
enum QueryWords {
  static func phrase(_ error: QueryError) -> Phrase {
    let why = reason(error.reason)
    return Phrase(
      zh: "筛选条件第 \(error.offset + 1) 个字：\(why.zh)", en: "Query, character \(error.offset + 1): \(why.en)")
  }

  static func phrase(_ end: QueryMatcher.DeadEnd) -> Phrase {
    let text = display(end.text)
    return end.isAlone
      ? Phrase(zh: "没有申报符合“\(text)”。", en: "No application fits “\(text)”.")
      : Phrase(
        zh: "没有申报同时符合“\(text)”和它前面的条件。", en: "No application fits “\(text)” together with what stands before it.")
  }

  private static func reason(_ reason: QueryError.Reason) -> Phrase {
    switch reason {
    case .tooLong(let limit): Phrase(zh: "太长，至多 \(limit) 字节。", en: "too long; at most \(limit) bytes.")
    case .tooDeep(let limit): Phrase(zh: "括号嵌套超过 \(limit) 层。", en: "parentheses nested deeper than \(limit).")
    case .unexpectedClosing: Phrase(zh: "右括号前面没有左括号。", en: "a closing parenthesis that nothing opens.")
    case .unknownField(let name, let nearest):
      Phrase(
        zh: "没有字段“\(display(name))”。" + (nearest.map { "是不是“\($0.chinese)”？" } ?? ""),
        en: "there is no field “\(display(name))”." + (nearest.map { " Did you mean “\($0.rawValue)”?" } ?? ""))
    case .comparisonNotAllowed(let field):
      Phrase(
        zh: "“\(field.chinese)”是文字，不能比较大小；用冒号，例如 \(field.chinese):…。",
        en: "“\(field.rawValue)” holds words, which have no greater and less; use a colon, \(field.rawValue):….")
    case .notANumber(let text): Phrase(zh: "“\(display(text))”不是数字。", en: "“\(display(text))” is not a number.")
    case .unitNotAllowed(let text):
      Phrase(zh: "单位“\(display(text))”在这里不能用。", en: "the unit “\(display(text))” does not fit here.")
    case .emptyRange(let text):
      Phrase(
        zh: "范围“\(display(text))”的下限大于上限。", en: "the range “\(display(text))” ends below its beginning.")
    case .missingMetricName:
      Phrase(zh: "指标后面要写名称，例如 metric:净利润>500。", en: "name the metric, for example metric:净利润>500.")
    }
  }
}
