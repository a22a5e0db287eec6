// A call log that several runs of one process write into.

import Synchronization

/// A file of lines, one for each call, that any number of runs share; see ``LoggingGate`` for what is in it and when.
///
/// ```swift
/// var options = RuntimeOptions()
/// options.callLog = try CallLog(path: "/var/log/scripts/calls.jsonl")
/// ```
public final class CallLog: Sendable {
  private struct State {
    var file: CallLogFile
    var failure: CallLogError?
  }

  // Guards the file: a line of one run is not cut by another's, and it is rotated once.
  private let state: Mutex<State>

  /// Opens the file, private to the user, making it where there is none.
  ///
  /// - Throws: ``CallLogError`` where it cannot be written, or others may read it.
  public convenience init(path: String) throws(CallLogError) {
    self.init(try CallLogFile(path: path))
  }

  init(_ file: sending CallLogFile) { state = Mutex(State(file: file)) }

  /// Why the last lines could not be written; nil where they were.
  public var failure: CallLogError? { state.withLock { $0.failure } }

  /// Appends lines, with line breaks between them.
  ///
  /// - Returns: what kept them out of the file.
  func append(_ lines: [UInt8]) -> CallLogError? {
    state.withLock { state in
      do throws(CallLogError) {
        try state.file.append(lines)
        state.failure = nil
      } catch {
        state.failure = error
      }
      return state.failure
    }
  }
}
