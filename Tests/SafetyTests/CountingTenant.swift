import HTTPServer
import Synchronization

/// A tenant that counts every request, those for tokens among them, and answers each with an empty list.
final class CountingTenant: Sendable {
  private let server: HTTPServer
  private let requests: Requests

  private final class Requests: Sendable {
    let lines = Mutex<[String]>([])
  }

  init() throws {
    let requests = Requests()
    self.requests = requests
    server = try HTTPServer.start(
      ServerConfiguration(),
      routes: [
        .immediate("*", "/{path...}") { request in
          requests.lines.withLock { $0.append("\(request.method) \(request.path)") }
          let token = #"{"access_token":"t","expires_in":3600,"token_type":"Bearer","scope":"all"}"#
          return .json(Array((request.path == "/oidc/token" ? token : "[]").utf8))
        }
      ])
  }

  var endpoint: String { "http://127.0.0.1:\(server.port)" }

  /// Method and path of every request so far.
  var seen: [String] { requests.lines.withLock { $0 } }

  func stop() async { await server.stop(grace: .zero) }
}
