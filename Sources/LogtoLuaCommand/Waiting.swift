// Asynchronous work on the command's own thread: the thread that waits drives the requests.

import HTTPTransport
import Synchronization

/// Runs `work` to its end, with the calling thread driving `transport`.
func wait<Value: Sendable>(
  on transport: CurlTransport, for work: @escaping @Sendable () async -> Value
) -> Value {
  let result = SharedResult<Value>()
  Task(executorPreference: transport) {
    result.set(await work())
    transport.wake()
  }
  while true {
    transport.drive(until: { result.value != nil })
    if let value = result.value { return value }
  }
}

/// A value that one task sets and the waiting thread reads; the lock guards it.
private final class SharedResult<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)
  var value: Value? { stored.withLock { $0 } }
  func set(_ value: Value) { stored.withLock { $0 = value } }
}
