import Testing

@testable import HTTPTransport

@Suite struct TimerHeapTests {
  private func timer(_ milliseconds: Int) -> Timer {
    let tick = Tick.past.advanced(byMilliseconds: milliseconds)
    return Timer(tick, .wake(Sleeper(tick)))
  }

  @Test func timersComeOutInOrder() {
    var heap = TimerHeap()
    var generator = SystemRandomNumberGenerator()
    let instants = (0..<500).map { _ in Int.random(in: 0..<100, using: &generator) }
    for instant in instants { heap.insert(timer(instant)) }
    var seen: [Tick] = []
    while let next = heap.next(dueAt: .never) { seen.append(next.instant) }
    #expect(seen == instants.sorted().map { Tick.past.advanced(byMilliseconds: $0) })
  }

  @Test func aTimerComesOutWhenItsTimeHasCome() {
    var heap = TimerHeap()
    heap.insert(timer(10))
    #expect(heap.next(dueAt: .past.advanced(byMilliseconds: 9)) == nil)
    #expect(heap.next(dueAt: .past.advanced(byMilliseconds: 10)) != nil)
  }

  @Test func anyTimerCanBeRemoved() {
    for removed in 0..<40 {
      var heap = TimerHeap()
      let timers = (0..<40).map { timer($0 * 7 % 40) }
      for timer in timers { heap.insert(timer) }
      heap.remove(timers[removed])
      heap.remove(timers[removed])
      var left = 0
      var last = Tick.past
      while let next = heap.next(dueAt: .never) {
        #expect(next !== timers[removed] && next.instant >= last)
        last = next.instant
        left += 1
      }
      #expect(left == 39)
    }
  }
}
