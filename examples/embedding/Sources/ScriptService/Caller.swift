// Who may run scripts, what theirs may do, and how much they may use.

import HTTPServer
import LogtoLua
import LuaRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One caller of the service.
public struct Caller: Sendable {
  public var name: String
  /// The bearer token that names the caller.
  public var token: String
  public var policy: Policy
  public var limits: Limits

  public init(name: String, token: String, policy: Policy, limits: Limits) {
    self.name = name
    self.token = token
    self.policy = policy
    self.limits = limits
  }

  /// Reads callers from JSON: a list of `{name, token, readOnly, allow, deny, seconds, megabytes, calls}`, all but the
  /// first two optional. Destructive calls are refused, since the service has nobody to ask.
  ///
  /// - Throws: `DecodingError` for broken JSON, `PolicyPatternError` for a pattern that cannot be read.
  public static func list(json: Data) throws -> [Caller] {
    try JSONDecoder().decode([Entry].self, from: json).map { entry in
      var policy = Policy.holdDestructive
      policy.readOnly = entry.readOnly ?? false
      policy.allow = try (entry.allow ?? []).map { text throws in try PolicyPattern(text) }
      policy.deny = try (entry.deny ?? []).map { text throws in try PolicyPattern(text) }
      let limits = Limits(
        time: .seconds(entry.seconds ?? 10), memory: .megabytes(entry.megabytes ?? 16), calls: entry.calls ?? 1_000)
      return Caller(name: entry.name, token: entry.token, policy: policy, limits: limits)
    }
  }

  private struct Entry: Decodable {
    let name: String
    let token: String
    let readOnly: Bool?
    let allow: [String]?
    let deny: [String]?
    let seconds: Int?
    let megabytes: Int?
    let calls: Int?
  }
}

extension [Caller] {
  /// The caller whose token the request carries. Every token is compared, so that the time does not tell which fits.
  func caller(of request: ServerRequest) -> Caller? {
    guard let token = BearerCheck.token(of: request) else { return nil }
    return reduce(nil) { found, caller in
      BearerCheck.equal(token, caller.token) && !caller.token.isEmpty ? caller : found
    }
  }
}
