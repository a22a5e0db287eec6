// HTTP/2, as far as it changes what was sent.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

/// The few frames of RFC 9113 that a server needs in order to answer or refuse.
///
/// Not Sendable: used by one thread.
private struct FrameServer {
  let server: TLSServer
  private var buffer: [UInt8] = []

  init(_ server: TLSServer) {
    self.server = server
  }

  struct Frame {
    var type: UInt8
    var flags: UInt8
    var stream: [UInt8]
  }

  /// Serves until the client ends; `answer` gives the frame for a request's stream. Gives the number of requests.
  mutating func run(_ answer: ([UInt8]) -> [UInt8]) -> Int {
    guard fill(to: 24) else { return 0 }
    buffer.removeFirst(24)
    server.write(Self.frame(4, 0, [0, 0, 0, 0], []))
    var requests = 0
    while let frame = next() {
      if frame.type == 4, frame.flags & 1 == 0 { server.write(Self.frame(4, 1, [0, 0, 0, 0], [])) }
      if frame.type == 1 {
        requests += 1
        server.write(answer(frame.stream))
      }
    }
    return requests
  }

  static func frame(_ type: UInt8, _ flags: UInt8, _ stream: [UInt8], _ payload: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(payload.count), type, flags] + stream + payload
  }

  private mutating func next() -> Frame? {
    guard fill(to: 9) else { return nil }
    let length = Int(buffer[0]) << 16 | Int(buffer[1]) << 8 | Int(buffer[2])
    guard fill(to: 9 + length) else { return nil }
    let frame = Frame(type: buffer[3], flags: buffer[4], stream: Array(buffer[5..<9]))
    buffer.removeFirst(9 + length)
    return frame
  }

  private mutating func fill(to count: Int) -> Bool {
    while buffer.count < count {
      let bytes = server.read()
      guard !bytes.isEmpty else { return false }
      buffer += bytes
    }
    return true
  }
}

@Suite(.timeLimit(.minutes(1))) struct HTTP2Tests {
  /// How many requests the server saw, and what became of the one that was sent.
  private func exchange(
    _ sample: Sample, _ answer: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) async throws -> (requests: Int, result: Result<HTTPResponse, any Error>) {
    let server = try TLSServer(.good, mode: .raw)
    let options = TransportOptions(caFile: try TestCertificates.shared.get().authority)
    let transport = CurlTransport(options: options)
    async let served = withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var frames = FrameServer(server)
        continuation.resume(returning: frames.run(answer))
      }
    }
    let result = await Task { try await transport.send(sample.request(server.url)) }.result
    server.stop()
    return (await served, result)
  }

  @Test func aTLSServerThatOffersItIsAskedOverHTTP2() async throws {
    // HEADERS with END_HEADERS and END_STREAM; 0x88 is `:status: 200` of the static table (RFC 7541).
    let (requests, result) = try await exchange(.get) { FrameServer.frame(1, 5, $0, [0x88]) }
    #expect(try result.get().status == 200)
    #expect(requests == 1)
  }

  @Test func aStreamThatIsRefusedIsNotSentAgainInSilence() async throws {
    // RST_STREAM with REFUSED_STREAM.
    let (requests, result) = try await exchange(.post) { FrameServer.frame(3, 0, $0, [0, 0, 0, 7]) }
    #expect(requests == 1)
    guard case .failure(let error as HTTPFailure) = result else {
      Issue.record("answered, though refused")
      return
    }
    #expect(error.reason == .dropped)
    #expect(error.sent == .maybe)
  }
}
