// A write that is on its way is not cut off at once when its caller is cancelled: what it did would be unknown.

import HTTPTransport

/// Sends a write. A cancelled caller waits for the answer a while longer; what had not begun then never does.
struct WriteShield {
  let transport: any HTTPTransport
  /// How much longer.
  let grace: Duration
  let clock: ClientClock

  func send(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    if Task.isCancelled { return .failure(HTTPFailure(.cancelled, "cancelled before sending")) }
    let isCancelled = Flag()
    var request = request
    request.mayBegin = { [mayBegin = request.mayBegin] in !isCancelled.isSet && mayBegin?() ?? true }
    let transport = transport
    let executor = transport as? any TaskExecutor
    let transfer = Task(executorPreference: executor) { [request] () -> Result<HTTPResponse, HTTPFailure> in
      if isCancelled.isSet { return .failure(HTTPFailure(.cancelled, "cancelled before sending")) }
      do throws(HTTPFailure) {
        return .success(try await transport.send(request))
      } catch {
        return .failure(error)
      }
    }
    let (grace, clock) = (grace, clock)
    return await withTaskCancellationHandler {
      await transfer.value
    } onCancel: {
      isCancelled.set()
      Task(executorPreference: executor) {
        try? await transport.sleep(until: clock.now() + grace)
        transfer.cancel()
      }
    }
  }
}
