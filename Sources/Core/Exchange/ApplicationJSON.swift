/// Takes in an application that comes as JSON, in the shape of an application file.
enum ApplicationJSON {
  static func read(
    _ bytes: [UInt8], name: String, vocabulary: FormVocabulary, importedAt: String
  ) throws(ImportRefusal) -> ImportedForm {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(bytes, limits: limits)
    } catch {
      if case .tooLarge(let size, let limit) = error.reason { throw .tooLarge(bytes: size, limit: limit) }
      throw .malformedJSON(error)
    }
    let application: Application
    do throws(FieldError) {
      application = try Application(json: value)
    } catch {
      throw .notAnApplication(error)
    }
    guard case .object(var object) = value else { throw .unsafeApplication("") }
    for picture in application.photos + application.attachments {
      guard let file = picture.file else { continue }
      guard WorkspacePath(file) != nil else { throw .unsafeApplication(file) }
    }
    let known = vocabulary.units.contains { $0.key.hasSameBytes(as: application.unit) }
    guard known else { throw .unknownUnit(application.unit) }
    fillRows(&object, application, vocabulary)
    return ImportedForm(
      object: object, application: application, file: name,
      sha256: application.source.sha256 ?? Digest.sha256Hex(bytes), importedAt: importedAt)
  }

  /// Reads rows where a cell has words and no rows yet.
  private static func fillRows(_ object: inout JSONObject, _ application: Application, _ vocabulary: FormVocabulary) {
    guard var metrics = object["metrics"]?.object else { return }
    let reader = MetricReader(names: vocabulary.metricNames)
    var number = 1 + application.metrics.reduce(0) { $0 + $1.rows.count }
    for section in application.metrics where section.rows.isEmpty {
      guard let text = section.text, var cell = metrics[section.kind.rawValue]?.object else { continue }
      let rows = reader.rows(in: text, firstNumber: number)
      number += rows.count
      cell["rows"] = .array(rows.map(FormJSON.metric))
      metrics[section.kind.rawValue] = .object(cell)
    }
    object["metrics"] = .object(metrics)
  }
}
