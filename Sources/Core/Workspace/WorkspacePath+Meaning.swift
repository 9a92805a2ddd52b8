extension WorkspacePath {
  /// Id of the application that the file belongs to; nil for a file of all.
  var application: String? {
    switch parts.first {
    case "reviews"?, "inspections"?: return parts.count > 2 ? parts[1] : nil
    case "applications"?, "assignments"?, "decisions"?:
      if parts.count == 2 { return Self.stem(parts[1]) }
      return parts.count == 3 && parts[1] == "history" ? Self.copied(parts[2]) : nil
    default: return nil
    }
  }

  /// Id of the reviewer whose sheet, or copy of a sheet, this is; nil for any other file.
  var sheetOwner: String? {
    guard parts.first == "reviews" else { return nil }
    if parts.count == 3 { return Self.stem(parts[2]) }
    return parts.count == 4 && parts[2] == "history" ? Self.copied(parts[3]) : nil
  }

  /// Id of the one who writes the file, where its name tells.
  var writer: String? {
    switch (parts.first, parts.count) {
    case ("reviews"?, 3), ("inspections"?, 4), ("names"?, 2): Self.stem(parts[parts.count - 1])
    default: nil
    }
  }

  private static func stem(_ name: String) -> String? {
    name.hasSuffix(".json") ? RecordID(String(name.dropLast(5)))?.text : nil
  }

  /// The id in the name of a copy: `<id>-r000001-<digest>.json`.
  private static func copied(_ name: String) -> String? {
    guard let stem = stem(name) else { return nil }
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[parts.count - 2].hasPrefix("r") else { return nil }
    return parts.dropLast(2).joined(separator: "-")
  }
}
