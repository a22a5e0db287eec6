// Small operations that belong nowhere else.

import JSON

enum MiscellaneousRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_status": { _, _ throws(DemoError) in .empty },
    "logto_create_subject_token": { store, call throws(DemoError) in
      _ = try store.user(call.text("userId") ?? "")
      return .object(["subjectToken": .string("sub_" + store.ids.secret()), "expiresIn": 600], status: 201)
    },
    // No token of a provider is ever stored here.
    "logto_delete_secret": { _, _ throws(DemoError) in throw .notFound },
    "logto_delete_sentinel_activities": { _, _ throws(DemoError) in .empty },
    "logto_get_captcha_provider": { store, _ throws(DemoError) in
      guard let row = store[.singles].row("captcha") else { throw .notFound }
      return .object(row.with("id", "captcha"))
    },
    "logto_update_captcha_provider": updateCaptcha,
    "logto_delete_captcha_provider": { store, _ throws(DemoError) in try store.remove(.singles, "captcha") },
    "logto_create_verification_code": { _, _ throws(DemoError) in .empty },
    "logto_verify_verification_code": { _, call throws(DemoError) in
      try DemoCode.require(call.text("verificationCode"))
      return .empty
    },
  ]

  @Sendable private static func updateCaptcha(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let now = JSONValue.integer(store.clock.tick())
    if let row = store[.singles].update(
      "captcha",
      { row in
        row["config"] = call["config"]
        row["updatedAt"] = now
      })
    {
      return .object(row)
    }
    let row: JSONObject = [
      "tenantId": "default", "id": "captcha", "config": call["config"] ?? [:], "createdAt": now, "updatedAt": now,
    ]
    store[.singles].insert(row)
    return .object(row)
  }
}
