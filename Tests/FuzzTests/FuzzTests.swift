import Glibc
import Testing

@testable import Core

/// A fixed number of changed seeds for every reader, the same in every run.
///
/// A trap ends the whole process, so the case under way is named on standard error by a signal handler. To see one case
/// again: `FUZZ_CASE=docx:123 swift test --filter FuzzTests`, which also prints the input.
@Suite(.serialized) struct FuzzTests {
  /// Cases of each kind: together some twenty seconds in a debug build.
  private static let counts: [(FuzzTarget, Int)] = [
    (.docx, 120), (.xlsx, 150), (.package, 100), (.json, 250), (.quantity, 500), (.query, 500),
  ]

  @Test(arguments: counts) func holdsForChangedSeeds(_ target: FuzzTarget, _ count: Int) throws {
    let call = try Seeds.call()
    let seeds = try Seeds.load(target)
    #expect(!seeds.isEmpty)
    let only = getenv("FUZZ_CASE").map { String(cString: $0) }
    CaseName.installHandler()
    for number in 0..<count {
      let name = "\(target.rawValue):\(number)"
      let input = Seeds.input(number, of: target, seeds)
      if let only {
        guard only == name else { continue }
        print(String(decoding: input, as: UTF8.self))
      }
      CaseName.set(name)
      do { try target.check(input, call) } catch { Issue.record("FUZZ_CASE=\(name): \(error)") }
    }
    CaseName.set("")
  }

  /// A seed that is refused at the door would test nothing behind it.
  @Test func seedsReachTheReaders() throws {
    let call = try Seeds.call()
    func outcome(_ seed: [UInt8]) -> ImportRefusal? {
      do throws(ImportRefusal) {
        _ = try FormImporter.read(
          bytes: FuzzPackage(text: seed).zip(), name: "a.docx", vocabulary: call.vocabulary, importedAt: "")
        return nil
      } catch {
        return error
      }
    }
    let tables = try Seeds.load(.xlsx).map(outcome)
    #expect(tables.allSatisfy { $0 == .summaryTable }, "\(tables)")
    let forms = try Seeds.load(.docx).map(outcome)
    #expect(forms.count { $0 == nil } >= 9, "\(forms)")
    #expect(forms.contains(.summaryTable))
  }

  /// The mutator itself: inputs differ from their seeds, and XML mostly stays XML.
  @Test func mostChangedFormsAreStillXML() throws {
    let seeds = try Seeds.load(.docx)
    var changed = 0
    var read = 0
    for number in seeds.count..<seeds.count + 60 {
      let input = Seeds.input(number, of: .docx, seeds)
      if !seeds.contains(input) { changed += 1 }
      do throws(ImportRefusal) {
        _ = try DocxPackage(FuzzPackage(text: input).zip())
        read += 1
      } catch {}
    }
    #expect(changed >= 50)
    #expect(read >= 20)
  }
}

/// The case under way, for the last words of a process that traps.
private enum CaseName {
  private static let size = 64
  // Written by the one test that runs, read by a signal handler of the same process; there is no other way to hand a
  // handler anything.
  nonisolated(unsafe) private static let text = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  // For the same reason.
  nonisolated(unsafe) private static var length = 0

  static func set(_ name: String) {
    let bytes = Array((name.isEmpty ? "" : "\nFUZZ_CASE=\(name) ends the process\n").utf8.prefix(size))
    for (index, byte) in bytes.enumerated() { text[index] = byte }
    length = bytes.count
  }

  static func installHandler() {
    // Also for a stack that is used up.
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    stack.ss_size = 1 << 16
    sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        _ = write(2, CaseName.text, CaseName.length)
        signal(number, SIG_DFL)
        raise(number)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK)) | Int32(bitPattern: UInt32(bitPattern: Int32(SA_NODEFER)))
      sigaction(number, &action, nil)
    }
  }
}
