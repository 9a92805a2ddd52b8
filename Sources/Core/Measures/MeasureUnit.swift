/// A unit of the forms: how it is written, what it measures, and how it converts.
struct MeasureUnit: Sendable {
  /// What a unit measures; only units of one dimension convert into each other.
  enum Dimension: String, Sendable {
    case money, time, ratio, length, area, volume, mass, energy, power, dataRate, data, frequency, temperature, count
    case people, score, other
  }

  /// The spelling that is kept, for example `分钟` for `min`.
  let name: String
  let dimension: Dimension
  /// The unit in the dimension's base: value × numerator / denominator.
  let numerator: Int
  let denominator: Int

  /// Every spelling with its unit. ASCII spellings are compared without regard to case unless case tells units apart.
  static let all: [String: MeasureUnit] = {
    var table: [String: MeasureUnit] = [:]
    func add(_ spellings: String, _ dimension: Dimension, _ numerator: Int = 1, _ denominator: Int = 1) {
      let names = spellings.split(separator: " ").map(String.init)
      for name in names {
        table[name] = MeasureUnit(name: name, dimension: dimension, numerator: numerator, denominator: denominator)
      }
    }
    add("元", .money)
    add("美元 欧元 港元 日元 英镑", .other)
    add("毫秒 ms", .time, 1, 1000)
    add("微秒 us μs µs", .time, 1, 1_000_000)
    add("秒 s 秒钟", .time)
    add("分钟 min", .time, 60)
    add("小时 h 个小时", .time, 3600)
    add("天 日 个工作日 工作日", .time, 86400)
    add("周 星期", .time, 7 * 86400)
    add("个月 年 季度 个季度", .other)
    add("%", .ratio)
    add("‰", .ratio, 1, 10)
    add("个百分点 百分点", .ratio)
    add("倍", .ratio, 100)
    add("毫米 mm", .length)
    add("微米 um μm µm", .length, 1, 1000)
    add("厘米 cm", .length, 10)
    add("米 m", .length, 1000)
    add("公里 千米 km", .length, 1_000_000)
    add("平方米 平米 ㎡ m² m2 平方", .area)
    add("亩", .area, 2000, 3)
    add("公顷", .area, 10000)
    add("平方公里 平方千米 km² km2", .area, 1_000_000)
    add("立方米 方 m³ m3 立方", .volume)
    add("升 L", .volume, 1, 1000)
    add("毫升 mL", .volume, 1, 1_000_000)
    add("克 g", .mass)
    add("毫克 mg", .mass, 1, 1000)
    add("微克 ug μg µg", .mass, 1, 1_000_000)
    add("千克 公斤 kg ㎏", .mass, 1000)
    add("斤", .mass, 500)
    add("吨 t", .mass, 1_000_000)
    add("千瓦时 度 kWh kwh KWH kW·h", .energy)
    add("兆瓦时 MWh", .energy, 1000)
    add("千瓦 kW KW", .power)
    add("兆瓦 MW", .power, 1000)
    add("bps bit/s", .dataRate)
    add("Kbps kbps", .dataRate, 1000)
    add("Mbps Mb/s mbps Mbit/s", .dataRate, 1_000_000)
    add("Gbps Gb/s gbps Gbit/s", .dataRate, 1_000_000_000)
    add("KB kB", .data, 1)
    add("MB", .data, 1000)
    add("GB", .data, 1_000_000)
    add("TB", .data, 1_000_000_000)
    add("PB", .data, 1_000_000_000_000)
    add("Hz 赫兹", .frequency)
    add("kHz KHz khz", .frequency, 1000)
    add("MHz", .frequency, 1_000_000)
    add("GHz", .frequency, 1_000_000_000)
    add("℃ °C 度C 摄氏度", .temperature)
    add("人 名 位", .people)
    add("分", .score)
    add(
      "个 家 户 台 套 条 块 只 件 项 篇 份 种 类 张 座 间 辆 艘 架 路 点 处 批 组 对 根 片 颗 支 部 本 门 款 场 期 班 班次 层 站 柜 箱 瓶 包 袋 车 列 次 例 起 "
        + "宗 单 笔 道 栋 幢 枚 顶 头 匹 棵 株 村 镇 所 员 台套 台/套 台(套) 趟 帧 页 锭 车次 航次 标箱 TEU 项次 架次 班组 户次 家次 轮 届 床 盏 扇 口 副 把 粒 "
        + "批次 台次 场次 件次 卷 束 段 节 机位 工位 席 席位 通道 端口 节点 终端 字段 样本 参数 人次 厂 店 基地 公里/小时 步 幅 册 盘 托 托盘 垛 炉 槽 罐 桶 吊 模 圈 字 行 并发 用户 区域",
      .count)
    add("标准煤 吨标准煤 tce", .other)
    add("千克标准煤 kgce 公斤标准煤 克标准煤 吨标煤 千克标煤", .other)
    add(
      "dB dBm MPa Pa kPa Mpa V kV A mA N kN rpm fps FPS ppm PPM lux 帧/秒 转/分 伏 千伏 安 牛 帕 兆帕 QPS TPS qps tps 折 成 ℃/h",
      .other)
    return table
  }()

  /// The longest spelling in characters.
  static let longest = all.keys.reduce(0) { max($0, $1.count) }

  /// The unit of a spelling.
  static func named(_ name: String) -> MeasureUnit? { all[name] }
}
