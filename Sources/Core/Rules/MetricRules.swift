/// R07 enough metrics, R08 their classes, R39 the basic ones.
extension FormCheck {
  mutating func checkMetrics() {
    var known: Set<String> = []
    for section in application.metrics {
      for row in section.rows {
        guard let value = row.value, let unit = row.unit, !unit.isEmpty else { continue }
        let name = row.canonical ?? TextFolding.bareKey(String(row.name.prefix(200)))
        known.insert("\(name)\n\(DecimalValue(value)?.text ?? value.text)\n\(unit)")
      }
    }
    if let minimum = limits.metrics, known.count < minimum {
      add("R07", at: "metrics", .metricsTooFew(found: known.count, minimum: minimum))
    }
    stand("R07", at: "metrics", .feasibility)
    for kind in [MetricClass.technical, .economic, .social] {
      let section = application.section(kind)
      let path = "metrics.\(kind.rawValue)"
      if section.rows.isEmpty, section.text.map(AmountReader.isNothing) ?? true {
        add("R08", at: path, .metricClassBlank(kind))
      } else if !section.rows.contains(where: { $0.value != nil }) {
        add("R08", .information, at: path, .metricClassUnquantified(kind))
      }
    }
    checkBasicMetrics()
  }

  private mutating func checkBasicMetrics() {
    let section = application.section(.economic)
    let keys = ["revenue", "net-profit", "profit", "tax"]
    if section.rows.contains(where: { row in keys.contains { row.canonical?.hasSameBytes(as: $0) ?? false } }) {
      return
    }
    let text = section.text.map { String($0.prefix(20_000)) } ?? ""
    if ["收入", "利润", "纳税", "税收", "税金", "上缴税", "营收"].contains(where: text.contains) { return }
    add("R39", .information, at: "metrics.economic", .basicMetricsMissing)
  }
}
