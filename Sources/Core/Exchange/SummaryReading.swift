/// A summary table (附件3) as read, before it is known whose it is.
struct SummaryReading {
  /// One row.
  struct Row {
    var seq: Int?
    var company: String?
    var projectName: String?
    var scopeAndSummary: String?
    var scenarios: [String] = []
    var otherScenarios: [String] = []
    var investment: DecimalValue?
    var completed: String?
    var contact: String?
    var phones: [String] = []
    var remark: String?
    var extra: [(label: String, text: String)] = []
    var raw: [(field: String, text: String)] = []
    var continues: [String] = []
    var place: String
  }

  var title: String?
  var bureau: String?
  var date: String?
  var dateText: String?
  var rows: [Row] = []
  /// Words that stand in none of the rows, and why.
  var left: [CountySummary.LeftOut] = []
  var unparsed: [Application.Unparsed] = []
}
