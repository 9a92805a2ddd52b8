import Core

/// A quotation of the form's own words, cut to a length that a line can bear.
func quoted(_ text: String) -> (zh: String, en: String) {
  let cut = text.count > 60 ? String(text.prefix(60)) + "…" : text
  return ("“\(display(cut))”", "“\(display(cut))”")
}

extension FormFact {
  /// What was found at `field`, what was expected, and what to do.
  func phrase(of field: Phrase) -> Phrase {
    deadlinePhrase(field) ?? eligibilityPhrase(field) ?? countPhrase(field) ?? paperPhrase(field) ?? fieldPhrase(field)
      ?? figurePhrase(field) ?? Phrase(zh: field.zh, en: field.en)
  }

  private func deadlinePhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .receivedLate(let at, let deadline):
      Phrase(
        zh: "市局收件时间为 \(Moment.text(at))，晚于截止时间 \(Moment.text(deadline))，逾期不予受理。请核对收件登记。",
        en:
          "received by the city at \(Moment.text(at)), after the deadline of \(Moment.text(deadline)). Check the register of receipts."
      )
    case .receivedOnLastDay(let at, let deadline):
      Phrase(
        zh: "截止当日 \(Moment.text(at)) 收件，未过 \(Moment.text(deadline))，按时；通知正文另写“8月25日前”，从严理解时请注意。",
        en:
          "received at \(Moment.text(at)) on the last day, before \(Moment.text(deadline)): in time. The letter itself says “before 25 August”."
      )
    case .receivedAtUnknownHour(let day, let deadline):
      Phrase(
        zh: "收件登记只有日期 \(display(day))，正是截止日（\(Moment.text(deadline))），缺几点几分。请查收件登记补上时间。",
        en:
          "the receipt only names the day \(display(day)), which is the day of the deadline (\(Moment.text(deadline))). Look up the hour."
      )
    case .receiptUnknown(let deadline):
      Phrase(
        zh: "没有登记市局收件时间，无法判断是否在 \(Moment.text(deadline)) 前报送。请按收件登记补录。",
        en:
          "no receipt by the city is recorded, so it is open whether it came before \(Moment.text(deadline)). Enter it from the register."
      )
    case .filledAfterDeadline(let date, let deadline):
      Phrase(
        zh: "填报日期 \(display(date)) 晚于截止时间 \(Moment.text(deadline))。请核对日期和实际收件时间。",
        en:
          "the form is dated \(display(date)), after the deadline of \(Moment.text(deadline)). Check the date and the receipt."
      )
    case .filledAfterReceipt(let date, let received):
      Phrase(
        zh: "填报日期 \(display(date)) 晚于收件时间 \(Moment.text(received))。请申报单位更正日期。",
        en:
          "the form is dated \(display(date)), after its receipt at \(Moment.text(received)). Have the date corrected.")
    case .filledBeforeNotice(let date, let published):
      Phrase(
        zh: "填报日期 \(display(date)) 早于通知发布日 \(display(published))，可能沿用旧稿。",
        en: "the form is dated \(display(date)), before the notice of \(display(published)); perhaps an older draft.")
    default: nil
    }
  }

  private func eligibilityPhrase(_ field: Phrase) -> Phrase? {
    switch self {
    case .placeOutside(let text):
      Phrase(
        zh: "\(field.zh)写作\(quoted(text).zh)，不在济宁市范围内；项目主体和注册地应在本市。请核对营业执照和项目地点。",
        en:
          "\(field.en) is \(quoted(text).en), outside the city; project and registration should be within it. Check the licence and the site."
      )
    case .placeUnclear(let text):
      Phrase(
        zh: text.map { "\(field.zh)\(quoted($0).zh)看不出属于哪个县（市、区），无法判断项目是否在本市。请核实项目地点。" }
          ?? "没有写明注册地址和所属县（市、区），无法判断项目是否在本市。请核实项目地点。",
        en: text.map { "\(field.en) \(quoted($0).en) does not say where it is. Find out where the project stands." }
          ?? "neither an address nor a county is given. Find out where the project stands.")
    case .notCompleted(let date, let deadline):
      Phrase(
        zh: "\(field.zh)为 \(display(date))，晚于申报截止 \(Moment.text(deadline))，项目尚未竣工；申报时应已竣工（上线）并投入使用。请核对竣工证明。",
        en:
          "\(field.en) is \(display(date)), after the deadline of \(Moment.text(deadline)): not completed. It should be completed and in use. Check the proof."
      )
    case .completedAboutDeadline(let date, let deadline):
      Phrase(
        zh: "\(field.zh)为 \(display(date))，与截止时间 \(Moment.text(deadline)) 同月（年）且没有写到日。请查竣工证明上的日期。",
        en:
          "\(field.en) is \(display(date)), in the same month or year as the deadline of \(Moment.text(deadline)). See the day in the proof."
      )
    case .completionUnknown:
      Phrase(
        zh: "没有写明项目结束或竣工时间，无法判断是否已竣工。请查竣工证明。",
        en: "no end and no completion are given, so it is open whether it is completed. See the proof.")
    case .useNotShown:
      Phrase(
        zh: "证明材料中没有看到竣工（上线）并投入使用的证明。请查纸质材料或要求补充。",
        en: "no proof of completion and use is named. Look in the papers or ask for it.")
    case .registeredTooLate(let date, let years, let reference):
      Phrase(
        zh: "注册时间 \(display(date))，到截止时间 \(Moment.text(reference)) 不满 \(years) 年；应注册并经营一年以上。请核对营业执照。",
        en:
          "registered on \(display(date)): less than \(years) year before \(Moment.text(reference)). Check the licence."
      )
    case .registeredTooLateWhenFilled(let date, let years, let filled):
      Phrase(
        zh: "注册时间 \(display(date))，到截止时间已满 \(years) 年，但到填报日期 \(display(filled)) 还不满。通知没有写从哪天算起，请判断。",
        en:
          "registered on \(display(date)): \(years) year old at the deadline, not yet when filled in on \(display(filled)). "
          + "The notice does not say which counts.")
    case .registeredAboutLimit(let date, let years, let reference):
      Phrase(
        zh: "注册时间只写到 \(display(date))，到截止时间 \(Moment.text(reference)) 是否满 \(years) 年取决于哪一天。请核对营业执照。",
        en:
          "registered in \(display(date)); whether it is \(years) year old at \(Moment.text(reference)) depends on the day. See the licence."
      )
    case .registeredInFuture(let date, let filled):
      Phrase(
        zh: "注册时间 \(display(date)) 晚于填报日期 \(display(filled))。请更正。",
        en: "registered on \(display(date)), after the form's own date \(display(filled)). Have it corrected.")
    case .notLegalPerson(let text):
      Phrase(
        zh: "\(quoted(text).zh)表明申报单位没有独立法人资格；应是独立法人的工业和信息化类企业，或电信运营商分公司。请核对营业执照。",
        en:
          "\(quoted(text).en) says that the applicant is no legal person of its own; it should be one, or an operator's branch. Check the licence."
      )
    case .legalPersonUnclear(let text):
      Phrase(
        zh: "\(quoted(text).zh)看不出申报单位是否有独立法人资格。请核对营业执照。",
        en: "\(quoted(text).en) leaves open whether the applicant is a legal person of its own. Check the licence.")
    case .operatorBranch(let name):
      Phrase(
        zh: "\(quoted(name).zh)像是电信运营商分公司：不要求独立法人资格，但主要业务应在本市。请判断是否符合。",
        en:
          "\(quoted(name).en) looks like an operator's branch: no legal person is asked for, but its main business must be here. Decide."
      )
    case .towerUndecided(let name):
      Phrase(
        zh: "\(quoted(name).zh)：通知没有写明铁塔公司是否算电信运营商。请由本局在 program.json 的 operator.tower 中设定。",
        en:
          "\(quoted(name).en): the notice does not say whether a tower company is an operator. Set operator.tower in program.json."
      )
    default: nil
    }
  }
}
