// Which queue is which host's.

/// The queues of all hosts. They are few; a program that visits very many of them forgets the idle ones.
struct HostQueues {
  private var queues: [String: HostQueue] = [:]
  /// Nearly always the next one's, too.
  private var last: (origin: String, queue: HostQueue)?

  var isIdle: Bool { queues.values.allSatisfy(\.isIdle) }

  mutating func queue(of url: RequestURL) -> HostQueue {
    if let last, url.hasOrigin(last.origin) { return last.queue }
    let origin = url.origin
    if queues[origin] == nil, queues.count >= 64 { queues = queues.filter { !$0.value.isIdle } }
    let queue = queues[origin] ?? HostQueue()
    queues[origin] = queue
    last = (origin, queue)
    return queue
  }

  /// Everybody who waits for a turn, taken out.
  func drain() -> [Transfer] { queues.values.flatMap { $0.drain() } }
}
