import Glibc
import Testing

@testable import ReviewTUI

@Suite struct WakerTests {
  @Test func wakesOnceHoweverOftenCalled() throws {
    let waker = try Waker()
    #expect(!waker.take())
    for _ in 0..<100_000 { waker.wake() }
    var ready = pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&ready, 1, 0) == 1)
    #expect(waker.take())
    #expect(!waker.take())
    #expect(poll(&ready, 1, 0) == 0)
  }
}
