// A gate in front of another one that writes every call into the call log, whatever becomes of it.

import JSON
import LogtoClient
import Synchronization

/// Writes one line for each call: sent, failed, refused or planned.
///
/// The file is opened before, so that a log that cannot be written stops a run before its first call; so does one whose
/// last lines, of another run, could not be written. A line that cannot be written later ends nothing: `failure` says so.
///
/// Writes, refusals and failures are in the file before the script goes on. Reads that were answered are written together
/// while a later call is under way, or at the end: one by one they would take a tenth of the time of a call on loopback.
public final class LoggingGate: CallGate {
  private let inner: any CallGate
  private let log: CallLog
  private let runID: String
  // Guards what is not written yet.
  private let state = Mutex(State())

  private struct State {
    var failure: CallLogError?
    var waiting: [CallRecord] = []
    var hasBegun = false
  }

  /// So many reads are written together, if they come within so many milliseconds.
  private static let together = (count: 16, span: Int64(50))

  /// A gate of one run.
  ///
  /// - Parameters:
  ///   - log: gets the lines.
  ///   - inner: decides about calls; this gate only writes them down.
  public init(_ log: CallLog, around inner: any CallGate) {
    self.log = log
    self.inner = inner
    runID = String(UInt64.random(in: 1 ... .max), radix: 36)
  }

  /// The same with a log of its own.
  ///
  /// - Throws: `CallLogError` where the file at `path` cannot be written.
  public convenience init(path: String, around inner: any CallGate) throws(CallLogError) {
    self.init(try CallLog(path: path), around: inner)
  }

  deinit { settle(.end) }

  /// What went wrong with the log during the run, if anything did.
  public var failure: CallLogError? { state.withLock { $0.failure } }

  public func decide(_ call: CallRequest) -> CallDecision {
    let isFirst = state.withLock { state in
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
    // The refusal is a line, too: where that can be written, the next run begins.
    if isFirst, let failure = log.failure { return .refuse(reason: failure.description, hint: nil) }
    return inner.decide(call)
  }

  public func amend(_ call: CallRequest, _ response: APIResponse) -> [UInt8]? { inner.amend(call, response) }
  public var plan: DryRunPlan? { inner.plan }

  public func report(_ call: CallRequest, _ report: CallReport) {
    inner.report(call, report)
    var isAnsweredRead = false
    if case .answered(let status) = report.ending { isAnsweredRead = !call.isWrite && status < 400 }
    let record = CallRecord(time: Self.now, run: runID, call: call, report: report)
    state.withLock { state in
      state.waiting.append(record)
      if !isAnsweredRead || state.waiting.count >= Self.together.count * 2 { write(&state) }
    }
  }

  public func settle(_ moment: SettleMoment) {
    inner.settle(moment)
    state.withLock { state in
      guard let oldest = state.waiting.first else { return }
      if moment == .waiting, state.waiting.count < Self.together.count, Self.now - oldest.time < Self.together.span {
        return
      }
      write(&state)
    }
  }

  /// Milliseconds since 1970.
  private static var now: Int64 { Int64(ClientClock.system.unixTime() * 1000) }

  private func write(_ state: inout State) {
    var writer = JSONWriter(capacity: 512)
    var lines: [UInt8] = []
    lines.reserveCapacity(state.waiting.count * 300)
    for place in state.waiting.indices {
      if place > 0 { lines.append(UInt8(ascii: "\n")) }
      writer.reset()
      state.waiting[place].write(into: &writer)
      writer.withBytes { lines.append(contentsOf: $0) }
    }
    state.waiting.removeAll(keepingCapacity: true)
    let failure = log.append(lines)
    state.failure = failure ?? state.failure
  }
}
