import JSON
import TestSupport
import Testing

@testable import LogtoLua

/// Secrets of fewer than eight characters: hidden at their own place, while the same word elsewhere stays.
@Suite struct ShortSecretTests {
  static let answer = #"{"id":"fghij","name":"abcde","secret":"abcde"}"#
  static let hidden = "‹secret of application fghij›"

  private func outcome(_ use: String) async throws -> (outcome: Outcome, logged: String) {
    let tenant = try FakeTenant(json: Self.answer)
    let logged = LockedText()
    let outcome = try await run("local app = logto.get_application{ id = 'fghij' } \(use)", against: tenant) {
      $0.log = { logged.append($0) }
    }
    return (outcome, logged.text)
  }

  @Test(arguments: [
    ("print(app)", #"secret = "‹›""#), ("print({ app })", #"secret = "‹›""#),
    ("print(json.encode(app))", #""secret":"‹›""#), ("print(inspect{ x = app })", #"secret = "‹›""#),
    ("print('secret: ' .. app.secret)", "secret: ‹›"), ("print('secret=' .. app.secret .. '&x=1')", "secret=‹›&x=1"),
    ("print({ ['secret'] = app.secret })", #"secret = "‹›""#),
  ])
  func `it is hidden where it is printed at its place`(use: String, expected: String) async throws {
    let (outcome, _) = try await outcome(use)
    #expect(
      outcome.printed.contains(expected.replacing("‹›", with: Self.hidden)), "\(outcome.printed) \(outcome.failure)")
  }

  @Test func `it is hidden in values, logs and errors, and the same word elsewhere is not`() async throws {
    let value = try await outcome("return { app = app, word = 'abcde', secret = 'abcdef' }").outcome
    #expect(value.result["app"]?["secret"]?.stringValue == Self.hidden)
    #expect(value.result["app"]?["name"] == "abcde")
    #expect(value.result["word"] == "abcde")
    #expect(value.result["secret"] == "abcdef")
    #expect(value.value?.contains("secret = \"\(Self.hidden)\"") == true)
    #expect(try await outcome("log(app)").logged.contains("name = \"abcde\", secret = \"\(Self.hidden)\""))
    let raised = try await outcome("error{ message = 'no', secret = app.secret, name = app.name }").outcome
    let error = try #require(raised.error)
    let text = error.message + JSONValue.object(error.fields).encodedString()
    #expect(!text.contains(#"secret = "abcde""#) && !text.contains(#""secret":"abcde""#), "\(text)")
    #expect(try await outcome("print(app.secret, app.name)").outcome.printed == "abcde\tabcde\n")
  }

  @Test func `it is hidden among the elements of a list and behind any key it was met under`() async throws {
    let tenant = try FakeTenant(json: #"{"codes":["aa11","bb22"],"secret":"x","secretQrCode":"q"}"#)
    let outcome = try await run(
      "local r = logto.create_user_mfa_verification{ user_id = 'u', type = 'BackupCode' } print(r.codes, r) return r.codes",
      against: tenant)
    #expect(
      outcome.printed.contains(#"codes = { "‹codes of user›", "‹codes of user›" }"#),
      "\(outcome.printed) \(outcome.failure)")
    #expect(outcome.result == ["aa11", "bb22"])
  }

  @Test func `a value with quotes and line breaks is found as it is shown`() {
    var short = ShortSecrets()
    short.add(.init(value: "a\"\n\\", key: "x-key", label: "L", isCode: false))
    func redact(_ text: String) -> String { String(decoding: short.redact(Array(text.utf8)), as: UTF8.self) }
    #expect(redact(#"{ ["x-key"] = "a\"\n\\", y = "a\"\n\\" }"#) == #"{ ["x-key"] = "‹L›", y = "a\"\n\\" }"#)
    #expect(redact(#"{"x-key":["b","a\"\n\\"]}"#) == #"{"x-key":["b","‹L›"]}"#)
    #expect(redact(#"x-key: "#) == "x-key: ")
    #expect(redact("=:\"") == "=:\"")
  }
}
