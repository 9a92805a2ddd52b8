/// R21 every part of the outline, R23 the period.
extension FormCheck {
  mutating func checkOutline() {
    for section in application.sections {
      let hasWords = section.paragraphs.contains { $0.utf8.contains { $0 > 0x20 } }
      // 六 may hold nothing but its pictures, 七 nothing but its list.
      let hasOther =
        switch section.number {
        case "6": !application.photos.isEmpty
        case "7": !application.attachments.isEmpty
        case "5": application.investment.total != nil
        default: false
        }
      if !hasWords, !hasOther { add("R21", at: "sections.\(section.number)", .sectionBlank(section.number)) }
    }
    checkCover()
    checkPeriod()
  }

  /// The cover repeats the table. A blank cover costs a stroke of the pen; another name is for a person to judge.
  private mutating func checkCover() {
    let pairs = [
      ("cover.applicant", application.cover.applicant, application.company.name),
      ("cover.projectName", application.cover.projectName, application.project.name),
    ]
    for (path, cover, form) in pairs {
      guard let cover, !AmountReader.isNothing(cover) else {
        requireRead("R21", at: path)
        continue
      }
      guard let form, TextFolding.bareKey(cover) != TextFolding.bareKey(form) else { continue }
      add("R21", .human, at: path, .coverDiffers(cover: cover, form: form))
    }
    require(application.project.name, "R21", at: "project.name")
  }

  private mutating func checkPeriod() {
    let (start, end) = (application.project.start, application.project.end)
    for (path, text) in [("project.start", start), ("project.end", end)] {
      if let text, let date = CalendarDate(text), date.month != nil { continue }
      if let text, !AmountReader.isNothing(text) {
        add("R23", .human, at: path, .notUnderstood(text))
      } else {
        requireRead("R23", at: path)
      }
    }
    if let start, let end, let from = CalendarDate(start), let to = CalendarDate(end), from.first > to.last {
      add("R23", at: "project.start", .periodReversed(start: start, end: end))
    }
  }
}
