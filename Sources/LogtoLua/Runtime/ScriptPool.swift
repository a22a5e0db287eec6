import Synchronization

/// A few threads that give scripts their turns. Lua never runs on Swift's cooperative threads, which an endless script
/// would hold.
///
/// Scripts that have just begun, or come back from a wait, mostly need a moment: they have one lane. A script that has
/// used up a turn computing goes to the other lane, whose threads have a low priority: those that compute share what
/// the others leave of the processors, and hold up neither them nor the threads of the program around them.
final class ScriptPool: Sendable {
  /// How long a script computes before it is another's turn: long beside the cost of a turn (microseconds), short
  /// beside what a caller notices.
  static let slice = Duration.milliseconds(2)
  /// Of the lane of those that compute, as `nice` has it. A thread at 10 has a tenth of the weight of one at 0.
  private static let longNiceness = 10

  private struct State {
    var underWay: [ObjectIdentifier: ScriptTask] = [:]
    var isCancelling = false
  }

  /// Of the scripts that wait; one that computes is interrupted by its state.
  let deadlines: Deadlines
  private let state = Mutex(State())
  private let short: ScriptLane
  private let long: ScriptLane

  /// - Parameters:
  ///   - threads: of each lane.
  ///   - most: threads of both lanes with those that were given up and have not ended; at least twice `threads`. A
  ///     script mostly comes to where it cannot be interrupted in its first turns.
  init(threads: Int, most: Int, driver: RunDriver) {
    let mostLong = max(threads, most / 4)
    deadlines = Deadlines(driver)
    short = ScriptLane(threads: threads, most: most - mostLong, niceness: 0, driver: driver)
    long = ScriptLane(threads: threads, most: mostLong, niceness: Self.longNiceness, driver: driver)
  }

  /// A script that is ready for a turn.
  ///
  /// - Parameter hasUsedUp: it has just used up a whole turn.
  func add(_ task: ScriptTask, hasUsedUp: Bool = false) {
    (hasUsedUp ? long : short).add(task)
  }

  /// A script begins.
  ///
  /// - Returns: false where all are being cancelled.
  func note(_ task: ScriptTask) -> Bool {
    state.withLock { state in
      state.underWay[ObjectIdentifier(task)] = task
      return !state.isCancelling
    }
  }

  func forget(_ task: ScriptTask) { state.withLock { $0.underWay[ObjectIdentifier(task)] = nil } }

  /// Cancels all scripts, those that are about to begin among them.
  func cancelAll() {
    let all = state.withLock { state in
      state.isCancelling = true
      return Array(state.underWay.values)
    }
    for task in all { task.cancel() }
  }

  /// Ends the threads once no script is ready.
  func close() {
    short.close()
    long.close()
  }

  /// Threads at this moment.
  var size: Int { short.size + long.size }
}
