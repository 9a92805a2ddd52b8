/// What a rule found in an application form (附件2) or in a county's papers. Facts only; texts are the form's own words.
public enum FormFact: Equatable, Sendable {
  /// A field that the form asks for is blank.
  case blank
  /// A field holds words that could not be read.
  case notUnderstood(String)

  // MARK: Deadline

  /// Received after the deadline.
  case receivedLate(at: String, deadline: String)
  /// Received on the day of the deadline and in time; the covering letter alone could be read more strictly.
  case receivedOnLastDay(at: String, deadline: String)
  /// Received on the day of the deadline at a time that is not known.
  case receivedAtUnknownHour(day: String, deadline: String)
  /// No time of receipt is recorded.
  case receiptUnknown(deadline: String)
  /// The form bears a date after the deadline.
  case filledAfterDeadline(date: String, deadline: String)
  /// The form bears a date after its receipt.
  case filledAfterReceipt(date: String, received: String)
  /// The form bears a date before the notice.
  case filledBeforeNotice(date: String, published: String)

  // MARK: Place, completion, eligibility

  /// A place outside the city.
  case placeOutside(String)
  /// A place that does not say where it is; nil when there is none.
  case placeUnclear(String?)
  /// The project ends after the deadline.
  case notCompleted(date: String, deadline: String)
  /// The project ends in the month (or year) of the deadline and no day is given.
  case completedAboutDeadline(date: String, deadline: String)
  /// Neither an end nor a completion date is given.
  case completionUnknown
  /// Nothing shows that the project is in use.
  case useNotShown
  /// Registered for less than the years asked for at the deadline.
  case registeredTooLate(date: String, years: Int, reference: String)
  /// Old enough at the deadline, not yet when the form was filled in.
  case registeredTooLateWhenFilled(date: String, years: Int, filled: String)
  /// Whether it is old enough depends on a day that is not given.
  case registeredAboutLimit(date: String, years: Int, reference: String)
  /// A date in the future of the form.
  case registeredInFuture(date: String, filled: String)
  /// Words that say the applicant is no legal person.
  case notLegalPerson(String)
  /// A name that leaves open whether the applicant is a legal person.
  case legalPersonUnclear(String)
  /// The applicant is a branch of an operator.
  case operatorBranch(String)
  /// The applicant is a tower company, and the bureau has not yet set whether that is an operator.
  case towerUndecided(String)

  // MARK: Counts

  /// Fewer quantified metrics than asked for.
  case metricsTooFew(found: Int, minimum: Int)
  /// A class of metrics without words.
  case metricClassBlank(MetricClass)
  /// A class of metrics with words but no number.
  case metricClassUnquantified(MetricClass)
  /// Fewer different photographs than asked for; `same` is how many repeat another, `empty` how many hold nothing.
  case photosTooFew(found: Int, minimum: Int, same: Int, empty: Int)
  /// A text longer than allowed, by Word's count; `characters` without spaces.
  case textTooLong(words: Int, characters: Int, maximum: Int)
  /// Within the limit by Word's count, over it by characters.
  case textLongByCharacters(words: Int, characters: Int, maximum: Int)
  /// A text so short that it can hardly say what is asked.
  case textShort(words: Int)

  // MARK: Proofs and papers

  /// A proof that the list of 七 does not name.
  case proofMissing(Proof)
  /// A proof that may be there under another name or beside the form.
  case proofUnclear(Proof)
  /// The seal was looked for and is not there.
  case sealMissing
  /// The commitment's date is after its receipt or after the deadline.
  case signedLate(date: String, limit: String)
  /// The county's opinion, its seal or its date is missing in the form as it was sent.
  case countyOpinionIncomplete(text: Bool, date: Bool)
  /// Fewer paper copies than asked for.
  case paperMissing
  /// No electronic version.
  case electronicMissing
  /// The electronic text is not the paper's.
  case paperDiffers
  /// Paper, fonts or binding are not as asked.
  case formatDiffers
  /// No summary table (附件3) of the county has been imported.
  case summaryMissing
  /// No letter of recommendation (推荐行文) is recorded.
  case letterUnknown

  // MARK: Fields

  /// A section of the outline without words.
  case sectionBlank(String)
  /// The cover names something else than the table.
  case coverDiffers(cover: String, form: String)
  /// A scenario that the call does not list.
  case scenarioUnlisted(String)
  /// The choice shows only by how the names are set.
  case scenarioByFormat
  /// The whole list stands there and nothing is marked.
  case scenarioUnmarked
  /// The printed form's wording of a scenario, and the guide's.
  case scenarioWording(form: String, name: String)
  /// Another name of a unit.
  case countyAlias(written: String, name: String)
  /// The period ends before it begins.
  case periodReversed(start: String, end: String)
  /// Cells before the company was founded.
  case beforeFoundation(year: Int)
  /// A debt ratio outside 0 to 100 %.
  case ratioOutOfRange(String)
  /// A negative income.
  case incomeNegative(String)
  /// More profit than income.
  case profitAboveIncome(profit: String, income: String)
  /// A value that is about ten thousand times another one it should be like.
  case scaleSuspect(value: String, other: String)
  /// A metric of 一 that has another value elsewhere in the form.
  case figureDiffers(name: String, here: String, there: String, place: FigurePlace)
  /// A telephone number that is neither a mobile nor one with its area code.
  case phoneInvalid(String)
  /// Not one address with one @.
  case emailInvalid(String)
  /// None of income, net profit and tax is named.
  case basicMetricsMissing
  /// No amount of the investment is given.
  case investmentUnknown
  /// A negative or zero amount.
  case amountNotPositive(String)
  /// Sources, or parts, that do not add up to the total, in 万元.
  case sumDiffers(sum: String, total: String)
  /// The items of one kind do not add up to their subtotal, in 万元.
  case itemsDiffer(sum: String, total: String)
  /// The same company and project in another application.
  case filedTwice(other: String)
  /// A credit code that does not pass its check.
  case creditCodeInvalid(String)
  /// Something that only a person can judge.
  case judge(Judgement)

  /// A proof that 七 asks for.
  public enum Proof: String, CaseIterable, Sendable {
    /// 营业执照复印件.
    case licence
    /// 竣工（上线）并投入使用的证明.
    case use
    /// 相关合同、支付凭证.
    case contracts
  }

  /// Where a figure of the metrics stands a second time.
  public enum FigurePlace: Sendable {
    /// The analysis in 四.
    case analysis
    /// The finance rows of the company.
    case finance
  }

  /// What only a person can judge.
  public enum Judgement: String, CaseIterable, Sendable {
    /// 实际经营满一年.
    case operation
    /// 工业和信息化类企业.
    case industry
    /// 主要业务在本市.
    case mainBusiness
    /// 绩效指标客观可行.
    case feasibility
    /// 三证合一.
    case combinedLicence
    /// 申报单位公章.
    case seals
    /// 部门意见的公章.
    case countySeal
    /// 纸质一份及电子版.
    case copies
    /// 电子与纸质一致.
    case sameText
    /// 打印装订.
    case format
    /// 创新性、示范性、可推广性.
    case innovation
    /// 基础条件.
    case conditions
  }
}
