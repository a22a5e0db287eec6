// A tenant that answers whatever a test says, and remembers what it was asked.

import HTTPServer
import JSON
import Synchronization

/// A server on loopback with a token endpoint, whose other answers come from a closure.
public final class FakeTenant: Sendable {
  public static let appID = "tester"
  public static let appSecret = "tester-secret-value"
  public static let token = "tester-access-token"

  private final class Shared: Sendable {
    let seen = Mutex<[ServerRequest]>([])

    /// The request's number; nil where it is one for a token.
    func note(_ request: ServerRequest) -> Int? {
      if request.path == "/oidc/token" { return nil }
      return seen.withLock { seen in
        seen.append(request)
        return seen.count
      }
    }
  }

  private let server: HTTPServer
  private let shared: Shared

  public var endpoint: String { "http://127.0.0.1:\(server.port)" }

  /// Every request so far but those for tokens.
  public var seen: [ServerRequest] { shared.seen.withLock { $0 } }

  /// Forgets what it was asked.
  public func forget() { shared.seen.withLock { $0 = [] } }

  /// - Parameter answer: called on the server's thread, with the number of the request counted from 1.
  public init(_ answer: @escaping @Sendable (ServerRequest, Int) -> ServerResponse) throws {
    let shared = Shared()
    self.shared = shared
    server = try HTTPServer.start(
      ServerConfiguration(),
      routes: [
        .immediate("*", "/{path...}") { request in
          shared.note(request).map { answer(request, $0) } ?? FakeTenant.tokenAnswer
        }
      ])
  }

  /// - Parameter answer: called in a task of its own, so that it may wait.
  public init(answering answer: @escaping @Sendable (ServerRequest, Int) async -> ServerResponse) throws {
    let shared = Shared()
    self.shared = shared
    server = try HTTPServer.start(
      ServerConfiguration(),
      routes: [
        .task("*", "/{path...}") { request in
          guard let number = shared.note(request) else { return FakeTenant.tokenAnswer }
          return await answer(request, number)
        }
      ])
  }

  /// Answers every request with the same JSON.
  public convenience init(json: String = "{}", status: Int = 200) throws {
    try self.init { _, _ in .json(Array(json.utf8), status: status) }
  }

  public func stop() async { await server.stop(grace: .zero) }

  private static var tokenAnswer: ServerResponse {
    .json(
      JSONValue.object([
        "access_token": .string(token), "expires_in": 3600, "token_type": "Bearer", "scope": "all",
      ]).encoded())
  }
}
