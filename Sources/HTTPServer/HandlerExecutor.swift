// One thread that runs the tasks of handlers. The global pool would do, but whoever blocks its few threads would
// hold up every request; and a hop to a thread of our own is the cheaper one.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A task executor with one thread.
final class HandlerExecutor: TaskExecutor, @unchecked Sendable {
  // Sendable: `jobs` and `isStopped` are read and written under `mutex` alone.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: [UnownedJob] = []
  private var isStopped = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pthread_mutex_lock(mutex)
    let isStopped = isStopped
    if !isStopped {
      jobs.append(job)
      pthread_cond_signal(condition)
    }
    pthread_mutex_unlock(mutex)
    // A handler that ignored being cancelled goes on after the server has stopped: on whatever thread wakes it.
    if isStopped { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Starts the thread. It ends after `stop`, when nothing is left to run.
  func start() -> Thread {
    Thread { self.run() }
  }

  func stop() {
    pthread_mutex_lock(mutex)
    isStopped = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  private func run() {
    let executor = asUnownedTaskExecutor()
    while true {
      pthread_mutex_lock(mutex)
      while jobs.isEmpty && !isStopped { pthread_cond_wait(condition, mutex) }
      let batch = jobs
      jobs.removeAll(keepingCapacity: true)
      let isDone = isStopped && batch.isEmpty
      pthread_mutex_unlock(mutex)
      if isDone { return }
      for job in batch { job.runSynchronously(on: executor) }
    }
  }
}
