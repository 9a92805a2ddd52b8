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

  /// What was found, what was expected, and what to do.
  static func message(_ finding: Finding) -> Phrase {
    switch finding.fact {
    case .form(let fact): fact.phrase(of: FieldPathWords.name(finding.path))
    case .crossCheck(let fact): crossCheck(fact)
    }
  }

  private static func crossCheck(_ fact: CrossCheckFact) -> Phrase {
    switch fact {
    case .differs(let summary, let form):
      Phrase(
        zh: "汇总表写“\(display(summary.text ?? "（空）"))”，申报书写“\(display(form.text ?? "（空）"))”，应当一致。请向县（市、区）核实。",
        en: "the summary table says “\(display(summary.text ?? "(blank)"))”, the form "
          + "“\(display(form.text ?? "(blank)"))”; they should agree. Ask the county.")
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
