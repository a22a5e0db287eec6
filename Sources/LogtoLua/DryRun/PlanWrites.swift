// The writes of a plan that is applied, one after the other.

import HTTPTransport
import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

extension PlanRun {
  func send(_ index: Int) throws(LuaError) {
    let step = plan.steps[index]
    if step.isRefused {
      steps[index].state = .skipped
      return
    }
    var unknown: String?
    func value(_ token: PlanToken.Found) -> String? {
      if let text = text(of: token) { return text }
      unknown = ([PlanToken.name(token.number)] + token.place).joined(separator: ".")
      return nil
    }
    let path = PlanToken.replace(in: step.path) { value($0).map { PercentEncoding.encode($0) } }
    let query = step.query.map { ($0.name, PlanToken.replace(in: $0.value, value)) }
    var body = step.body.map { PlanToken.replace(in: $0, value) }
    if let unknown {
      throw refusalOf(step, "the tenant has not answered what '\(unknown)' stands for; the rest was not applied")
    }
    for secret in step.secrets {
      body = body.flatMap { PlanSecrets.put(secrets[secret.variable] ?? "", at: secret.place, in: $0) }
    }
    var call = try prepared(step.method, path, query, step.account, name: step.operation)
    call.request.body = body.map { .json($0.encoded()) } ?? .none
    do throws(LuaError) {
      let response = try answer(call)
      steps[index].state = .done
      let value = try? JSONValue.parse(response.body)
      steps[index].id = value?["id"]?.stringValue
      if let number = step.number, let value { answers[number] = value }
    } catch {
      let outcome = error.fields["outcome"]?.stringValue
      steps[index].state = outcome == "unknown" ? .unknown : outcome == "not_sent" ? .notSent : .failed
      throw error
    }
  }

  private func refusalOf(_ step: SavedPlan.Step, _ message: String) -> LuaError {
    LuaError(kind: .validation, message: "\(step.operation): \(message)", fields: ["outcome": "not_sent"])
  }

  /// What stands for a token in the answers so far.
  private func text(of token: PlanToken.Found) -> String? {
    var value = answers[token.number]
    for key in token.place.isEmpty ? ["id"] : token.place {
      value = Int(key).flatMap { number in value?[number - 1] } ?? value?[key]
    }
    return value?.stringValue
  }

  /// A call of what the path reaches, judged as the operation that it is.
  func prepared(
    _ method: String, _ path: String, _ query: [(name: String, value: String)], _ account: String, name: String
  ) throws(LuaError) -> PreparedCall {
    // A plan is a file that somebody may have changed: its paths are normalised as a script's are.
    let target = try RequestPath(path)
    let operation = configuration.catalogue().operation(method: method, path: target.path)?.operation
    var call = PreparedCall(
      name: name, shape: operation.map { pipeline.settings.known.shape(of: $0) }, method: method, path: target.path,
      query: target.query + query)
    call.account = try place(of: account)
    return call
  }

  func place(of account: String) throws(LuaError) -> Int {
    if account.isEmpty { return 0 }
    guard let place = pipeline.accountNames.firstIndex(of: account) else {
      throw refusal("there is no account '\(account)'")
    }
    return place + 1
  }

  func answer(_ call: PreparedCall) throws(LuaError) -> APIResponse {
    if canceller.isCancelled { throw .limit(.cancelled, "the run was cancelled") }
    if let deadline, deadline <= .now { throw .limit(.time, "the plan took longer than its time") }
    let pending = try pipeline.begin(call)
    driver.wait(until: { pending.isOver || canceller.isCancelled }, deadline: deadline)
    if !pending.isOver {
      // A write that is on its way is waited for within the client's grace.
      pending.cancel()
      driver.wait(until: { pending.isOver }, deadline: .now + .seconds(5))
    }
    return try pipeline.finish(pending)
  }
}
