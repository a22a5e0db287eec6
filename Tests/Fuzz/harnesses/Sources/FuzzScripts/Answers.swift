import HTTPTransport
import LogtoLua

/// Answers every call with something, and sends nothing.
struct Answers: CallGate {
  func decide(_ call: CallRequest) -> CallDecision {
    guard let name = call.operation else { return .answer(status: 404, body: Array(#"{"message":"Not Found"}"#.utf8)) }
    if call.path.hasSuffix("nope") {
      return .answer(status: 404, body: Array(#"{"code":"entity.not_found","message":"no such thing"}"#.utf8))
    }
    if call.path.hasSuffix("broken") { return .answer(status: 200, body: Array(#"{"id":"#.utf8)) }
    let object =
      #"{"id":"x1","name":"Ada","username":"ada","customData":{"a":[1,2.5,null]},"secret":"Zq8vXw3KpT6mRb2N"}"#
    return .answer(status: 200, body: Array((name.contains("list_") ? "[\(object),\(object)]" : object).utf8))
  }
  func report(_ call: CallRequest, _ report: CallReport) {}
}

/// Never asked to send, since ``Answers`` answers; sleeps no time at all.
struct NoTransport: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    throw HTTPFailure(.invalidRequest, "nothing is sent")
  }
  func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {}
}
