import LogtoClient
import Testing

@Suite struct AccountTests {
  private let full = [
    "LOGTO_ENDPOINT": "https://auth.example.com", "LOGTO_APP_ID": "app-id", "LOGTO_APP_SECRET": Secrets.app,
  ]

  @Test func `the environment describes an account`() throws {
    let account = try #require(try Account.fromEnvironment(full))
    #expect(account.endpoint.description == "https://auth.example.com")
    #expect(account.application?.id == "app-id")
    #expect(account.resource == "https://default.logto.app/api")
  }

  @Test func `an environment without variables describes none`() throws {
    #expect(try Account.fromEnvironment([:]) == nil)
    #expect(try Account.fromEnvironment(["LOGTO_APP_ID": "", "LOGTO_USER_TOKEN": "t"]) == nil)
  }

  @Test(arguments: ["LOGTO_ENDPOINT", "LOGTO_APP_ID", "LOGTO_APP_SECRET"])
  func `a missing variable is named`(_ name: String) async throws {
    var environment = full
    environment[name] = nil
    let error = try await failure { try Account.fromEnvironment(environment) }
    #expect(error.kind == .auth)
    #expect(error.message.contains(name))
    #expect(error.outcome == .notSent)
  }

  @Test(arguments: [
    ("LOGTO_ENDPOINT", "auth.example.com"), ("LOGTO_ENDPOINT", "http://auth.example.com"),
    ("LOGTO_RESOURCE", "default"), ("LOGTO_APP_SECRET", "#internal:abc"), ("LOGTO_USER_TOKEN", "a b"),
  ])
  func `a wrong variable is named`(_ name: String, _ value: String) async throws {
    var environment = full
    environment[name] = value
    let error = try await failure { try Account.fromEnvironment(environment) }
    #expect(error.message.contains(name))
    #expect(error.hint != nil)
  }

  @Test func `a custom domain names its resource`() throws {
    var environment = full
    environment["LOGTO_RESOURCE"] = "https://ab12cd.logto.app/api"
    #expect(try Account.fromEnvironment(environment)?.resource == "https://ab12cd.logto.app/api")
  }

  @Test func `plain http to another machine is possible where it is allowed`() throws {
    let account = try Account.machine(endpoint: "http://10.0.0.1", appID: "a", appSecret: "b", allowsHTTP: true)
    #expect(account.endpoint.scheme == "http")
  }

  @Test func `a user's token alone is an account too`() throws {
    var environment = full
    environment["LOGTO_APP_ID"] = nil
    environment["LOGTO_APP_SECRET"] = nil
    environment["LOGTO_USER_TOKEN"] = Secrets.user
    let account = try #require(try Account.fromEnvironment(environment))
    #expect(account.application == nil)
    Secrets.expectNone(in: account)
  }
}
