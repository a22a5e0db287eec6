// Users' identities at social providers.

import JSON

enum IdentityRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_user_identity": create,
    "logto_replace_user_identity": replace,
    "logto_get_user_identity": get,
    "logto_delete_user_identity": delete,
    "logto_list_user_all_identities": all,
    "logto_get_user_sso_identity": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      throw DemoError(404, "user.sso_identity_not_exist", "The SSO identity does not exist.")
    },
  ]

  static let missing = DemoError(
    404, "user.identity_not_exist", "The social account has not been registered yet.")

  /// What the provider would answer is made of what the script says that it sent.
  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let connector = try ConnectorRoutes.requireSocial(store, call.text("connectorId") ?? "")
    let identity = identity(of: call["connectorData"], connector)
    return .value(try link(&store, user, connector.text("target"), identity), status: 201)
  }

  /// The account at a provider that the data from there names.
  static func identity(of data: JSONValue?, _ connector: JSONObject) -> JSONValue {
    let id = data?["userId"]?.stringValue ?? "\(connector.text("target"))-\(data?["code"]?.stringValue ?? "user")"
    return ["userId": .string(id), "details": ["id": .string(id)]]
  }

  /// Links an account at a provider to a user; answers all that are linked.
  static func link(
    _ store: inout DemoStore, _ user: JSONObject, _ target: String, _ identity: JSONValue
  ) throws(DemoError) -> JSONValue {
    let taken = store[.users].all.contains { other in
      other.id != user.id && other["identities"]?[target]?["userId"] == identity["userId"]
    }
    if taken {
      throw DemoError(422, "user.identity_already_in_use", "The social account is associated with an existing account.")
    }
    var identities = user["identities"]?.objectValue ?? [:]
    identities[target] = identity
    let value = JSONValue.object(identities)
    store[.users].update(user.id) { $0["identities"] = value }
    _ = UserRoutes.touch(&store, user.id)
    return value
  }

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let target = call.id("target")
    let isNew = user["identities"]?[target] == nil
    return .value(try link(&store, user, target, call.body), status: isNew ? 201 : 200)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard let identity = try store.user(call.id("userId"))["identities"]?[call.id("target")] else { throw missing }
    return .object(["identity": identity])
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    var identities = user["identities"]?.objectValue ?? [:]
    guard identities[call.id("target")] != nil else { throw missing }
    identities[call.id("target")] = nil
    let value = JSONValue.object(identities)
    store[.users].update(user.id) { $0["identities"] = value }
    return .object(UserRoutes.view(UserRoutes.touch(&store, user.id)))
  }

  @Sendable private static func all(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let identities = try store.user(call.id("userId"))["identities"]?.objectValue ?? [:]
    let social = identities.map { member -> JSONValue in ["target": .string(member.key), "identity": member.value] }
    return .object(["socialIdentities": .array(social), "ssoIdentities": []])
  }
}
