// The small data set that the demo tenant starts with. Its ids are written out: examples refer to them.

import JSON

enum DemoSeed {
  static let managementAPI = "https://default.logto.app/api"
  static let managementAPIID = "management-api"
  static let managementRoleID = "management-api-access"
  static let scriptID = "demo-script"
  static let scriptSecret = "demo-script-secret"

  /// A store with the small data set, its clock at `DemoClock.start`.
  static func make() -> DemoStore {
    var store = makeFresh()
    addResources(&store)
    addUsers(&store)
    addRoles(&store)
    addApplications(&store)
    addOrganizations(&store)
    SeedExtras.add(&store)
    return store
  }

  /// A store with what every tenant has.
  static func makeFresh() -> DemoStore {
    var store = DemoStore()
    addResource(
      &store, managementAPIID, "Logto Management API", managementAPI,
      [("all", "Default scope for Management API, allows all permissions.")])
    addRole(
      &store, managementRoleID, "Logto Management API access",
      "This default role grants access to the Logto management API.", "MachineToMachine",
      scopes: ["management-api-all"])
    addApplication(&store, scriptID, "Demo script", "MachineToMachine", [], secret: scriptSecret, made: 400)
    store[.roleApplications].join(managementRoleID, scriptID)
    SeedExtras.addSingles(&store)
    return store
  }

  static func ago(_ days: Int64) -> JSONValue { .integer(DemoClock.start - days * DemoClock.day) }

  private static func addResource(
    _ store: inout DemoStore, _ id: String, _ name: String, _ indicator: String, _ scopes: [(String, String)]
  ) {
    store[.resources].insert([
      "tenantId": "default", "id": .string(id), "name": .string(name), "indicator": .string(indicator),
      "isDefault": false, "accessTokenTtl": 3600,
    ])
    for (name, description) in scopes {
      store[.scopes].insert([
        "tenantId": "default", "id": .string("\(id)-\(name.replacing(":", with: "-"))"), "resourceId": .string(id),
        "name": .string(name), "description": .string(description), "createdAt": ago(400),
      ])
    }
  }

  private static func addResources(_ store: inout DemoStore) {
    addResource(
      &store, "orders", "Orders", "https://orders.acme.example",
      [("read:orders", "Read orders"), ("write:orders", "Change orders"), ("refund:orders", "Refund orders")])
    addResource(
      &store, "reports", "Reports", "https://reports.acme.example", [("read:reports", "Read reports")])
  }

  /// Username, name, company, days since made, days since the last sign-in, whether suspended.
  private static let people: [(String, String, String, Int64, Int64?, Bool)] = [
    ("ada", "Ada Lovelace", "acme", 390, 1, false), ("bob", "Bob Martin", "acme", 380, 3, false),
    ("carol", "Carol Shaw", "acme", 300, 220, false), ("dave", "Dave Cutler", "acme", 280, nil, false),
    ("erin", "Erin Brown", "globex", 250, 12, false), ("frank", "Frank Ocean", "globex", 240, 200, false),
    ("grace", "Grace Hopper", "globex", 200, 2, false), ("heidi", "Heidi Klein", "initech", 150, 40, false),
    ("ivan", "Ivan Petrov", "initech", 120, nil, true), ("judy", "Judy Smith", "initech", 60, 5, false),
    ("mallory", "Mallory Grey", "globex", 30, 29, true), ("olivia", "Olivia Stone", "acme", 5, nil, false),
  ]

  /// A user's id: the username, filled up to the 12 letters of the tenant's ids.
  static func userID(_ username: String) -> String {
    username + String(repeating: "0", count: max(0, 12 - username.count))
  }

  private static func addUsers(_ store: inout DemoStore) {
    for (username, name, company, made, seen, isSuspended) in people {
      store[.users].insert([
        "id": .string(userID(username)), "username": .string(username),
        "primaryEmail": .string("\(username)@\(company).example"), "primaryPhone": .null, "name": .string(name),
        "avatar": .null, "customData": ["plan": .string(company == "acme" ? "gold" : "free")], "identities": [:],
        "lastSignInAt": seen.map(ago) ?? .null, "createdAt": ago(made), "updatedAt": ago(min(made, seen ?? made)),
        "profile": ["givenName": .string(String(name.prefix { $0 != " " }))], "applicationId": .null,
        "isSuspended": .bool(isSuspended), "_password": .string("Demo!\(username)1"),
      ])
    }
  }

