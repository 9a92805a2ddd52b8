/// R10: enough different photographs.
extension FormCheck {
  /// SHA-256 of a file of 0 bytes.
  private static let emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  mutating func checkPhotos() {
    guard let minimum = limits.photos else { return }
    var known: Set<String> = []
    var found = 0
    var same = 0
    var empty = 0
    for photo in application.photos {
      // A photograph that is only named counts: nothing says that it is another's copy.
      guard let key = photo.sha256 ?? photo.file else {
        found += 1
        continue
      }
      if key.hasSameBytes(as: Self.emptyDigest) {
        empty += 1
      } else if known.insert(key).inserted {
        found += 1
      } else {
        same += 1
      }
    }
    if found < minimum {
      add("R10", at: "photos", .photosTooFew(found: found, minimum: minimum, same: same, empty: empty))
    }
  }
}
