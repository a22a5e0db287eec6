// What the demo tenant simulates, it answers as the recorded tenant did.

import JSON
import TestSupport
import Testing

@testable import LogtoDemo

struct RecordingsTests {
  @Test("simulated operations answer every recorded request alike: status, error, keys")
  func alike() throws {
    let recordings = try Recordings.all()
    let player = try #require(try RecordingPlayer(recordings))
    var played = 0
    for recording in recordings {
      guard isSimulated(recording) else { continue }
      RecordedSetup.before(recording.id, player)
      let answer = try #require(player.play(recording))
      let differences = player.differences(recording, answer)
      #expect(differences == [], "\(recording): \(recording.note ?? "")")
      played += 1
    }
    print("recordings that the demo tenant answers alike: \(played) of \(recordings.count)")
    #expect(played >= 360)
  }

  /// What it leaves out: the page that asks for consent, and what hangs on the session that begins there.
  private static let withoutSession: Set<Int> = [464, 465, 466, 467, 468, 469, 589, 593, 594, 597]

  /// Whether the demo tenant claims to answer it.
  private func isSimulated(_ recording: Recording) -> Bool {
    guard !Self.withoutSession.contains(recording.id) else { return false }
    guard let operation = recording.operation else {
      return recording.path.hasPrefix("/api/") || recording.path == "/oidc/token"
        || recording.path.hasPrefix("/oidc/auth?")
    }
    return DemoRoutes.simulated.contains(operation)
  }
}
