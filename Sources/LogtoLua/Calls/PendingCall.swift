import LogtoClient

/// A call under way. Its cell is filled on the transport's thread; everything else belongs to the run's.
final class PendingCall {
  let call: PreparedCall
  let request: CallRequest
  /// Its place among all calls of the run.
  let number: Int
  let cell = AnswerCell()
  let begun = ContinuousClock.now
  /// Answered by the gate, without the tenant.
  var isPlanned = false
  private var task: Task<Void, Never>?
  private var started: StartedCall?

  init(_ call: PreparedCall, _ request: CallRequest, number: Int) {
    self.call = call
    self.request = request
    self.number = number
  }

  func begin(_ call: APIRequest, by client: LogtoClient, on executor: (any TaskExecutor)?) {
    started = client.start(call, on: executor) { [cell] in cell.fill($0) }
  }

  func begin(
    on executor: (any TaskExecutor)?, _ send: @escaping @Sendable () async throws(LogtoError) -> APIResponse
  ) {
    let cell = cell
    task = Task(executorPreference: executor) {
      do throws(LogtoError) {
        cell.fill(.success(try await send()))
      } catch {
        cell.fill(.failure(error))
      }
    }
  }

  /// The client ends the exchange soon; a write that is on its way is waited for within its grace.
  func cancel() {
    task?.cancel()
    started?.cancel()
  }
}
