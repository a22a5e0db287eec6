import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

/// Secrets of the tenant: usable inside of a script, invisible in what leaves it.
@Suite struct InvisibleSecretTests {
  static let secret = "Xk29fQzW71mPsecretvalue"
  static let answer = #"{"id":"fghij","name":"shop","secret":"\#(secret)"}"#

  @Test(arguments: [
    "print(app.secret)", "print('the secret is ' .. app.secret)", "print(app)", "print(inspect(app))",
    "print(app.secret:upper())", "print(app.secret:reverse())", "print((app.secret:gsub('.', '%0 ')))",
    "print(app.secret:sub(1, 12))", "print(json.encode(app))", "print({ [app.secret] = 1 })",
    "return app.secret", "return app", "return { list = { app.secret } }", "return { [app.secret] = true }",
    "return app.secret:sub(1, 12) .. '/' .. app.secret:sub(13)", "error(app.secret)", "error({ message = app.secret })",
    "log(app.secret)", "logto.get_user{ user_id = app.secret, [app.secret] = 1 }",
    "print((app.secret:gsub('.', function(c) return string.format('%02x', c:byte()) end)))",
  ])
  func `a secret that was read leaves the script in no form`(_ use: String) async throws {
    let tenant = try FakeTenant(json: Self.answer)
    let logged = LockedText()
    let outcome = try await run("local app = logto.get_application{ id = 'fghij' } \(use)", against: tenant) {
      $0.log = { logged.append($0) }
    }
    let hex = Self.secret.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let everything =
      outcome.printed + (outcome.value ?? "") + String(decoding: outcome.json ?? [], as: UTF8.self)
      + "\(String(describing: outcome.error))" + logged.text
    for form in [
      Self.secret, String(Self.secret.prefix(12)), Self.secret.uppercased(), String(Self.secret.reversed()), hex,
    ] {
      #expect(!everything.contains(form))
    }
    #expect(!everything.contains(Self.secret.map { "\($0) " }.joined()))
  }

  @Test func `the placeholder names what it hides`() async throws {
    let tenant = try FakeTenant(json: Self.answer)
    let outcome = try await run("print(logto.get_application{ id = 'fghij' }.secret)", against: tenant)
    #expect(outcome.printed == "‹secret of application fghij›\n", "\(outcome.failure)")
  }

  @Test func `the script itself can use it`() async throws {
    let tenant = try FakeTenant(json: Self.answer)
    let outcome = try await run(
      """
      local app = logto.get_application{ id = 'fghij' }
      logto.update_user{ user_id = 'u', customData = { s = app.secret } }
      return #app.secret
      """, against: tenant)
    #expect(outcome.result == .integer(Int64(Self.secret.count)), "\(outcome.failure)")
    #expect(tenant.seen.last?.json == ["customData": ["s": .string(Self.secret)]])
  }

  @Test func `a password that a script sends is not shown either`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u"}"#)
    let outcome = try await run(
      "local p = 'Str0ng!passphrase' logto.create_user{ username = 'a', password = p } print(p)", against: tenant)
    #expect(outcome.printed == "‹password of user›\n", "\(outcome.failure)")
  }

  @Test func `under an unknown path every value of a secret-like key is secret`() async throws {
    let tenant = try FakeTenant(
      json: #"{"clientSecret":"abcdefgh12345678","tokenEndpoint":"https://idp.example/token"}"#)
    let outcome = try await run(
      "local r = logto.request{ path = '/api/new' } print(r.clientSecret, r.tokenEndpoint)", against: tenant)
    #expect(outcome.printed == "‹clientSecret of request›\thttps://idp.example/token\n", "\(outcome.failure)")
  }

  @Test func `reveal shows them`() async throws {
    let tenant = try FakeTenant(json: Self.answer)
    let outcome = try await run("print(logto.get_application{ id = 'fghij' }.secret)", against: tenant) {
      $0.revealsSecrets = true
    }
    #expect(outcome.printed == Self.secret + "\n")
  }

  @Test func `every long value at a marked place of the recordings is hidden, and ordinary values are not`()
    async throws
  {
    let secrets = RunSecrets(reveals: false)
    var met: [String] = []
    for recording in try Recordings.all() where recording.status < 400 {
      guard let name = recording.operation, let operation = Catalogue.shipped.operation(named: name) else { continue }
      let marks = SecretMarks(operation: operation)
      let found = marks.arguments(in: recording.body.encoded()) + marks.result(in: recording.answerBody.encoded())
      met += found.filter { $0.value.utf8.count >= 8 }.map(\.value)
      var call = PreparedCall(
        name: name, shape: CallShape(operation), method: recording.method, path: recording.path)
      call.request.body = .json(recording.body.encoded())
      try secrets.meet(call)
      try secrets.meet(
        APIResponse(status: recording.status, body: recording.answerBody.encoded()), of: call)
    }
    #expect(met.count > 40)
    for value in met { #expect(!secrets.redact("x \(value) y").contains(value)) }
    for ordinary in ["alice@acme.example", "https://logto.io/logo.svg", "kfzu6el1c27m", "bad", "123", "username"] {
      #expect(secrets.redact(ordinary) == ordinary)
    }
  }
}
