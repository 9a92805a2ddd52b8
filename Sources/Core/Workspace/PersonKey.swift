import CSodium

/// A person's Ed25519 key pair. It lies in the private folder of the person's machine (0600) and never in a workspace; the
/// public half is registered in `people.json` by a supervisor.
public struct PersonKey: Sendable {
  /// The public half: 64 hexadecimal digits.
  public let publicKey: String
  private let secret: [UInt8]

  /// Why there is no key.
  public enum Failure: Error, Equatable, Sendable {
    /// There is no private folder to keep it in.
    case noFolder
    /// The file of the key cannot be read.
    case unreadable(String)
    /// The key could not be written.
    case failed(FileError)
  }

  /// The key of `person` on this machine; nil when none was made.
  public static func load(_ person: RecordID, in state: StateFolder?) throws(Failure) -> PersonKey? {
    guard let top = state?.top else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try top.folder(folder).read(name(person), max: 4096)
    } catch {
      if error.reason == .missing { return nil }
      throw .failed(error)
    }
    let value: JSONValue
    do throws(JSONSyntaxError) { value = try JSONParser.parse(bytes) } catch { throw .unreadable(name(person)) }
    guard value["person"]?.string == person.text, let publicKey = value["publicKey"]?.string,
      let seed = value["seed"]?.string.flatMap(Hex.bytes), let key = PersonKey(seed: seed), key.publicKey == publicKey
    else { throw .unreadable(name(person)) }
    return key
  }

  /// The key of `person`, made and durable when there was none.
  public static func make(_ person: RecordID, in state: StateFolder?) throws(Failure) -> PersonKey {
    if let key = try load(person, in: state) { return key }
    guard let state, let top = state.top, sodium_init() >= 0 else { throw .noFolder }
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    guard let key = PersonKey(seed: seed) else { throw .noFolder }
    let record = JSONObject([
      ("schema", .string("reviewtui/key/1")), ("person", .string(person.text)),
      ("publicKey", .string(key.publicKey)), ("seed", .string(Hex.text(seed))),
    ])
    do throws(FileError) {
      let place = try top.makingFolder([folder], mode: 0o700)
      do throws(AtomicFile.Failure) {
        try AtomicFile(folder: place, process: state.process).create(
          name(person), with: JSONWriter.pretty(.object(record)))
      } catch {
        switch error {
        case .unchanged(let cause), .unconfirmed(let cause): throw cause
        case .refused: throw FileError(file: name(person), step: .create, reason: .notAFile)
        }
      }
    } catch {
      throw .failed(error)
    }
    return key
  }

  private init?(seed: [UInt8]) {
    guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
    var publicBytes = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secretBytes = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    guard crypto_sign_seed_keypair(&publicBytes, &secretBytes, seed) == 0 else { return nil }
    publicKey = Hex.text(publicBytes)
    secret = secretBytes
  }

  /// The signature over `bytes`: 128 hexadecimal digits.
  func signature(over bytes: [UInt8]) -> String {
    var out = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&out, nil, bytes, UInt64(bytes.count), secret)
    return Hex.text(out)
  }

  /// Whether `signature` is one over `bytes` by the holder of `publicKey`.
  static func verifies(_ signature: String, over bytes: [UInt8], by publicKey: String) -> Bool {
    guard let mark = Hex.bytes(signature), mark.count == Int(crypto_sign_BYTES), let key = Hex.bytes(publicKey),
      key.count == Int(crypto_sign_PUBLICKEYBYTES)
    else { return false }
    return crypto_sign_verify_detached(mark, bytes, UInt64(bytes.count), key) == 0
  }

  private static let folder = "keys"
  private static func name(_ person: RecordID) -> String { person.text + ".json" }
}

/// Bytes as hexadecimal digits.
enum Hex {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil for anything but pairs of small digits.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
