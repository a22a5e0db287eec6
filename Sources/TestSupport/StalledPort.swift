// An address that neither accepts nor refuses.

import Foundation

/// A listening socket whose queue is full: the kernel drops every further attempt to connect.
public final class StalledPort: Sendable {
  public let port: UInt16
  private let sockets: [Int32]

  public init() throws {
    let (listener, port) = try FaultServer.listen(backlog: 0)
    self.port = port
    var sockets = [listener]
    // The kernel takes one more than the backlog; the rest stay half open.
    for _ in 0..<8 {
      let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
      FaultServer.withAddress(port: port) { _ = connect(client, $0, $1) }
      sockets.append(client)
    }
    self.sockets = sockets
  }

  public func stop() {
    for socket in sockets { close(socket) }
  }
}
