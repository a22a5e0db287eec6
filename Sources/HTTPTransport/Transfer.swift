// One exchange on its way through the loop.

/// A request that was accepted, and what has become of it.
///
/// Unchecked: made by the sending task, then handed over to the loop's thread, which alone touches what can change.
/// (Who is told of the end is set before.)
final class Transfer: @unchecked Sendable {
  let request: HTTPRequest
  let url: RequestURL
  let deadline: Tick
  /// Told of the end, once.
  var done: (@Sendable (Result<HTTPResponse, HTTPFailure>) -> Void)?
  var state = State.new
  var answer: AnswerReader
  /// How often libcurl was about to send the request. A second time would be a silent repetition: it is refused.
  var attempts = 0
  /// Its sender gave it up before it began.
  var isGivenUp = false
  /// The queue of its host, once the loop has seen it.
  var queue: HostQueue?
  /// Runs while the transfer waits for its turn.
  var timer: Timer?

  enum State {
    /// Not seen by the loop.
    case new
    /// Cancelled before the loop saw it.
    case stillborn
    case waiting
    /// Has got its place in flight, and begins at the next turn.
    case promoted
    case running(EasyHandle)
    case finished
  }

  convenience init(checking request: HTTPRequest) throws(HTTPFailure) {
    let url = try RequestURL(request.url)
    try request.check()
    self.init(request, url: url)
  }

  init(_ request: HTTPRequest, url: RequestURL) {
    self.request = request
    self.url = url
    deadline = .now.advanced(by: request.timeout)
    answer = AnswerReader(maxHeaderBytes: request.maxHeaderBytes, maxBodyBytes: request.maxResponseBytes)
  }
}
