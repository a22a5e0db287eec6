import LogtoClient
import Testing

@Suite struct EndpointTests {
  @Test(arguments: [
    ("https://auth.example.com", "https://auth.example.com"), ("https://auth.example.com/", "https://auth.example.com"),
    (" HTTPS://Auth.Example.com:443/ ", "https://auth.example.com"), ("http://localhost:3001", "http://localhost:3001"),
    ("http://[::1]:3001", "http://[::1]:3001"), ("https://[2001:db8::1]", "https://[2001:db8::1]"),
  ])
  func `an address is read`(_ text: String, _ wanted: String) throws {
    #expect(try Endpoint(text).description == wanted)
  }

  @Test(arguments: [
    "", "auth.example.com", "ftp://auth.example.com", "https://", "https://a b", "https://a/api", "https://a?x=1",
    "https://a#x", "https://u:p@a", "https://a:0", "https://a:99999", "https://a:+80", "https://a:x", "https://.a",
    "https://a..b", "https://a\r\nX: y", "https://ä.example",
  ])
  func `what is no address is refused without repeating it`(_ text: String) {
    do {
      let endpoint = try Endpoint(text)
      Issue.record("taken as \(endpoint)")
    } catch {
      #expect(!error.reason.contains("u:p"))
    }
  }

  @Test(arguments: [
    ("https://auth.example.com", "https://default.logto.app/api"),
    ("http://127.0.0.1:3001", "https://default.logto.app/api"),
    ("https://ab12cd.logto.app", "https://ab12cd.logto.app/api"),
    ("https://a.b.logto.app", "https://default.logto.app/api"), ("https://logto.app", "https://default.logto.app/api"),
    ("https://evil-logto.app", "https://default.logto.app/api"),
  ])
  func `the resource follows from the address`(_ text: String, _ resource: String) throws {
    #expect(try Endpoint(text).defaultResource == resource)
  }

  @Test(arguments: [
    ("http://127.0.0.1:1", true), ("http://127.9.9.9", true), ("http://localhost", true), ("http://x.localhost", true),
    ("http://[::1]", true), ("http://127.0.0.1.example.com", false), ("http://127.evil", false),
    ("http://10.0.0.1", false),
    ("http://localhost.example.com", false),
  ])
  func `loopback is told from other hosts`(_ text: String, _ isLoopback: Bool) throws {
    #expect(try Endpoint(text).isLoopback == isLoopback)
  }
}
