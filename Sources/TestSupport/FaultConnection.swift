// One connection of the fault server: reading requests, and answering them well or badly.

import Foundation
import Synchronization

/// A connection, driven by the test's closure on a thread of its own.
///
/// Unchecked: used by that thread alone, but for `end`, which only shuts the socket down under the lock.
public final class FaultConnection: @unchecked Sendable {
  /// Connections are counted from 0 in the order in which they were accepted.
  public internal(set) var number = 0
  /// Guards against shutting down a descriptor that was closed, and perhaps given away again.
  private let socket: Mutex<Int32?>
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private let record: @Sendable (ReceivedRequest) -> Void

  init(_ descriptor: Int32, record: @escaping @Sendable (ReceivedRequest) -> Void) {
    self.descriptor = descriptor
    socket = Mutex(descriptor)
    self.record = record
  }

  /// The next whole request, or nil when the client closed. What came of a half request is recorded too.
  public func readRequest() -> ReceivedRequest? {
    guard var request = readHead() else { return nil }
    let isWhole = readBody(&request)
    record(request)
    return isWhole ? request : nil
  }

  /// Reads the head of a request and leaves the body unread; the request is not recorded.
  public func readHead() -> ReceivedRequest? {
    while true {
      if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
        let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<end.upperBound)
        return Self.parse(head)
      }
      guard fill() else { return nil }
    }
  }

  /// Reads and drops up to so many bytes.
  public func read(atMost count: Int) {
    var left = count
    while left > 0 {
      if buffer.isEmpty, !fill() { return }
      let taken = min(left, buffer.count)
      buffer.removeFirst(taken)
      left -= taken
    }
  }

  @discardableResult
  public func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// False where the client has gone.
  @discardableResult
  public func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// A proper answer.
  public func answer(_ status: Int, headers: [(String, String)] = [], body: String = "") {
    let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
    write("HTTP/1.1 \(status) Test\r\n\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// A proper answer in JSON.
  public func answerJSON(_ body: String) {
    answer(200, headers: [("content-type", "application/json")], body: body)
  }

  /// What the token endpoint answers to an account in order.
  public func answerToken(_ token: String = "t") {
    answerJSON(#"{"access_token":"\#(token)","expires_in":3600,"token_type":"Bearer","scope":"all"}"#)
  }

  /// Ends the connection in order: what was written still arrives.
  public func close() {
    socket.withLock { socket in
      if socket != nil { _ = Glibc.close(descriptor) }
      socket = nil
    }
  }

  /// Ends the connection with a reset: the client's next read or write fails.
  public func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  /// Waits until the client closes, or for so long. True: the client has closed.
  @discardableResult
  public func waitForEnd(atMost milliseconds: Int32 = -1) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, milliseconds) > 0 {
      if !fill() { return true }
    }
    return false
  }

  func end() {
    socket.withLock { socket in
      if let socket { shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }

  private func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }

  private func readBody(_ request: inout ReceivedRequest) -> Bool {
    if request.header("transfer-encoding") == "chunked" { return readChunks(&request) }
    let length = request.header("content-length").flatMap(Int.init) ?? 0
    let isWhole = fill(to: length)
    request.body = Array(buffer.prefix(length))
    buffer.removeFirst(request.body.count)
    return isWhole
  }

  private func readChunks(_ request: inout ReceivedRequest) -> Bool {
    while true {
      var end = buffer.firstRange(of: [13, 10])
      while end == nil {
        guard fill() else { return false }
        end = buffer.firstRange(of: [13, 10])
      }
      guard let end, let size = Int(String(decoding: buffer[..<end.lowerBound], as: UTF8.self), radix: 16),
        fill(to: end.upperBound + size + 2)
      else { return false }
      request.body += buffer[end.upperBound..<(end.upperBound + size)]
      buffer.removeFirst(end.upperBound + size + 2)
      if size == 0 { return true }
    }
  }

  private func fill(to count: Int) -> Bool {
    while buffer.count < count {
      guard fill() else { return false }
    }
    return true
  }

  private static func parse(_ head: String) -> ReceivedRequest {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ")
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        name: parts[0].lowercased(), value: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    return ReceivedRequest(
      method: String(words.first ?? ""), target: words.count > 1 ? String(words[1]) : "", headers: headers)
  }
}
