import Testing

@testable import HTTPTransport

/// Answers as it is told, and writes down how it was asked.
private final class ScriptedPoller: Poller {
  /// Whether something has come, asked without sleeping and with.
  var comesAtOnce = true
  var comesInSleep = true
  private(set) var looks = 0
  private(set) var sleeps = 0

  func wait(milliseconds: Int32?, _ report: (Int32, Readiness) -> Void) -> Bool {
    if milliseconds == 0 { looks += 1 } else { sleeps += 1 }
    let comes = milliseconds == 0 ? comesAtOnce : comesInSleep
    if comes { report(7, .readable) }
    return comes
  }

  func adopt(_ socket: Int32) {}
  func forget(_ socket: Int32) {}
  func watch(_ socket: Int32, for interest: Readiness) {}
  func wake() {}
}

@Suite struct EagerWaitTests {
  private let poller = ScriptedPoller()
  private let eager: EagerWait

  init() {
    eager = EagerWait(poller)
  }

  private func wait() -> [Int32] {
    var reported: [Int32] = []
    eager.wait(milliseconds: 5) { socket, _ in reported.append(socket) }
    return reported
  }

  /// Waits until one looks before it sleeps: a busy machine may make a wait long that was to be short.
  private func becomeQuick() throws {
    for _ in 0..<10_000 {
      let looks = poller.looks
      #expect(wait() == [7])
      if poller.looks > looks { return }
    }
    try #require(Bool(false), "10,000 waits that were over at once, and none looks")
  }

  @Test func sleepsUntilAnAnswerHasComeAtOnce() throws {
    #expect(wait() == [7])
    #expect((poller.looks, poller.sleeps) == (0, 1))
    try becomeQuick()
    let sleeps = poller.sleeps
    #expect(wait() == [7])
    #expect(poller.sleeps == sleeps)
  }

  @Test func sleepsAfterAMomentInWhichNothingCame() throws {
    try becomeQuick()
    poller.comesAtOnce = false
    let sleeps = poller.sleeps
    #expect(wait() == [7])
    #expect(poller.sleeps == sleeps + 1)
    #expect(poller.looks > 2)
  }

  @Test func looksEverMoreSeldomWhereNothingComes() throws {
    try becomeQuick()
    poller.comesAtOnce = false
    var vain = 0
    for _ in 0..<2_000 {
      let looks = poller.looks
      _ = wait()
      if poller.looks > looks { vain += 1 }
    }
    // 1 + 2 + 4 + … + 1,024 waits lie between eleven looks in vain.
    #expect(vain <= 11)
  }

  @Test func neverLooksWhereAnswersTakeLonger() {
    poller.comesInSleep = false
    for _ in 0..<100 { #expect(wait() == []) }
    #expect(poller.looks == 0)
  }

  /// The thread of a transport of its own leaves the processor to the scripts.
  @Test func onlyACallersThreadIsEager() {
    #expect(CurlLoop(TransportOptions(), poller: poller, isEager: true).isEager)
    #expect(!CurlTransport(driver: .ownThread, options: TransportOptions(), poller: ScriptedPoller()).loop.isEager)
    #expect(CurlTransport(driver: .caller, options: TransportOptions(), poller: ScriptedPoller()).loop.isEager)
  }
}
