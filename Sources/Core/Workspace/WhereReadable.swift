/// Reads what stands beside a record for showing: a neighbour that cannot be read is left out here, because the list of
/// problems names it. Never for what a save or a total depends on.
func whereReadable<Value>(_ body: () throws -> Value) -> Value? {
  do { return try body() } catch { return nil }
}
