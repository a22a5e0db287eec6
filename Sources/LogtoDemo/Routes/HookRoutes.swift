// Webhooks. The demo tenant keeps them and sends nothing.

import JSON

enum HookRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_hook": create,
    "logto_get_hook": get,
    "logto_list_hooks": list,
    "logto_update_hook": update,
    "logto_delete_hook": { store, call throws(DemoError) in try store.remove(.hooks, call.id()) },
    "logto_update_hook_signing_key": rotate,
    "logto_create_hook_test": test,
    "logto_list_hook_recent_logs": logs,
  ]

  private static let noEvents = DemoError(400, "hook.missing_events", "You need to provide at least one event.")

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let events = call["events"] ?? call["event"].map { .array([$0]) } ?? []
    guard events.arrayValue?.isEmpty == false else { throw noEvents }
    let now = store.clock.tick()
    let key = store.ids.secret()
    let hook = store.create(
      .hooks,
      [
        "name": call["name"] ?? "", "event": call["event"] ?? .null, "events": events,
        "config": call["config"] ?? [:], "signingKey": .string(key), "enabled": call["enabled"] ?? true,
        "createdAt": .integer(now),
      ])
    return .object(hook, status: 201)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let hook = try store.require(.hooks, call.id())
    return .object(call.query["includeExecutionStats"] == "true" ? withStatistics(hook) : hook)
  }

  private static func withStatistics(_ hook: JSONObject) -> JSONObject {
    hook.with("executionStats", ["successCount": 0, "requestCount": 0])
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let hooks = store.newest(.hooks)
    return .list(call.query["includeExecutionStats"] == "true" ? hooks.map(withStatistics) : hooks)
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    if call["events"]?.arrayValue?.isEmpty == true { throw noEvents }
    return .object(try store.patch(.hooks, call.id(), call))
  }

  @Sendable private static func rotate(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.hooks, call.id())
    let key = store.ids.secret()
    return .object(store[.hooks].update(call.id()) { $0["signingKey"] = .string(key) } ?? [:])
  }

  @Sendable private static func test(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.hooks, call.id())
    throw DemoError(
      422, "hook.send_test_payload_failed", "Failed to send test payload: TypeError: fetch failed")
  }

  @Sendable private static func logs(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.hooks, call.id())
    return .list([])
  }
}
