// `script-load SERVICE ATTACKS [SECONDS]`: what hostile scripts cost honest ones, and how the service stops under load.
//
// Starts SERVICE (`script-service`) as a process of its own, on a demo tenant of its own. Honest callers run a script
// that asks the tenant twice, again and again, in turns of ten seconds: alone, then beside hostile callers who send
// every file of ATTACKS in turn, for SECONDS (60) in all. Turns, so that whatever else the machine does
// disturbs both alike. At the end it sends SIGTERM while both kinds are under way. Leaves with 1 where a request was
// lost or the service did not stop as it should.

import Foundation
import HTTPTransport

let words = CommandLine.arguments
guard words.count == 3 || words.count == 4, let seconds = Int(words.count == 4 ? words[3] : "60"), seconds > 0 else {
  FileHandle.standardError.write(Data("usage: script-load SERVICE ATTACKS [SECONDS]\n".utf8))
  exit(2)
}
let attacks = try Attack.all(in: words[2])
let service = try await RunningService(command: words[1])

var alone = Tally()
var attacked = Tally()
var hostile = Tally()
_ = await service.honest(for: .seconds(1))
let turns = max(1, (seconds + 9) / 10)
for turn in 0..<turns {
  let length = Duration.seconds(seconds) / turns
  alone = alone + (await service.honest(for: length))
  async let honest = service.honest(for: length)
  let harm = await service.hostile(attacks, from: turn * attacks.count / turns, for: length)
  hostile = hostile + harm
  attacked = await attacked + honest
  print("turn \(turn + 1) of \(turns): honest alone \(alone.times), beside hostile ones \(attacked.times)")
}

print("honest alone:              \(alone)")
print("honest beside hostile:     \(attacked)")
print("hostile, \(attacks.count) files:       \(hostile)")
let ratio = attacked.times.percentile(99) / alone.times.percentile(99)
print("p99 beside hostile / alone: \(ratio.formatted(.number.precision(.fractionLength(2)))) (target: at most 2)")

let ending = await service.stop()
print("stopped under load:        \(ending)")
let lost = alone.lost + attacked.lost + hostile.lost + ending.lost
print("lost: \(lost)")
exit(lost == 0 && ending.status == 0 ? 0 : 1)
