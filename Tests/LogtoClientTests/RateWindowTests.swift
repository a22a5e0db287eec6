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

  @Test func `a stricter limit is taken over with the places given out, a looser one is not`() {
    var window = RateWindow(limit: RateLimit(requests: 3, per: .seconds(10)))
    for second in 0..<4 { _ = window.take(now: now + .seconds(second), deadline: never) }
    window.restrict(to: RateLimit(requests: 100, per: .seconds(10)))
    window.restrict(to: nil)
    #expect(window.limit == RateLimit(requests: 3, per: .seconds(10)))
    window.restrict(to: RateLimit(requests: 1, per: .seconds(10)))
    #expect(window.take(now: now + .seconds(4), deadline: never) == now + .seconds(20))
  }

  @Test func `all accounts of a tenant have one governor, other tenants their own`() throws {
    func account(_ endpoint: String, _ id: String, _ limit: RateLimit?) throws -> Account {
      var account = try Account.machine(endpoint: endpoint, appID: id, appSecret: "a-secret-of-the-tests")
      account.rateLimit = limit
      return account
    }
    let strict = RateLimit(requests: 5, per: .seconds(1))
    let governors = RateGovernors()
    let first = governors.governor(for: try account("https://a.example.com", "one", nil))
    #expect(first.limit == nil)
    #expect(governors.governor(for: try account("https://A.example.com/", "two", strict)) === first)
    #expect(first.limit == strict)
    #expect(governors.governor(for: try account("https://b.example.com", "one", nil)) !== first)
  }
}
