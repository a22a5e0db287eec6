// Callers of the service: each sends a script, waits for the end of the answer, and sends the next.

import Foundation
import HTTPTransport

extension RunningService {
  /// Callers of each kind at once.
  static let honestCallers = 4
  static let hostileCallers = 8
  /// What an honest caller does between two scripts: 4 callers are some 150 scripts a second.
  static let pause = Duration.milliseconds(20)
  /// Reads a list and a count, and computes a little with them.
  static let honestScript = Array(
    """
    local names = {}
    for user in logto.each("list_users") do names[#names + 1] = user.username end
    table.sort(names)
    return #names == logto.count("list_users") and #names > 0
    """.utf8)

  /// Honest callers for so long.
  func honest(for length: Duration) async -> Tally {
    let end = ContinuousClock.now + length
    return await callers(Self.honestCallers) { _ in
      var tally = Tally()
      while .now < end {
        let (answer, time) = await timed { await self.run(Self.honestScript, token: "honest") }
        tally.add(answer?.isTrue == true ? "ok" : nil, time)
        try? await self.http.sleep(until: .now + Self.pause)
      }
      return tally
    }
  }

  /// Hostile callers for so long; returns when the last of their scripts has ended.
  func hostile(_ attacks: [Attack], from first: Int, for length: Duration) async -> Tally {
    let end = ContinuousClock.now + length
    return await callers(Self.hostileCallers) { caller in
      var tally = Tally()
      var next = first + caller
      while .now < end {
        let (answer, time) = await timed { await self.run(attacks[next % attacks.count].source, token: "hostile") }
        tally.add(answer?.ending, time)
        next += Self.hostileCallers
      }
      return tally
    }
  }

  /// SIGTERM while honest scripts wait for half a second and hostile ones run. A script that comes too late is refused
  /// (503); one that was let in has its answer.
  func stop() async -> Ending {
    let endless = Array("while true do end".utf8)
    let sleeping = Array("sleep(0.5) return true".utf8)
    async let hostile = callers(Self.hostileCallers) { _ in
      let (answer, time) = await timed { await self.run(endless, token: "hostile") }
      return Tally(answer?.ending, time)
    }
    async let honest = callers(Self.honestCallers) { _ in
      let (answer, time) = await timed { await self.run(sleeping, token: "honest") }
      return Tally(answer?.isTrue == true ? "ok" : answer?.isRefused == true ? "refused" : nil, time)
    }
    for _ in 0..<100 where await running() < Self.honestCallers + Self.hostileCallers {
      try? await http.sleep(until: .now + .milliseconds(5))
    }
    let (status, time) = await timed { await terminate() }
    return await Ending(status: status, time: time, tally: honest + hostile)
  }

  private func callers(_ count: Int, _ body: @escaping @Sendable (Int) async -> Tally) async -> Tally {
    await withTaskGroup(of: Tally.self) { group in
      for caller in 0..<count { group.addTask { await body(caller) } }
      var all = Tally()
      for await tally in group { all = all + tally }
      return all
    }
  }
}

/// How the service stopped.
struct Ending: CustomStringConvertible {
  /// The process's exit status.
  let status: Int32
  let time: Duration
  let tally: Tally
  var lost: Int { tally.lost }

  var description: String {
    "exit status \(status) \(String(format: "%.1f", time / .seconds(1))) s after SIGTERM; under way were \(tally)"
  }
}

private func timed<Value>(_ body: () async -> Value) async -> (Value, Duration) {
  let start = ContinuousClock.now
  let value = await body()
  return (value, .now - start)
}
