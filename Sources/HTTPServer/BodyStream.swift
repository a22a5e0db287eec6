// The writing end of a streamed answer, with back-pressure: a writer waits while the client does not read.

import CMicroHTTPD
import Synchronization

/// What the closure of a streamed answer writes to. A write waits while more than `highWater` bytes are not sent.
public final class BodyStream: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var sent = 0
    var isFinished = false
    var isBroken = false
    /// The connection and who watches it, while libmicrohttpd waits for bytes.
    var suspended: Suspended?
    var writer: CheckedContinuation<Void, Never>?
  }
  private struct Suspended {
    let connection: Connection
    let socket: Int32
    let exchange: Exchange
  }
  private let state = Mutex(State())
  private let core: ServerCore
  static let highWater = 64 << 10

  init(core: ServerCore) { self.core = core }

  private func resume(_ suspended: Suspended?) {
    guard let suspended else { return }
    core.watch.remove(suspended.exchange, socket: suspended.socket)
    core.library.resume(suspended.connection)
  }

  /// Sends bytes, after those sent before.
  ///
  /// - Throws: `CancellationError` when the client went away or the server stops.
  public func write(_ bytes: some Sequence<UInt8>) async throws(CancellationError) {
    let isFull = try append(Array(bytes))
    guard isFull else { return }
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.isBroken || state.buffer.count - state.sent <= Self.highWater { return true }
        state.writer = continuation
        return false
      }
      if isFree { continuation.resume() }
    }
    if state.withLock({ $0.isBroken }) { throw CancellationError() }
  }

  /// Sends one server-sent event. Line breaks in `data` become several `data` lines.
  public func send(event: String? = nil, id: String? = nil, data: String) async throws(CancellationError) {
    var text = ""
    if let event { text += "event: \(event)\n" }
    if let id { text += "id: \(id)\n" }
    for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { text += "data: \(line)\n" }
    try await write((text + "\n").utf8)
  }

  private func append(_ bytes: [UInt8]) throws(CancellationError) -> Bool {
    let (isBroken, isFull, suspended) = state.withLock { state in
      guard !state.isBroken, !state.isFinished else { return (true, false, Suspended?.none) }
      state.buffer += bytes
      defer { state.suspended = nil }
      return (false, state.buffer.count - state.sent > Self.highWater, state.suspended)
    }
    resume(suspended)
    if isBroken { throw CancellationError() }
    return isFull
  }

  /// No more is written: the answer ends when what is buffered has been sent.
  func finish() { end { $0.isFinished = true } }

  /// The answer ends at once, visibly cut off.
  func abort() { end { $0.isBroken = true } }

  private func end(_ change: (inout State) -> Void) {
    let (writer, suspended) = state.withLock { state in
      change(&state)
      defer {
        state.suspended = nil
        state.writer = nil
      }
      return (state.writer, state.suspended)
    }
    writer?.resume()
    resume(suspended)
  }

  // MARK: The reading end, on libmicrohttpd's thread

  /// Copies up to `room` bytes out. Where there are none yet, the connection is suspended, and resumed by the next
  /// write: answering "nothing" to libmicrohttpd without that makes its thread spin.
  func read(
    into target: UnsafeMutablePointer<CChar>, room: Int, connection: Connection, exchange: Exchange
  ) -> Int {
    let (count, writer) = state.withLock { state -> (Int, CheckedContinuation<Void, Never>?) in
      if state.isBroken { return (-2, nil) }
      let available = min(room, state.buffer.count - state.sent)
      guard available > 0 else {
        if state.isFinished { return (-1, nil) }
        let socket = core.library.socket(of: connection)
        state.suspended = Suspended(connection: connection, socket: socket, exchange: exchange)
        core.library.suspend(connection)
        core.watch.add(exchange, socket: socket)
        return (0, nil)
      }
      target.withMemoryRebound(to: UInt8.self, capacity: available) { target in
        state.buffer.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress else { return }
          target.update(from: base + state.sent, count: available)
        }
      }
      state.sent += available
      if state.sent == state.buffer.count {
        state.buffer.removeAll(keepingCapacity: true)
        state.sent = 0
      }
      guard state.buffer.count - state.sent <= Self.highWater else { return (available, nil) }
      defer { state.writer = nil }
      return (available, state.writer)
    }
    writer?.resume()
    return count
  }
}
