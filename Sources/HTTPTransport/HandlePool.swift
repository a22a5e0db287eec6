// The easy handles: those that serve a transfer, and those that wait for the next one.

import CCurl

/// Owns libcurl's handles. Belongs to the loop's thread.
final class HandlePool {
  private(set) var multi: MultiHandle?
  private let options: TransportOptions
  private let sockets: SocketOwner
  private var trust: TrustStore?
  private var running: [EasyHandle] = []
  private var idle: [EasyHandle] = []
  /// From so many in flight on, memory counts for more than speed.
  private static let many = 64

  init(_ options: TransportOptions, sockets: SocketOwner) {
    self.options = options
    self.sockets = sockets
  }

  deinit {
    releaseAll()
  }

  /// Nothing is in flight.
  var isIdle: Bool { running.isEmpty }

  /// One of those in flight.
  var lastTransfer: Transfer? { running.last?.transfer }

  /// Closes every connection. Only while nothing is in flight.
  func releaseAll() {
    idle.removeAll()
    multi = nil
  }

  /// Begins the transfer on a handle.
  func engage(_ transfer: Transfer) throws(HTTPFailure) -> EasyHandle {
    let multi = try openMulti()
    let milliseconds = transfer.deadline.milliseconds(after: .now)
    guard milliseconds > 0 else { throw HTTPFailure(.timeout, "its time was over before it was sent") }
    let handle =
      if let used = idle.popLast() { used } else {
        try EasyHandle(multi.library, sockets: sockets, sessions: multi.sessions)
      }
    do throws(HTTPFailure) {
      let trust = transfer.url.isSecure && !handle.knowsAuthorities ? try trustStore(multi.library) : nil
      handle.setBuffer(isOneOfMany: running.count >= Self.many)
      try handle.prepare(transfer, milliseconds: milliseconds, options: options, trust: trust)
      try multi.add(handle)
    } catch {
      handle.release()
      idle.append(handle)
      throw error
    }
    handle.position = running.count
    running.append(handle)
    return handle
  }

  /// Takes a handle out of the multi handle, which ends its connection or stream if an exchange is under way on it.
  func retire(_ handle: EasyHandle) {
    multi?.remove(handle)
    handle.release()
    let last = running.removeLast()
    if last !== handle {
      running[handle.position] = last
      last.position = handle.position
    }
    // A handle takes 7 KiB: a crowd of them is not kept.
    if idle.count < Self.many { idle.append(handle) }
  }

  private func openMulti() throws(HTTPFailure) -> MultiHandle {
    if let multi { return multi }
    let made = try MultiHandle(CurlLibrary.shared.get(), sockets: sockets)
    multi = made
    return made
  }

  private func trustStore(_ library: CurlLibrary) throws(HTTPFailure) -> TrustStore {
    if let trust { return trust }
    let store = try TrustStore.current(adding: options.caFile, for: library)
    trust = store
    return store
  }
}
