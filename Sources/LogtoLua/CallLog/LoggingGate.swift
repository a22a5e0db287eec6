// A gate in front of another one that writes every call into the call log, whatever becomes of it.

import JSON
import LogtoCatalogue
import LogtoClient
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

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
    var waiting: [Entry] = []
    var hasBegun = false
  }

  private struct Entry {
    let time: Int64
    let call: CallRequest
    let report: CallReport
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
    let entry = Entry(time: Self.now, call: call, report: report)
    state.withLock { state in
      state.waiting.append(entry)
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
  private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  private func write(_ state: inout State) {
    let lines = state.waiting.map { record(of: $0.call.withoutSecrets, $0.report, time: $0.time).line() }
    state.waiting.removeAll(keepingCapacity: true)
    let failure = log.append(Array(lines.joined(separator: CollectionOfOne(UInt8(ascii: "\n")))))
    state.failure = failure ?? state.failure
  }

  private func record(of call: CallRequest, _ report: CallReport, time: Int64) -> CallRecord {
    var record = CallRecord(
      time: time, run: runID, account: call.account ?? "default",
      operation: call.operation.map { Name.short($0) } ?? "\(call.method) \(call.path)",
      arguments: Self.arguments(of: call), state: .done, decision: "allow")
    record.requestID = report.requestID
    record.duration = report.duration / .milliseconds(1)
    record.error = report.code
    switch report.ending {
    case .answered(let status):
      record.status = status
      record.state = status < 400 ? .done : .failed
    case .planned: record.state = .planned
    case .refused:
      record.state = .refused
      record.decision = "refuse: \(PolicyGate.rule(inRefusal: report.reason ?? ""))"
      record.duration = nil
    case .failed(let kind):
      record.state = report.isUnknown ? .unknown : .failed
      record.error = report.code ?? kind
    }
    return record
  }

  /// Path, query and body.
  private static func arguments(of call: CallRequest) -> JSONValue {
    var object: JSONObject = ["path": .string(call.path)]
    if !call.query.isEmpty {
      object["query"] = .object(JSONObject(call.query.map { ($0.name, .string($0.value)) }))
    }
    object["body"] = call.body.flatMap { try? JSONValue.parse($0) }
    return .object(object)
  }

  /// A body without its secrets; nil where it is no JSON.
  static func withoutSecrets(_ body: [UInt8], _ operation: Operation?) -> JSONValue? {
    guard let value = try? JSONValue.parse(body) else { return nil }
    return SecretMarks(operation: operation).hidingArguments(in: SecretMarks.anywhere.hidingArguments(in: value))
  }
}
