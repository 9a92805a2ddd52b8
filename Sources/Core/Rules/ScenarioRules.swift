/// R22 the scenarios chosen; the two wordings of the notice; other names of a unit.
extension FormCheck {
  mutating func checkScenarios() {
    let path = "project.scenarios"
    let project = application.project
    let why = application.unparsed.filter { $0.path.hasSameBytes(as: path) }.map(\.why)
    if why.contains("chosen by format only") {
      add("R22", .human, at: path, .scenarioByFormat)
    } else if project.scenarios.isEmpty, project.otherScenarios.isEmpty {
      if why.contains("nothing in the list is marked") {
        add("R22", at: path, .scenarioUnmarked)
      } else {
        requireRead("R22", at: path)
      }
    }
    for word in project.otherScenarios { add("R22", .human, at: "project.otherScenarios", .scenarioUnlisted(word)) }
    for code in project.scenarios where program.scenario(code) == nil {
      add("R22", .human, at: path, .scenarioUnlisted(code))
    }
    checkWordings()
    checkAlias()
  }

  /// 附件2 prints 全域物流检测 and 生产过程追溯 for 监测 and 溯源: said once, and nobody's fault.
  private mutating func checkWordings() {
    guard let words = words("project.scenarios") else { return }
    let key = TextFolding.bareKey(String(words.prefix(2000)))
    for scenario in program.scenarios {
      let alias = scenario.aliases.first { key.contains(TextFolding.bareKey($0)) }
      guard let alias else { continue }
      add("R22", .information, at: "project.scenarios", .scenarioWording(form: alias, name: scenario.name))
      return
    }
  }

  private mutating func checkAlias() {
    let path = "company.county"
    guard let key = application.company.county, let unit = program.unit(key), let words = words(path) else { return }
    guard !AmountReader.isNothing(words), TextFolding.bareKey(words) != TextFolding.bareKey(unit.name) else { return }
    add("R29", .information, at: path, .countyAlias(written: words, name: unit.name))
  }
}
