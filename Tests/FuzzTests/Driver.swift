import Glibc

// Entry points of libFuzzer: `./dev fuzz KIND SECONDS` builds this folder as a program of its own.

/// What one run needs; libFuzzer calls from one thread.
private struct FuzzRun {
  let target: FuzzTarget
  let call: FuzzCall
  let words: [[UInt8]]

  static let shared: FuzzRun = {
    let name = getenv("FUZZ_KIND").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      print("FUZZ_KIND is none of \(FuzzTarget.allCases.map(\.rawValue))")
      exit(2)
    }
    do { return FuzzRun(target: target, call: try Seeds.call(), words: target.words) } catch {
      print("\(error)")
      exit(2)
    }
  }()
}

/// One input.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let run = FuzzRun.shared
  do { try run.target.check(Array(UnsafeBufferPointer(start: data, count: count)), run.call) } catch {
    print("FAILED: \(error)")
    fflush(nil)
    abort()
  }
  return 0
}

@_silgen_name("LLVMFuzzerMutate") private func libFuzzerMutate(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int
) -> Int

/// Every second change is our own, which knows XML and the readers' words.
@_cdecl("LLVMFuzzerCustomMutator") public func fuzzMutate(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  if seed % 2 == 0 || count == 0 { return libFuzzerMutate(data, count, limit) }
  let run = FuzzRun.shared
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  var mutator = Mutator(random: FuzzRandom(seed: UInt64(seed)), words: run.words, limit: limit)
  let changed = mutator.mutate(bytes, with: bytes, isXML: run.target.isXML)
  for (index, byte) in changed.enumerated() { data[index] = byte }
  return changed.count
}
