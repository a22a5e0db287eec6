// Connectors to email services and social providers: those of the seed can be read, changed and removed.

import JSON

enum ConnectorRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_connectors": list,
    "logto_get_connector": get,
    "logto_update_connector": update,
    "logto_delete_connector": { store, call throws(DemoError) in try store.remove(.connectors, call.id()) },
  ]

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows = store[.connectors].all
    if let target = call.query["target"] { rows = rows.filter { $0["target"] == .string(target) } }
    return .list(rows.map(\.shown))
  }

  private static func require(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    guard let row = store[.connectors].row(id) else { throw .notFound }
    return row
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try require(store, call.id()).shown)
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try require(store, call.id())
    return .object(try store.patch(.connectors, call.id(), call))
  }
}
