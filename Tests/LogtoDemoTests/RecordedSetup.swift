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
    479: { player in
      let user = player.id(bob)
      player.changeSignIn { $0.userID = user }
    },
    484: { player in
      let codes = VerificationRecord(id: "ttujjnkofrc5l8qiui5qc", type: "BackupCode", data: ["codes": ["6d1de38fa7"]])
      player.changeSignIn { signIn in
        signIn.put(codes)
        signIn.factors.append(VerificationRecord(id: "totp", type: "Totp"))
      }
    },
    494: { player in
      let user = player.id(bob)
      player.changeSignIn {
        $0.put(VerificationRecord(id: "d3phf4yr4d7l3cgzzkj7k", type: "Password", isVerified: true, userID: user))
      }
    },
    506: { $0.insert(.profileFields, ["name": "news", "type": "Checkbox", "required": true]) },
    512: { player in
      let user = player.id(alice)
      player.changeSignIn { $0.userID = user }
    },
    525: { player in
      player.changeSignIn { signIn in
        guard var record = signIn.records.first else { return }
        record.isVerified = true
        record.data["identity"] = ["userId": "soc-nobody"]
        signIn.put(record)
      }
    },
    563: { $0.prove("l7eh08z74ooodh6dsg28e") },
    478: { player in player.change(.singles, "default") { $0["captchaPolicy"] = ["enabled": false] } },
    536: { player in
      let fields = [
        "name", "avatar", "username", "profile", "email", "phone", "password", "social", "mfa", "customData",
      ]
      let edit = JSONObject(fields.map { ($0, "Edit") })
      player.change(.users, alice) { $0["profile"] = ["nickname": "al", "website": "https://alice.example"] }
      player.change(.singles, "account-center") { row in
        row["enabled"] = true
        row["fields"] = .object(edit)
      }
      player.signIn(
        alice,
        scopes: [
          "openid", "profile", "email", "phone", "identities", "custom_data", "roles", "urn:logto:scope:sessions",
          "urn:logto:scope:organizations",
        ])
    },
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
