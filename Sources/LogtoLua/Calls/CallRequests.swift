import HTTPTransport
import LogtoClient

/// One call in the words of the gate, and in those of the client.
extension CallPipeline {
  func callRequest(_ call: PreparedCall) -> CallRequest {
    CallRequest(
      operation: call.operation?.name, name: call.operation.map { _ in call.name }, group: call.operation?.group,
      method: call.method, path: call.path,
      query: call.query, body: call.json, account: call.account == 0 ? nil : accountNames[call.account - 1],
      isWrite: call.isWrite, isDestructive: call.operation?.isDestructive ?? (call.method == "DELETE"),
      obstacle: obstacle(of: call), secrets: secrets, index: call.operation?.index)
  }

  /// Why a call cannot be made again from its path, query and JSON body.
  private func obstacle(of call: PreparedCall) -> String? {
    switch call.body {
    case .none, .json: break
    case .form, .multipart, .bytes: return "it sends a file or a form"
    }
    if call.step != nil { return "it is a step of a sign-in" }
    if call.auth == .account || call.auth == .experience { return "it is made as a user" }
    if !call.options.headers.isEmpty || call.verificationID != nil || call.options.userToken != nil {
      return "it has headers of its own"
    }
    return nil
  }

  func apiRequest(_ call: PreparedCall) -> APIRequest {
    var request = APIRequest(
      HTTPMethod(rawValue: call.method), call.path, operation: call.operation?.name ?? call.name, query: call.query,
      body: call.body, auth: call.auth, isWrite: call.isWrite)
    request.headers = call.options.headers
    request.timeout = call.options.timeout
    request.deadline = callDeadline
    if call.isWrite { request.mayBegin = { [stop] in !stop.isSet } }
    request.maxResponseBytes = maxResponseBytes
    request.retry = call.options.retry
    request.userToken = call.options.userToken
    if call.auth == .experience { request.session = sessions[call.account]?.session }
    request.verificationID = call.verificationID
    request.needsVerification = call.operation?.needsVerification ?? false
    request.scopes = call.operation?.scopes ?? []
    return request
  }

  /// A little before the end of the run's time (a twentieth of what is left, 100 ms at most): a tenant that hangs is then
  /// an error that says so, of kind `timeout`, and not just a run that took too long.
  private var callDeadline: ContinuousClock.Instant? {
    guard let end = deadline() else { return nil }
    let left = ContinuousClock.now.duration(to: end)
    // Dividing 128 bits takes a thousand instructions, and most calls are far from the end.
    return end - (left >= .seconds(2) ? .milliseconds(100) : max(.zero, left) / 20)
  }
}
