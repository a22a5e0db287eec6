import HTTPTransport
import JSON
import LogtoClient
import LuaRuntime

/// The one way from a call to its answer, whatever way the call came: counted, limited, decided upon by the gate,
/// sent by the client, mapped, and written down. Used on the run's own thread alone.
final class CallPipeline {
  let settings: RunSettings
  let gate: any CallGate
  /// What must not leave the run.
  let secrets: RunSecrets
  private(set) var ledger = CallLedger()
  private var clients = FewEntries<Int, LogtoClient>()
  /// Whether the tenant has said anything: from then on there may be words of its own in what the script makes.
  private(set) var hasHeard = false
  /// The sign-in that is open on each account.
  private(set) var sessions: [Int: SignInBox] = [:]
  /// Set, from whatever thread, when the run is to end: waits end then, and no write begins after it.
  let stop = Flag()
  /// The end of the run's time; nil while it has none.
  var deadline: () -> ContinuousClock.Instant? = { nil }

  init(_ settings: RunSettings, gate: any CallGate) {
    self.settings = settings
    self.gate = gate
    secrets = RunSecrets(reveals: settings.configuration.revealsSecrets)
  }

  var driver: RunDriver { settings.driver }
  private var source: ClientSource { settings.configuration.clients }

  /// The names that `logto.account` takes; a call's `account` is a place in this list plus one.
  var accountNames: [String] { source.names }

  /// What a dry run planned, without the run's secrets.
  var plan: JSONValue? {
    guard var plan = gate.plan?.json({ secrets.hide($0) }).objectValue else { return nil }
    plan["accounts"] = .object(
      JSONObject(
        clients.all.sorted { $0.key < $1.key }.map {
          (name(of: $0.key), .string($0.value.account.endpoint.description))
        }))
    return .object(plan)
  }

  private func name(of account: Int) -> String { account == 0 ? "" : source.names[account - 1] }

  /// The address of an account's tenant.
  func endpoint(of account: Int) throws(LogtoError) -> String { try client(account).account.endpoint.description }

  /// A run begins: it counts from nothing.
  func start() {
    ledger = CallLedger()
    hasHeard = false
    stop.clear()
  }

  /// Begins a call. Nothing is sent where this throws.
  func begin(_ call: consuming PreparedCall) throws(LuaError) -> PendingCall {
    let maxCalls = settings.configuration.limits.calls
    if ledger.total >= maxCalls {
      throw LuaError(
        kind: .limit, message: "\(call.name): the run may make \(maxCalls) calls and has made them",
        fields: ["limit": "calls", "operation": .string(call.name), "outcome": "not_sent"],
        hint: "read lists with logto.each, which asks for 100 elements at once, or raise --max-calls")
    }
    ledger.begin(call.name)
    let number = ledger.total
    try secrets.meet(call)
    let request = callRequest(call)
    let begun = ContinuousClock.now
    switch gate.decide(request) {
    case .send: break
    case .answer(let status, let body):
      // The plan says which tenant it is for; an account that is not there is an error of the first call that is sent.
      _ = try? client(request.call.account)
      return PendingCall(
        request, number: number, begun: begun, isPlanned: true, started: StartedCall(over: Self.planned(status, body)))
    case .refuse(let reason, let hint):
      let name = request.call.name
      ledger.fail(name)
      gate.report(request, CallReport(ending: .refused, reason: reason))
      throw LuaError(
        kind: .policy, message: "\(name): \(reason)",
        fields: ["operation": .string(name), "retryable": false, "outcome": "not_sent"], hint: hint)
    }
    do {
      return PendingCall(
        request, number: number, begun: begun, isPlanned: false, started: try start(request.call))
    } catch {
      ledger.fail(request.call.name)
      gate.report(request, CallReport(ending: .failed(kind: error.kind.rawValue)))
      throw CallFailure.luaError(error, name: request.call.name)
    }
  }

