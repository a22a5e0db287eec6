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
    // Without a timer it has ended, or has not begun: then its continuation is still the task's to set.
    guard let timer = sleeper.timer else { return }
    timers.remove(timer)
    wake(sleeper, false)
  }

  /// Resumes the task, once.
  func wake(_ sleeper: Sleeper, _ slept: Bool) {
    sleeper.timer = nil
    sleeper.continuation?.resume(returning: slept)
    sleeper.continuation = nil
  }
}
