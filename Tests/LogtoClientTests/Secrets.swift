// The secrets that these tests use, and the search for them in everything that a test sees.

import LogtoClient
import Testing

enum Secrets {
  static let app = "s3cr3t-of-the-app"
  static let user = "user-access-token-0815"
  static let refresh = "refresh-token-4711"
  static let cookie = "cookie-value-123456"
  static let code = "authorization-code-98765"
  static let verifier = "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"

  /// What no output may hold: the secrets, their forms in headers, and the tokens of the fake tenant.
  static let all = [
    app, user, refresh, cookie, code, verifier, "token-0", "token-1", "token-2", "YXBwLWlkOnMzY3IzdC",
  ]

  /// Everything that printing, dumping and reflecting a value shows.
  static func shown(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value) \(String(reflecting: value)) \(dumped)"
  }

  static func expectNone(in value: Any, _ location: SourceLocation = #_sourceLocation) {
    let text = shown(value)
    for secret in all where text.contains(secret) {
      Issue.record("a secret is shown: \(secret) in \(text.prefix(300))", sourceLocation: location)
    }
  }
}

/// The error of a call that is to fail, searched for secrets.
func failure<Value>(
  _ location: SourceLocation = #_sourceLocation, _ body: () async throws -> Value
) async throws -> LogtoError {
  do {
    let value = try await body()
    Issue.record("no error, but \(value)", sourceLocation: location)
    throw Unexpected()
  } catch let error as LogtoError {
    Secrets.expectNone(in: error, location)
    return error
  }
}

struct Unexpected: Error {}
