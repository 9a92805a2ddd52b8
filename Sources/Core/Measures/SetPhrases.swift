/// Words that begin like a number and are none.
enum SetPhrases {
  /// By their first character.
  private static let table: [Character: [[Character]]] = {
    let words =
      "一体化 一体 一键 一站式 一站 一张网 一张图 一系列 一次性 一级 一线 一流 一方面 一定 一致 一旦 一般 一些 一样 一直 一起 一对一 一人一 一机一 一物一 一码 "
      + "一车一 一企一 一厂一 一案一 一事一 一品一 一件一 一户一 一票 一网 一云 一平台 一中心 一步到位 一步 一把手 一条龙 一目了然 一如既往 一分为二 一带一路 一路 一道 一名一 "
      + "一批批 一类 一代 一期 二期 三期 四期 五期 二次元 二次开发 二次利用 二次供水 二次搬运 二次 二级 二元 二维 二车间 三元 三次元 三班 三包 三同时 三位一体 三方 三农 三夏 三维 三级 "
      + "三证合一 三会一课 三步走 三天两头 三车间 三品 三线 四班 四位一体 四方 四新 五位一体 五一 五金 五星 五大 六西格玛 六面体 六安 七天无理由 八小时工作制 八小时之外 九江 十四五 十三五 "
      + "十二五 十五五 十分 十足 十强 十大 百分百 百分点 百分制 百分表 百度 百货 百姓 百强 百花 百万亩 百千瓦 百兆 百年 百日 百炼 千分尺 千万不要 千万别 千方百计 千家万户 千企 千人千面 千兆 千斤顶 "
      + "千瓦 千克 千米 千伏 千帕 千卡 千安 两化 两业 两票 两会 两班 两点一线 两端 两侧 两用 两化融合 两级 双千兆 万无一失 一揽子 一整套 一整 一大批 一大 一手 一身 一套班子 一方 一端 一侧 一边"
    var table: [Character: [[Character]]] = [:]
    for word in words.split(separator: " ") {
      guard let first = word.first else { continue }
      table[first, default: []].append(Array(word))
    }
    return table.mapValues { $0.sorted { $0.count > $1.count } }
  }()

  /// How many characters a set phrase at `place` has; nil when there is none.
  static func length(_ scan: QuantityScan, at place: Int) -> Int? {
    guard let first = scan.character(place), let words = table[first] else { return nil }
    return words.first { word in
      place + word.count <= scan.characters.count && scan.characters[place..<place + word.count].elementsEqual(word)
    }?.count
  }

  /// Single-character units that begin a longer word: 3车间 counts no cars.
  private static let longer: [Character: String] = [
    "车": "间床轴型", "站": "式", "台": "阶账", "条": "件例款形", "路": "由灯径", "点": "击检火评", "部": "门署件", "层": "级次", "家": "庭", "门": "店禁槛",
    "节": "能约省", "轮": "胎毂", "块": "链", "分": "公厂级析类别布钟段之", "元": "件素器旦", "天": "然", "名": "称牌单", "本": "地质市县厂", "种": "植",
    "组": "织态合装", "口": "岸径", "头": "盔", "度": "假", "方": "面式法案向圆", "位": "置于移", "班": "长", "期": "间货", "面": "积向", "单": "位元独",
    "段": "落", "步": "骤伐", "起": "重吊草", "件": "套", "次": "元品生日序数", "秒": "杀", "日": "期常本用均", "年": "度代级底初", "升": "级降",
    "周": "期边转",
    "批": "准复发", "处": "理置方", "字": "符典", "列": "车表入", "根": "据本", "对": "比应外标", "片": "区", "村": "民",
    "模": "块型式组拟", "行": "业为程动政", "卷": "积", "盘": "点", "托": "管", "粒": "度径子", "孔": "径", "股": "份权东", "厂": "区房家", "屏": "蔽幕障",
  ]

  /// Whether the unit `name` is only the beginning of the word at `place`, which stands behind the unit.
  static func goesOn(_ name: String, _ next: Character?) -> Bool {
    guard let next, name.count == 1, let first = name.first else { return false }
    return longer[first]?.contains(next) ?? false
  }
}
