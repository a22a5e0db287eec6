// What a script printed, kept for the envelope; readable from another thread when the run never comes back.

import Synchronization

final class PrintedOutput: Sendable {
  /// The lock guards against the keeper's thread alone.
  private let bytes = Mutex<[UInt8]>([])

  func append(_ more: UnsafeRawBufferPointer) { bytes.withLock { $0.append(contentsOf: more) } }

  /// What was printed since the last time.
  func take() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }
}