  private func start(_ call: PreparedCall) throws(LogtoError) -> StartedCall {
    let client = try client(call.account)
    guard let step = call.step else { return client.start(call.request, on: driver.executor) }
    let box = sessions[call.account, default: SignInBox()]
    sessions[call.account] = box
    return StartedCall(on: driver.executor) {
      do throws(LogtoError) {
        return .success(try await step.send(by: client, box))
      } catch {
        return .failure(error)
      }
    }
  }

  /// What a gate answers in the tenant's place.
  private static func planned(_ status: Int, _ body: [UInt8]) -> Result<APIResponse, LogtoError> {
    if status < 400 {
      return .success(APIResponse(status: status, headers: ["Content-Type": "application/json"], body: body))
    }
    let answer = try? JSONValue.parse(body)
    return .failure(
      LogtoError(
        .http, answer?["message"]?.stringValue ?? "status \(status)", status: status,
        code: answer?["code"]?.stringValue, outcome: .notSent))
  }

  /// The answer of a call that is over, written down.
  func finish(_ pending: PendingCall) throws(LuaError) -> APIResponse {
    let call = pending.call
    switch pending.started.result {
    case .success(var response)?:
      if !pending.isPlanned {
        if let body = gate.amend(pending.request, response) { response.body = body }
        if !response.body.isEmpty || response.location != nil { hasHeard = true }
        if call.isWrite { record(pending, .done, id: Self.member("id", of: response)) }
        report(pending, .answered(status: response.status), response.requestID)
        // A stand-in holds no secret that the call did not bring.
        try secrets.meet(response, of: call)
      } else {
        report(pending, .planned, nil)
      }
      noteSubmission(call, response)
      return response
    case .failure(let error)?:
      ledger.fail(call.name)
      if error.status != nil, !pending.isPlanned { hasHeard = true }
      if call.isWrite, error.outcome == .done { record(pending, .done, id: nil) }
      if call.isWrite, error.outcome == .unknown { record(pending, .unknown, id: nil) }
      let ending = error.status.map { CallReport.Ending.answered(status: $0) } ?? .failed(kind: error.kind.rawValue)
      report(
        pending, pending.isPlanned ? .planned : ending, error.requestID, code: error.code,
        isUnknown: error.outcome == .unknown)
      throw CallFailure.luaError(error, name: call.name)
    case nil:
      // Its answer did not come within the grace either.
      ledger.fail(call.name)
      if call.isWrite { record(pending, .unknown, id: nil) }
      report(pending, .failed(kind: "network"), nil, isUnknown: true)
      throw LuaError(kind: .network, message: "\(call.name): the call was given up", fields: ["outcome": "unknown"])
    }
  }

  private func noteSubmission(_ call: PreparedCall, _ response: APIResponse) {
    guard call.name == "submit_interaction", let address = Self.member("redirectTo", of: response) else { return }
    sessions[call.account]?.submitted(address)
  }

  private func record(_ pending: PendingCall, _ state: RecordedWrite.State, id: String?) {
    let call = pending.call
    let write = RecordedWrite(
      operation: call.name, method: call.method, path: call.path, state: state, id: id ?? call.lastParameter)
    ledger.record(write, number: pending.number, removes: call.isRemoval)
  }

  private func report(
    _ pending: PendingCall, _ ending: CallReport.Ending, _ requestID: String?, code: String? = nil,
    isUnknown: Bool = false
  ) {
    gate.report(
      pending.request,
      CallReport(
        ending: ending, requestID: requestID, duration: ContinuousClock.now - pending.begun, code: code,
        isUnknown: isUnknown))
  }

  private func client(_ account: Int) throws(LogtoError) -> LogtoClient {
    if let client = clients[account] { return client }
    let client = try source.client(account == 0 ? nil : source.names[account - 1], on: driver)
    clients[account] = client
    return client
  }

  /// A text in a small answer; a large one is no single thing that was written.
  private static func member(_ key: String, of response: APIResponse) -> String? {
    guard response.body.count <= 64 << 10, response.body.first == UInt8(ascii: "{") else { return nil }
    return (try? JSONValue.parse(response.body))?[key]?.stringValue
  }
}
