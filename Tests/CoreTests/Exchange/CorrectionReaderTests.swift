import Testing

@testable import Core

@Test(arguments: [
  (CorrectableField.Kind.money, "1200.5万元", "1200.5"), (.money, "0.12亿元", "1200"), (.money, "（105.77）", "-105.77"),
  (.money, "", ""), (.percent, "58.64%", "58.64"), (.number, "１，２００", "1200"), (.date, "2022年8月18日", "2022-08-18"),
  (.month, "2022.5", "2022-05"), (.dateOrMonth, "2021-12", "2021-12"), (.unit, "济宁市邹城市", "zoucheng"),
  (.unit, "zoucheng", "zoucheng"), (.scenarios, "sc08 设备预测维护", "SC08、SC06"), (.scenarios, "全域物流检测", "SC08"),
  (.list, "13800001215、0537-5550216", "13800001215、0537-5550216"), (.text, "  有限公司 ", "有限公司"),
])
func readsWhatIsTyped(_ kind: CorrectableField.Kind, _ typed: String, _ expected: String) throws {
  let reader = CorrectionReader(FormVocabulary(program: try jiningProgram()))
  let value = try reader.read(typed, as: kind)
  #expect(reader.text(value) == expected)
  #expect(try reader.read(reader.text(value), as: kind) == value, "what is shown reads back as the same value")
}

@Test(arguments: [
  (CorrectableField.Kind.money, "很多"), (.money, "5万美元"), (.percent, "三家"), (.number, "12家"), (.number, "1e"),
  (.date, "2022年8月"), (.date, "2022-02-30"), (.month, "2022"), (.unit, "青岛市"), (.scenarios, "SC08、SC99"),
])
func refusesWhatIsNoSuchValue(_ kind: CorrectableField.Kind, _ typed: String) throws {
  let reader = CorrectionReader(FormVocabulary(program: try jiningProgram()))
  #expect(throws: CorrectionReader.Refusal(expected: kind)) { try reader.read(typed, as: kind) }
}
