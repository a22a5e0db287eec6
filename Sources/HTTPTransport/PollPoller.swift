// poll with a pipe: works on every Unix. On Linux it serves the tests.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

final class PollPoller: Poller {
  private let reading: Int32
  private let writing: Int32
  private var interests: [Int32: Readiness] = [:]
  /// What `poll` is given, rebuilt when an interest has changed.
  private var entries: [pollfd] = []
  private var isStale = true

  init() {
    var ends: [Int32] = [-1, -1]
    let result = pipe(&ends)
    precondition(result == 0, "no file descriptor is left for an event loop")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  func adopt(_ socket: Int32) {}

  func watch(_ socket: Int32, for interest: Readiness) {
    interests[socket] = interest.isEmpty ? nil : interest
    isStale = true
  }

  func forget(_ socket: Int32) {
    if interests.removeValue(forKey: socket) != nil { isStale = true }
  }

  func wait(milliseconds: Int32?, _ report: (Int32, Readiness) -> Void) -> Bool {
    rebuild()
    guard poll(&entries, nfds_t(entries.count), milliseconds ?? -1) > 0 else { return false }
    if entries[0].revents != 0 { drain() }
    // A copy, since a report may change what is watched.
    for entry in entries.dropFirst() where entry.revents != 0 && interests[entry.fd] != nil {
      report(entry.fd, Readiness(poll: entry.revents))
    }
    return true
  }

  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  private func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  private func rebuild() {
    guard isStale else { return }
    isStale = false
    entries = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    for (socket, interest) in interests {
      var events: Int16 = 0
      if interest.contains(.readable) { events |= Int16(POLLIN) }
      if interest.contains(.writable) { events |= Int16(POLLOUT) }
      entries.append(pollfd(fd: socket, events: events, revents: 0))
    }
  }
}

extension Readiness {
  fileprivate init(poll events: Int16) {
    self = []
    if events & Int16(POLLIN) != 0 { insert(.readable) }
    if events & Int16(POLLOUT) != 0 { insert(.writable) }
    if events & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { insert(.failed) }
  }
}
