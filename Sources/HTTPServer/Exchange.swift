// One request and its answer, from the request line to the last byte sent. Lives on libmicrohttpd's thread; a task
// that makes the answer meets it through the lock.

import CMicroHTTPD
import Synchronization

/// What a request is waiting for, and what answers it.
final class Exchange: Sendable {
  private enum Phase {
    /// The request line is there; the header is not known yet.
    case begun
    case receiving
    /// A task makes the answer; the connection is suspended.
    case working(Connection, socket: Int32)
    /// The answer is made but not handed to libmicrohttpd.
    case answered(ServerResponse)
    /// The answer has been handed over.
    case queued
  }

  private struct State {
    var phase = Phase.begun
    var isCancelled = false
    var request: ServerRequest?
    var handler: RouteHandler?
    var body: [UInt8] = []
    var length = 0
    var task: Task<Void, Never>?
    var stream: BodyStream?
  }

  let id: UInt64
  private let target: String
  private let core: ServerCore
  private let deadline: ConnectionDeadline?
  private let state = Mutex(State())

  init(id: UInt64, target: String, core: ServerCore, deadline: ConnectionDeadline?) {
    self.id = id
    self.target = target
    self.core = core
    self.deadline = deadline
  }

  /// Whether the header has been seen: libmicrohttpd's first call says no more than that.
  var hasHeader: Bool {
    state.withLock { if case .begun = $0.phase { false } else { true } }
  }

  /// What libmicrohttpd's handler callback is to do next.
  enum Action {
    case proceed
    case answer(ServerResponse)
    /// Suspend, then start the task.
    case work(ServerRequest, @Sendable (ServerRequest) async -> ServerResponse)
  }

  /// The header has arrived. Answering here closes the connection afterwards, which suits what is refused here.
  func begin(method: String, version: String, headers: [ServerHeader]) -> Action {
    if core.isStopping { return .answer(Self.stopping) }
    if let refusal = RequestChecks.refusal(method: method, version: version, headers: headers) {
      return .answer(.text("Bad Request: \(refusal)", status: 400))
    }
    guard let parts = RequestTarget(target) else {
      return .answer(.text("Bad Request: a broken request target", status: 400))
    }
    if let length = headers.value(of: "Content-Length").flatMap({ Int($0) }), length > core.drainLimit {
      return .answer(core.configuration.tooLarge)
    }
    var captures: [String: String] = [:]
    let handler: RouteHandler
    switch core.router.match(method: method, path: parts.segments) {
    case .found(let found, let values):
      handler = found
      captures = values
    case .wrongMethod(let allowed):
      let allow = (allowed + (allowed.contains("GET") ? ["HEAD"] : [])).joined(separator: ", ")
      var answer = ServerResponse.text("Method Not Allowed", status: 405)
      answer.headers.append(ServerHeader("Allow", allow))
      handler = .immediate { [answer] _ in answer }
    case .notFound:
      let answer = core.configuration.notFound
      handler = .immediate { _ in answer }
    }
    let request = ServerRequest(
      method: method, target: target, headers: headers, body: [], pathSegments: parts.segments, query: parts.query,
      captures: captures)
    state.withLock { state in
      state.phase = .receiving
      state.request = request
      state.handler = handler
    }
    return .proceed
  }

  /// More of the body has arrived. Bytes over the limit are read and dropped, so that the answer can be read; a
  /// client that sends far more is cut off (false).
  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    state.withLock { state in
      state.length += bytes.count
      if state.length <= core.configuration.bodyLimit { state.body.append(contentsOf: bytes) }
      return state.length <= core.drainLimit
    }
  }

  /// The body is complete, or the connection has been resumed.
  func advance() -> Action {
    let (action, request, handler) = state.withLock { state -> (Action?, ServerRequest?, RouteHandler?) in
      switch state.phase {
      case .answered(let answer):
        state.phase = .queued
        return (.answer(answer), nil, nil)
      case .receiving:
        if state.length > core.configuration.bodyLimit { return (.answer(core.configuration.tooLarge), nil, nil) }
        return (nil, state.request?.with(body: state.body), state.handler)
      case .begun, .working, .queued:
        return (.proceed, nil, nil)
      }
    }
    if let action { return action }
    deadline?.set(nil)
    guard let request, let handler else { return .answer(core.configuration.notFound) }
    switch handler {
    case .immediate(let answer): return .answer(answer(request))
    case .task(let answer): return .work(request, answer)
    }
  }

  /// Starts the task of a suspended connection.
  func work(
    _ request: ServerRequest, _ answer: @escaping @Sendable (ServerRequest) async -> ServerResponse,
    connection: Connection, socket: Int32
  ) {
    state.withLock { $0.phase = .working(connection, socket: socket) }
    core.watch.add(self, socket: socket)
    let task = Task(executorPreference: core.executor) { self.finish(await answer(request)) }
    keep(task)
    if core.isStopping { cancel() }
  }

  /// The writing end of a streamed answer, which its closure fills in a task.
  func stream(_ write: @escaping @Sendable (BodyStream) async -> Void) -> BodyStream {
    let stream = BodyStream(core: core)
    state.withLock { $0.stream = stream }
    keep(
      Task(executorPreference: core.executor) {
        await write(stream)
        stream.finish()
      })
    return stream
  }

  private func keep(_ task: Task<Void, Never>) {
    let isCancelled = state.withLock { state in
      state.task = task
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }

  /// The answer is there: the first one counts.
  private func finish(_ answer: ServerResponse) {
    let suspended = state.withLock { state -> (Connection, Int32)? in
      guard case .working(let connection, let socket) = state.phase else { return nil }
      state.phase = .answered(answer)
      return (connection, socket)
    }
    guard let (connection, socket) = suspended else { return }
    core.watch.remove(self, socket: socket)
    core.library.resume(connection)
  }

  /// The client went away, or the server stops: the handler's task is cancelled.
  func cancel() {
    let (task, stream) = state.withLock { state in
      state.isCancelled = true
      return (state.task, state.stream)
    }
    task?.cancel()
    stream?.abort()
  }

  /// The server stops and waits no longer: whoever still works is answered for.
  func release() {
    cancel()
    finish(Self.stopping)
  }

  /// The last byte has been sent, or the connection has gone.
  func completed() {
    cancel()
    let (idle, request) = (core.configuration.idleTimeout, core.configuration.requestTimeout)
    deadline?.set(.now + idle + request)
  }

  private static let stopping: ServerResponse = {
    var answer = ServerResponse.text("Service Unavailable", status: 503)
    answer.headers.append(ServerHeader("Connection", "close"))
    return answer
  }()
}

extension ServerRequest {
  fileprivate func with(body: [UInt8]) -> ServerRequest {
    ServerRequest(
      method: method, target: target, headers: headers, body: body, pathSegments: pathSegments, query: query,
      captures: captures)
  }
}
