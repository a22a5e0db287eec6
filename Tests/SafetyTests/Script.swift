import LogtoClient
import LogtoLua
import TestSupport

/// Runs a script against a tenant, on a thread of its own, under a gate.
func run(_ source: String, against tenant: FakeTenant, _ gate: any CallGate) async throws -> Outcome {
  let clients = ClientSource(
    try .machine(endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret))
  return await OwnThread.run {
    Run(RunConfiguration(clients: clients, gate: gate)).execute(Array(source.utf8), name: "test.lua")
  }
}

extension PolicyGate {
  /// The gate of one policy.
  convenience init(
    _ policy: Policy, confirm: (@Sendable (CallRequest, PolicyEngine.Decision) -> Bool)? = nil
  ) {
    self.init(PolicyEngine(layers: [.init(source: "test", policy: policy)]), confirm: confirm)
  }
}
