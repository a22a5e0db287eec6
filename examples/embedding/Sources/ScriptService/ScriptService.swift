// The service: scripts come in by HTTP, run under their caller's policy and limits, and stream back what they print.

import HTTPServer
import LogtoClient
import LogtoLua
import LuaRuntime

/// An HTTP service that runs scripts.
///
/// `POST /run` takes a script as its body and answers one JSON object a line: `{"output": "…"}` for what the script
/// prints, as it prints it, and `{"done": {…}}` at the end. `GET /metrics` is text. `GET /health` answers 503 once the
/// service is being stopped.
public final class ScriptService: Sendable {
  private let runtime: LogtoRuntime
  private let server: HTTPServer
  public var port: UInt16 { server.port }

  /// - Parameters:
  ///   - queue: callers that may wait for their turn; the next is answered 503.
  /// - Throws: `HTTPServerError` when the address cannot be listened on.
  public init(
    client: LogtoClient, callers: [Caller], server configuration: ServerConfiguration = ServerConfiguration(),
    scriptsAtOnce: Int = 1_000, queue: Int = 1_000, log: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    let metrics = ServiceMetrics()
    let options = RuntimeOptions(
      scriptsAtOnce: scriptsAtOnce, log: log, metrics: { metrics.record($0) },
      configuration: RunConfiguration(wantsJSON: true))
    // What a script may do is its caller's policy; the runtime's own adds nothing.
    let runtime = LogtoRuntime(client: client, policy: .everything, options: options)
    self.runtime = runtime
    server = try HTTPServer.start(
      configuration,
      routes: [
        .immediate("POST", "/run") { request in
          guard let caller = callers.caller(of: request) else {
            return .error("a bearer token of a caller is needed", status: 401)
          }
          guard let source = String(validating: request.body, as: UTF8.self) else {
            return .error("the script is not UTF-8", status: 400)
          }
          guard !runtime.load.isShuttingDown else { return .error("the service is being stopped", status: 503) }
          guard runtime.load.waiting < queue else {
            metrics.refuse()
            return .error("too many scripts wait; try again later", status: 503)
          }
          let arguments = request.query.filter { $0.name == "arg" }.map(\.value)
          return .script(source, arguments: arguments, caller: caller, runtime: runtime)
        },
        .immediate("GET", "/metrics") { _ in .text(metrics.text(runtime.load)) },
        .immediate("GET", "/health") { _ in
          runtime.load.isShuttingDown ? .text("stopping\n", status: 503) : .text("ok\n")
        },
      ])
  }

  /// Takes no more scripts, lets those that run end within the grace, cancels the others, and closes.
  public func stop(grace: Duration = .seconds(10)) async {
    await runtime.shutdown(grace: grace)
    // The last lines of the scripts are still to be sent.
    await server.stop(grace: .seconds(2))
  }
}
