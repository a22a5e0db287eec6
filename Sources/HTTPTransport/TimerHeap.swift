// What is to happen at an instant: sleeping tasks, and requests that wait for their turn too long.

/// Something that is due at an instant. Belongs to the loop's thread.
final class Timer {
  let instant: Tick
  let action: Action
  /// Where the heap has it; -1 while it is in none.
  fileprivate(set) var position = -1

  enum Action {
    case wake(Sleeper)
    case expire(Transfer)
  }

  init(_ instant: Tick, _ action: Action) {
    self.instant = instant
    self.action = action
  }
}

/// A binary heap, earliest first, from which any timer can be removed.
struct TimerHeap {
  private var timers: [Timer] = []

  var earliest: Tick? { timers.first?.instant }
  var isEmpty: Bool { timers.isEmpty }

  mutating func insert(_ timer: Timer) {
    timer.position = timers.count
    timers.append(timer)
    raise(timer.position)
  }

  /// Does nothing for a timer that is not here.
  mutating func remove(_ timer: Timer) {
    let position = timer.position
    guard position >= 0 else { return }
    timer.position = -1
    let last = timers.removeLast()
    guard last !== timer else { return }
    place(last, at: position)
    raise(position)
    lower(last.position)
  }

  /// Takes the earliest timer out if it is due.
  mutating func next(dueAt now: Tick) -> Timer? {
    guard let first = timers.first, first.instant <= now else { return nil }
    remove(first)
    return first
  }

  private mutating func place(_ timer: Timer, at position: Int) {
    timers[position] = timer
    timer.position = position
  }

  private mutating func raise(_ start: Int) {
    let timer = timers[start]
    var position = start
    while position > 0 {
      let parent = (position - 1) / 2
      guard timer.instant < timers[parent].instant else { break }
      place(timers[parent], at: position)
      position = parent
    }
    place(timer, at: position)
  }

  private mutating func lower(_ start: Int) {
    let timer = timers[start]
    var position = start
    while true {
      var child = 2 * position + 1
      guard child < timers.count else { break }
      if child + 1 < timers.count, timers[child + 1].instant < timers[child].instant { child += 1 }
      guard timers[child].instant < timer.instant else { break }
      place(timers[child], at: position)
      position = child
    }
    place(timer, at: position)
  }
}
