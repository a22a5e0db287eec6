// Trying a script for token claims: one that answers a literal is understood, as nothing runs JavaScript here.

import JSON

enum JWTCustomizerTest {
  static let table: [String: DemoHandler] = [
    "logto_test_jwt_customizer": { _, call throws(DemoError) in
      guard let claims = claims(of: call.text("script") ?? "") else {
        throw .notSimulated("test_jwt_customizer for scripts that do not just answer a literal, '=> ({ … })'")
      }
      return .value(claims)
    }
  ]

  /// The object in `=> ({ … })`, its keys quoted or not.
  private static func claims(of script: String) -> JSONValue? {
    guard let found = script.firstMatch(of: /=>\s*\((?<literal>\{[^()]*\})\)/) else { return nil }
    let json = String(found.literal).replacing(/(?<before>[{,]\s*)(?<key>[A-Za-z_$][\w$]*)\s*:/) {
      "\($0.before)\"\($0.key)\":"
    }
    return try? JSONValue.parse(Array(json.utf8))
  }
}
