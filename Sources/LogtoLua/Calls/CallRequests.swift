import HTTPTransport
import LogtoClient

extension CallPipeline {
  /// The call with what the run adds to its request.
  func callRequest(_ call: consuming PreparedCall) -> CallRequest {
    call.request.deadline = callDeadline
    let session = call.request.auth == .experience ? sessions[call.account]?.session : nil
    call.request.change { fields in
      if fields.isWrite { fields.mayBegin = { [stop] in !stop.isSet } }
      fields.maxResponseBytes = settings.configuration.maxResponseBytes
      fields.session = session
    }
    let account = call.account == 0 ? nil : accountNames[call.account - 1]
    return CallRequest(call, account: account, secrets: secrets)
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
