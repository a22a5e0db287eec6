// Everything that was recorded of a running tenant, made again by scripts.

import LogtoCatalogue
import TestSupport
import Testing

@Suite struct ReplayTests {
  static let withUnknownKeys = [147: "roleNames", 323: "tsdk"]

  @Test func `the management exchanges go out and come back as recorded, without checks`() async throws {
    let steps = try Recordings.management().compactMap { Step($0, options: ["validate = false"]) }
    let passed = try await Replay.run(steps)
    print("management, machine token, JSON: \(passed) of \(steps.count)")
    #expect(steps.count == 246)
    #expect(passed == 246)
  }

  @Test func `with checks on, those answered below 400 pass but for the two with unknown keys`() async throws {
    let steps = try Recordings.management().filter { $0.status < 400 }.compactMap { recording -> Step? in
      var step = Step(recording)
      step?.refusedKey = Self.withUnknownKeys[recording.id]
      return step
    }
    #expect(try await Replay.run(steps) == steps.count)
  }

  @Test func `all exchanges, the sign-in from start to access token among them, are made in order`() async throws {
    let steps = try Recordings.steps()
    let count = steps.reduce(0) { $0 + $1.recordings.count }
    let passed = try await Replay.run(steps)
    print("all classes, through scripts: \(passed) of \(count)")
    #expect(count == 357)
    #expect(passed == count)
  }

  @Test func `every field of every recorded answer reads without raising`() async throws {
    let steps = try Recordings.steps(visiting: true)
    #expect(try await Replay.run(steps) == 357)
  }
}
