import Testing

@testable import Core

/// The county tables among the fixtures, held against what a careful person transcribed.
struct SummaryFixtureTests {

  static func line(_ row: SummaryReading.Row) -> String {
    [
      row.seq.map { String($0) } ?? "-", row.company ?? "-", row.projectName ?? "-",
      row.scenarios.joined(separator: "+"),
      row.investment?.text ?? "-", row.completed ?? "-", row.contact ?? "-", row.phones.joined(separator: "+"),
      row.remark ?? "-",
    ].joined(separator: "|")
  }

  static func read(_ path: String) throws -> SummaryReading {
    try SummaryTable.read(
      try WholeFormTests.fixture(path), vocabulary: FormVocabulary(program: try jiningProgram()))
  }

  static let tables: [(file: String, bureau: String, rows: [String])] = [
    (
      "inbox/任城区/附件3：任城区推荐汇总表.xlsx", "任城区工业和信息化局",
      [
        "1|济宁璟岳桥隧装备有限公司|基于5G+数字孪生的架桥机总装车间生产单元模拟项目|SC01+SC06|671|2022-05|孟昭桐|13800001107|-",
        "2|山东砚河纺织科技有限公司|5G+机器视觉赋能的色纺纱染整工艺合规校验与批次溯源|SC04+SC05|445|2021-12|仲维巧|13800001251|-",
        "3|济宁泊舟港航物流有限公司|5G+北斗内河港口门机远程精准作业项目|SC02|980|2022-06|路希安|13800001309|-",
      ]
    ),
    (
      "inbox/兖州区/兖州区5G+工业互联网典型应用场景申报推荐汇总表.xlsx", "兖州区工业和信息化局",
      [
        "1|山东槐序纸业股份有限公司|5G+工业互联网造纸全流程能效管控平台|SC03|2300|2021-11|狄松年|13800001402|-",
        "2|山东砺衡轮胎有限公司|轮胎成品库5G+AI视觉智能理货和自动分拣|SC07|1025.4|2022-03|裴樟|13800001511|-",
        "3|山东岚屿智能农机装备有限公司|基于5G+AR的农机远程运维与装调技能培训平台|SC09|450|2022-03|车闻韶|13800001608|-",
      ]
    ),
    (
      "inbox/邹城市/邹城市汇总表.docx", "邹城市工业和信息化局",
      [
        "1|邹城青隼矿业有限公司|5G+井下综采工作面远程集控与设备预测维护|SC02+SC06|3380|2021-12|东方凯|13800001713|-",
        "2|邹城禾栖智能装备有限公司|5G+智能仓储柜总装虚拟产线|SC01|268|2022-04|应知微|13800001899|-",
      ]
    ),
    (
      "inbox/金乡县/金乡县-附件3汇总表(报市局).xlsx", "金乡县工业和信息化局",
      [
        "1|金乡蒜语冷链食品有限公司|“一蒜一码”5G大蒜加工溯源与冷链运输监测|SC05|518|2022-05|扈晓蒜|0537-5550919+13800001919|-",
        "2|山东穗川(金乡)物流有限公司|危化品运输车辆5G智能监管平台|SC08|310|2022-12|佘明朗|13800002010|二期年底竣工",
      ]
    ),
    (
      "inbox/济宁高新区/高新区申报推荐汇总表.docx", "济宁高新区经济发展局",
      [
        "1|济宁曜石光电子科技有限公司|半导体洁净车间5G设备预测性维护系统|SC06|620|2022-04|公孙悦|13800002117|-",
        "2|山东筑穹液压传动有限公司|5G+液压件产业链协同制造平台|SC10|6600000|2022-03|谷粲然|13800002218|-",
        "3|济宁曜石光电子科技有限公司|半导体洁净车间5G设备预测性维护系统|SC06|620|2022-04|公孙悦|13800002117|与序号1重复？",
      ]
    ),
  ]

  @Test(arguments: tables) func readsEveryTable(_ file: String, _ bureau: String, _ rows: [String]) throws {
    let reading = try Self.read(file)
    #expect(reading.rows.map(Self.line) == rows)
    #expect(reading.bureau == bureau && reading.date == "2022-08")
    #expect(reading.unparsed.isEmpty)
    #expect(reading.left.allSatisfy { $0.why == "total" }, "\(reading.left)")
  }

  @Test(arguments: ["blank/附件3：推荐汇总表（空白）.xlsx", "blank/附件3：推荐汇总表（空白）.docx"])
  func blankTablesHaveNoRows(_ file: String) throws {
    let reading = try Self.read(file)
    #expect(reading.rows.isEmpty && reading.bureau == nil && reading.date == nil && reading.unparsed.isEmpty)
    #expect(reading.left.allSatisfy { $0.why == "only a number" }, "\(reading.left)")
  }
}
