import Testing

@testable import Core

struct MetricReaderTests {
  /// Cells of 项目绩效指标 and the metrics in them: `name | value unit`, then baseline, bound, direction, period.
  static let cells: [(String, [String])] = [
    (
      "2021年公司主营业务收入41290.78万元，净利润2688.91万元；项目上线后总装车间人均产值由86万元提高到104万元，年节约返工费用215万元。",
      [
        "主营业务收入 | 41290.78 万元 2021年", "净利润 | 2688.91 万元 2021年", "总装车间人均产值 | 104 万元 <- 86 up",
        "年节约返工费用 | 215 万元 up",
      ]
    ),
    (
      "2021年实现主营业务收入26.892亿元，净利润1.988亿元", ["主营业务收入 | 268920 万元 2021年", "净利润 | 19880 万元 2021年"]
    ),
    (
      "带动本地17家钢构配套企业开展数字化改造，新增数字化岗位26个，年减少烟尘无组织排放约3.2吨。",
      ["带动本地钢构配套企业 | 17 家", "新增数字化岗位 | 26 个 up", "年减少烟尘无组织排放 | 3.2 吨 ~ up"]
    ),
    (
      "上行峰值速率不低于750Mbps，端到端平均时延≤18ms；模型可同时驱动420个运动部件。",
      ["上行峰值速率 | 750 Mbps >= up", "端到端平均时延 | 18 ms <= down", "模型可同时驱动运动部件 | 420 个"]
    ),
    (
      "形成机理模型11个、发明专利7项（已授权2项），软件著作权9项。", ["形成机理模型 | 11 个", "发明专利 | 7 项", "软件著作权 | 9 项"]
    ),
    ("画面分辨率1080P，平台支持60路并发协作。", ["平台支持并发协作 | 60 路"]),
    ("批次追溯时间由48小时缩短到15分钟", ["批次追溯时间 | 15 分钟 <- 2880 down"]),
    ("百万公里事故率由0.82次降至0.29次，服务园区企业33家。", ["百万公里事故率 | 0.29 次 <- 0.82 down", "服务园区企业 | 33 家"]),
    ("一次修复率由71%提高到89%，一级菇比例90%。", ["一次修复率 | 89 % <- 71 up", "一级菇比例 | 90 %"]),
    ("交付周期由35天缩短到24天，缩短31.4%。", ["交付周期 | 24 天 <- 35 down"]),
    ("吨纸取水量下降9.8%", ["吨纸取水量降幅 | 9.8 % up"]),
    ("31家用户每台机月平均停机时间由11.5小时缩短到3.8小时", ["31家用户每台机月平均停机时间 | 3.8 小时 <- 11.5 down"]),
    ("带动本县4个乡镇的1260户薯农按窖建档", ["带动本县4个乡镇薯农 | 1260 户"]),
    ("服务园区企业21家，其中15家为50人以下小微企业", ["服务园区企业 | 21 家"]),
    ("单船余量3.6吨，按年建造42条船计，年节约钢材88.2吨", ["单船余量 | 3.6 吨", "年节约钢材 | 88.2 吨 up"]),
    ("满意度94%（试运行期，样本118户）", ["满意度 | 94 %"]),
    ("定位精度（≤5厘米）", ["定位精度 | 5 厘米 <= down"]),
    ("返修率1.7%（原5.4%）", ["返修率 | 1.7 % <- 5.4 down"]),
    ("2021年交易额2.37亿元，2022年上半年达到1.46亿元", ["交易额 | 23700 万元 2021年", "交易额 | 14600 万元 2022年"]),
    ("可用率达到99.95%，并发处理测点1.2万个", ["可用率 | 99.95 %", "并发处理测点 | 1.2 万个"]),
    ("节约20-30万元", ["节约 | 20 万元 >= up"]),
    ("推广到三家企业", ["推广企业 | 3 家"]),
    ("每万元产值能耗下降5%，每100件返工2件", ["每万元产值能耗降幅 | 5 % up", "每100件返工 | 2 件"]),
    (
      "1.净利润1500万元；2.2021年纳税总额：300万元；（3）返修率（%）：1.7；④培训：20人次。",
      ["净利润 | 1500 万元", "纳税总额 | 300 万元 2021年", "返修率（%） | 1.7 %", "培训 | 20 人次"]
    ),
    ("一是带动企业23家，二是新增用工41人", ["带动企业 | 23 家", "新增用工 | 41 人 up"]),
    ("经济效益：净利润1500万元", ["净利润 | 1500 万元"]),
    ("净利润和纳税额均有较大幅度增长，受到好评。", []),
    ("申请多项专利，培养了一批复合型操作人员。", []),
    ("", []),
  ]

  @Test(arguments: cells) func readsCell(_ text: String, _ expected: [String]) {
    let rows = MetricReader(names: MetricNames([])).rows(in: text)
    #expect(rows.map(Self.describe) == expected)
  }

  @Test func rowsAreNumberedAndPointIntoTheText() throws {
    let text = "2021年净利润2688.91万元，返染率由4.6%降至1.3%。"
    let rows = MetricReader(names: MetricNames([])).rows(in: text, firstNumber: 9)
    #expect(rows.map(\.id) == ["m09", "m10"])
    let letters = Array(text)
    for row in rows {
      let source = try #require(row.source)
      #expect(String(letters[source.start..<source.start + source.length]) == source.text)
    }
    #expect(rows[1].source?.text == "返染率由4.6%降至1.3%")
    #expect(rows[1].source?.start == 18)
  }

  @Test func tableInTheCellLendsBaselinesAndAddsRows() {
    let reader = MetricReader(names: MetricNames([]))
    let rows = reader.rows(in: "单班产量提高到25根，返修率1.7%。")
    let table = [
      ["指标", "实施前", "实施后", "单位"], ["单班产量", "18", "25", "根"], ["返修率", "5.4", "1.7", "%"],
      ["转产时间", "—", "75", "分钟"], ["说明", "", "", ""],
    ]
    let all = reader.adding(table, to: rows, firstNumber: 1).map(Self.describe)
    #expect(all.contains("转产时间 | 75 分钟"))
    #expect(all.contains("返修率 | 1.7 % <- 5.4"))
    #expect(all.count == 3)
  }

  static func describe(_ row: Metric) -> String {
    var text = row.name + " | " + (row.value?.text ?? "nil")
    if let unit = row.unit { text += " " + unit }
    if let baseline = row.baseline { text += " <- " + baseline.text }
    if let comparator = row.comparator { text += " " + comparator }
    if let direction = row.direction { text += " " + direction.rawValue }
    if let period = row.period { text += " " + period }
    return text
  }
}
