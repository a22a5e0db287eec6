// One thread that notices what libmicrohttpd does not: a client that went away while its connection is suspended,
// and a request that takes too long to arrive.

import CMicroHTTPD
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Watches suspended connections and the deadlines of all.
final class ConnectionWatch: Sendable {
  private struct State {
    var exchanges: [UInt64: Exchange] = [:]
    var deadlines: [ObjectIdentifier: ConnectionDeadline] = [:]
    var isStopped = false
    var isAsleep = false
  }
  private let state = Mutex(State())
  /// How often deadlines are looked at while there are connections.
  private static let tick: Int32 = 250

  #if os(Linux)
  private let poller = epoll_create1(Int32(EPOLL_CLOEXEC))
  private let wake = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  #else
  private let wake: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    return (ends[0], ends[1])
  }()
  #endif

  init() {
    #if os(Linux)
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: 0))
    epoll_ctl(poller, EPOLL_CTL_ADD, wake, &event)
    #endif
  }

  deinit {
    #if os(Linux)
    close(poller)
    close(wake)
    #else
    close(wake.read)
    close(wake.write)
    #endif
  }

  /// Starts the thread. It ends after `stop`, and keeps the watch alive until then.
  func start() -> Thread {
    Thread { self.run() }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    wakeUp()
  }

  // MARK: Connections

  func add(_ deadline: ConnectionDeadline) {
    let wasAsleep = state.withLock { state in
      state.deadlines[ObjectIdentifier(deadline)] = deadline
      defer { state.isAsleep = false }
      return state.isAsleep
    }
    if wasAsleep { wakeUp() }
  }

  func remove(_ deadline: ConnectionDeadline) {
    state.withLock { _ = $0.deadlines.removeValue(forKey: ObjectIdentifier(deadline)) }
  }

  /// From now on the exchange is cancelled when its client goes away.
  func add(_ exchange: Exchange, socket: Int32) {
    #if os(Linux)
    state.withLock { $0.exchanges[exchange.id] = exchange }
    let flags = EPOLLRDHUP.rawValue | EPOLLONESHOT.rawValue
    var event = epoll_event(events: flags, data: epoll_data_t(u64: exchange.id))
    epoll_ctl(poller, EPOLL_CTL_ADD, socket, &event)
    #endif
  }

  /// To be called before the connection is resumed: afterwards the socket may be another one.
  func remove(_ exchange: Exchange, socket: Int32) {
    #if os(Linux)
    guard state.withLock({ $0.exchanges.removeValue(forKey: exchange.id) }) != nil else { return }
    epoll_ctl(poller, EPOLL_CTL_DEL, socket, nil)
    #endif
  }

  // MARK: The thread

  private func run() {
    while true {
      let (isStopped, hasDeadlines) = state.withLock { state in
        state.isAsleep = state.deadlines.isEmpty
        return (state.isStopped, !state.deadlines.isEmpty)
      }
      if isStopped { return }
      for id in wait(milliseconds: hasDeadlines ? Self.tick : -1) {
        state.withLock { $0.exchanges[id] }?.cancel()
      }
      let now = ContinuousClock.now
      for deadline in state.withLock({ Array($0.deadlines.values) }) { deadline.enforce(now: now) }
    }
  }

  #if os(Linux)
  /// The exchanges whose clients went away.
  private func wait(milliseconds: Int32) -> [UInt64] {
    withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
      let count = epoll_wait(poller, events.baseAddress, 64, milliseconds)
      guard count > 0 else { return [] }
      let ids = events[..<Int(count)].map { $0.data.u64 }
      if ids.contains(0) {
        var value: UInt64 = 0
        _ = read(wake, &value, 8)
      }
      return ids.filter { $0 != 0 }
    }
  }

  private func wakeUp() {
    var one: UInt64 = 1
    _ = write(wake, &one, 8)
  }
  #else
  private func wait(milliseconds: Int32) -> [UInt64] {
    var descriptor = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
    if poll(&descriptor, 1, milliseconds) > 0 {
      var byte: UInt8 = 0
      _ = read(wake.read, &byte, 1)
    }
    return []
  }

  private func wakeUp() {
    var byte: UInt8 = 1
    _ = write(wake.write, &byte, 1)
  }
  #endif
}
