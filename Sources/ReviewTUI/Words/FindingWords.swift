import Core

/// What the rules of the notice say of an application or a county (审查发现).
enum FindingWords {
  /// What a finding asks for.
  static func severity(_ severity: Severity) -> Phrase {
    switch severity {
    case .reject: Phrase(zh: "建议不予受理", en: "rejection proposed")
    case .warning: Phrase(zh: "需补正", en: "to be put right")
    case .human: Phrase(zh: "需人工判断", en: "a person decides")
    case .information: Phrase(zh: "提示", en: "information")
    }
  }

  /// A sign for a severity, so that colour never says it alone.
  static func sign(_ severity: Severity) -> String {
    switch severity {
    case .reject: "✖"
    case .warning: "▲"
    case .human: "?"
    case .information: "i"
    }
  }

  /// A finding as it stands in the margin: its sign, rule, severity and message.
  static func note(_ finding: Finding) -> Phrase {
    let message = message(finding)
    let severity = severity(finding.severity)
    let head = "\(sign(finding.severity)) \(finding.rule)"
    return Phrase(zh: "\(head) \(severity.zh)：\(message.zh)", en: "\(head) \(severity.en): \(message.en)")
  }

  /// Heading of the findings of one application, with how many there are of each severity.
  static func heading(_ findings: [Finding]) -> Phrase {
    let counts = Severity.allCases.map { severity in (severity, findings.count { $0.severity == severity }) }
      .filter { $0.1 > 0 }
    if counts.isEmpty { return Phrase(zh: "审查发现", en: "Findings") }
    return Phrase(
      zh: "审查发现（" + counts.map { "\(severity($0.0).zh) \($0.1)" }.joined(separator: "，") + "）",
      en: "Findings (" + counts.map { "\(severity($0.0).en) \($0.1)" }.joined(separator: ", ") + ")")
  }

  static let none = Phrase(zh: "没有发现问题（机器审查，仍需人工确认）", en: "Nothing was found (by machine; a person confirms)")
  static let next = Phrase(zh: "下一发现", en: "Next finding")
  static let noneToGoTo = Phrase(zh: "这份申报没有审查发现", en: "This application has no findings")

  /// The line that stands for the findings which every application has.
  static func standingHere(_ rules: [String]) -> Phrase {
    let list = rules.joined(separator: "、")
    return Phrase(
      zh: "每份都须人工核对：\(list)", en: "A person checks in every application: \(rules.joined(separator: ", "))")
  }

  /// What was found, what was expected, and what to do.
  static func message(_ finding: Finding) -> Phrase {
    switch finding.fact {
    case .form(let fact): fact.phrase(of: FieldPathWords.name(finding.path))
    case .crossCheck(let fact): CrossCheckWords.message(fact)
    }
  }

  /// The line that stands for all findings which every application has.
  static func standing(_ rules: [String]) -> Phrase {
    Phrase(
      zh: "另有 \(rules.count) 条每份都须人工核对：\(rules.joined(separator: "、"))（--all 逐条列出）",
      en:
        "and \(rules.count) that a person checks in every application: \(rules.joined(separator: ", ")) (--all lists them)"
    )
  }

  /// How many findings of each severity.
  static func total(_ counts: [(Severity, Int)]) -> Phrase {
    Phrase(
      zh: "合计：" + counts.map { "\(severity($0.0).zh) \($0.1)" }.joined(separator: "，"),
      en: "Total: " + counts.map { "\(severity($0.0).en) \($0.1)" }.joined(separator: ", "))
  }

  /// Heading of the findings about a county as a whole.
  static func county(_ name: String) -> Phrase {
    Phrase(zh: "\(display(name))（汇总与报送）", en: "\(display(name)) (summary and delivery)")
  }

  /// The clause, as it is quoted below a finding.
  static func clause(_ rule: Rule) -> Phrase {
    Phrase(
      zh: "依据：\(display(rule.source))“\(display(rule.clause))”",
      en: "Clause: \(display(rule.source)) “\(display(rule.clause))”")
  }

  static func unknownRule(_ text: String) -> Phrase {
    Phrase(
      zh: "没有规则“\(display(text))”。规则编号为 R01 到 R43。", en: "There is no rule “\(display(text))”; they are R01 to R43.")
  }
}
