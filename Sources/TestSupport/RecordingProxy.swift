// A server in front of a tenant that keeps what passes through it.

import HTTPServer
import HTTPTransport
import JSON
import Synchronization

/// Passes every request on over real HTTP, and remembers the writes with their answers.
public final class RecordingProxy: Sendable {
  /// A request that was no GET, and what it was answered.
  public struct Write: Sendable, Equatable, CustomStringConvertible {
    public let method: String
    public let path: String
    public let query: String
    /// Null where there is no body.
    public let body: JSONValue
    public let status: Int
    public let answer: JSONValue

    /// What was sent.
    public var description: String { "\(method) \(path)?\(query) \(body.encodedString())" }
  }

  private final class Shared: Sendable {
    let writes = Mutex<[Write]>([])
    let reads = Atomic<Int>(0)
  }

  private let shared = Shared()
  private let server: HTTPServer
  private let transport = CurlTransport()

  public var endpoint: String { "http://127.0.0.1:\(server.port)" }

  /// The writes so far, but for requests for tokens.
  public var writes: [Write] { shared.writes.withLock { $0 } }
  /// How many GETs have passed.
  public var reads: Int { shared.reads.load(ordering: .relaxed) }

  /// - Parameter endpoint: the address of the tenant behind it.
  public init(to endpoint: String) throws {
    let shared = shared
    let transport = transport
    server = try HTTPServer.start(
      ServerConfiguration(),
      routes: [.task("*", "/{path...}") { await RecordingProxy.pass($0, to: endpoint, transport, shared) }])
  }

  public func stop() async { await server.stop(grace: .zero) }

  private static func pass(
    _ request: ServerRequest, to endpoint: String, _ transport: CurlTransport, _ shared: Shared
  ) async -> ServerResponse {
    let kept = ["authorization", "content-type"]
    let headers = request.headers.filter { kept.contains($0.name.lowercased()) }.map { HTTPHeader($0.name, $0.value) }
    let onward = HTTPRequest(
      HTTPMethod(rawValue: request.method), endpoint + request.target, headers: HTTPHeaders(headers),
      body: request.body.isEmpty ? .empty : .bytes(request.body))
    let response: HTTPResponse
    do {
      response = try await transport.send(onward)
    } catch {
      return .text("\(error)", status: 502)
    }
    if request.method == "GET" {
      shared.reads.add(1, ordering: .relaxed)
    } else if request.path != "/oidc/token" {
      let target = request.target.split(separator: "?", maxSplits: 1)
      let write = Write(
        method: request.method, path: String(target[0]), query: target.count > 1 ? String(target[1]) : "",
        body: (try? JSONValue.parse(request.body)) ?? .null, status: response.status,
        answer: (try? JSONValue.parse(response.body)) ?? .null)
      shared.writes.withLock { $0.append(write) }
    }
    let passed = response.headers.filter {
      !["content-length", "connection", "keep-alive", "date"].contains($0.name.lowercased())
    }
    return ServerResponse(
      status: response.status, headers: passed.map { ServerHeader($0.name, $0.value) }, body: .bytes(response.body))
  }
}
