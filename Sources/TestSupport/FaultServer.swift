// A server on a raw socket that misbehaves as a test tells it, and keeps what it was sent.

import Foundation
import Synchronization

/// Listens on a free port of 127.0.0.1. Each connection gets a thread that runs the test's closure, and is closed when
/// the closure returns.
///
///     let server = try FaultServer { connection in
///       while connection.readRequest() != nil { connection.answer(200, body: "{}") }
///     }
///     defer { server.stop() }
public final class FaultServer: Sendable {
  public let port: UInt16
  private let listener: Int32
  private let state = Mutex(State())
  private let behaviour: @Sendable (FaultConnection) -> Void

  private struct State {
    var received: [ReceivedRequest] = []
    var connections: [ObjectIdentifier: FaultConnection] = [:]
    var accepted = 0
    var threads: [Thread] = []
    var isStopped = false
  }

  public init(_ behaviour: @escaping @Sendable (FaultConnection) -> Void) throws {
    self.behaviour = behaviour
    (listener, port) = try Self.listen()
    Thread(name: "fault-server") { [self] in acceptAll() }.start()
  }

  /// `http://127.0.0.1:PORT`
  public var url: String { "http://127.0.0.1:\(port)" }

  /// Every request that arrived with its whole head, in order of arrival, with as much of the body as came.
  public var received: [ReceivedRequest] { state.withLock { $0.received } }

  /// Connections accepted so far.
  public var connectionCount: Int { state.withLock { $0.accepted } }

  /// Ends the listening and every connection.
  public func stop() {
    let connections = state.withLock { state in
      state.isStopped = true
      return Array(state.connections.values)
    }
    shutdown(listener, Int32(SHUT_RDWR))
    for connection in connections { connection.end() }
  }

  /// A port on which nobody listens (and, as far as one can know, nobody will).
  public static func unusedPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  static func listen(backlog: Int32 = 1_024) throws -> (Int32, UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard withAddress(port: 0, { bind(listener, $0, $1) }) == 0, Glibc.listen(listener, backlog) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// 127.0.0.1 in the form of the socket calls.
  @discardableResult
  static func withAddress<R>(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  private func acceptAll() {
    while true {
      let accepted = accept(listener, nil, nil)
      guard accepted >= 0 else { break }
      _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
      let connection = FaultConnection(
        accepted, record: { [self] request in state.withLock { $0.received.append(request) } })
      let isWelcome = state.withLock { state in
        connection.number = state.accepted
        state.accepted += 1
        if !state.isStopped { state.connections[ObjectIdentifier(connection)] = connection }
        return !state.isStopped
      }
      guard isWelcome else {
        connection.close()
        break
      }
      Thread(name: "fault-connection") { [self] in
        behaviour(connection)
        state.withLock { _ = $0.connections.removeValue(forKey: ObjectIdentifier(connection)) }
        connection.close()
      }.start()
    }
    close(listener)
  }
}

/// What a server received.
public struct ReceivedRequest: Sendable {
  public var method: String
  /// Path and query, as sent.
  public var target: String
  /// Names in lower case.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8] = []

  public func header(_ name: String) -> String? {
    headers.first { $0.name == name.lowercased() }?.value
  }
}

extension Thread {
  fileprivate convenience init(name: String, _ body: @escaping @Sendable () -> Void) {
    self.init(block: body)
    self.name = name
  }
}
