import Testing

@testable import LogtoClient

@Suite struct RateWindowTests {
  private let now = ContinuousClock.now
  private var never: ContinuousClock.Instant { now + .seconds(3600) }

  @Test func `without a limit everything leaves at once`() {
    var window = RateWindow(limit: nil)
    for _ in 0..<1000 { #expect(window.take(now: now, deadline: now) == now) }
  }

  @Test func `no span ever holds more than the limit`() {
    var window = RateWindow(limit: RateLimit(requests: 5, per: .seconds(10)))
    let places = (0..<23).compactMap { _ in window.take(now: now, deadline: never) }
    #expect(places.count == 23)
    #expect(places == places.sorted())
    for (index, place) in places.enumerated() where index >= 5 {
      #expect(place - places[index - 5] >= .seconds(10))
    }
    #expect(places[4] == now && places[5] == now + .seconds(10) && places[10] == now + .seconds(20))
  }

  @Test func `places come free as time goes by`() {
    var window = RateWindow(limit: RateLimit(requests: 2, per: .seconds(10)))
    #expect(window.take(now: now, deadline: never) == now)
    #expect(window.take(now: now + .seconds(4), deadline: never) == now + .seconds(4))
    #expect(window.take(now: now + .seconds(5), deadline: never) == now + .seconds(10))
    #expect(window.take(now: now + .seconds(30), deadline: never) == now + .seconds(30))
  }

  @Test func `a call that cannot come in time takes no place`() {
    var window = RateWindow(limit: RateLimit(requests: 1, per: .seconds(10)))
    #expect(window.take(now: now, deadline: never) == now)
    for _ in 0..<5 { #expect(window.take(now: now, deadline: now + .seconds(9)) == nil) }
    #expect(window.take(now: now, deadline: never) == now + .seconds(10))
  }

  @Test func `a pause holds back until its end, and the longer one counts`() {
    var window = RateWindow(limit: nil)
    window.pause(until: now + .seconds(5))
    window.pause(until: now + .seconds(2))
    #expect(window.take(now: now, deadline: never) == now + .seconds(5))
    #expect(window.take(now: now, deadline: now + .seconds(4)) == nil)
    #expect(window.take(now: now + .seconds(6), deadline: never) == now + .seconds(6))
  }
}
