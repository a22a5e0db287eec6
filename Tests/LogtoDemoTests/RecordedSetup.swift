// What happened between the recordings: some exchanges are not among them, and their effects are made here.

import JSON

@testable import LogtoDemo

enum RecordedSetup {
  /// Brings the tenant to the state that the recorded one was in before that recording.
  static func before(_ id: Int, _ player: RecordingPlayer) {
    steps[id]?(player)
  }

  private static let alice = "kfzu6el1c27m"
  private static let bob = "crrf5ig4b5c8"
  /// Made and removed between recordings: nothing is known of it but its id.
  private static let cyd = "l18zlvjhq4wj"
  private static let support = "pssesv6vwqw6odd0evdx0"
  private static let worker = "fo9fj1h4jd5xpdqxt3sxg"
  private static let job = "6tj2azg8fxxhmcroyvc6u"
  private static let acme = "m5rk13ienvb2"
  private static let globex = "xpc30xrc3c1r"

  private static let steps: [Int: @Sendable (RecordingPlayer) -> Void] = [
    0: { $0.ensure("yv9xnbsxwu5pqrrixia7m") },
    21: { $0.ensure(bob) },
    126: { $0.ensure(support) },
    137: { player in
      player.join(.roleScopes, support, "o7ix979nh0i97bn6qw4qy")
      player.join(.roleScopes, support, "wwuc4loga1cblj3wuoyky")
    },
    148: { $0.insert(.users, ["id": .string(cyd), "username": "cyd"]) },
    173: { $0.join(.roleApplications, worker, job) },
    179: { $0.part(.roleApplications, worker, job) },
    197: { $0.ensure("azj363j42chd2n76fbzjh") },
    236: { player in
      player.join(.organizationApplications, acme, job)
      player.change(.organizations, acme) { $0["branding"] = ["logoUrl": "https://acme.example/l.png"] }
    },
    249: { $0.join(.jitEmailDomains, acme, "acme.test") },
    286: { player in
      player.change(.users, alice) { $0["identities"] = ["mock-social": ["userId": "soc-alice", "details": [:]]] }
    },
    346: { $0.insert(.singles, captcha) },
    392: { $0.insert(.oidcKeys, ["id": "8kvh4juwisw1c69kpdbgw", "createdAt": 0, "_type": "cookie-keys"]) },
    393: { $0.remove(.oidcKeys, "8kvh4juwisw1c69kpdbgw") },
    396: { $0.insert(.jwtCustomizers, customizer) },
    450: { player in
      player.change(.applications, "aieeemqrgs3w3feyyrob4") { row in
        row["protectedAppMetadata"] = ["customDomains": [["domain": "guard.acme.example"]]]
      }
    },
    478: { player in player.change(.singles, "default") { $0["captchaPolicy"] = ["enabled": false] } },
    608: { $0.remove(.users, cyd) },
  ]

  private static let captcha: JSONObject = [
    "tenantId": "default", "id": "captcha", "config": ["type": "Turnstile", "siteKey": "s", "secretKey": "k"],
    "createdAt": 0, "updatedAt": 0,
  ]

  private static let customizer: JSONObject = [
    "id": "jwt.accessToken", "script": "const getCustomJwtClaims = async () => ({ tier: \"gold\" });",
    "environmentVariables": ["A": "1"], "contextSample": ["user": [:]], "tokenSample": [:],
  ]
}
