// Compressed answers, good and bad.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct CompressionTests {
  /// Runs the gzip command: the tests link no compression library.
  private func gzip(_ input: Data) throws -> [UInt8] {
    let path = Temporary.path("file")
    try input.write(to: URL(fileURLWithPath: path))
    let process = try ChildProcess("gzip", ["-9", "-c", path])
    defer { process.wait() }
    return process.readToEnd()
  }

  private func server(_ body: [UInt8]) throws -> FaultServer {
    try FaultServer { connection in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
        connection.write(body)
      }
    }
  }

  @Test func aCompressedBodyArrivesPlain() async throws {
    let text = Data(#"{"name":"ada"}"#.utf8)
    let server = try server(gzip(text))
    defer { server.stop() }
    let answer = try await CurlTransport().send(HTTPRequest(.get, server.url))
    #expect(answer.body == Array(text))
    #expect(server.received.first?.header("accept-encoding")?.contains("gzip") == true)
  }

  @Test func aBombIsStoppedAtTheLimitOfDecompressedBytes() async throws {
    let bomb = try gzip(Data(repeating: 0, count: 64 << 20))
    #expect(bomb.count < 100_000)
    let server = try server(bomb)
    defer { server.stop() }
    var request = HTTPRequest(.get, server.url)
    request.maxResponseBytes = 1 << 20
    let failure = try await CurlTransport().failure(of: request)
    #expect(failure.reason == .tooLarge)
  }

  @Test func whatCannotBeDecompressedIsMalformed() async throws {
    let server = try server(Array("this is no gzip at all".utf8))
    defer { server.stop() }
    #expect(try await CurlTransport().failure(of: HTTPRequest(.get, server.url)).reason == .malformed)
  }

  @Test func aCompressedBodyThatIsCutOffIsTruncated() async throws {
    let whole = try gzip(Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }))
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(whole.count)\r\n\r\n")
      connection.write(Array(whole.prefix(whole.count / 2)))
    }
    defer { server.stop() }
    #expect(try await CurlTransport().failure(of: HTTPRequest(.get, server.url)).reason == .truncated)
  }
}
