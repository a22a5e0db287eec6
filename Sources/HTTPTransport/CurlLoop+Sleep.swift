// Tasks that sleep on the loop.

extension CurlLoop {
  func start(_ sleeper: Sleeper) {
    guard !sleeper.isCancelled, !isClosed else { return wake(sleeper, false) }
    guard sleeper.instant > .now else { return wake(sleeper, true) }
    let timer = Timer(sleeper.instant, .wake(sleeper))
    sleeper.timer = timer
    timers.insert(timer)
  }

  func cancel(_ sleeper: Sleeper) {
    sleeper.isCancelled = true
    if let timer = sleeper.timer { timers.remove(timer) }
    wake(sleeper, false)
  }

  /// Resumes the task, once.
  func wake(_ sleeper: Sleeper, _ slept: Bool) {
    sleeper.timer = nil
    sleeper.continuation?.resume(returning: slept)
    sleeper.continuation = nil
  }
}
