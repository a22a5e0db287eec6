// What is checked before the first write of a plan is sent.

import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

extension PlanRun {
  func checkPolicy(_ policy: PolicyEngine) throws(LuaError) {
    var counts = CallCounts()
    let calls =
      plan.reads.map { ("GET", $0.path, $0.operation) }
      + plan.steps.filter { !$0.isRefused }.map { ($0.method, $0.path, $0.operation) }
    for (method, path, name) in calls {
      let subject = pipeline.callRequest(try prepared(method, path, [], "", name: name)).subject
      let decision = policy.decide(on: subject, counts: counts)
      if decision.verdict == .refuse {
        throw LuaError(
          kind: .policy, message: "the plan was not applied: \(name): the policy refuses it: \(decision.rule)",
          fields: ["operation": .string(name), "outcome": "not_sent"])
      }
      counts.count(subject)
    }
  }

  func checkTenants(_ anyTenant: Bool) throws(LuaError) {
    let missing = plan.variables.filter { (secrets[$0.name] ?? "").isEmpty }
    if let first = missing.first {
      throw refusal(
        "it holds no secrets, and \(first.name) (\(first.uses)) is not given",
        hint: "set \(missing.map(\.name).joined(separator: ", "))")
    }
    for (name, endpoint) in plan.accounts.sorted(by: { $0.key < $1.key }) where !anyTenant {
      let account = try place(of: name)
      let current: String
      do throws(LogtoError) {
        current = try pipeline.endpoint(of: account)
      } catch {
        throw CallFailure.luaError(error, name: "apply")
      }
      guard current == endpoint else { throw refusal("it was made for \(endpoint), and this account is at \(current)") }
    }
  }

  func checkReads() throws(LuaError) {
    var changed: [String] = []
    for read in plan.reads {
      var call = try prepared("GET", read.path, read.query, read.account, name: read.operation)
      call.name = read.operation
      do throws(LuaError) {
        let response = try answer(call)
        if Fingerprint.of(response, operation: call.operation) != read.fingerprint { changed.append(read.operation) }
      } catch {
        guard let status = error.fields["status"]?.integerValue, error.kind == .http else { throw error }
        if Int(status) != read.status { changed.append(read.operation) }
      }
    }
    guard !changed.isEmpty else { return }
    var seen: Set<String> = []
    let names = changed.filter { seen.insert($0).inserted }
    throw refusal(
      "what the script had read has changed since: \(names.joined(separator: ", "))", hint: "make the plan anew")
  }
}
