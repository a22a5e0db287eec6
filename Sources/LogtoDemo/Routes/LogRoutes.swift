// Audit logs: those of the seed, and one for each token that is handed out.

import JSON

enum LogRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_logs": list,
    "logto_get_log": { store, call throws(DemoError) in .object(try store.require(.logs, call.id())) },
  ]

  /// Writes an entry. `payload` is what the entry has beside key, result and address.
  static func note(
    _ store: inout DemoStore, key: String, result: String = "Success", _ payload: JSONObject, at time: Int64? = nil
  ) {
    var full: JSONObject = ["key": .string(key), "result": .string(result), "ip": "127.0.0.1"]
    for member in payload { full[member.key] = member.value }
    let created = time ?? store.clock.now
    _ = store.create(.logs, ["key": .string(key), "payload": .object(full), "createdAt": .integer(created)])
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows = store[.logs].all
    if let key = call.query["logKey"] { rows = rows.filter { $0["key"] == .string(key) } }
    for name in ["userId", "applicationId"] {
      if let wanted = call.query[name] { rows = rows.filter { $0["payload"]?[name] == .string(wanted) } }
    }
    if let start = call.query["start_time"].flatMap({ Double($0) }) {
      rows = rows.filter { ($0["createdAt"]?.numberValue ?? 0) >= start }
    }
    if let end = call.query["end_time"].flatMap({ Double($0) }) {
      rows = rows.filter { ($0["createdAt"]?.numberValue ?? 0) <= end }
    }
    return .list(rows.sorted { ($0["createdAt"]?.integerValue ?? 0) > ($1["createdAt"]?.integerValue ?? 0) })
  }
}
