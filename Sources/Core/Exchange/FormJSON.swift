/// Writes a reading in the shape of an application file. Keys stand in the order of the published example.
struct FormJSON {
  let reading: FormReading
  /// Paths and digests of the photographs, in the order of the reading; nil where the form only links to a picture.
  let photos: [ImportedForm.Media?]
  /// The same for the pictures of 七.
  let proofs: [ImportedForm.Media?]
  let folder: String

  /// The members from `cover` to `unparsed`.
  var members: [(String, JSONValue)] {
    [
      ("cover", cover), ("company", company), ("project", project), ("metrics", metrics),
      ("commitment", Self.object([("sealed", .null), ("date", Self.text(reading.commitmentDate))])),
      (
        "countyOpinion",
        Self.object([
          ("text", Self.text(reading.countyOpinion)), ("sealed", .null), ("date", Self.text(reading.countyDate)),
        ])
      ),
      ("sections", sections), ("investment", investment), ("photos", photoList), ("attachments", attachments),
      (
        "extra",
        .array(reading.extra.map { Self.object([("label", .string($0.label)), ("text", .string($0.text))]) })
      ),
      ("raw", Self.object(rawMembers)),
      (
        "unparsed",
        .array(
          reading.unparsed.map {
            Self.object([("path", .string($0.path)), ("text", .string($0.text)), ("why", .string($0.why))])
          })
      ),
      ("corrections", .array([])),
    ]
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(JSONObject(members)) }
  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
  private static func number(_ value: DecimalValue?) -> JSONValue { value?.json.map { .number($0) } ?? .null }

  /// The first words of each path; a path is written once.
  private var rawMembers: [(String, JSONValue)] {
    var object = JSONObject()
    for (path, text) in reading.raw where object[path] == nil { object[path] = .string(text) }
    return object.members.map { ($0.key, $0.value) }
  }

  private var cover: JSONValue {
    Self.object([
      ("applicant", Self.text(reading.applicant)), ("projectName", Self.text(reading.coverProject)),
      ("fillDate", Self.text(reading.fillDate)),
    ])
  }

  private var company: JSONValue {
    Self.object([
      ("name", Self.text(reading.companyName)), ("address", Self.text(reading.address)),
      ("legalRepresentative", Self.text(reading.legalRepresentative)), ("county", Self.text(reading.county)),
      ("registeredOn", Self.text(reading.registeredOn)), ("registeredCapital", Self.number(reading.registeredCapital)),
      ("business", Self.text(reading.business)),
      (
        "contact",
        Self.object([
          ("name", Self.text(reading.contact)), ("phones", Self.texts(reading.phones)),
          ("email", Self.text(reading.email)), ("fax", Self.text(reading.fax)),
        ])
      ),
      (
        "finance",
        .array(
          reading.finance.map { year in
            Self.object([
              ("year", .number(JSONNumber(year.year))), ("debtRatio", Self.number(year.debtRatio)),
              ("revenue", Self.number(year.revenue)), ("profit", Self.number(year.profit)),
            ])
          })
      ),
    ])
  }

  private var project: JSONValue {
    Self.object([
      ("name", Self.text(reading.projectName)), ("scenarios", Self.texts(reading.scenarios)),
      ("otherScenarios", Self.texts(reading.otherScenarios)),
      (
        "operators",
        .array(
          reading.operators.map { partner in
            Self.object([
              ("name", Self.text(partner.name)), ("contact", Self.text(partner.contact)),
              ("phones", Self.texts(partner.phones)),
            ])
          })
      ),
      ("start", Self.text(reading.start)), ("end", Self.text(reading.end)),
      ("completedOn", Self.text(reading.completedOn)),
      ("overview", Self.text(reading.overview)), ("need5G", Self.text(reading.need5G)),
      ("effect5G", Self.text(reading.effect5G)),
    ])
  }

  private var metrics: JSONValue {
    Self.object(
      reading.metrics.map { cell in
        var members: [(String, JSONValue)] = [
          ("text", Self.text(cell.text)), ("rows", .array(cell.rows.map(Self.metric))),
        ]
        if !cell.table.isEmpty { members.append(("table", .array(cell.table.map(Self.texts)))) }
        return (cell.kind.rawValue, Self.object(members))
      })
  }

  static func metric(_ row: Metric) -> JSONValue {
    var source = JSONValue.null
    if let place = row.source {
      source = object([
        ("start", .number(JSONNumber(place.start))), ("length", .number(JSONNumber(place.length))),
        ("text", .string(place.text)),
      ])
    }
    return object([
      ("id", .string(row.id)), ("name", .string(row.name)), ("canonical", text(row.canonical)),
      ("value", row.value.map { .number($0) } ?? .null), ("unit", text(row.unit)),
      ("baseline", row.baseline.map { .number($0) } ?? .null), ("comparator", text(row.comparator)),
      ("direction", text(row.direction?.rawValue)), ("period", text(row.period)), ("source", source),
    ])
  }

  private var sections: JSONValue {
    Self.object(
      reading.sections.map { section in
        var members: [(String, JSONValue)] = [
          ("heading", .string(section.heading)), ("paragraphs", Self.texts(section.paragraphs)),
        ]
        if !section.tables.isEmpty {
          members.append(("tables", .array(section.tables.map { .array($0.map(Self.texts)) })))
        }
        return (String(section.number), Self.object(members))
      })
  }

  private var investment: JSONValue {
    let found = reading.investment
    return Self.object([
      ("total", Self.number(found.total)), ("direct", Self.number(found.parts["direct"])),
      ("intangible", Self.number(found.parts["intangible"])), ("other", Self.number(found.parts["other"])),
      (
        "sources",
        .array(found.sources.map { Self.object([("name", .string($0.name)), ("amount", Self.number($0.amount))]) })
      ),
      (
        "items",
        .array(
          found.items.map { item in
            Self.object([
              ("category", Self.text(item.category)), ("name", .string(item.name)),
              ("quantity", Self.text(item.quantity)), ("amount", Self.number(item.amount)),
            ])
          })
      ),
    ])
  }

  private var photoList: JSONValue {
    .array(
      zip(reading.photos, photos).map { photo, media in
        Self.object([
          ("file", Self.text(media.map { folder + $0.name })), ("sha256", Self.text(media?.sha256)),
          ("caption", .string(photo.caption)),
        ])
      })
  }

  private var attachments: JSONValue {
    var list = reading.attachments.map { name in
      Self.object([("name", .string(name)), ("file", .null), ("sha256", .null)])
    }
    for (index, media) in proofs.enumerated() {
      guard let media else { continue }
      let described = reading.proofs[index].description
      let name = described.isEmpty ? media.name : String(described.prefix(80))
      list.append(
        Self.object([
          ("name", .string(name)), ("file", .string(folder + media.name)), ("sha256", .string(media.sha256)),
        ]))
    }
    return .array(list)
  }
}
