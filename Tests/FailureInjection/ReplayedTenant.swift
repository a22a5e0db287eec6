import HTTPTransport
import LogtoClient
import LogtoDemo
import LogtoLua
import LuaRuntime
import Synchronization
import TestSupport

/// The demo tenant's answers to one script: asked over HTTP once, and then given again to each run from the start, in
/// the same order for the same request.
public final class ReplayedTenant: Sendable {
  fileprivate static func key(_ request: HTTPRequest) -> [UInt8] {
    // The order of a table's fields, which the query follows, differs between two states.
    let parts = request.url.split(separator: "?", maxSplits: 1)
    let query = parts.count > 1 ? parts[1].split(separator: "&").sorted().joined(separator: "&") : ""
    var key = Array("\(request.method) \(parts[0]) \(query)\n".utf8)
    if case .bytes(let body) = request.body { key += body }
    return key
  }

  private let tape = Mutex<[[UInt8]: [HTTPResponse]]>([:])
  private let account: Account

  /// Runs the script at a tenant of its own, and remembers the answers.
  public init(_ source: [UInt8], name: String) async throws {
    let tenant = try DemoTenant.start()
    account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let transport = CurlTransport(driver: .caller)
    let recorder = Recorder(transport: transport) { [self] key, answer in
      tape.withLock { $0[key, default: []].append(answer) }
    }
    await OwnThread.run { [self] in _ = run(recorder, on: transport).execute(source, name: name) }
    await tenant.stop()
  }

  /// A run that is answered from the tape.
  public func run() -> Run {
    run(Player(tape: tape.withLock { $0 }), on: CurlTransport(driver: .caller))
  }

  private func run(_ transport: any HTTPTransport, on loop: CurlTransport) -> Run {
    Run(
      RunConfiguration(clients: ClientSource(account)),
      driver: RunDriver(
        transport: transport, executor: loop, turn: { loop.drive(until: $0, deadline: $1) }, wake: { loop.wake() }))
  }
}

private struct Recorder: HTTPTransport {
  let transport: CurlTransport
  let note: @Sendable ([UInt8], HTTPResponse) -> Void

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    let answer = try await transport.send(request)
    note(ReplayedTenant.key(request), answer)
    return answer
  }
}

private final class Player: HTTPTransport {
  private let tape: Mutex<[[UInt8]: [HTTPResponse]]>

  init(tape: [[UInt8]: [HTTPResponse]]) { self.tape = Mutex(tape) }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    let key = ReplayedTenant.key(request)
    // The last answer stays: a run that is disturbed may ask for the same again.
    let answer = tape.withLock { tape -> HTTPResponse? in
      guard let answers = tape[key], let first = answers.first else { return nil }
      if answers.count > 1 { tape[key] = Array(answers.dropFirst()) }
      return first
    }
    guard let answer else { throw HTTPFailure(.invalidRequest, "\(request.method) \(request.url) was not recorded") }
    return answer
  }
}
