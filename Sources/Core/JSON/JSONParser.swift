/// The one reader of JSON: strict, bounded, and without any loss.
///
/// UTF-8 only, no key twice, no comments, no trailing comma, nothing after the value. Foundation's readers accept all of
/// these and disagree with each other about which of two equal keys counts.
public enum JSONParser {
  /// The value that `bytes` hold, or where and why they are refused.
  public static func parse(
    _ bytes: [UInt8], limits: JSONLimits = .standard
  ) throws(JSONSyntaxError) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONSyntaxError> in
      var reader = JSONReader(bytes: buffer, limits: limits)
      do throws(JSONSyntaxError) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
