// Calls that no task waits for: their end is told once, whatever becomes of them.

import Dispatch
import HTTPTransport
import LogtoClient
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct StartedCallTests {
  /// Counts the tasks that a call needs.
  private final class CountingExecutor: TaskExecutor {
    let jobs = Atomic(0)

    func enqueue(_ job: consuming ExecutorJob) {
      jobs.add(1, ordering: .relaxed)
      let job = UnownedJob(job)
      DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  /// A tenant that answers the n-th API call, from 0, by `behave`; where that answers false, the connection ends. The
  /// client has a token when this returns.
  private func tenant(
    _ behave: @escaping @Sendable (Int, FaultConnection) -> Bool
  ) async throws -> (FaultServer, LogtoClient) {
    let calls = Counter()
    let tokens = Counter()
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target == "/oidc/token" {
          connection.answerToken("token-\(tokens.next())")
        } else if request.target == "/api/first" {
          connection.answerJSON("{}")
        } else if !behave(calls.next(), connection) {
          return
        }
      }
    }
    var options = ClientOptions()
    options.jitter = { 0 }
    let client = LogtoClient(account: try .test(endpoint: server.url), transport: CurlTransport(), options: options)
    _ = try await client.send(APIRequest(.get, "/api/first"))
    return (server, client)
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
  }

  /// What the call comes to. A second end would trap, and one that is told too early is a failure.
  private func end(
    of call: APIRequest, by client: LogtoClient, on executor: any TaskExecutor,
    _ whenStarted: (StartedCall) -> Void = { _ in }
  ) async -> Result<APIResponse, LogtoError> {
    let started = client.start(call, on: executor)
    whenStarted(started)
    await withCheckedContinuation { continuation in started.onOver { continuation.resume() } }
    return started.result ?? .failure(LogtoError(.cancelled, "it is not over"))
  }

  @Test func `a read that waits for its answer alone needs no task`() async throws {
    let (server, client) = try await tenant { _, connection in
      connection.answerJSON(#"{"id":"u"}"#)
      return true
    }
    defer { server.stop() }
    let executor = CountingExecutor()
    let answer = try await end(of: APIRequest(.get, "/api/users/u"), by: client, on: executor).get()
    #expect(answer.body == Array(#"{"id":"u"}"#.utf8))
    #expect(answer.retries == 0)
    #expect(executor.jobs.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: ["503", "dropped", "401"])
  func `what the first attempt does not bring is a task's to go on with`(_ first: String) async throws {
    let (server, client) = try await tenant { number, connection in
      switch number == 0 ? first : "" {
      case "503": connection.answer(503)
      case "401": connection.answer(401, headers: [("content-type", "application/json")], body: "{}")
      case "dropped": return false
      default: connection.answerJSON(#"{"id":"u"}"#)
      }
      return true
    }
    defer { server.stop() }
    let executor = CountingExecutor()
    let answer = try await end(of: APIRequest(.get, "/api/users/u"), by: client, on: executor).get()
    #expect(answer.body == Array(#"{"id":"u"}"#.utf8))
    #expect(executor.jobs.load(ordering: .relaxed) > 0)
    #expect(server.received.count { $0.target == "/api/users/u" } == 2)
  }

  @Test func `a failure is told with its operation`() async throws {
    let (server, client) = try await tenant { _, connection in
      connection.answer(404, headers: [("content-type", "application/json")], body: #"{"code":"entity.not_found"}"#)
      return true
    }
    defer { server.stop() }
    let call = APIRequest(.get, "/api/users/u", operation: "logto_get_user")
    let result = await end(of: call, by: client, on: CountingExecutor())
    guard case .failure(let error) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(error.status == 404 && error.code == "entity.not_found" && error.operation == "logto_get_user")
  }

  @Test func `a cancelled read ends as cancelled, and one that is over stays as it is`() async throws {
    let (server, client) = try await tenant { number, connection in
      if number > 0 { return true }
      connection.answerJSON("{}")
      return true
    }
    defer { server.stop() }
    let started = Mutex<StartedCall?>(nil)
    let call = APIRequest(.get, "/api/users/u")
    _ = try await end(of: call, by: client, on: CountingExecutor()) { call in started.withLock { $0 = call } }.get()
    started.withLock { $0 }?.cancel()
    let result = await end(of: call, by: client, on: CountingExecutor()) { $0.cancel() }
    guard case .failure(let error) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(error.kind == .cancelled)
  }

  @Test func `a write is a task's, and is sent once`() async throws {
    let (server, client) = try await tenant { _, connection in
      connection.answerJSON(#"{"id":"u"}"#)
      return true
    }
    defer { server.stop() }
    let executor = CountingExecutor()
    let call = APIRequest(.post, "/api/users", body: .json(Array("{}".utf8)), isWrite: true)
    #expect(try await end(of: call, by: client, on: executor).get().status == 200)
    #expect(executor.jobs.load(ordering: .relaxed) > 0)
    #expect(server.received.count { $0.target == "/api/users" } == 1)
  }
}
