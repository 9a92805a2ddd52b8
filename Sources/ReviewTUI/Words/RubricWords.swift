import Core

/// What is said when two sheets were not scored with the same rubric (评分标准).
enum RubricWords {
  static func frozen(_ file: String, _ rubric: String) -> Phrase {
    let (name, id) = (display(file), display(rubric))
    return Phrase(
      zh: "评分标准与 \(name)（\(id)）不同。有评分表提交之后，评分标准即冻结，不能再改；没有写入任何内容。请督导恢复 program.json 里原来的评分标准，再重新打开。",
      en:
        "The rubric is not that of \(name) (\(id)). It is frozen once a sheet was submitted; nothing was written. Ask a "
        + "supervisor to restore the rubric in program.json, then open the workspace again.")
  }

  static func other(_ found: String, isSameID: Bool) -> Phrase {
    isSameID
      ? Phrase(
        zh: "按另一份评分标准评的分：编号同为“\(display(found))”，内容与 program.json 里现行的不同",
        en: "scored with another rubric: it has the same id “\(display(found))”, but is not the one in program.json")
      : Phrase(
        zh: "按另一份评分标准“\(display(found))”评的分，与 program.json 里现行的不同",
        en: "scored with another rubric, “\(display(found))”, not with the one in program.json")
  }
}
