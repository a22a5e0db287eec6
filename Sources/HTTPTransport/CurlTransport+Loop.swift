// Running the loop: on its own thread, or on that of a caller.

import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension CurlTransport {
  public func enqueue(_ job: consuming ExecutorJob) {
    submit(.run(UnownedJob(job)))
  }

  /// Runs jobs, timers and requests on the calling thread until `done` says so, or until the deadline.
  ///
  /// `done` is asked after every change. What it depends on is either set by a job of this executor, or its writer
  /// calls `wake()`. Only for the driver `.caller`, and by one thread at a time; a job may drive again.
  public func drive(until done: () -> Bool, deadline: ContinuousClock.Instant? = nil) {
    precondition(driver == .caller, "this transport has a thread of its own")
    let (isOutermost, owner) = loopThread.compareExchange(
      expected: 0, desired: currentThread(), ordering: .sequentiallyConsistent)
    precondition(isOutermost || owner == currentThread(), "another thread drives this transport")
    defer { if isOutermost { loopThread.store(0, ordering: .sequentiallyConsistent) } }
    let limit = deadline.map { Tick($0) }
    while !done() {
      if let limit, limit <= .now { return }
      turn(until: limit, done)
    }
  }

  /// Ends the present or the next wait of `drive`. From any thread, and from signal handlers.
  public func wake() {
    loop.poller.wake()
  }

  func submit(_ command: Command) {
    if isOnLoopThread { return perform(command) }
    switch inbox.put(command) {
    case .nothing: break
    case .wake: wake()
    case .newReader: startThread()
    }
  }

  private var isOnLoopThread: Bool { loopThread.load(ordering: .relaxed) == currentThread() }

  private func perform(_ command: Command) {
    switch command {
    case .run(let job): ready.append(job)
    case .start(let transfer): loop.start(transfer)
    case .cancel(let transfer): loop.cancel(transfer)
    case .sleep(let sleeper): loop.start(sleeper)
    case .wake(let sleeper): loop.cancel(sleeper)
    case .close: loop.close()
    }
  }

  /// Runs what is ready, then waits for more if there is nothing.
  private func turn(until limit: Tick?, _ done: () -> Bool) {
    // Sockets are looked at after so many jobs even if jobs never run out.
    for _ in 0..<64 {
      for command in inbox.take() { perform(command) }
      runJobs()
      loop.advance()
      if done() { return }
      if ready.isEmpty { break }
    }
    // A thread of our own has nothing to wait for once the transport is shut down.
    let isOver = loop.isClosed && driver == .ownThread && loop.isIdle
    loop.wait(until: limit, mayBlock: ready.isEmpty && !isOver && inbox.beginSleeping())
  }

  private func runJobs() {
    let executor = asUnownedTaskExecutor()
    for _ in 0..<ready.count {
      guard let job = ready.next() else { return }
      job.runSynchronously(on: executor)
    }
  }

  // MARK: A thread of its own

  private func startThread() {
    var thread: pthread_t?
    // Released by the thread when it ends.
    let context = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Glibc)
    var identifier = pthread_t()
    let code = pthread_create(&identifier, nil, { CurlTransport.threadBody($0) }, context)
    thread = identifier
    #else
    let code = pthread_create(&thread, nil, { CurlTransport.threadBody($0) }, context)
    #endif
    precondition(code == 0, "no thread can be started for the event loop")
    if let thread { pthread_detach(thread) }
  }

  private static func threadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let transport = Unmanaged<CurlTransport>.fromOpaque(context).takeRetainedValue()
    // The host's signals are for the host's threads.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, nil)
    transport.runThread()
    return nil
  }

  private func runThread() {
    while true {
      loopThread.store(currentThread(), ordering: .sequentiallyConsistent)
      var idleSince: Tick?
      while true {
        let isIdle = loop.isIdle && ready.isEmpty
        idleSince = isIdle ? idleSince ?? .now : nil
        let limit = idleSince.map { $0.advanced(byMilliseconds: loop.isClosed ? 0 : 10_000) }
        turn(until: limit) { false }
        if let limit, limit <= .now, loop.isIdle, ready.isEmpty { break }
      }
      loop.releaseHandles()
      loopThread.store(0, ordering: .sequentiallyConsistent)
      if inbox.readerLeaves() { return }
    }
  }
}

/// A number for the calling thread, never 0.
private func currentThread() -> UInt {
  #if canImport(Glibc)
  UInt(pthread_self())
  #else
  UInt(bitPattern: pthread_self())
  #endif
}
