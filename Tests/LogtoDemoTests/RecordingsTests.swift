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
    #expect(played >= 200)
  }

  /// Whether the demo tenant claims to answer it.
  private func isSimulated(_ recording: Recording) -> Bool {
    guard (recording.headers["cookie"]?.arrayValue ?? []).isEmpty, recording.headers["cookie"] == nil else {
      return false
    }
    guard recording.header("authorization") != "Bearer {user}" else { return false }
    // The recorded user had signed in; nobody signs in to the demo tenant.
    guard ![589, 594].contains(recording.id) else { return false }
    guard let operation = recording.operation else {
      let form = recording.body.stringValue ?? ""
      if recording.path == "/oidc/token" {
        return !form.contains("authorization_code") && !form.contains("refresh_token")
      }
      return recording.path.hasPrefix("/api/")
    }
    return DemoRoutes.simulated.contains(operation)
  }
}
