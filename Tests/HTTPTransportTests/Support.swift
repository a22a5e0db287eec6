// What the tests of the transport share.

import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPTransport

extension HTTPTransport {
  /// The failure of a request that must fail.
  func failure(of request: HTTPRequest, sourceLocation: SourceLocation = #_sourceLocation) async throws -> HTTPFailure {
    do {
      let answer = try await send(request)
      Issue.record("answered \(answer.status) where a failure was expected", sourceLocation: sourceLocation)
      throw NoFailure()
    } catch let failure as HTTPFailure {
      return failure
    }
  }
}

struct NoFailure: Error {}

extension FaultServer {
  /// Answers every request of every connection with 200 and this body.
  static func answering(_ body: String = "{}", headers: [(String, String)] = []) throws -> FaultServer {
    try FaultServer { connection in
      while connection.readRequest() != nil { connection.answer(200, headers: headers, body: body) }
    }
  }
}

/// Methods with and without a body, as a client sends them.
enum Sample: CaseIterable {
  case get, post, patch, delete, put

  func request(_ url: String) -> HTTPRequest {
    switch self {
    case .get: HTTPRequest(.get, url, timeout: .seconds(10))
    case .post: HTTPRequest(.post, url, body: .bytes(Array(#"{"a":1}"#.utf8)), timeout: .seconds(10))
    case .patch: HTTPRequest(.patch, url, body: .bytes(Array(#"{"a":1}"#.utf8)), timeout: .seconds(10))
    case .delete: HTTPRequest(.delete, url, timeout: .seconds(10))
    case .put: HTTPRequest(.put, url, timeout: .seconds(10))
    }
  }
}

/// Something that happens once, waited for by tasks or blocking threads.
final class Signal: Sendable {
  private let state = Mutex<(hasFired: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))
  private let semaphore = DispatchSemaphore(value: 0)

  func fire() {
    let waiting = state.withLock { state in
      defer { state = (true, []) }
      return state.waiting
    }
    semaphore.signal()
    for continuation in waiting { continuation.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let hasFired = state.withLock { state in
        if !state.hasFired { state.waiting.append(continuation) }
        return state.hasFired
      }
      if hasFired { continuation.resume() }
    }
  }

  /// For threads of a server.
  func block() {
    semaphore.wait()
    semaphore.signal()
  }
}

/// A value that tasks and threads share.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  func withLock<R: Sendable>(_ body: @Sendable (inout Value) -> R) -> R {
    mutex.withLock { value in body(&value) }
  }
}