  private static func addRole(
    _ store: inout DemoStore, _ id: String, _ name: String, _ description: String, _ type: JSONValue,
    scopes: [String], users: [String] = []
  ) {
    store[.roles].insert([
      "tenantId": "default", "id": .string(id), "name": .string(name), "description": .string(description),
      "type": type, "isDefault": false,
    ])
    for scope in scopes { store[.roleScopes].join(id, scope) }
    for user in users { store[.roleUsers].join(id, userID(user)) }
  }

  private static func addRoles(_ store: inout DemoStore) {
    addRole(
      &store, "role-admin", "admin", "May do everything with orders", "User",
      scopes: ["orders-read-orders", "orders-write-orders", "orders-refund-orders"], users: ["ada"])
    addRole(
      &store, "role-support", "support", "Answers customers", "User", scopes: ["orders-read-orders"],
      users: ["bob", "erin", "mallory"])
    addRole(&store, "role-auditor", "auditor", "Reads reports", "User", scopes: ["reports-read-reports"])
    addRole(&store, "role-worker", "worker", "Nightly jobs", "MachineToMachine", scopes: ["orders-read-orders"])
  }

  private static func addApplication(
    _ store: inout DemoStore, _ id: String, _ name: String, _ type: String, _ uris: [JSONValue],
    isThirdParty: Bool = false, secret: String? = nil, made: Int64
  ) {
    store[.applications].insert([
      "tenantId": "default", "id": .string(id), "name": .string(name), "secret": .string("#internal:\(id)"),
      "description": .null, "type": .string(type),
      "oidcClientMetadata": ["redirectUris": .array(uris), "postLogoutRedirectUris": []],
      "customClientMetadata": [:], "protectedAppMetadata": .null, "customData": [:],
      "isThirdParty": .bool(isThirdParty), "createdAt": ago(made),
    ])
    guard let secret else { return }
    ApplicationSecretRoutes.make(
      &store, id, name: "Default secret", expiresAt: .null, now: DemoClock.start - made * DemoClock.day,
      value: secret)
  }

  private static func addApplications(_ store: inout DemoStore) {
    addApplication(&store, "acme-web", "Acme web", "SPA", ["https://app.acme.example/callback"], made: 390)
    addApplication(
      &store, "acme-shop", "Acme shop", "Traditional", ["https://shop.acme.example/callback"], isThirdParty: true,
      secret: "demo-shop-secret", made: 300)
    addApplication(&store, "nightly-job", "Nightly job", "MachineToMachine", [], secret: "demo-Wv7rT2qLx9", made: 200)
    addApplication(&store, "acme-phone", "Acme phone", "Native", ["example.acme://callback"], made: 100)
    store[.roleApplications].join("role-worker", "nightly-job")
  }

  private static func addOrganizations(_ store: inout DemoStore) {
    for (name, description) in [("invite:member", "Invite members"), ("read:billing", "Read the bills")] {
      store[.organizationScopes].insert([
        "tenantId": "default", "id": .string("org-scope-" + name.prefix { $0 != ":" }), "name": .string(name),
        "description": .string(description),
      ])
    }
    for (name, type) in [("admin", "User"), ("member", "User"), ("machine", "MachineToMachine")] {
      store[.organizationRoles].insert([
        "tenantId": "default", "id": .string("org-role-\(name)"), "name": .string(name), "description": .null,
        "type": .string(type),
      ])
    }
    store[.organizationRoleScopes].replace("org-role-admin", with: ["org-scope-invite", "org-scope-read"])
    let members = [
      ("acme", "Acme", ["ada", "bob", "carol", "dave", "olivia"]), ("globex", "Globex", ["erin", "frank", "grace"]),
      ("initech", "Initech", ["heidi", "ivan"]),
    ]
    for (id, name, users) in members {
      store[.organizations].insert([
        "tenantId": "default", "id": .string(id), "name": .string(name), "description": .null, "customData": [:],
        "isMfaRequired": false, "color": [:], "branding": [:], "customCss": .null, "createdAt": ago(390),
      ])
      for (index, user) in users.enumerated() {
        store[.organizationUsers].join(id, userID(user))
        let role = index == 0 ? "org-role-admin" : "org-role-member"
        store[.memberRoles].join(DemoStore.pair(id, userID(user)), role)
      }
    }
    store[.organizationApplications].join("acme", "nightly-job")
    store[.applicationRoles].join(DemoStore.pair("acme", "nightly-job"), "org-role-machine")
    store[.jitEmailDomains].join("acme", "acme.example")
  }
}
