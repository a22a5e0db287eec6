// Custom profile fields.

import JSON

enum ProfileFieldRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_custom_profile_fields": { store, _ throws(DemoError) in .list(sorted(store)) },
    "logto_get_custom_profile_field_by_name": { store, call throws(DemoError) in
      guard let row = store[.profileFields].row(call.id("name")) else { throw .notFound }
      return .object(row)
    },
    "logto_create_custom_profile_field": { store, call throws(DemoError) in
      .object(try create(&store, call.body), status: 201)
    },
    "logto_create_custom_profile_fields_batch": { store, call throws(DemoError) in
      var rows: [JSONValue] = []
      for field in call.body.arrayValue ?? [] { rows.append(.object(try create(&store, field))) }
      return .value(.array(rows), status: 201)
    },
    "logto_update_custom_profile_field_by_name": { store, call throws(DemoError) in
      guard store[.profileFields].contains(call.id("name")) else { throw .notFound }
      return .object(try store.patch(.profileFields, call.id("name"), call))
    },
    "logto_delete_custom_profile_field_by_name": { store, call throws(DemoError) in
      try store.remove(.profileFields, call.id("name"))
    },
    "logto_update_custom_profile_fields_sie_order": reorder,
  ]

  private static func sorted(_ store: DemoStore) -> [JSONObject] {
    store[.profileFields].all.sorted {
      ($0["sieOrder"]?.numberValue ?? 0) < ($1["sieOrder"]?.numberValue ?? 0)
    }
  }

  private static func create(_ store: inout DemoStore, _ field: JSONValue) throws(DemoError) -> JSONObject {
    let name = field["name"]?.stringValue ?? ""
    if store[.profileFields].contains(name) {
      throw DemoError(422, "custom_profile_fields.name_exists", "The name already exists. Please use a different name.")
    }
    let now = store.clock.tick()
    let order = store[.profileFields].count + 1
    return store.create(
      .profileFields,
      [
        "name": .string(name), "type": field["type"] ?? .null, "label": field["label"] ?? "",
        "description": field["description"] ?? .null, "required": field["required"] ?? false,
        "config": field["config"] ?? [:], "createdAt": .integer(now), "sieOrder": .integer(Int64(order)),
      ])
  }

  @Sendable private static func reorder(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    for entry in call["order"]?.arrayValue ?? [] {
      let name = entry["name"]?.stringValue ?? ""
      guard store[.profileFields].update(name, { $0["sieOrder"] = entry["sieOrder"] ?? .null }) != nil else {
        throw DemoError(
          404, "custom_profile_fields.entity_not_exists_with_names",
          "Cannot find entities with the given names: \(name)")
      }
    }
    return .value(.array(sorted(store).map(JSONValue.object)))
  }
}
