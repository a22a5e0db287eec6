// The tenant's own domains. They stay unverified: nobody looks at their records.

import JSON

enum DomainRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_domain": create,
    "logto_get_domain": { store, call throws(DemoError) in
      .object(try store.require(.domains, call.id()).without("tenantId"))
    },
    "logto_list_domains": { store, _ throws(DemoError) in
      .list(store[.domains].all.map { $0.without("tenantId") })
    },
    "logto_delete_domain": { store, call throws(DemoError) in
      _ = try store.require(.domains, call.id())
      return try store.remove(.domains, call.id())
    },
    "logto_cleanup_domains": cleanup,
  ]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let domain = call["domain"] ?? .null
    if store[.domains].first(where: "domain", is: domain) != nil {
      throw DemoError(
        422, "domain.domain_in_use", "The domain \(domain.stringValue ?? "") is already in use")
    }
    let now = store.clock.tick()
    let row = store.create(
      .domains,
      [
        "domain": domain, "status": "PendingVerification", "errorMessage": .null,
        "dnsRecords": [["name": domain, "type": "CNAME", "value": "demo.logto.example"]], "createdAt": .integer(now),
      ])
    return .object(row.without("tenantId"), status: 201)
  }

  @Sendable private static func cleanup(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let limit = Double(store.clock.now) - (call["staleDays"]?.numberValue ?? 0) * Double(DemoClock.day)
    let scanned = store[.domains].all.filter { ($0["createdAt"]?.numberValue ?? 0) < limit }
    let active = scanned.count { $0["status"] == "Active" }
    let deleted = store[.domains].removeAll {
      ($0["createdAt"]?.numberValue ?? 0) < limit && $0["status"] != "Active"
    }
    return .object([
      "scannedCount": .integer(Int64(scanned.count)), "deletedCount": .integer(Int64(deleted)),
      "skippedActiveCount": .integer(Int64(active)), "failedCount": 0,
    ])
  }
}
