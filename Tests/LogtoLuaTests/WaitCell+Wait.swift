@testable import LogtoLua

extension WaitCell {
  /// Waits until it is filled.
  func wait() async {
    await withCheckedContinuation { continuation in onOver { continuation.resume() } }
  }
}
