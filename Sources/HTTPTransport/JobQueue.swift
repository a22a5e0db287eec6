// First in, first out.

/// The jobs of the executor that are ready to run. Appending and taking cost no allocation in the long run.
struct JobQueue {
  private var jobs: [UnownedJob] = []
  /// The first `head` elements have left.
  private var head = 0

  var isEmpty: Bool { head == jobs.count }
  var count: Int { jobs.count - head }

  mutating func append(_ job: UnownedJob) {
    jobs.append(job)
  }

  mutating func next() -> UnownedJob? {
    guard head < jobs.count else { return nil }
    defer {
      head += 1
      if head == jobs.count || head > 4_096 {
        jobs.removeFirst(head)
        head = 0
      }
    }
    return jobs[head]
  }
}
