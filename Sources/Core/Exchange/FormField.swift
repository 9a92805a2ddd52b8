/// A place of the form (附件2) that is filled in.
enum FormField: Hashable, Sendable {
  // Cover.
  case applicant, fillDate
  // 申报单位基本情况.
  case companyName, address, legalRepresentative, county, registeredOn, registeredCapital
  case contact, phone, email, fax, business
  case year, debtRatio, revenue, profit
  // 应用场景项目简要情况.
  case projectName, scenarios, operators, operatorName, operatorContact, operatorPhone
  case period, overview, need5G, effect5G
  case metrics(MetricClass)
  case commitment, countyOpinion
  /// A heading over several rows, such as 单位基本情况.
  case group

  /// Whether the field belongs to the partner operator.
  var isOfOperator: Bool {
    switch self {
    case .operators, .operatorName, .operatorContact, .operatorPhone: true
    default: false
    }
  }

  /// Whether the field is one row of the table of three years.
  var isFinance: Bool { self == .debtRatio || self == .revenue || self == .profit }
}
