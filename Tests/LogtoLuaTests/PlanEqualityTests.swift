import JSON
import LogtoClient
import LogtoDemo
import TestSupport
import Testing

@testable import LogtoLua

/// Administration scripts, run dry and then for good against the demo tenant behind a server that records.
@Suite struct PlanEqualityTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments: [String] = []
    var testDescription: String { ([name] + arguments).joined(separator: " ") }
  }

  /// Every example that writes.
  static let scripts = [
    Script(name: "bulk-import"), Script(name: "custom-data-migration"), Script(name: "domain-move"),
    Script(name: "dry-run-first", arguments: ["apply"]), Script(name: "invitation-sweep"),
    Script(name: "organization-setup"), Script(name: "quickstart"), Script(name: "role-cleanup"),
    Script(name: "secret-rotation"), Script(name: "secret-rotation", arguments: ["finish"]),
    Script(name: "sign-in-experience"), Script(name: "stale-accounts"), Script(name: "translations"),
    Script(name: "webhook-setup"),
  ]

  private func execute(_ script: Script, _ endpoint: String, _ tenant: DemoTenant, _ gate: any CallGate) async throws
    -> Outcome
  {
    let source = try #require(Files.read("\(Files.repositoryRoot)/examples/\(script.name).lua"))
    let account = try Account.machine(
      endpoint: endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    return await OwnThread.run {
      var configuration = RunConfiguration(clients: ClientSource(account), arguments: script.arguments)
      configuration.gate = gate
      return Run(configuration).execute(source, name: "\(script.name).lua")
    }
  }

  @Test(arguments: scripts) func `a dry run sends no write, and its plan is what the real run sends`(
    _ script: Script
  ) async throws {
    let tenant = try DemoTenant.start()
    let proxy = try RecordingProxy(to: tenant.endpoint)
    let gate = DryRunGate(around: OpenGate())
    let dry = try await execute(script, proxy.endpoint, tenant, gate)
    #expect(dry.error == nil, "\(dry.failure)")
    #expect(proxy.writes == [])
    #expect(proxy.reads > 0 || script.name == "translations")

    let real = try await execute(script, proxy.endpoint, tenant, OpenGate())
    #expect(real.error == nil, "\(real.failure)")
    let sent = proxy.writes
    let steps = gate.plan?.steps ?? []
    #expect(!steps.isEmpty)
    #expect(steps.map { expected($0, steps, sent) } == sent.map(\.description))
    // What the plan foresees to be refused was refused.
    for (step, write) in zip(steps, sent) where step.status >= 400 {
      #expect(write.status == step.status)
      #expect(write.answer["code"]?.stringValue == step.code)
    }
    await proxy.stop()
    await tenant.stop()
  }

  /// A step as it would be sent, with what the real run was answered in the place of tokens.
  private func expected(_ step: DryRunPlan.Step, _ steps: [DryRunPlan.Step], _ sent: [RecordingProxy.Write]) -> String {
    func real(_ token: PlanToken.Found) -> String? {
      guard let index = steps.firstIndex(where: { $0.ids == [PlanToken.name(token.number)] }), index < sent.count else {
        return nil
      }
      return (token.place.isEmpty ? ["id"] : token.place).reduce(sent[index].answer) { $0[$1] ?? .null }.stringValue
    }
    let body = step.sent.flatMap { try? JSONValue.parse(Array($0.reveal().utf8)) } ?? .null
    let path = PlanToken.replace(in: step.path) { real($0).map { PercentEncoding.encode($0) } }
    let query = PercentEncoding.query(step.query.map { ($0.name, PlanToken.replace(in: $0.value, real)) })
    return "\(step.method) \(path)?\(query) \(PlanToken.replace(in: body, real).encodedString())"
  }
}
