// One line of the call log: what was asked, what the policy said, what came of it.

import JSON

/// One call, as the log keeps it. Arguments are redacted before they come here.
public struct CallRecord: Sendable {
  /// Milliseconds since 1970.
  public var time: Int64
  /// The run's identifier, shared by all its calls.
  public var run: String
  /// The account's name; `default` where none was given.
  public var account: String
  /// The operation's short name, or method and path of a request that has none.
  public var operation: String
  /// What was sent, secrets replaced.
  public var arguments: JSONValue
  /// What became of the call.
  public var state: State
  /// The policy's decision, with the rule of a refusal: `allow`, `refuse: deny delete_* (command line)`.
  public var decision: String
  /// The HTTP status, where an answer came.
  public var status: Int?
  /// The tenant's `Logto-Core-Request-Id`.
  public var requestID: String?
  /// From the call to its answer, in milliseconds.
  public var duration: Double?
  /// The error's code or kind, where the call failed.
  public var error: String?

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

  /// A record of a call that is not over; what is known later is set then.
  public init(
    time: Int64, run: String, account: String, operation: String, arguments: JSONValue, state: State, decision: String
  ) {
    self.time = time
    self.run = run
    self.account = account
    self.operation = operation
    self.arguments = arguments
    self.state = state
    self.decision = decision
  }

  /// The record as one line of JSON, without the line break.
  public func line() -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    writer.beginObject()
    writer.key("time")
    writer.integer(time)
    Self.write("run", run, into: &writer)
    Self.write("account", account, into: &writer)
    Self.write("operation", operation, into: &writer)
    writer.key("arguments")
    arguments.write(into: &writer)
    Self.write("state", state.rawValue, into: &writer)
    Self.write("decision", decision, into: &writer)
    if let status {
      writer.key("status")
      writer.integer(status)
    }
    Self.write("request_id", requestID, into: &writer)
    if let duration {
      writer.key("duration_ms")
      // Microseconds are enough.
      writer.number((duration * 1000).rounded() / 1000)
    }
    Self.write("error", error, into: &writer)
    writer.endObject()
    return writer.finish()
  }

  private static func write(_ key: String, _ text: String?, into writer: inout JSONWriter) {
    guard let text else { return }
    writer.key(key)
    writer.string(text)
  }
}
