/// What reviewers see instead of each other's names until the result is public: 评审A, 评审B… for one application.
///
/// The letters follow no order that anybody knows, so they cannot be counted off against the roster.
public struct PanelNames: Equatable, Sendable {
  private let reviewers: [String]
  private let viewer: Person?

  /// The letters for the reviewers of `application` as `viewer` sees them.
  public init(_ application: String, reviewers: [String], viewer: Person?) {
    self.viewer = viewer
    let others = reviewers.filter { id in viewer.map { !id.hasSameBytes(as: $0.id) } ?? true }
    self.reviewers = others.map { (Digest.sha256Hex(Array("\(application)/\($0)".utf8)), $0) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The letter that stands for `reviewer`; nil when the viewer may know who it is.
  public func letter(of reviewer: String) -> String? {
    if let viewer {
      if viewer.roles.contains(.supervisor) || reviewer.hasSameBytes(as: viewer.id) { return nil }
    }
    guard let place = reviewers.firstIndex(where: { $0.hasSameBytes(as: reviewer) }) else { return "?" }
    return Self.letters(place)
  }

  /// A, B… Z, AA, AB…
  private static func letters(_ place: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(0x41 + place % 26))))
    return place < 26 ? letter : letters(place / 26 - 1) + letter
  }
}
