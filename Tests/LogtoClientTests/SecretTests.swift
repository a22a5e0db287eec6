import LogtoClient
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SecretTests {
  private let secret = Secret(Secrets.app)

  @Test func `no way of printing shows the text`() {
    struct Holder { let secret: Secret }
    Secrets.expectNone(in: secret)
    Secrets.expectNone(in: Holder(secret: secret))
    #expect("\(secret)" == "[hidden]")
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test func `encoding writes the placeholder`() throws {
    let bytes = try JSONEncoder().encode(["secret": secret])
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"secret":"[hidden]"}"#)
  }

  @Test func `the text is there for who asks for it`() {
    #expect(secret.reveal() == Secrets.app)
    #expect(secret == Secret(Secrets.app))
    #expect(secret != Secret("other"))
    #expect(Secret("").isEmpty)
  }

  @Test func `an account and its client show no credential`() throws {
    let account = try Account.test()
    Secrets.expectNone(in: account)
    Secrets.expectNone(in: try FakeTransport { _, _ in .json(200, "{}") }.client(account))
  }
}
