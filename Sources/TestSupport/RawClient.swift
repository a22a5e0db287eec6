// A client of bare sockets for tests that send what no proper client would, or that must not depend on one.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One connection to a server on loopback. Reads give up after ten seconds of silence, so that a test of a server
/// that never answers ends.
public final class RawClient {
  private var socket: Int32
  private var buffer: [UInt8] = []

  /// What came back: header names in lower case, the body without its framing.
  public struct Answer: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    public var text: String { String(decoding: body, as: UTF8.self) }
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    public func headers(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
  }

  /// Connects to `port` on 127.0.0.1; nil when nobody listens.
  public init?(port: UInt16) {
    #if os(Linux)
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard status == 0 else {
      close()
      return nil
    }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close() }

  public func close() {
    if socket >= 0 { _ = shutdown(socket, Int32(SHUT_RDWR)) }
    if socket >= 0 { closeDescriptor(socket) }
    socket = -1
  }

  /// Sends text as it is.
  public func send(_ text: String) { send(Array(text.utf8)) }

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(socket, $0) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  private func write(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if os(Linux)
    Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #else
    Darwin.send(socket, bytes.baseAddress, bytes.count, 0)
    #endif
  }

  /// Sends a request with a length and reads the answer.
  public func request(
    _ method: String, _ path: String, headers: [String] = [], body: String? = nil
  ) -> Answer? {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    for header in headers { text += header + "\r\n" }
    if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
    send(text + "\r\n" + (body ?? ""))
    return answer(isHead: method == "HEAD")
  }

  /// Reads one answer. Nil when the connection ends before one is complete.
  public func answer(isHead: Bool = false) -> Answer? {
    guard let head = read(until: Array("\r\n\r\n".utf8)) else { return nil }
    var lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")[...]
    guard let first = lines.popFirst(), let status = Int(first.split(separator: " ").dropFirst().first ?? "") else {
      return nil
    }
    if status == 100 { return answer(isHead: isHead) }
    var answer = Answer(status: status, headers: [], body: [])
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      answer.headers.append((line[..<colon].lowercased(), String(value)))
    }
    if isHead || status == 204 || status == 304 { return answer }
    if answer.header("transfer-encoding") == "chunked" {
      guard let body = readChunks() else { return nil }
      answer.body = body
    } else if let length = answer.header("content-length").flatMap({ Int($0) }) {
      guard let body = read(count: length) else { return nil }
      answer.body = body
    } else {
      while fill() {}
      answer.body = buffer
      buffer = []
    }
    return answer
  }

  /// One chunk of a chunked body, nil at its end or when the connection ends.
  public func chunk() -> [UInt8]? {
    guard let line = read(until: Array("\r\n".utf8)),
      let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16),
      let data = read(count: size), read(count: 2) != nil, size > 0
    else { return nil }
    return data
  }

  /// Reads up to and with `end`.
  public func read(until end: [UInt8]) -> [UInt8]? {
    while true {
      if let found = buffer.firstRange(of: end) {
        defer { buffer.removeFirst(found.upperBound) }
        return Array(buffer[..<found.upperBound])
      }
      guard fill() else { return nil }
    }
  }

  private func readChunks() -> [UInt8]? {
    var body: [UInt8] = []
    while true {
      guard let line = read(until: Array("\r\n".utf8)),
        let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16),
        let data = read(count: size), read(count: 2) != nil
      else { return nil }
      if size == 0 { return body }
      body += data
    }
  }

  private func read(count: Int) -> [UInt8]? {
    while buffer.count < count { guard fill() else { return nil } }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  private func fill() -> Bool {
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer += piece[..<count]
    return true
  }

  /// Whether the server has closed the connection and nothing is left to read.
  public var isClosed: Bool {
    buffer.isEmpty && !fill()
  }
}

private func closeDescriptor(_ socket: Int32) {
  #if os(Linux)
  _ = Glibc.close(socket)
  #else
  _ = Darwin.close(socket)
  #endif
}
