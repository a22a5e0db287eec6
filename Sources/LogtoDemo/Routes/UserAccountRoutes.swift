// What belongs to one user: custom data, profile, password, suspension, settings.

import JSON

enum UserAccountRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_custom_data": customData,
    "logto_update_user_custom_data": updateCustomData,
    "logto_update_user_profile": updateProfile,
    "logto_update_user_password": updatePassword,
    "logto_verify_user_password": verifyPassword,
    "logto_get_user_has_password": hasPassword,
    "logto_update_user_is_suspended": updateSuspension,
    "logto_list_user_logto_configs": { store, call throws(DemoError) in
      .value(try configs(store, call.id("userId")))
    },
    "logto_update_user_logto_configs": { store, call throws(DemoError) in
      .value(try merge(&store, call.body.objectValue ?? [:], intoConfigsOf: call.id("userId")))
    },
  ]

  @Sendable private static func customData(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .value(try store.user(call.id("userId"))["customData"] ?? [:])
  }

  /// Merges at the top level, unlike most changes.
  @Sendable private static func updateCustomData(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    .value(try merge(&store, call, into: "customData", call["customData"]))
  }

  @Sendable private static func updateProfile(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .value(try merge(&store, call, into: "profile", call["profile"]))
  }

  private static func merge(
    _ store: inout DemoStore, _ call: Call, into key: String, _ value: JSONValue?
  ) throws(DemoError) -> JSONValue {
    let id = call.id("userId")
    let user = try store.user(id)
    var merged = user[key]?.objectValue ?? [:]
    for member in value?.objectValue ?? [:] { merged[member.key] = member.value }
    let stored = JSONValue.object(merged).stored
    store[.users].update(id) { $0[key] = stored }
    return UserRoutes.touch(&store, id)[key] ?? [:]
  }

  @Sendable private static func updatePassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id("userId")
    _ = try store.user(id)
    store[.users].update(id) { $0["_password"] = call["password"] }
    return .object(UserRoutes.view(UserRoutes.touch(&store, id)))
  }

  @Sendable private static func verifyPassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    guard let password = user["_password"], password == call["password"] else {
      throw invalidCredentials
    }
    return .empty
  }

  @Sendable private static func hasPassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(["hasPassword": .bool(try store.user(call.id("userId"))["_password"] != nil)])
  }

  @Sendable private static func updateSuspension(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let id = call.id("userId")
    _ = try store.user(id)
    store[.users].update(id) { $0["isSuspended"] = call["isSuspended"] }
    return .object(UserRoutes.view(UserRoutes.touch(&store, id)))
  }

  static let invalidCredentials = DemoError(
    422, "session.invalid_credentials", "Incorrect account or password. Please check your input.")

  private static let defaultConfigs: JSONObject = [
    "mfa": ["skipped": false, "skipMfaOnSignIn": false], "passkeySignIn": ["skipped": false],
  ]

  static func configs(_ store: DemoStore, _ user: String) throws(DemoError) -> JSONValue {
    try store.user(user)["_configs"] ?? .object(defaultConfigs)
  }

  /// Changes the parts that are given; answers all of them.
  static func merge(
    _ store: inout DemoStore, _ parts: JSONObject, intoConfigsOf id: String
  ) throws(DemoError) -> JSONValue {
    var configs = try configs(store, id).objectValue ?? [:]
    for part in parts {
      var merged = configs[part.key]?.objectValue ?? [:]
      for member in part.value.objectValue ?? [:] { merged[member.key] = member.value }
      configs[part.key] = .object(merged)
    }
    let value = JSONValue.object(configs)
    store[.users].update(id) { $0["_configs"] = value }
    return value
  }
}
