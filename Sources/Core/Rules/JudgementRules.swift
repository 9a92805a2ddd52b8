/// R41 and R42: what no machine can judge, asked of every application.
extension FormCheck {
  mutating func checkJudgements() {
    stand("R41", at: "sections.3", .innovation)
    stand("R42", at: "project.scenarios", .conditions)
  }
}
