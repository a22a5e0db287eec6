// `script-load SERVICE ATTACKS [SECONDS [MILLISECONDS]]`: what hostile scripts cost honest ones, and how the service stops under load.
//
// Starts SERVICE (`script-service`) as a process of its own, before a demo tenant that takes MILLISECONDS (20) to answer,
// as one in another house does. Honest callers run a script that asks the tenant twice, again and again, in turns of ten
// seconds: alone, then beside hostile callers who send every file of ATTACKS in turn, for SECONDS (60) in all. Turns, so
// that whatever else the machine does disturbs both alike. At the end it sends SIGTERM while both kinds are under
// way. Leaves with 1 where a request was lost or the service did not stop as it should.

import Foundation
import HTTPTransport

let words = CommandLine.arguments
guard (3...5).contains(words.count), let seconds = Int(words.count > 3 ? words[3] : "60"), seconds > 0,
  let distance = Int(words.count > 4 ? words[4] : "20"), distance >= 0
else {
  FileHandle.standardError.write(Data("usage: script-load SERVICE ATTACKS [SECONDS [MILLISECONDS]]\n".utf8))
  exit(2)
}
let attacks = try Attack.all(in: words[2])
let tenant = try DistantTenant(distance: .milliseconds(distance))
let service = try await RunningService(command: words[1], tenant: tenant)
print("the tenant takes \(distance) ms to answer")

var alone = Tally()
var attacked = Tally()
var hostile = Tally()
// The first script fetches the token. What fails now would fail all the time.
let first = await service.run(RunningService.honestScript, token: "honest")
guard first?.isTrue == true else { throw RunningService.Failure(description: first?.text ?? "no answer") }
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
