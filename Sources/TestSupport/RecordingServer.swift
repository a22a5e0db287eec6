// A server that plays a recorded tenant over real HTTP: it knows which requests to expect, checks each one before
// it answers, and answers exactly what was recorded.

import HTTPServer
import JSON
import Synchronization

/// Replays recordings. A request that is not the expected one is answered 599 with what differs, and the difference
/// is kept for the test to show.
public final class RecordingServer: Sendable {
  /// The tokens that stand for the masked ones in recordings: `token(for: "m2m")` is what `Bearer {m2m}` wants.
  public static func token(for mask: String) -> String { "token-of-\(mask)" }

  /// What to give an account: any id and secret are taken, unless a recording of the token endpoint is expected.
  public static let appID = "recorder"
  public static let appSecret = "recorder-secret"

  /// A request that came in: what it was and what it was answered.
  public struct Seen: Sendable {
    public let request: ServerRequest
    public let status: Int
  }

  private struct State {
    var expected: [Recording] = []
    var differences: [String] = []
    var seen: [Seen] = []
    var tokenRequests = 0
    var cookies: [String: RecordedCookie] = [:]
    /// What stands for the recorded tenant's address in redirects.
    var origin = ""
  }

  private let state: Shared
  private let server: HTTPServer

  /// The state, shared with the handler without keeping the server alive.
  private final class Shared: Sendable {
    let value = Mutex(State())
  }

  public var endpoint: String { "http://127.0.0.1:\(server.port)" }
  public var port: UInt16 { server.port }

  /// Starts a server that expects nothing yet.
  public init() throws {
    let state = Shared()
    self.state = state
    var configuration = ServerConfiguration()
    configuration.bodyLimit = 8 << 20
    self.server = try HTTPServer.start(
      configuration, routes: [.immediate("*", "/{path...}") { RecordingServer.answer($0, state) }])
    let origin = endpoint
    state.value.withLock { $0.origin = origin }
  }

  /// The address of the tenant that was recorded. In redirects, and in `redirectTo`, this server's stands in its place.
  public static let recordedOrigin = "http://127.0.0.1:3001"

  /// The requests to come, in order, after those expected already.
  public func expect(_ recordings: [Recording]) { state.value.withLock { $0.expected += recordings } }

  /// Forgets what is expected, set cookies and all that has been seen.
  public func reset() {
    let origin = endpoint
    state.value.withLock { state in
      state = State()
      state.origin = origin
    }
  }

  /// Gives up what is expected and was not asked for: what one test missed shall not confuse the next.
  public func takePending() -> [Recording] {
    state.value.withLock { state in
      defer { state.expected = [] }
      return state.expected
    }
  }

  /// What differed so far, forgotten by this call.
  public func takeDifferences() -> [String] {
    state.value.withLock { state in
      defer { state.differences = [] }
      return state.differences
    }
  }

  /// The recordings that have not been asked for.
  public var pending: [Recording] { state.value.withLock { $0.expected } }

  /// Every request so far but those for tokens.
  public var seen: [Seen] { state.value.withLock { $0.seen } }

  /// How many tokens have been asked for outside recordings.
  public var tokenRequests: Int { state.value.withLock { $0.tokenRequests } }

  public func stop() async { await server.stop(grace: .zero) }

  // MARK: Answering

  private static func answer(_ request: ServerRequest, _ shared: Shared) -> ServerResponse {
    shared.value.withLock { state in
      let isToken = request.path == "/oidc/token"
      if isToken, state.expected.first?.path != "/oidc/token" {
        state.tokenRequests += 1
        return token
      }
      let response = replay(request, &state)
      state.seen.append(Seen(request: request, status: response.status))
      return response
    }
  }

  private static let token = ServerResponse.json(
    JSONValue.object([
      "access_token": .string(token(for: "m2m")), "expires_in": 3600, "token_type": "Bearer", "scope": "all",
    ]).encoded())

  private static func replay(_ request: ServerRequest, _ state: inout State) -> ServerResponse {
    guard !state.expected.isEmpty else {
      return mismatch("unexpected request \(request.method) \(request.target)", &state)
    }
    let recording = state.expected.removeFirst()
    var tokens: [String: String] = [:]
    for mask in ["m2m", "user", "noscope"] { tokens[mask] = token(for: mask) }
    let comparison = RequestComparison(tokens: tokens, cookies: state.cookies)
    let lines = comparison.differences(of: request, from: recording)
    guard lines.isEmpty else {
      return mismatch("\(recording):\n  " + lines.joined(separator: "\n  "), &state)
    }
    for header in recording.answerHeaders where header.name == "set-cookie" {
      let cookie = RecordedCookie(header.value)
      state.cookies[cookie.name] = cookie
    }
    return response(for: recording, origin: state.origin)
  }

  /// The recorded answer. It has a request id of its own: `recording-` and the id.
  ///
  /// - Parameter origin: what stands for the recorded tenant's address in redirects.
  public static func response(for recording: Recording, origin: String = recordedOrigin) -> ServerResponse {
    var response = ServerResponse(status: recording.status)
    response.headers = recording.answerHeaders.map { header in
      ServerHeader(header.name, header.name == "location" ? moved(header.value, to: origin) : header.value)
    }
    response.headers.append(ServerHeader("Logto-Core-Request-Id", "recording-\(recording.id)"))
    switch recording.answerBody {
    case .null: break
    case .string(let text) where !recording.isJSONAnswer: response.body = .bytes(Array(text.utf8))
    case .object(var members):
      if let address = members["redirectTo"]?.stringValue {
        members["redirectTo"] = .string(moved(address, to: origin))
      }
      response.body = .bytes(JSONValue.object(members).encoded())
    default: response.body = .bytes(recording.answerBody.encoded())
    }
    return response
  }

  private static func moved(_ address: String, to origin: String) -> String {
    address.hasPrefix(recordedOrigin) ? origin + address.dropFirst(recordedOrigin.count) : address
  }

  private static func mismatch(_ text: String, _ state: inout State) -> ServerResponse {
    state.differences.append(text)
    return .json(
      JSONValue.object(["code": "recording.mismatch", "message": .string(text)]).encoded(), status: 599)
  }
}
