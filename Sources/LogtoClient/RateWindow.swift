// When the next request may leave: a sliding window over the last ones, and the pauses the tenant asked for.

/// The decision of the rate governor, without a clock and without waiting.
struct RateWindow: Sendable {
  /// `nil` lets everything through, except during a pause.
  var limit: RateLimit?
  /// The places given out last, oldest first; at most `limit.requests` of them.
  private var places: [ContinuousClock.Instant] = []
  /// The oldest entry of `places`, once it is full.
  private var oldest = 0
  /// Nothing is sent before: the tenant said so.
  private(set) var pausedUntil: ContinuousClock.Instant?

  init(limit: RateLimit?) {
    self.limit = limit
  }

  /// Takes the next place in the queue: the point in time at which the request may be sent, in the order of asking.
  ///
  /// - Returns: `nil`, and no place is taken, where that would be after `deadline`.
  mutating func take(now: ContinuousClock.Instant, deadline: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    var place = now
    if let pausedUntil {
      if pausedUntil > now { place = pausedUntil } else { self.pausedUntil = nil }
    }
    guard let limit else { return place <= deadline ? place : nil }
    if places.count < limit.requests {
      if let last = places.last { place = max(place, last) }
      guard place <= deadline else { return nil }
      places.append(place)
    } else {
      let last = places[(oldest + places.count - 1) % places.count]
      place = max(place, last, places[oldest] + limit.span)
      guard place <= deadline else { return nil }
      places[oldest] = place
      oldest = (oldest + 1) % places.count
    }
    return place
  }

  /// Takes over a stricter limit; the places already given out count.
  mutating func restrict(to limit: RateLimit?) {
    guard let limit, limit.isStricter(than: self.limit) else { return }
    places = (Array(places[oldest...]) + places[..<oldest]).suffix(limit.requests)
    oldest = 0
    self.limit = limit
  }

  /// The tenant answered 429: nothing leaves before `instant`.
  mutating func pause(until instant: ContinuousClock.Instant) {
    pausedUntil = max(pausedUntil ?? instant, instant)
  }
}
