// TLS: who is believed and who is not. And names without an address, and proxies.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct TrustTests {
  private func transport(trusting: Bool) throws -> CurlTransport {
    CurlTransport(options: TransportOptions(caFile: trusting ? try TestCertificates.shared.get().authority : nil))
  }

  @Test func aCertificateOfAnAuthorityOfTheOptionsIsTrusted() async throws {
    let server = try TLSServer(.good)
    defer { server.stop() }
    let transport = try transport(trusting: true)
    for _ in 0..<3 { #expect(try await transport.send(HTTPRequest(.get, server.url)).status == 200) }
  }

  @Test(arguments: [TestCertificates.Kind.expired, .otherName])
  func aCertificateThatIsNotForNowAndHereIsRefused(_ kind: TestCertificates.Kind) async throws {
    let server = try TLSServer(kind)
    defer { server.stop() }
    let failure = try await transport(trusting: true).failure(of: Sample.post.request(server.url + "/?code=s3cret"))
    #expect(failure.reason == .tls)
    #expect(failure.sent == .nothing)
    #expect(!failure.message.contains("s3cret"))
  }

  @Test func anUnknownIssuerIsRefused() async throws {
    let server = try TLSServer(.good)
    defer { server.stop() }
    let failure = try await transport(trusting: false).failure(of: Sample.post.request(server.url))
    #expect(failure.reason == .tls)
    #expect(failure.sent == .nothing)
  }

  @Test func aServerThatSpeaksNoTLSIsRefused() async throws {
    let server = try FaultServer { connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      connection.waitForEnd()
    }
    defer { server.stop() }
    let url = "https://127.0.0.1:\(server.port)/"
    let failure = try await transport(trusting: true).failure(of: Sample.post.request(url))
    #expect(failure.reason == .tls)
    #expect(failure.sent == .nothing)
  }

  @Test func aFileOfAuthoritiesThatCannotBeReadIsNamed() async throws {
    let transport = CurlTransport(options: TransportOptions(caFile: "/no/such/authority.pem"))
    let failure = try await transport.failure(of: HTTPRequest(.get, "https://127.0.0.1:9/"))
    #expect(failure.reason == .tls)
    #expect(failure.message.contains("/no/such/authority.pem"))
  }

  @Test func theDirectoryIsUsedWithoutTheBundle() throws {
    let system = (file: Optional("/etc/ssl/certs/ca-certificates.crt"), directory: Optional("/etc/ssl/certs"))
    let plain = try TrustStore(adding: nil, environmentFile: nil, environmentDirectory: nil, builtIn: system)
    #expect((plain.file == nil) == (plain.directory != nil))
    let file = try TrustStore(
      adding: nil, environmentFile: "/a.pem", environmentDirectory: nil, builtIn: system)
    #expect(file.file == "/a.pem" && file.directory == nil)
    let directory = try TrustStore(
      adding: nil, environmentFile: nil, environmentDirectory: "/certs", builtIn: system)
    #expect(directory.file == nil && directory.directory == "/certs")
  }

  @Test func anAddedFileStandsBesideThatOfTheEnvironment() throws {
    let authority = try TestCertificates.shared.get().authority
    let store = try TrustStore(
      adding: authority, environmentFile: authority, environmentDirectory: "/certs", builtIn: (nil, nil))
    let single = try #require(FileManager.default.contents(atPath: authority)?.count)
    #expect(store.bytes?.count == 2 * single + 1)
    #expect(store.file == nil && store.directory == "/certs")
  }

  @Test func aNameWithoutAnAddressHasSentNothing() async throws {
    // A label may have 63 characters: no resolver has to be asked.
    let url = "http://\(String(repeating: "a", count: 70)).example/?token=s3cret"
    let failure = try await CurlTransport().failure(of: Sample.post.request(url))
    #expect(failure.reason == .resolve)
    #expect(failure.sent == .nothing)
    #expect(!failure.message.contains("s3cret"))
  }

  @Test func aProxyIsUsedWhenNamedAndNeverForThisMachine() async throws {
    let proxy = try FaultServer.answering("proxy")
    let server = try FaultServer.answering("direct")
    defer {
      proxy.stop()
      server.stop()
    }
    let transport = CurlTransport(options: TransportOptions(proxy: .url(proxy.url)))
    #expect(try await transport.send(HTTPRequest(.get, "http://tenant.example/x")).body == Array("proxy".utf8))
    #expect(proxy.received.first?.target == "http://tenant.example/x")
    #expect(try await transport.send(HTTPRequest(.get, server.url)).body == Array("direct".utf8))
  }

  @Test func theSecretOfAProxyIsNotPrinted() async throws {
    let address = "wrong://user:s3cret@127.0.0.1:\(try FaultServer.unusedPort())"
    let transport = CurlTransport(options: TransportOptions(proxy: .url(address)))
    let failure = try await transport.failure(of: HTTPRequest(.get, "http://tenant.example/"))
    #expect(failure.sent == .nothing)
    #expect(!failure.message.contains("s3cret"))
  }
}
