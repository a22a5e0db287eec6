// Users' identities at social providers.

import JSON

enum IdentityRoutes {
  static let table: [String: DemoHandler] = [
    "logto_replace_user_identity": replace,
    "logto_get_user_identity": get,
    "logto_delete_user_identity": delete,
    "logto_list_user_all_identities": all,
    "logto_get_user_sso_identity": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      throw DemoError(404, "user.sso_identity_not_exist", "The SSO identity does not exist.")
    },
  ]

  private static let missing = DemoError(
    404, "user.identity_not_exist", "The social account has not been registered yet.")

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let target = call.id("target")
    var identities = user["identities"]?.objectValue ?? [:]
    let isNew = identities[target] == nil
    let taken = store[.users].all.contains { other in
      other.id != user.id && other["identities"]?[target]?["userId"] == call["userId"]
    }
    if taken {
      throw DemoError(422, "user.identity_already_in_use", "The social account is associated with an existing account.")
    }
    identities[target] = .object(call.body.objectValue ?? [:])
    let value = JSONValue.object(identities)
    store[.users].update(user.id) { $0["identities"] = value }
    _ = UserRoutes.touch(&store, user.id)
    return .value(value, status: isNew ? 201 : 200)
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
