import Testing

@testable import HTTPTransport

@Suite struct RequestURLTests {
  @Test func aURLIsShownWithoutItsQuery() throws {
    let url = try RequestURL("https://tenant.example:3001/api/users?token=s3cret#part")
    #expect(url.display == "https://tenant.example:3001/api/users")
    #expect(url.origin == "https://tenant.example:3001")
    #expect(url.isSecure)
  }

  @Test(arguments: [
    "http://127.0.0.1:80/", "http://127.255.0.3", "http://localhost:3001/x", "https://LOCALHOST", "http://[::1]:8/",
    "http://a.localhost/",
  ])
  func thisMachineIsLoopback(_ url: String) throws {
    #expect(try RequestURL(url).isLoopback)
  }

  @Test(arguments: [
    "http://128.0.0.1", "http://127.0.0.1.example", "http://127.evil.example.com", "https://notlocalhost",
    "http://localhost.example", "http://[::2]/",
  ])
  func anotherHostIsNot(_ url: String) throws {
    #expect(try !RequestURL(url).isLoopback)
  }

  @Test(arguments: [
    "", "tenant.example", "ftp://tenant.example/", "file:///etc/passwd", "http:/x", "http://", "https:///path",
    "http://a b/", "http://host/\r\nX: y", "http://host/ü", "http://host/\u{0}",
  ])
  func whatIsNoAbsoluteURLIsRefused(_ url: String) {
    #expect { try RequestURL(url) } throws: { ($0 as? HTTPFailure)?.reason == .invalidRequest }
  }

  @Test func userInformationIsRefusedAndNotRepeated() {
    #expect {
      try RequestURL("https://ada:s3cret@tenant.example/")
    } throws: { error in
      guard let failure = error as? HTTPFailure else { return false }
      return failure.reason == .invalidRequest && !failure.message.contains("s3cret")
    }
  }
}
