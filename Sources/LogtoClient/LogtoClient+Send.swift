// Carrying out one call.

extension LogtoClient {
  /// Carries out a call.
  ///
  /// Redirects, texts and empty answers come back as they are; every status below 400 is an answer.
  /// - Throws: a ``LogtoError``, whose `outcome` says what is known about the effect. Cancelling the task ends the call
  ///   with kind `cancelled`; a write that is on its way is waited for a little (``ClientOptions/writeGrace``).
  public func send(_ call: APIRequest) async throws(LogtoError) -> APIResponse {
    let exchange = Exchange(client: self, call: call)
    do throws(LogtoError) {
      return try await exchange.run()
    } catch {
      var error = error
      error.operation = call.operation
      error.retries = exchange.retries
      throw error
    }
  }
}
