// One line of the call log: what was asked, what the policy said, what came of it.

import JSON

/// One call, as the log keeps it.
public struct CallRecord: Sendable {
  /// Milliseconds since 1970.
  let time: Int64
  /// The run's identifier, shared by all its calls.
  let run: String
  let call: CallRequest
  let report: CallReport

  /// What became of a call.
  public enum State: String, Sendable {
    /// The tenant answered below 400.
    case done
    /// The tenant answered with an error, or nothing was carried out.
    case failed
    /// The policy refused it; nothing was sent.
    case refused
    /// A dry run wrote it down; nothing was sent.
    case planned
    /// No answer came, and it may have been carried out.
    case unknown
  }

  /// Writes the record as one JSON object. What is secret in the arguments is replaced here: by all that the run has met
  /// until now.
  func write(into writer: inout JSONWriter) {
    let call = call.withoutSecrets
    writer.beginObject()
    writer.key("time")
    writer.integer(time)
    Self.write("run", run, into: &writer)
    Self.write("account", call.account ?? "default", into: &writer)
    Self.write("operation", call.name ?? "\(call.method) \(call.path)", into: &writer)
    writer.key("arguments")
    Self.writeArguments(of: call, into: &writer)
    Self.write("state", state.rawValue, into: &writer)
    Self.write("decision", decision, into: &writer)
    if case .answered(let status) = report.ending {
      writer.key("status")
      writer.integer(Int64(status))
    }
    Self.write("request_id", report.requestID, into: &writer)
    if report.ending != .refused {
      writer.key("duration_ms")
      Self.writeMilliseconds(report.duration, into: &writer)
    }
    Self.write("error", error, into: &writer)
    writer.endObject()
  }

  private var state: State {
    switch report.ending {
    case .answered(let status): status < 400 ? .done : .failed
    case .planned: .planned
    case .refused: .refused
    case .failed: report.isUnknown ? .unknown : .failed
    }
  }

  /// The policy's decision, with the rule of a refusal: `allow`, `refuse: deny delete_* (command line)`.
  private var decision: String {
    report.ending == .refused ? "refuse: \(PolicyGate.rule(inRefusal: report.reason ?? ""))" : "allow"
  }

  /// The error's code or kind, where the call failed.
  private var error: String? {
    if case .failed(let kind) = report.ending { report.code ?? kind } else { report.code }
  }

  /// Path, query and body.
  private static func writeArguments(of call: CallRequest, into writer: inout JSONWriter) {
    writer.beginObject()
    write("path", call.path, into: &writer)
    if !call.query.isEmpty {
      writer.key("query")
      JSONValue.object(JSONObject(call.query.map { ($0.name, .string($0.value)) })).write(into: &writer)
    }
    if let body = call.body {
      writer.key("body")
      writer.raw(body)
    }
    writer.endObject()
  }

  /// With three decimals at most: microseconds are enough.
  private static func writeMilliseconds(_ duration: Duration, into writer: inout JSONWriter) {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + (attoseconds + 500_000_000_000) / 1_000_000_000_000
    writer.integer(microseconds / 1_000)
    writer.append(UInt8(ascii: "."))
    var rest = microseconds % 1_000
    repeat {
      writer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 100))
      rest = rest % 100 * 10
    } while rest > 0
  }

  private static func write(_ key: String, _ text: String?, into writer: inout JSONWriter) {
    guard let text else { return }
    writer.key(key)
    writer.string(text)
  }
}
