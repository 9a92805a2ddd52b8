/// What 七 lists or says, as evidence for the proofs that it asks for.
///
/// The proofs themselves are papers; an electronic form can only name them.
struct ProofList {
  private let names: [String]
  private let words: String

  init(_ application: Application) {
    let attached = application.attachments.prefix(200).map { String($0.caption.prefix(200)) }
    let section = application.sections.first { $0.number == "7" }?.paragraphs ?? []
    names = attached.map(TextFolding.bareKey)
    var text = ""
    for paragraph in section {
      if text.utf8.count > 60_000 { break }
      text += TextFolding.bareKey(String(paragraph.prefix(2000))) + "\n"
    }
    words = text
  }

  /// Whether nothing at all stands there.
  var isEmpty: Bool { names.allSatisfy(\.isEmpty) && words.allSatisfy(\.isNewline) }

  /// Whether it says that the papers come apart from the form.
  var isElsewhere: Bool {
    ["另附", "附后", "详见附件", "见附件", "单独报送", "另行报送", "纸质材料", "见纸质", "装订成册"].contains(where: words.contains)
  }

  /// Whether a proof is named.
  func has(_ proof: FormFact.Proof) -> Bool { Self.words(for: proof).contains(where: isNamed) }

  private func isNamed(_ word: String) -> Bool { names.contains { $0.contains(word) } || words.contains(word) }

  private static func words(for proof: FormFact.Proof) -> [String] {
    switch proof {
    case .licence: ["营业执照", "三证合一", "五证合一", "多证合一", "执照副本", "执照正本", "事业单位法人证书", "统一社会信用代码证"]
    case .use:
      [
        "竣工", "完工", "验收", "上线", "投用", "投入使用", "投运", "投产", "使用证明", "使用报告", "使用情况证明", "应用证明", "用户证明", "运行证明", "运行报告",
        "运行日志", "运行记录", "运行情况", "交付证明", "启用", "交工", "转固",
      ]
    case .contracts: ["合同", "协议", "支付凭证", "付款", "发票", "回单", "转账", "汇款", "收据", "结算", "票据", "凭证"]
    }
  }
}

/// R11 to R13: the proofs of 七.
extension FormCheck {
  mutating func checkProofs() {
    let list = ProofList(application)
    let rules: [(String, FormFact.Proof)] = [("R11", .licence), ("R12", .use), ("R13", .contracts)]
    for (rule, proof) in rules where !list.has(proof) {
      // A project that is not completed cannot prove its use: R03 speaks of that.
      let isImplied = proof == .use && (completion == .late || completion == .about) && !list.isEmpty
      if isImplied || list.isElsewhere {
        add(rule, .human, at: "attachments", .proofUnclear(proof))
      } else {
        add(rule, at: "attachments", .proofMissing(proof))
      }
    }
    guard list.has(.licence) else { return }
    switch application.intake.threeInOne {
    case nil: stand("R11", at: "attachments", .combinedLicence)
    case false?: add("R11", .human, at: "intake.threeInOne", .judge(.combinedLicence))
    case true?: break
    }
  }
}
