/// An application as read from a form, before it has an id.
struct FormReading {
  /// Words of the form by path, where reading changed them.
  var raw: [(path: String, text: String)] = []
  /// What was not understood.
  var unparsed: [(path: String, text: String, why: String)] = []

  var applicant: String?
  var coverProject: String?
  var fillDate: String?

  var companyName: String?
  var address: String?
  var legalRepresentative: String?
  /// Key of the unit.
  var county: String?
  var registeredOn: String?
  var registeredCapital: DecimalValue?
  var business: String?
  var contact: String?
  var phones: [String] = []
  var email: String?
  var fax: String?
  var finance: [Year] = []

  var projectName: String?
  var scenarios: [String] = []
  var otherScenarios: [String] = []
  var operators: [Operator] = []
  var start: String?
  var end: String?
  /// 竣工（上线）时间, which the printed form does not ask for.
  var completedOn: String?
  var overview: String?
  var need5G: String?
  var effect5G: String?

  var metrics: [MetricCell] = []
  var commitmentDate: String?
  var countyOpinion: String?
  var countyDate: String?
  var sections: [Section] = []
  var investment = InvestmentReader(paragraphs: [], tables: [])
  var photos: [PhotoReader.Photo] = []
  /// Pictures of 七.
  var proofs: [DocxPicture] = []
  var attachments: [String] = []
  var extra: [(label: String, text: String)] = []

  struct Year {
    let year: Int
    var debtRatio: DecimalValue?
    var revenue: DecimalValue?
    var profit: DecimalValue?
  }

  struct Operator {
    var name: String?
    var contact: String?
    var phones: [String] = []
  }

  struct MetricCell {
    let kind: MetricClass
    var text: String?
    var rows: [Metric]
    var table: [[String]]
  }

  struct Section {
    let number: Int
    let heading: String
    let paragraphs: [String]
    let tables: [[[String]]]
  }

  /// Whether nothing at all was filled in.
  var isBlank: Bool {
    let words = [
      applicant, coverProject, companyName, address, contact, projectName, overview, need5G, effect5G, business,
    ]
    return words.allSatisfy { $0 == nil } && scenarios.isEmpty
      && metrics.allSatisfy { $0.text == nil && $0.table.isEmpty }
      && sections.allSatisfy { $0.paragraphs.isEmpty } && photos.isEmpty
  }

  mutating func note(_ path: String, raw text: String, unless same: String?) {
    let text = text.trimmingSpaces()
    guard !text.isEmpty, same.map({ !$0.hasSameBytes(as: text) }) ?? true else { return }
    raw.append((path, text))
  }

  mutating func miss(_ path: String, _ text: String, _ why: String) {
    unparsed.append((path, text.trimmingSpaces(), why))
  }
}
