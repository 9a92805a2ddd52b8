/// A unit of the forms: how it is written, what it measures, and how it converts.
struct MeasureUnit: Sendable {
  /// What a unit measures; only units of one dimension convert into each other.
  enum Dimension: String, Sendable {
    case money, time, calendar, ratio, length, area, volume, mass, energy, heat, coal, power, dataRate, data, frequency
    case temperature, pressure, voltage, current, force, rotation, frames, count, people, score, other
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
    add("元 块钱", .money)
    add("美元 欧元 港元 日元 英镑", .other)
    add("毫秒 ms mS", .time, 1, 1000)
    add("微秒 us μs µs", .time, 1, 1_000_000)
    add("秒 s 秒钟 sec", .time)
    add("分钟 min 分鐘 mins", .time, 60)
    add("小时 h 个小时 小時 钟头 个钟头", .time, 3600)
    add("天 日 个工作日 工作日 个日历日 日历天 个自然日", .time, 86400)
    add("周 星期 个星期", .time, 7 * 86400)
    add("个月", .calendar)
    add("季度 个季度", .calendar, 3)
    add("年 个年头", .calendar, 12)
    add("% 个%", .ratio)
    add("‰", .ratio, 1, 10)
    add("‱", .ratio, 1, 100)
    add("个百分点 百分点 pct 个pct pp", .ratio)
    add("成", .ratio, 10)
    add("倍", .ratio, 100)
    add("毫米 mm", .length)
    add("微米 um μm µm", .length, 1, 1000)
    add("厘米 cm 公分", .length, 10)
    add("米 m 延米", .length, 1000)
    add("公里 千米 km", .length, 1_000_000)
    add("平方米 平米 ㎡ m² m2 m^2 平方", .area)
    add("亩", .area, 2000, 3)
    add("公顷", .area, 10000)
    add("平方公里 平方千米 km² km2", .area, 1_000_000)
    add("立方米 方 m³ m3 m^3 立方 Nm³ Nm3 标方 标立方米 标准立方米", .volume)
    add("升 L 公升", .volume, 1, 1000)
    add("毫升 mL ml", .volume, 1, 1_000_000)
    add("克 g", .mass)
    add("毫克 mg", .mass, 1, 1000)
    add("微克 ug μg µg", .mass, 1, 1_000_000)
    add("千克 公斤 kg ㎏ Kg KG", .mass, 1000)
    add("斤", .mass, 500)
    add("吨 t 公吨", .mass, 1_000_000)
    add("千瓦时 度 kWh kwh KWH kW·h KW·h kw·h kW.h KWh 度电", .energy)
    add("兆瓦时 MWh", .energy, 1000)
    add("吉焦 GJ", .heat, 1000)
    add("兆焦 MJ", .heat)
    add("瓦", .power, 1, 1000)
    add("千瓦 kW KW kw", .power)
    add("兆瓦 MW", .power, 1000)
    add("bps bit/s", .dataRate)
    add("Kbps kbps", .dataRate, 1000)
    add("Mbps Mb/s mbps Mbit/s MBPS 兆比特每秒", .dataRate, 1_000_000)
    add("Gbps Gb/s gbps Gbit/s GBPS 吉比特每秒", .dataRate, 1_000_000_000)
    add("Tbps Tb/s", .dataRate, 1_000_000_000_000)
    add("KB kB", .data, 1)
    add("MB", .data, 1000)
    add("GB", .data, 1_000_000)
    add("TB", .data, 1_000_000_000)
    add("PB", .data, 1_000_000_000_000)
    add("Hz 赫兹", .frequency)
    add("kHz KHz khz 千赫兹 千赫", .frequency, 1000)
    add("MHz 兆赫兹 兆赫", .frequency, 1_000_000)
    add("GHz", .frequency, 1_000_000_000)
    add("℃ °C 度C 摄氏度 ℃C", .temperature)
    add("Pa 帕", .pressure)
    add("kPa KPa 千帕", .pressure, 1000)
    add("MPa Mpa 兆帕", .pressure, 1_000_000)
    add("V 伏", .voltage)
    add("kV KV 千伏", .voltage, 1000)
    add("mA 毫安", .current, 1, 1000)
    add("A 安", .current)
    add("N 牛", .force)
    add("kN 千牛", .force, 1000)
    add("rpm 转/分 转/分钟 r/min", .rotation)
    add("fps FPS 帧/秒", .frames)
    add("人 名 位", .people)
    add("分", .score)
    add("kgce 千克标准煤 公斤标准煤 千克标煤 公斤标煤", .coal)
    add("克标准煤 gce", .coal, 1, 1000)
    add("吨标准煤 tce 吨标煤 标准煤 TCE", .coal, 1000)
    add(
      "个 家 户 台 套 条 块 只 件 项 篇 份 种 类 张 座 间 辆 艘 架 路 点 处 批 组 对 根 片 颗 支 部 本 门 款 场 期 班 班次 层 站 柜 箱 瓶 包 袋 车 列 次 例 起 "
        + "宗 单 笔 道 栋 幢 枚 顶 头 匹 棵 株 村 镇 所 员 台套 台/套 台(套) 台、套 套/台 趟 帧 页 锭 车次 航次 标箱 TEU 项次 架次 班组 户次 家次 轮 届 床 盏 扇 口 副 把 "
        + "粒 "
        + "批次 台次 场次 件次 卷 束 段 节 机位 工位 席 席位 通道 端口 节点 终端 字段 样本 参数 人次 厂 店 基地 步 幅 册 盘 托 托盘 垛 炉 槽 罐 桶 吊 模 圈 字 行 并发 用户 区域 "
        + "点位 测点 站点 岗位 场景 人天 人日 人·天 人·日 工日 工时 台班 台时 车台 机台 库位 货位 泊位 车位 车道 标准箱 自然箱 令 匝 孔 缸 窑 炮 循环 趟次 单次 频次 客户 "
        + "字节 比特 像素 缸次 模次 炉次 列次 艘次 辆次 班轮 股 型号 品种 产线 条线 生产线 锅 仓 屏 榀 辊 盒 捆 坛 茬 棚",
      .count)
    add(
      "dB dBm dBi ppm PPM ppb lux lx QPS TPS qps tps 折 ℃/h N·m Nm 吨·公里 吨公里 t·km 车·公里 nm TOPS TFLOPS 纳米 NTU mmHg bar lm cd kVA KVA MVA Ah mAh Ω kΩ 目 旦 "
        + "支纱 dtex 勒克斯 分贝 Mpps kPoints 毫米汞柱 千伏安 兆伏安 人·年",
      .other)
    return table
  }()

  /// The longest spelling in characters.
  static let longest = all.keys.reduce(0) { max($0, $1.count) }

  /// The unit of a spelling.
  static func named(_ name: String) -> MeasureUnit? { all[name] }
}
