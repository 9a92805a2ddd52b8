import Core

/// Keys and signatures of submissions (签名).
enum KeyPairWords {
  static let register = Phrase(
    zh: "请督导把公钥填入 people.json 中本人的 publicKey；私钥只留在这台电脑上，不要外传。",
    en:
      "Ask a supervisor to put the public key into people.json as your publicKey; the private half stays on this machine."
  )
  static let registered = Phrase(zh: "公钥已在 people.json 登记。", en: "The public key is registered in people.json.")
  static let otherRegistered = Phrase(
    zh: "people.json 登记的是另一把公钥，check 会以那把为准。", en: "people.json has another public key, and check goes by that one.")
  static let unsigned = Phrase(
    zh: "这次提交没有签名：这台电脑上没有本人的密钥（reviewtui key 可以建立）。",
    en: "This submission is not signed: there is no key of yours on this machine (reviewtui key makes one).")

  static func signed(_ count: Int) -> Phrase {
    Phrase(zh: "补签了 \(count) 份已提交的评分表。", en: "Signed \(count) submitted sheets.")
  }

  static func phrase(_ failure: PersonKey.Failure) -> Phrase {
    switch failure {
    case .noFolder:
      Phrase(
        zh: "没有可用的私人文件夹存放密钥。请检查 HOME 或 XDG_STATE_HOME。",
        en: "there is no private folder for the key; check HOME or XDG_STATE_HOME")
    case .unreadable(let file):
      Phrase(
        zh: "密钥文件 keys/\(display(file)) 已损坏，没有改动它。请从备份恢复。",
        en: "the key file keys/\(display(file)) is damaged and was left alone; restore it from a backup")
    case .failed(let error): StoreWords.phrase(error)
    }
  }
}
