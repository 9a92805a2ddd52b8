/// The members of a JSON object in the order of the file; keys are compared by their bytes.
public struct JSONObject: Equatable, Sendable {
  /// One key with its value.
  public struct Member: Equatable, Sendable {
    /// The key after its escapes were read.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// A member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }

    /// Whether both have the same bytes as key and the same value.
    public static func == (left: Member, right: Member) -> Bool {
      left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
  }

  /// The members in order.
  public var members: [Member]

  /// An object with `members` in this order.
  public init(_ members: [(String, JSONValue)] = []) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  init(members: [Member]) { self.members = members }

  /// The value of `key`. Setting replaces it in place or appends it; setting nil removes the member.
  public subscript(_ key: String) -> JSONValue? {
    get {
      for member in members where member.key.hasSameBytes(as: key) { return member.value }
      return nil
    }
    set {
      let place = members.firstIndex { $0.key.hasSameBytes(as: key) }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
