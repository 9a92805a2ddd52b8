/// 五、项目实际投入情况, all amounts in 万元.
public struct Investment: Equatable, Sendable {
  /// Total.
  public let total: JSONNumber?
  /// 1. 直接投入.
  public let direct: JSONNumber?
  /// 2. 无形资产投入.
  public let intangible: JSONNumber?
  /// 3. 其他相关费用.
  public let other: JSONNumber?
  /// 资金来源.
  public let sources: [Amount]
  /// 资金主要用途, line by line.
  public let items: [Item]

  /// A named amount.
  public struct Amount: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// 万元.
    public let amount: JSONNumber?
  }

  /// A line of the list of uses.
  public struct Item: Equatable, Sendable {
    /// `direct`, `intangible` or `other`; nil when the form does not say.
    public let category: String?
    /// Its name.
    public let name: String
    /// Quantity as written.
    public let quantity: String?
    /// 万元.
    public let amount: JSONNumber?
  }

  init(_ reader: FieldReader) throws(FieldError) {
    total = try reader.number("total")
    direct = try reader.number("direct")
    intangible = try reader.number("intangible")
    other = try reader.number("other")
    sources = try reader.objects("sources") { (entry) throws(FieldError) in
      Amount(name: try entry.text("name") ?? "", amount: try entry.number("amount"))
    }
    items = try reader.objects("items") { (entry) throws(FieldError) in
      Item(
        category: try entry.text("category"), name: try entry.text("name") ?? "",
        quantity: try entry.text("quantity"), amount: try entry.number("amount"))
    }
  }
}
