// The requests to one host: how many are in flight, and who waits.

/// A queue of our own, since libcurl's counts waiting against the connect timeout and cannot say why a request waits.
final class HostQueue {
  private(set) var active = 0
  private var waiting: [Transfer] = []
  /// The first `head` elements of `waiting` have left.
  private var head = 0

  var isIdle: Bool { active == 0 && head == waiting.count }

  /// Takes a place in flight, or answers false.
  func enter(limit: Int) -> Bool {
    guard active < limit else { return false }
    active += 1
    return true
  }

  func append(_ transfer: Transfer) {
    waiting.append(transfer)
  }

  func remove(_ transfer: Transfer) {
    guard let index = waiting[head...].firstIndex(where: { $0 === transfer }) else { return }
    waiting.remove(at: index)
  }

  /// Gives a place back, and hands it to whoever waits longest.
  func leave() -> Transfer? {
    guard head < waiting.count else {
      active -= 1
      return nil
    }
    let next = waiting[head]
    head += 1
    if head == waiting.count || head > 1_000 {
      waiting.removeFirst(head)
      head = 0
    }
    return next
  }

  /// Everybody who waits, taken out.
  func drain() -> [Transfer] {
    defer { (waiting, head) = ([], 0) }
    return Array(waiting[head...])
  }
}
