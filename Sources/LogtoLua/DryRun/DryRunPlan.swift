// What a dry run would have sent, in order, and what it relied on.

import JSON
import LogtoCatalogue
import LogtoClient

/// The writes that a dry run planned instead of sending them.
public struct DryRunPlan: Sendable {
  /// One write, as it would be sent but for texts such as `dry-run:1`.
  public struct Step: Sendable {
    /// The short name (`create_user`), or the method and path where no operation has the path.
    public let operation: String
    /// The HTTP method, in capitals.
    public let method: String
    /// Percent-encoded, but for the tokens in it.
    public let path: String
    /// In the order in which it is sent, not encoded.
    public let query: [(name: String, value: String)]
    /// Without the secrets in it; nil where there is none, or where it is no JSON.
    public let body: JSONValue?
    /// The account's name; nil the default one.
    public let account: String?
    /// What stands for what the tenant would answer: `dry-run:1`.
    public internal(set) var ids: [String] = []
    /// The status that is expected; from 400 on, the tenant would refuse the write.
    public internal(set) var status = 200
    /// The code of the refusal.
    public internal(set) var code: String?
    /// Why the step cannot be sent from what is written here, where it cannot.
    public let obstacle: String?
    /// The body as the script gave it.
    let sent: Secret?

    init(_ call: PlannedCall, body: JSONValue?) {
      operation = call.name
      method = call.call.method
      path = call.call.path.replacing("dry-run%3A", with: PlanToken.prefix)
      query = call.call.query
      self.body = body.map { PlanSecrets.hide(in: $0, call.operation) }
      account = call.call.account
      obstacle = call.call.obstacle
      sent = body.map { Secret($0.encodedString()) }
    }
  }

  /// One read that the tenant answered.
  public struct Read: Sendable {
    /// As in a step.
    public let operation: String
    /// Percent-encoded, without the query.
    public let path: String
    /// As in a step.
    public let query: [(name: String, value: String)]
    /// As in a step.
    public let account: String?
    /// What the tenant answered.
    public let status: Int
    /// The SHA-256 of the answer without its secrets; nil for an error, of which the status says enough.
    public let fingerprint: String?
    /// Why the read cannot be made again when the plan is applied, where it cannot.
    public let obstacle: String?
    /// Whether the plan holds only as long as the answer is the same. The audit log and the statistics made of it grow
    /// with every token that anybody asks for, also to apply a plan: they are not compared.
    public var isCompared: Bool {
      !path.hasPrefix("/api/logs") && !path.hasPrefix("/api/dashboard/") && !path.hasSuffix("/recent-logs")
    }

    init(_ call: CallRequest, status: Int, fingerprint: String?) {
      operation = call.operation.map { Name.short($0) } ?? "\(call.method) \(call.path)"
      path = call.path
      query = call.query
      account = call.account
      self.status = status
      self.fingerprint = fingerprint
      obstacle = call.obstacle ?? (call.method == "GET" ? nil : "it is no GET")
    }
  }

  /// The writes in the order in which the script made them.
  public internal(set) var steps: [Step] = []
  /// Each once.
  public private(set) var reads: [Read] = []
  private var knownReads: Set<String> = []
  /// What the script was told that differs from what a real run would be told.
  public private(set) var notes: [String] = []

  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  mutating func relied(on read: Read) {
    let query = PercentEncoding.query(read.query)
    let key = "\(read.account ?? "") \(read.path)?\(query) \(read.status) \(read.fingerprint ?? "")"
    guard knownReads.insert(key).inserted else { return }
    reads.append(read)
    if !read.isCompared { note("\(read.operation) is not compared when the plan is applied: the log grows by itself") }
  }
}
