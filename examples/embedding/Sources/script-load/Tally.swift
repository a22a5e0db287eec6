// What is counted.

import Foundation

/// How scripts ended, and how long their callers waited for the end.
struct Tally: Sendable, CustomStringConvertible {
  /// From sending a script to the last byte of its answer, of those that were answered.
  private(set) var times = Times()
  private var endings: [String: Int] = [:]
  /// Requests without the whole answer, or with another than the script must have.
  private(set) var lost = 0

  init() {}

  /// Of one request.
  init(_ ending: String?, _ time: Duration) { add(ending, time) }

  mutating func add(_ ending: String?, _ time: Duration) {
    guard let ending else {
      lost += 1
      return
    }
    endings[ending, default: 0] += 1
    times.add(time)
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var both = left
    both.times.all += right.times.all
    both.endings.merge(right.endings, uniquingKeysWith: +)
    both.lost += right.lost
    return both
  }

  var description: String {
    let kinds = endings.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return "\(times.all.count) scripts (\(kinds)), \(times), \(lost) lost"
  }
}

/// Durations, in milliseconds.
struct Times: Sendable, CustomStringConvertible {
  fileprivate(set) var all: [Double] = []

  mutating func add(_ time: Duration) { all.append(time / .milliseconds(1)) }

  /// The smallest time that so many of a hundred do not exceed.
  func percentile(_ percent: Int) -> Double {
    let sorted = all.sorted()
    return sorted.isEmpty ? .nan : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }

  var description: String {
    let numbers = [50, 90, 99].map { "p\($0) \(String(format: "%.1f", percentile($0)))" }
    return numbers.joined(separator: " ") + " ms"
  }
}
