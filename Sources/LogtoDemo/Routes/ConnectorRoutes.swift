// Connectors to email services and social providers.

import JSON

enum ConnectorRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_connectors": list,
    "logto_get_connector": get,
    "logto_update_connector": update,
    "logto_create_connector": create,
    "logto_create_connector_test": test,
    "logto_create_connector_authorization_uri": { store, call throws(DemoError) in
      .object(["redirectTo": .string(try authorizationURI(store, call.id("connectorId"), call))])
    },
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

  /// One email and one SMS connector at most: a new one takes the old one's place.
  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard let factory = store[.connectorFactories].row(call.text("connectorId") ?? "") else {
      throw DemoError(
        422, "connector.not_found_with_connector_id", "Can not find connector with given standard connector id.")
    }
    let type = factory["type"]
    if type != "Social" { _ = store[.connectors].removeAll { $0["type"] == type } }
    let metadata = call["metadata"]?.objectValue ?? [:]
    var row: JSONObject = [
      "id": .string(store.ids.next(12)), "syncProfile": call["syncProfile"] ?? false,
      "enableTokenStorage": call["enableTokenStorage"] ?? false, "config": (call["config"] ?? [:]).stored,
      "metadata": .object(metadata), "connectorId": .string(factory.id),
      "target": metadata["target"] ?? factory["target"] ?? .null,
    ]
    if let id = call.text("id") { row["id"] = .string(id) }
    for member in factory where row[member.key] == nil && member.key != "id" { row[member.key] = member.value }
    row["extraInfo"] = [:]
    store[.connectors].insert(row)
    return .object(row.shown)
  }

  /// Nothing is sent: a configuration is good here.
  @Sendable private static func test(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let factory = try ConnectorFactoryRoutes.require(store, call.id("factoryId"))
    guard call["email"] != nil || call["phone"] != nil else {
      throw DemoError(400, "connector.insufficient_request_parameters", "The request might miss some input parameters.")
    }
    guard factory["type"] != "Social" else {
      throw DemoError(400, "connector.unexpected_type", "The connector's type is not as expected.")
    }
    return .empty
  }

  /// A social connector.
  static func requireSocial(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    let connector = try require(store, id)
    guard connector["type"] == "Social" else {
      throw DemoError(400, "connector.unexpected_type", "The connector's type is not as expected.")
    }
    return connector
  }

  /// Where a user would sign in at the provider.
  static func authorizationURI(_ store: DemoStore, _ id: String, _ call: Call) throws(DemoError) -> String {
    let target = try requireSocial(store, id).text("target")
    let redirect = Paging.encode(call.text("redirectUri") ?? "")
    return
      "https://\(target).example/authorize?state=\(Paging.encode(call.text("state") ?? ""))&redirect_uri=\(redirect)"
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try require(store, call.id())
    return .object(try store.patch(.connectors, call.id(), call))
  }
}
