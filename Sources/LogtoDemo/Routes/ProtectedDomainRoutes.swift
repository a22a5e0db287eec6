// Custom domains of protected applications: none is ever verified here.

import JSON

enum ProtectedDomainRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_application_protected_app_metadata_custom_domains": { store, call throws(DemoError) in
      .value(.array(domains(of: try store.require(.applications, call.id()))))
    },
    "logto_create_application_protected_app_metadata_custom_domain": create,
    "logto_delete_application_protected_app_metadata_custom_domain": delete,
  ]

  private static func domains(of application: JSONObject) -> [JSONValue] {
    application["protectedAppMetadata"]?["customDomains"]?.arrayValue ?? []
  }

  private static func require(_ store: DemoStore, _ call: Call) throws(DemoError) -> JSONObject {
    let application = try store.require(.applications, call.id())
    guard application["type"] == "Protected" else {
      throw DemoError(
        400, "application.protected_application_only", "The feature is only available for protected applications.")
    }
    return application
  }

  private static func set(_ store: inout DemoStore, _ id: String, _ domains: [JSONValue]) {
    store[.applications].update(id) { row in
      var metadata = row["protectedAppMetadata"]?.objectValue ?? [:]
      metadata["customDomains"] = .array(domains)
      row["protectedAppMetadata"] = .object(metadata)
    }
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try require(store, call)
    let domain = call.text("domain") ?? ""
    guard domains(of: application).isEmpty else {
      throw DemoError(422, "domain.exceed_domain_limit", "You can only have 1 custom domain.")
    }
    let record: JSONValue = ["name": .string(domain), "type": "CNAME", "value": "apps.demo.logto.example"]
    set(
      &store, application.id,
      [
        [
          "domain": .string(domain), "status": "PendingVerification", "errorMessage": .null, "dnsRecords": [record],
          "cloudflareData": .null,
        ]
      ])
    return .created
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try require(store, call)
    let kept = domains(of: application).filter { $0["domain"] != .string(call.id("domain")) }
    guard kept.count < domains(of: application).count else { throw .notFound }
    set(&store, application.id, kept)
    return .empty
  }
}
