/// R04 registered for a year, R05 legal person, R06 operators' branches.
extension FormCheck {
  mutating func checkEligibility() {
    let name = application.company.name ?? ""
    let kind = ApplicantKind(application).kind
    switch kind {
    case .operatorBranch: add("R06", .human, at: "company.name", .operatorBranch(name))
    case .towerBranch where limits.towerIsOperator == nil: add("R06", .human, at: "company.name", .towerUndecided(name))
    case .towerBranch where limits.towerIsOperator == true:
      add("R06", .human, at: "company.name", .operatorBranch(name))
    case .towerBranch: add("R05", at: "company.name", .notLegalPerson(name))
    case .notLegalPerson(let words): add("R05", at: "company.name", .notLegalPerson(words))
    case .unclear(let words): add("R05", .human, at: "company.name", .legalPersonUnclear(words))
    case .company: break
    }
    checkAge()
    stand("R04", at: "company.registeredOn", .operation)
    stand(isOperator ? "R06" : "R05", at: "company.business", isOperator ? .mainBusiness : .industry)
  }

  private mutating func checkAge() {
    let path = "company.registeredOn"
    guard let years = limits.years, let text = application.company.registeredOn, let date = CalendarDate(text),
      let due = date.adding(years: years)
    else { return }
    // Of a branch only a person can say what a year of local registration means.
    let breach: Severity? = isOperator ? .human : nil
    let filled = application.cover.fillDate.flatMap { CalendarDate($0) }
    if let limit = limits.deadlineDay, let reference = program.date("deadline")?.at {
      if due.first > limit.last {
        add("R04", breach, at: path, .registeredTooLate(date: text, years: years, reference: reference))
        return
      }
      if due.last > limit.last {
        add("R04", .human, at: path, .registeredAboutLimit(date: text, years: years, reference: reference))
        return
      }
    }
    if let filled, due.first > filled.last {
      let fact = FormFact.registeredTooLateWhenFilled(
        date: text, years: years, filled: application.cover.fillDate ?? "")
      add("R04", .human, at: path, fact)
    }
  }
}
