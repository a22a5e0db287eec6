import JSON
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Every script of `attacks/` is run by the command, in a process of its own.
@Suite("Attacks")
struct AttacksTests {
  /// Two processes at a time, so that none waits long for a processor.
  static let gate = Gate(places: 2)
  /// From start to end by the kernel's account: the run's 2 s, and what starting and reporting take.
  static let longest = Duration.milliseconds(3500)

  @Test("There are enough attacks, in enough families, and each declares its outcome")
  func corpus() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Attack.folder).filter { $0.hasSuffix(".lua") }
    #expect(files.count == Attack.all.count)
    let families = Dictionary(grouping: Attack.all, by: \.family)
    #expect(Attack.all.count >= 140)
    #expect(families.count >= 16)
    for (family, attacks) in families { #expect(attacks.count >= 6, "\(family)") }
  }

  @Test("An attack ends as it declares, in time, in little memory, with an envelope", arguments: Attack.all)
  func ends(attack: Attack) async throws {
    var process: MeasuredProcess
    var outcome: Attack.Expectation?
    var last: ArraySlice<UInt8>
    var tries = 0
    // Beside busy neighbours a run may lack its time, never have too much of it. Whatever else is wrong counts at once.
    repeat {
      process = try await Self.gate.pass {
        try await MeasuredProcess.run(
          MeasuredProcess.command, ["--timeout", "2s", "--memory", "32MB", "--json", attack.path],
          killAfter: .seconds(60))
      }
      last = process.output.split(separator: UInt8(ascii: "\n")).last ?? []
      outcome = (try? JSONValue.parse(Array(last))).flatMap(Attack.Expectation.init(envelope:))
      tries += 1
    } while tries < 3 && outcome != nil
      && (process.elapsed > Self.longest || outcome != attack.expected && outcome == .limit("time"))
    let report =
      "status \(process.status), \(process.elapsed), CPU \(process.cpu): \(String(decoding: last.prefix(600), as: UTF8.self)) "
      + String(decoding: process.errors.prefix(600), as: UTF8.self)
    #expect(outcome == attack.expected, "\(report)")
    #expect(process.elapsed <= Self.longest, "\(report)")
    #expect(process.peakMemory <= Sanitizer.bytes(150 << 20), "\(process.peakMemory >> 20) MiB")
    #expect(process.output.count < 2 << 20)
  }
}
