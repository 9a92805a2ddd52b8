import Core

/// What the cross-checks of forms (附件2) against the county's table (附件3) say: both values and both places.
enum CrossCheckWords {
  /// What was found, and what to do.
  static func message(_ fact: CrossCheckFact) -> Phrase {
    switch fact {
    case .differs(let summary, let form):
      pair(
        summary, form,
        Phrase(zh: "两处应当一致，请向县（市、区）核实", en: "they should agree; ask the county"))
    case .scenariosDiffer(let summary, let form, _, _):
      pair(
        summary, form,
        Phrase(zh: "所列典型场景不同，请核对以哪一处为准", en: "the scenarios differ; see which of them counts"))
    case .unitSuspect(let summary, let form):
      pair(
        summary, form,
        Phrase(zh: "相差约一万倍，可能把元当成了万元，请核对", en: "10,000 times as much; one may be in yuan instead of 10k yuan"))
    case .otherUnit(let expected, let recommending):
      Phrase(
        zh:
          "申报书写所属“\(value(expected).zh)”（\(place(expected))），却由“\(value(recommending).zh)”推荐（\(place(recommending))）。请核对推荐单位。",
        en:
          "the form names “\(value(expected).en)” (\(place(expected))), but “\(value(recommending).en)” recommends it "
          + "(\(place(recommending))); check the recommending unit.")
    case .signedByOther(let bureau, let unit):
      Phrase(
        zh: "汇总表落款“\(value(bureau).zh)”（\(place(bureau))），却作为“\(display(unit))”的表导入。请核对是否放错文件夹。",
        en: "the table is signed “\(value(bureau).en)” (\(place(bureau))), but was taken in for “\(display(unit))”; "
          + "check whether it lay in the wrong folder.")
    case .wrongNumber(let row, nil, let expected):
      Phrase(
        zh: "汇总表没有序号，应为 \(expected)（\(place(row))）。",
        en: "the row has no number, it should be \(expected) (\(place(row))).")
    case .wrongNumber(let row, let found?, let expected):
      Phrase(
        zh: "汇总表序号为 \(found)，应为 \(expected)（\(place(row))）。",
        en: "the row has the number \(found), it should be \(expected) (\(place(row))).")
    case .sameNumber(let row, let number, let other):
      Phrase(
        zh: "汇总表序号 \(number) 重复（\(place(row))；\(place(other))）。",
        en: "the number \(number) is used twice (\(place(row)); \(place(other))).")
    case .noApplication(let row, nil):
      Phrase(
        zh: "汇总表有“\(value(row).zh)”（\(place(row))），未收到申报书。请向县（市、区）催报或核实。",
        en: "the table has “\(value(row).en)” (\(place(row))), but no form was received; ask the county.")
    case .noApplication(let row, let near?):
      Phrase(
        zh: "汇总表有“\(value(row).zh)”（\(place(row))），没有对应的申报书；企业最接近的是“\(value(near).zh)”（\(place(near))）。请核实。",
        en: "the table has “\(value(row).en)” (\(place(row))) without a form of its own; the nearest company is "
          + "“\(value(near).en)” (\(place(near))). Ask the county.")
    case .notInSummary(let form):
      Phrase(
        zh: "有“\(value(form).zh)”的申报书（\(place(form))），汇总表未列。请向县（市、区）核实。",
        en: "there is a form of “\(value(form).en)” (\(place(form))), but the table does not list it; ask the county.")
    case .sameRow(let row, let first):
      Phrase(
        zh: "汇总表重复列出“\(value(row).zh)”（\(place(row))；\(place(first))）。请核实是否重复填报。",
        en: "the table lists “\(value(row).en)” twice (\(place(row)); \(place(first))); ask the county.")
    }
  }

  private static func pair(_ summary: CrossCheckSource, _ form: CrossCheckSource, _ advice: Phrase) -> Phrase {
    Phrase(
      zh: "汇总表写“\(value(summary).zh)”（\(place(summary))），申报书写“\(value(form).zh)”（\(place(form))），\(advice.zh)。",
      en: "the summary table says “\(value(summary).en)” (\(place(summary))), the form “\(value(form).en)” "
        + "(\(place(form))); \(advice.en).")
  }

  private static func value(_ source: CrossCheckSource) -> Phrase {
    guard let text = source.text, !text.isEmpty else { return Phrase(zh: "（空）", en: "(blank)") }
    let words = display(String(text.prefix(120)).replacing("\n", with: " "))
    return Phrase(zh: words, en: words)
  }

  private static func place(_ source: CrossCheckSource) -> String { display(source.file + " " + source.path) }
}
