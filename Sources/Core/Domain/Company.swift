/// The applicant (申报单位) as the form's first table describes it.
public struct Company: Equatable, Sendable {
  /// 单位名称.
  public let name: String?
  /// 注册地址.
  public let address: String?
  /// 法人代表.
  public let legalRepresentative: String?
  /// 所属县（市、区）: key of a unit of the programme.
  public let county: String?
  /// 注册时间, ISO 8601.
  public let registeredOn: String?
  /// 注册资金, 万元.
  public let registeredCapital: JSONNumber?
  /// 主营业务.
  public let business: String?
  /// 联系人 with telephone, mail and fax.
  public let contact: Contact
  /// 2019 to 2021: 资产负债率, 业务收入, 利润.
  public let finance: [FinancialYear]

  /// A person to call.
  public struct Contact: Equatable, Sendable {
    /// 联系人.
    public let name: String?
    /// 联系电话/手机, as text.
    public let phones: [String]
    /// 电子邮箱.
    public let email: String?
    /// 传真.
    public let fax: String?
  }

  /// One column of the finance rows.
  public struct FinancialYear: Equatable, Sendable {
    /// Calendar year.
    public let year: Int
    /// 资产负债率 in percent: 58.64 is 58.64 %.
    public let debtRatio: JSONNumber?
    /// 业务收入, 万元.
    public let revenue: JSONNumber?
    /// 利润, 万元, negative for a loss.
    public let profit: JSONNumber?
  }

  init(_ reader: FieldReader) throws(FieldError) {
    name = try reader.text("name")
    address = try reader.text("address")
    legalRepresentative = try reader.text("legalRepresentative")
    county = try reader.text("county")
    registeredOn = try reader.text("registeredOn")
    registeredCapital = try reader.number("registeredCapital")
    business = try reader.text("business")
    let person = try reader.object("contact")
    contact = Contact(
      name: try person.text("name"), phones: try person.texts("phones"), email: try person.text("email"),
      fax: try person.text("fax"))
    finance = try reader.objects("finance") { (year) throws(FieldError) in
      FinancialYear(
        year: try year.integer("year") ?? 0, debtRatio: try year.number("debtRatio"),
        revenue: try year.number("revenue"), profit: try year.number("profit"))
    }
  }
}
