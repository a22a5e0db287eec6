import JSON
import Testing

@testable import LogtoClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite struct AccountsFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/config/accounts.json" }

  private func write(_ text: String, mode: mode_t = 0o600) throws {
    try PrivateFile.makeDirectory(folder.path + "/config")
    try PrivateFile.replace(path, with: Array(text.utf8), durable: false)
    chmod(path, mode)
  }

  private func entry(_ secret: SecretSource = .value(Secret(Secrets.app))) -> AccountEntry {
    AccountEntry(endpoint: "https://auth.example.com", appID: "app-id", appSecret: secret)
  }

  @Test func `what is written is read again`() throws {
    try AccountsFile.update(path: path) { (file) throws(LogtoError) in
      var staging = AccountEntry(
        endpoint: "https://login.example.com", appID: "b", appSecret: .environment("X"),
        resource: "https://ab12cd.logto.app/api", userToken: .command("echo x"))
      staging.rateLimit = RateLimit(requests: 5, per: .seconds(2))
      staging.policy = ["readOnly": true]
      try file.set("prod", entry())
      try file.set("staging", staging)
    }
    let file = try #require(try AccountsFile.load(path: path))
    #expect(file.names == ["prod", "staging"] && file.defaultName == "prod")
    #expect(file["prod"]?.appSecret == .value(Secret(Secrets.app)))
    #expect(file["staging"]?.appSecret == .environment("X") && file["staging"]?.userToken == .command("echo x"))
    #expect(file["staging"]?.rateLimit == RateLimit(requests: 5, per: .seconds(2)))
    #expect(file["staging"]?.policy == ["readOnly": true])
    #expect(folder.mode(path) == 0o600 && folder.mode(folder.path + "/config") == 0o700)
    Secrets.expectNone(in: file)
  }

  @Test func `an account is found by name, or as the default`() throws {
    try AccountsFile.update(path: path) { (file) throws(LogtoError) in
      try file.set("a", entry())
      try file.set("b", entry())
      file.defaultName = "b"
    }
    let file = try #require(try AccountsFile.load(path: path))
    #expect(try file.account().name == "b" && file.account(named: "a").name == "a")
  }

  @Test func `an unknown name lists those there are`() async throws {
    try AccountsFile.update(path: path) { (file) throws(LogtoError) in try file.set("prod", entry()) }
    let file = try #require(try AccountsFile.load(path: path))
    let error = try await failure { try file.account(named: "prd") }
    #expect(error.kind == .auth && error.hint == "there are: prod")
  }

  @Test func `where there is no file there is none`() throws {
    #expect(try AccountsFile.load(path: path) == nil)
  }

  @Test(arguments: [0o644, 0o660, 0o604, 0o640] as [mode_t])
  func `a file open to others is refused, with the way out`(_ mode: mode_t) async throws {
    try write(#"{"version":1,"accounts":{}}"#, mode: mode)
    let error = try await failure { try AccountsFile.load(path: path) }
    #expect(error.kind == .auth && error.hint == "chmod 600 \(path)")
  }

  @Test(arguments: [
    "", "{", #"{"version":1,"accounts":{"prod":{"endpoint":"https://auth.exa"#, "[]", "{}",
    #"{"version":2,"accounts":{}}"#,
    #"{"version":1}"#, #"{"version":1,"accounts":[]}"#, #"{"version":1,"accounts":{},"acounts":{}}"#,
    #"{"version":1,"accounts":{},"default":"gone"}"#, #"{"version":1,"accounts":{"a":1}}"#,
    #"{"version":1,"accounts":{"a":{}}}"#, #"{"version":1,"accounts":{"a":{"endpoint":1}}}"#,
    #"{"version":1,"accounts":{"a":{"endpoint":"https://x","appsecret":"SECRET"}}}"#,
    #"{"version":1,"accounts":{"a":{"endpoint":"https://x","appSecret":{"env":"A","value":"SECRET"}}}}"#,
    #"{"version":1,"accounts":{"a":{"endpoint":"https://x","appSecret":{"file":"x"}}}}"#,
    #"{"version":1,"accounts":{"a":{"endpoint":"https://x","rateLimit":{"requests":0,"seconds":1}}}}"#,
    #"{"version":1,"accounts":{"a b":{"endpoint":"https://x"}}}"#, "\u{FEFF}{}", "{\"version\":1,\"accounts\":{}} x",
  ])
  func `a broken file is an error that names it, never an empty one`(_ text: String) async throws {
    let text = text.replacing("SECRET", with: Secrets.app)
    try write(text)
    let error = try await failure { try AccountsFile.load(path: path) }
    #expect(error.message.contains(path) || error.code == "invalid_account_name")
    #expect(throws: LogtoError.self) { try AccountsFile.update(path: path) { _ in } }
    #expect(try PrivateFile.read(path, most: 10000) == Array(text.utf8))
  }

  @Test func `a folder in the place of the file is an error`() async throws {
    try PrivateFile.makeDirectory(path)
    #expect(try await failure { try AccountsFile.load(path: path) }.message.contains("not a plain file"))
  }

  @Test(arguments: ["", "a b", "1a", "ä", "a.b", "a/b", "a\n", String(repeating: "a", count: 61)])
  func `a name that is none is refused`(_ name: String) async throws {
    var file = AccountsFile(path: path)
    let error = try await failure { try file.set(name, entry()) }
    #expect(error.kind == .validation)
  }

  @Test func `removing the default leaves none, unless one account is left`() throws {
    var file = AccountsFile(path: path)
    for name in ["a", "b", "c"] { try file.set(name, entry()) }
    file.remove("a")
    #expect(file.defaultName == nil)
    file.defaultName = "b"
    file.remove("b")
    #expect(file.defaultName == "c")
  }

  @Test func `a secret comes from a variable or a command`() throws {
    setenv("LOGTO_LUA_TEST_SECRET", Secrets.app, 1)
    defer { unsetenv("LOGTO_LUA_TEST_SECRET") }
    #expect(try SecretSource.environment("LOGTO_LUA_TEST_SECRET").resolve() == Secret(Secrets.app))
    #expect(try SecretSource.command("printf '%s\\n' s3cr3t-of-the-app").resolve() == Secret(Secrets.app))
  }

  @Test(arguments: [
    SecretSource.environment("LOGTO_LUA_NOT_SET"), .command("exit 3"), .command("true"), .command("kill -9 $$"),
    .command("echo s3cr3t-of-the-'app'; exit 1"), .command("printf 'a\\nb'"), .command("yes"),
    .command("/nonexistent 2>/dev/null"),
  ])
  func `a source that gives no secret is an error that names the field and shows no output`(_ source: SecretSource)
    async throws
  {
    var file = AccountsFile(path: path)
    try file.set("prod", entry(source))
    let made = file
    let error = try await failure { try made.account() }
    #expect(error.kind == .auth)
    #expect(error.message.hasPrefix("'appSecret' of account 'prod' in \(path)"))
  }

  @Test func `a command that takes too long is ended, with all it started`() {
    #expect(throws: InvalidValue.self) { try SecretCommand.run("sleep 100 | sleep 100", timeout: .milliseconds(50)) }
  }

  @Test func `variables come before the file, and a name before both`() throws {
    try AccountsFile.update(path: path) { (file) throws(LogtoError) in try file.set("prod", entry()) }
    let variables = [
      "LOGTO_ENDPOINT": "https://a.example", "LOGTO_APP_ID": "a", "LOGTO_APP_SECRET": "b",
    ]
    #expect(try Account.choose(environment: variables, path: path).name == "environment")
    #expect(try Account.choose(environment: [:], path: path).name == "prod")
    #expect(try Account.choose(named: "prod", environment: variables, path: path).name == "prod")
    let user = try Account.choose(environment: ["LOGTO_USER_TOKEN": Secrets.user], path: path)
    #expect(user.name == "prod" && user.userToken == Secret(Secrets.user))
  }

  @Test func `no account at all says how to get one`() async throws {
    let error = try await failure { try Account.choose(environment: [:], path: path) }
    #expect(error.kind == .auth && error.code == "account.none" && error.hint?.contains("LOGTO_ENDPOINT") == true)
    let named = try await failure { try Account.choose(named: "x", environment: [:], path: path) }
    #expect(named.message.contains("'x'"))
  }
}
