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
/// The file is opened when the gate is made, so that a log that cannot be written stops a run before its first call. A
/// line that cannot be written later ends nothing: `failure` says so afterwards.
///
/// Writes, refusals and failures are in the file before the script goes on. A read that was answered is written while the
/// next call is under way, or at the end: that is a sixth of the time of a call on loopback, and the run waits then anyway.
public final class LoggingGate: CallGate {
  private let inner: any CallGate
  private let runID: String
  /// The lock guards the file.
  private let state: Mutex<State>

  private struct State {
    var file: CallLogFile
    var failure: CallLogError?
    var waiting: [Entry] = []
  }

  private struct Entry {
    let time: Int64
    let call: CallRequest
    let report: CallReport
  }

  /// So many reads wait at most.
  private static let mostWaiting = 64

  /// - Parameters:
  ///   - path: the file; made where there is none, private to the user.
  ///   - inner: decides about calls; this gate only writes them down.
  ///   - catalogue: says where arguments hold secrets.
  /// - Throws: `CallLogError` where it cannot be written.
  public init(path: String, around inner: any CallGate) throws(CallLogError) {
    self.inner = inner
    runID = String(UInt64.random(in: 1 ... .max), radix: 36)
    state = Mutex(State(file: try CallLogFile(path: path)))
  }

  deinit { settle() }

  /// What went wrong with the log during the run, if anything did.
  public var failure: CallLogError? { state.withLock { $0.failure } }

  public func decide(_ call: CallRequest) -> CallDecision { inner.decide(call) }

  public func amend(_ call: CallRequest, _ response: APIResponse) -> [UInt8]? { inner.amend(call, response) }
  public var plan: DryRunPlan? { inner.plan }

  public func report(_ call: CallRequest, _ report: CallReport) {
    inner.report(call, report)
    var isAnsweredRead = false
    if case .answered(let status) = report.ending { isAnsweredRead = !call.isWrite && status < 400 }
    let entry = Entry(time: Int64(Date().timeIntervalSince1970 * 1000), call: call, report: report)
    state.withLock { state in
      state.waiting.append(entry)
      if !isAnsweredRead || state.waiting.count >= Self.mostWaiting { write(&state) }
    }
  }

  public func settle() {
    inner.settle()
    state.withLock { write(&$0) }
  }

  private func write(_ state: inout State) {
    if state.waiting.isEmpty { return }
    for entry in state.waiting {
      do throws(CallLogError) {
        try state.file.append(record(of: entry.call.withoutSecrets, entry.report, time: entry.time).line())
      } catch {
        state.failure = error
      }
    }
    state.waiting.removeAll(keepingCapacity: true)
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
