// A transport without a network: it answers from a closure, keeps what it was sent, and sleeps by moving a clock.

import HTTPTransport
import Synchronization

@testable import LogtoClient

/// A clock that moves only when someone sleeps on it.
final class FakeClock: Sendable {
  private let start = ContinuousClock.now
  // Guards the time gone by.
  private let gone = Mutex(Duration.zero)
  /// Seconds since 1970 at the start: 2026-11-24.
  static let epoch: Double = 1_795_478_400

  var elapsed: Duration { gone.withLock { $0 } }

  func advance(_ duration: Duration) { gone.withLock { $0 += duration } }

  func advance(to instant: ContinuousClock.Instant) {
    gone.withLock { $0 = max($0, instant - start) }
  }

  var clock: ClientClock {
    ClientClock(now: { self.start + self.elapsed }, unixTime: { FakeClock.epoch + self.elapsed / .seconds(1) })
  }
}

final class FakeTransport: HTTPTransport, Sendable {
  typealias Script = @Sendable (_ request: HTTPRequest, _ number: Int) throws -> HTTPResponse

  let clock = FakeClock()
  private let script: Script
  // Guards what was sent.
  private let log = Mutex<[HTTPRequest]>([])

  init(_ script: @escaping Script) {
    self.script = script
  }

  var sent: [HTTPRequest] { log.withLock { $0 } }

  /// Those for the API, without those for tokens.
  var calls: [HTTPRequest] { sent.filter { !$0.isToken } }
  var tokenRequests: [HTTPRequest] { sent.filter(\.isToken) }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    let number = log.withLock { log in
      log.append(request)
      return log.count { $0.isToken == request.isToken } - 1
    }
    do {
      return try script(request, number)
    } catch let failure as HTTPFailure {
      throw failure
    } catch {
      throw HTTPFailure(.malformed, "the script of the test failed: \(error)")
    }
  }

  func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {
    if Task.isCancelled { throw CancellationError() }
    clock.advance(to: instant)
  }

  /// A client for a loopback tenant; API calls are answered by `script`, tokens are given.
  static func client(
    _ account: Account? = nil, options change: (inout ClientOptions) -> Void = { _ in }, tenant script: @escaping Script
  ) throws -> (LogtoClient, FakeTransport) {
    let transport = FakeTransport { request, number in
      request.isToken ? .token("token-\(number)") : try script(request, number)
    }
    return (try transport.client(account, change: change), transport)
  }

  func client(_ account: Account? = nil, change: (inout ClientOptions) -> Void = { _ in }) throws -> LogtoClient {
    var options = ClientOptions()
    options.clock = clock.clock
    options.jitter = { 0.5 }
    // Sleeping moves the clock of these tests; an alarm that is never due must not.
    options.alarm = { _ in try await Task.sleep(for: .seconds(3600)) }
    change(&options)
    return LogtoClient(account: try account ?? .test(), transport: self, options: options)
  }
}

extension HTTPRequest {
  var isToken: Bool { url.hasSuffix("/oidc/token") }
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}

extension HTTPResponse {
  static func json(_ status: Int, _ text: String, _ headers: [HTTPHeader] = []) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: HTTPHeaders([HTTPHeader("Content-Type", "application/json; charset=utf-8")] + headers),
      body: Array(text.utf8))
  }

  static func text(_ status: Int, _ type: String, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": type], body: Array(text.utf8))
  }

  static func token(_ token: String, lifetime: Int = 3600, scope: String = "all") -> HTTPResponse {
    .json(
      200, #"{"access_token":"\#(token)","expires_in":\#(lifetime),"token_type":"Bearer","scope":"\#(scope)"}"#)
  }
}

extension Account {
  static func test(
    endpoint: String = "http://127.0.0.1:3001", resource: String? = nil, secret: String = Secrets.app
  ) throws -> Account {
    try Account(
      name: "test", endpoint: endpoint, appID: "app-id", appSecret: Secret(secret), resource: resource,
      origin: .environment)
  }
}
