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
  /// Two processes at a time: what is measured is CPU time, which a busy machine does not lengthen much.
  static let gate = Gate(places: 2)

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
    let process = try await Self.gate.pass {
      try await MeasuredProcess.run(
        MeasuredProcess.command, attack.limits + ["--memory", "32MB", "--json", attack.path], killAfter: .seconds(60))
    }
    let last = process.output.split(separator: UInt8(ascii: "\n")).last ?? []
    let envelope = try? JSONValue.parse(Array(last))
    let report =
      "status \(process.status), \(process.elapsed), CPU \(process.cpu): \(String(decoding: last.prefix(600), as: UTF8.self)) "
      + String(decoding: process.errors.prefix(600), as: UTF8.self)
    #expect(envelope.flatMap(Attack.Expectation.init(envelope:)) == attack.expected, "\(report)")
    #expect(process.cpu <= .seconds(4), "\(report)")
    #expect(process.peakMemory <= 150 << 20, "\(process.peakMemory >> 20) MiB")
    #expect(process.output.count < 2 << 20)
  }
}
