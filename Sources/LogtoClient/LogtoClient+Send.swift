// Carrying out one call.

extension LogtoClient {
  /// Carries out a call.
  ///
  /// Redirects, texts and empty answers come back as they are; every status below 400 is an answer.
  /// - Throws: a ``LogtoError``, whose `outcome` says what is known about the effect. Cancelling the task ends the call
  ///   with kind `cancelled`; a write that is on its way is waited for a little (``ClientOptions/writeGrace``).
  public func send(_ call: APIRequest) async throws(LogtoError) -> APIResponse {
    try await Exchange(client: self, call: call).outcome().get()
  }

  /// Carries out a call as ``send(_:)`` does, with no task that waits for it.
  ///
  /// - Parameter executor: what a task runs on where the call needs one.
  package func start(_ call: APIRequest, on executor: (any TaskExecutor)?) -> StartedCall {
    StartedCall(Exchange(client: self, call: call), on: executor)
  }
}
