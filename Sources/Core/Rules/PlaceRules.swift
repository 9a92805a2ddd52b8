/// R02 the project within the city, and the local registration of R04.
extension FormCheck {
  mutating func checkPlace() {
    let locality = Locality(program)
    let address = application.company.address
    let registered = address.map(locality.answer) ?? .unclear
    if let (label, place) = projectPlace, locality.answer(place) != .unclear {
      // The form's own rows say where the project is: the registered address only counts for the registration.
      if locality.answer(place) == .outside { add("R02", at: "extra." + label, .placeOutside(place)) }
      if registered == .outside, let address {
        add("R04", isOperator ? .human : nil, at: "company.address", .placeOutside(address))
      }
      return
    }
    if registered == .outside, let address {
      // An operator's branch reports where its project is; its address decides nothing.
      add("R02", isOperator ? .human : nil, at: "company.address", .placeOutside(address))
      add("R04", .human, at: "company.address", .placeOutside(address))
      return
    }
    guard registered == .unclear, application.company.county.flatMap({ program.unit($0) }) == nil else { return }
    if let words = unread("company.county") ?? words("company.county"), locality.answer(words) == .outside {
      add("R02", at: "company.county", .placeOutside(words))
    } else {
      add("R02", .human, at: "company.address", .placeUnclear(address))
    }
  }

  /// A row that the applicant added for the place of the project.
  private var projectPlace: (label: String, text: String)? {
    for row in application.extra {
      let label = TextFolding.bareKey(String(row.label.prefix(40)))
      let names = ["项目地址", "建设地点", "项目所在地", "实施地点", "项目地点", "建设地址", "实施地址"]
      if names.contains(where: label.contains), !AmountReader.isNothing(row.text) { return (row.label, row.text) }
    }
    return nil
  }
}
