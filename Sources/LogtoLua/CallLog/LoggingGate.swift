// A gate in front of another one that writes every call into the call log, whatever becomes of it.

import JSON
import LogtoCatalogue
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
public final class LoggingGate: CallGate {
  private let inner: any CallGate
  private let runID: String
  private let catalogue: @Sendable () -> Catalogue
  /// The lock guards the file and the decisions that wait for their report.
  private let state: Mutex<State>

  private struct State {
    var file: CallLogFile
    var failure: CallLogError?
  }

  /// - Parameters:
  ///   - path: the file; made where there is none, private to the user.
  ///   - inner: decides about calls; this gate only writes them down.
  ///   - catalogue: says where arguments hold secrets.
  /// - Throws: `CallLogError` where it cannot be written.
  public init(
    path: String, around inner: any CallGate, catalogue: @escaping @Sendable () -> Catalogue = { .shipped }
  ) throws(CallLogError) {
    self.inner = inner
    self.catalogue = catalogue
    runID = String(UInt64.random(in: 1 ... .max), radix: 36)
    state = Mutex(State(file: try CallLogFile(path: path)))
  }

  /// What went wrong with the log during the run, if anything did.
  public var failure: CallLogError? { state.withLock { $0.failure } }

  public func decide(_ call: CallRequest) -> CallDecision { inner.decide(call) }

  public func amend(_ call: CallRequest, body: [UInt8]) -> [UInt8]? { inner.amend(call, body: body) }
  public var plan: DryRunPlan? { inner.plan }

  public func report(_ call: CallRequest, _ report: CallReport) {
    inner.report(call, report)
    let line = record(of: call, report).line()
    state.withLock { state in
      do throws(CallLogError) {
        try state.file.append(line)
      } catch {
        state.failure = error
      }
    }
  }

  private func record(of call: CallRequest, _ report: CallReport) -> CallRecord {
    let operation = call.operation.flatMap { catalogue().operation(named: $0) }
    var record = CallRecord(
      time: Int64(Date().timeIntervalSince1970 * 1000), run: runID, account: call.account ?? "default",
      operation: operation?.shortName ?? "\(call.method) \(call.path)", arguments: arguments(of: call, operation),
      state: .done, decision: "allow")
    record.requestID = report.requestID
    record.duration = report.duration / .milliseconds(1)
    switch report.ending {
    case .answered(let status):
      record.status = status
      record.state = status < 400 ? .done : .failed
    case .planned: record.state = .planned
    case .refused:
      record.state = .refused
      record.decision = "refuse"
      record.duration = nil
    case .failed(let kind):
      record.state = kind == "network" || kind == "timeout" ? .unknown : .failed
      record.error = kind
    }
    return record
  }

  /// Path, query and body, without the secrets in them.
  private func arguments(of call: CallRequest, _ operation: Operation?) -> JSONValue {
    var object: JSONObject = ["path": .string(call.path)]
    if !call.query.isEmpty {
      object["query"] = .object(JSONObject(call.query.map { ($0.name, .string($0.value)) }))
    }
    object["body"] = call.body.flatMap { Self.withoutSecrets($0, operation) }
    return .object(object)
  }

  /// A body without its secrets; nil where it is no JSON.
  static func withoutSecrets(_ body: [UInt8], _ operation: Operation?) -> JSONValue? {
    guard let value = try? JSONValue.parse(body) else { return nil }
    let marks = [SecretMarks(operation: operation), SecretMarks(operation: nil)]
    return hide(Set(marks.flatMap { $0.arguments(in: body) }.map(\.value)), in: value)
  }

  /// The body without these strings, however short they are.
  private static func hide(_ secrets: Set<String>, in value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): secrets.contains(text) ? "‹hidden›" : value
    case .array(let elements): .array(elements.map { hide(secrets, in: $0) })
    case .object(let members): .object(JSONObject(members.map { ($0.key, hide(secrets, in: $0.value)) }))
    default: value
    }
  }
}
