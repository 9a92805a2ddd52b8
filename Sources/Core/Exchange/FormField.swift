/// A place of the form (附件2) that is filled in.
enum FormField: Hashable, Sendable {
  // Cover.
  case applicant, fillDate
  /// 名称 alone: the partner operator's or, above that, the company's.
  case name
  // 申报单位基本情况.
  case companyName, address, legalRepresentative, county, registeredOn, registeredCapital
  case contact, phone, email, fax, business
  /// 联系人及电话 in one cell.
  case contactAndPhone, operatorContactAndPhone
  case year, debtRatio, revenue, profit
  // 应用场景项目简要情况.
  case projectName, scenarios, operators, operatorName, operatorContact, operatorPhone
  case period, overview, need5G, effect5G
  /// Start and end of 项目周期 in rows of their own, and 竣工（上线）时间, which the printed form does not have.
  case periodStart, periodEnd, completedOn
  case metrics(MetricClass)
  case commitment, countyOpinion
  /// A heading over several rows, such as 单位基本情况.
  case group

  /// Whether the field belongs to the partner operator.
  var isOfOperator: Bool {
    switch self {
    case .operators, .operatorName, .operatorContact, .operatorPhone, .operatorContactAndPhone: true
    default: false
    }
  }

  /// Whether the cell holds prose, in which words that look like labels are none.
  var isProse: Bool {
    switch self {
    case .business, .overview, .need5G, .effect5G, .metrics, .commitment, .countyOpinion, .scenarios: true
    default: false
    }
  }

  /// Whether the field is one row of the table of three years.
  var isFinance: Bool { self == .debtRatio || self == .revenue || self == .profit }
}
