// Users' sessions and grants. Nobody signs in to the demo tenant, so there are none.

import JSON

enum SessionRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_sessions": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      return .object(["sessions": []])
    },
    "logto_list_user_grants": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      return .object(["grants": []])
    },
    "logto_get_user_session": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      throw DemoError(404, "oidc.session_not_found", "Session not found.")
    },
    "logto_delete_user_session": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      throw DemoError(404, "oidc.session_not_found", "Session not found.")
    },
    "logto_delete_user_grant": { store, call throws(DemoError) in
      _ = try store.user(call.id("userId"))
      throw DemoError(404, "oidc.invalid_grant", "Grant request is invalid.")
    },
  ]
}
