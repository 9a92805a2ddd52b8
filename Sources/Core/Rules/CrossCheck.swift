/// Holds a county's summary table (附件3) against the applications (附件2) that the county recommends: R29 to R35, and two
/// differences that only a person can judge (scenarios, an amount in the wrong unit).
///
/// Compares effective values: corrections of an application count. A blank on one side is no difference; the rules of the
/// form name blanks.
public enum CrossCheck {
  /// The findings of one county.
  ///
  /// - Parameter applications: the applications that the summary's unit recommends; others are passed over.
  public static func findings(
    summary: CountySummary, applications: [Application], program: Program
  ) -> [Finding] {
    let own = applications.filter { $0.unit.hasSameBytes(as: summary.unit) }
    var work = CrossCheckRun(summary: summary, applications: own, program: program)
    work.checkBureau()
    work.checkNumbers()
    work.checkRows()
    return work.findings + units(own, program: program)
  }

  /// R29 alone, for a county whose summary table is missing too: the form names another unit (所属县市区) than the one that
  /// recommends it. An address says nothing: firms of the zones stand inside other districts.
  public static func units(_ applications: [Application], program: Program) -> [Finding] {
    guard let severity = RuleBook.severity(of: "R29", in: program) else { return [] }
    func name(_ key: String) -> String { program.unit(key)?.name ?? key }
    return applications.compactMap { application in
      guard let county = application.company.county, !county.hasSameBytes(as: application.unit) else { return nil }
      let file = CrossCheckRun.file(application)
      return Finding(
        rule: "R29", severity: severity, unit: application.unit, application: application.id, path: "company.county",
        fact: .crossCheck(
          .otherUnit(
            expected: CrossCheckSource(
              file: file, path: "company.county", text: application.raw("company.county") ?? name(county)),
            recommending: CrossCheckSource(file: file, path: "unit", text: name(application.unit)))))
    }
  }
}

extension Application {
  /// The form's own words of a field, where reading changed them.
  fileprivate func raw(_ path: String) -> String? { raw.first { $0.label.hasSameBytes(as: path) }?.text }
}
