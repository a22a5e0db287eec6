// Applying a saved plan: what it relied on is read again, then its writes are sent in order.

import HTTPTransport
import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Sends the writes of a plan through the same pipeline as a script's calls: policy, confirmation, call log and limits
/// are those of the configuration. Nothing is sent where a read that the plan relied on is answered otherwise now.
///
/// It belongs to one thread, which must not be one of Swift's cooperative pool; `canceller` works from any.
public final class PlanRun {
  /// What became of one step.
  public struct StepReport: Sendable {
    /// How far it came.
    public enum State: String, Sendable {
      /// The tenant has done it.
      case done
      /// The tenant has refused it.
      case failed
      /// It was sent, and no answer came.
      case unknown
      /// The dry run foresaw that the tenant refuses it: it is not sent.
      case skipped
      /// It was not begun.
      case notSent = "not_sent"
    }

    /// The short name, or method and path.
    public let operation: String
    /// How far it came.
    public internal(set) var state: State
    /// The id in the answer, where it has one.
    public internal(set) var id: String?
    /// The step as the plan has it.
    public let step: JSONValue
  }

  /// Ends the run from another thread; a write that is on its way is waited for.
  public let canceller: RunCanceller
  let configuration: RunConfiguration
  let plan: SavedPlan
  let secrets: [String: String]
  let driver: RunDriver
  let pipeline: CallPipeline
  let deadline: ContinuousClock.Instant?
  /// Answers by the number of their tokens.
  var answers: [Int: JSONValue] = [:]
  /// What became of each step of the plan, in order.
  public internal(set) var steps: [StepReport]

  /// A run that has not begun.
  ///
  /// - Parameters:
  ///   - configuration: the tenant, the gate that is asked about every call, and the limits.
  ///   - plan: what is sent.
  ///   - secrets: the values of `plan.variables`.
  public init(_ configuration: RunConfiguration, plan: SavedPlan, secrets: [String: String] = [:]) {
    self.configuration = configuration
    self.plan = plan
    self.secrets = secrets
    driver = .callingThread(CurlTransport(driver: .caller))
    canceller = RunCanceller(driver)
    pipeline = CallPipeline(RunSettings(configuration, driver: driver), gate: configuration.gate)
    deadline = configuration.limits.time.map { .now + $0 }
    steps = plan.steps.map { StepReport(operation: $0.operation, state: .notSent, step: $0.json) }
  }

  /// Checks and sends.
  ///
  /// - Parameters:
  ///   - policy: asked about all writes before the first is sent, so that a plan that it refuses is not half applied; the
  ///     configuration's gate is asked again at each.
  ///   - anyTenant: whether the accounts' endpoints may be others than when the plan was made (the demo tenant's port).
  ///   - claim: called once after all checks, before the first write is sent; where it throws, none is.
  public func execute(
    policy: PolicyEngine = PolicyEngine(), anyTenant: Bool = false, claim: () throws(SavedPlanError) -> Void = {}
  ) -> Outcome {
    let begun = ContinuousClock.now
    pipeline.deadline = { [deadline] in deadline }
    var failure: LuaError?
    do throws(LuaError) {
      try checkPolicy(policy)
      try checkTenants(anyTenant)
      try checkReads()
      do throws(SavedPlanError) {
        try claim()
      } catch {
        throw refusal("\(error)")
      }
      for index in plan.steps.indices { try send(index) }
    } catch {
      failure = pipeline.secrets.redact(error).forReaders
    }
    configuration.gate.settle(.end)
    return Outcome(
      json: pipeline.secrets.redact(json: json.encoded()), error: failure,
      ledger: pipeline.ledger.redacted(by: pipeline.secrets), elapsed: .now - begun)
  }

  /// `{steps: [{operation, method, path, state, id}]}`
  private var json: JSONValue {
    let described = steps.map { report -> JSONValue in
      var object: JSONObject = ["operation": .string(report.operation)]
      object["method"] = report.step["method"]
      object["path"] = report.step["path"]
      object["state"] = .string(report.state.rawValue)
      object["id"] = report.id.map { .string($0) }
      return .object(object)
    }
    return ["steps": .array(described)]
  }

  func refusal(_ message: String, hint: String? = nil) -> LuaError {
    LuaError(
      kind: .validation, message: "the plan was not applied: \(message)", fields: ["outcome": "not_sent"], hint: hint)
  }
}
