// `logto-lua doctor`: one check after the other, each with what to do, as data.

import HTTPTransport
import JSON

/// Finds out why an account does not work.
///
/// Checks go from the outside in; where one fails, those that cannot say anything without it are skipped.
public struct Doctor: Sendable {
  /// One line of the report.
  public struct Check: Sendable, Equatable {
    /// What was checked.
    public var name: Name
    /// What came of it.
    public var status: Status
    /// What was found.
    public var message: String
    /// What to do, where there is something to do.
    public var advice: String?
  }

  /// What is checked, in this order.
  public enum Name: String, Sendable, CaseIterable {
    /// Something answers at the address.
    case endpoint
    /// Its certificate is trusted.
    case tls
    /// It is a Logto tenant.
    case discovery
    /// This machine's clock agrees with the tenant's.
    case clock
    /// The application and its secret are known.
    case credentials
    /// Tokens for the Management API are given.
    case resource
    /// The token has the scope `all`.
    case scope
    /// A read is answered.
    case read
    /// The tenant's operations are those of the catalogue.
    case catalogue
  }

  /// What came of a check.
  public enum Status: String, Sendable {
    /// All is well.
    case ok
    /// It works, and something should be looked at.
    case warning
    /// It does not work.
    case failed
    /// An earlier check failed, or there is nothing to check.
    case skipped
  }

  /// Compares the tenant's own OpenAPI document with the catalogue: what was found, and whether all is well. `nil` for a
  /// document that cannot be read.
  public typealias Comparison = @Sendable (_ document: [UInt8]) -> (isSame: Bool, message: String)?

  private let client: LogtoClient
  private let compare: Comparison?

  /// - Parameters:
  ///   - client: of the account that is looked at.
  ///   - compare: `nil` leaves the catalogue out.
  public init(_ client: LogtoClient, compare: Comparison? = nil) {
    self.client = client
    self.compare = compare
  }

  private var account: Account { client.account }

  private func field(_ field: Account.Field) -> String { account.origin.name(of: field) }

  /// Makes all checks. The token is asked for anew, past every cache.
  public func run() async -> [Check] {
    var checks: [Check] = []
    let discovered = await discover(&checks)
    if discovered, await credentials(&checks) {
      checks.append(await read())
    }
    if discovered, let compare { checks.append(await catalogue(compare)) }
    for name in Name.allCases where !checks.contains(where: { $0.name == name }) {
      if name == .catalogue, compare == nil { continue }
      checks.append(Check(name: name, status: .skipped, message: "not checked: an earlier check failed"))
    }
    return Name.allCases.compactMap { name in checks.first { $0.name == name } }
  }

  /// Endpoint, TLS, discovery document and clock, all from one answer.
  private func discover(_ checks: inout [Check]) async -> Bool {
    let path = "/oidc/.well-known/openid-configuration"
    let answer: APIResponse
    do throws(LogtoError) {
      answer = try await client.send(APIRequest(.get, path, auth: .public))
    } catch {
      let isTLS = error.code == "tls"
      if isTLS { checks.append(Check(name: .endpoint, status: .ok, message: "\(account.endpoint) answers")) }
      checks.append(
        Check(
          name: isTLS ? .tls : .endpoint, status: .failed, message: error.message,
          advice: error.hint ?? advice(.endpoint)))
      return false
    }
    checks.append(Check(name: .endpoint, status: .ok, message: "\(account.endpoint) answers"))
    checks.append(tls())
    if let clock = clock(answer) { checks.append(clock) }
    guard answer.status == 200, let json = try? JSONValue.parse(answer.body), let issuer = json["issuer"]?.stringValue
    else {
      checks.append(
        Check(
          name: .discovery, status: .failed, message: "\(path) is no discovery document: this is not a Logto tenant",
          advice: advice(.endpoint)))
      return false
    }
    let expected = "\(account.endpoint)/oidc"
    checks.append(
      issuer == expected
        ? Check(name: .discovery, status: .ok, message: "the tenant calls itself \(issuer)")
        : Check(
          name: .discovery, status: .warning, message: "the tenant calls itself \(issuer), not \(expected)",
          advice: "set \(field(.endpoint)) to that address without /oidc, if this machine reaches it: sign-ins need it")
    )
    return true
  }

  private func tls() -> Check {
    account.endpoint.scheme == "https"
      ? Check(name: .tls, status: .ok, message: "the certificate is trusted")
      : Check(
        name: .tls, status: account.endpoint.isLoopback ? .ok : .warning,
        message: "plain http"
          + (account.endpoint.isLoopback ? ", on this machine" : ": the secret can be read on the way"),
        advice: account.endpoint.isLoopback ? nil : "use https")
  }

  private func clock(_ answer: APIResponse) -> Check? {
    guard let date = answer.headers["Date"].flatMap(HTTPDate.read) else {
      return Check(name: .clock, status: .skipped, message: "the tenant does not say what time it is")
    }
    let skew = client.options.clock.unixTime() - date
    let text = "this machine's clock is \(Int(abs(skew).rounded())) s \(skew < 0 ? "behind" : "ahead of") the tenant's"
    if abs(skew) <= 30 { return Check(name: .clock, status: .ok, message: text) }
    return Check(
      name: .clock, status: abs(skew) > 300 ? .failed : .warning, message: text,
      advice: "set the clock (timedatectl set-ntp true): tokens are judged by it")
  }
}

extension Doctor {
  /// Credentials, resource and scope: one token, asked for anew.
  private func credentials(_ checks: inout [Check]) async -> Bool {
    do throws(LogtoError) {
      _ = try await client.tokens.fresh()
    } catch {
      let order: [Name] = [.credentials, .resource, .scope]
      let at: Name =
        switch error.code {
        case "oidc.invalid_target", "invalid_target": .resource
        case "auth.missing_scope": .scope
        default: .credentials
        }
      for name in order {
        if name == at { break }
        checks.append(passed(name))
      }
      checks.append(Check(name: at, status: .failed, message: error.message, advice: error.hint))
      return false
    }
    checks += [passed(.credentials), passed(.resource), passed(.scope)]
    return true
  }

  private func passed(_ name: Name) -> Check {
    let message =
      switch name {
      case .credentials: "the application '\(account.application?.id ?? "")' is known, and its secret is right"
      case .resource: "the Management API is \(account.resource)"
      default: "the token has the scope 'all'"
      }
    return Check(name: name, status: .ok, message: message)
  }

  private func read() async -> Check {
    do throws(LogtoError) {
      let answer = try await client.send(APIRequest(.get, "/api/sign-in-exp"))
      guard (try? JSONValue.parse(answer.body))?.objectValue != nil else {
        return Check(
          name: .read, status: .failed, message: "GET /api/sign-in-exp answered something else than JSON",
          advice: advice(.endpoint))
      }
      return Check(name: .read, status: .ok, message: "the Management API answers")
    } catch {
      return Check(name: .read, status: .failed, message: error.message, advice: error.hint)
    }
  }

  private func catalogue(_ compare: Comparison) async -> Check {
    do throws(LogtoError) {
      let answer = try await client.send(APIRequest(.get, "/api/swagger.json", auth: .public))
      guard let result = compare(answer.body) else {
        return Check(
          name: .catalogue, status: .warning, message: "the tenant's OpenAPI document cannot be read",
          advice: "nothing to do: the shipped catalogue is used")
      }
      return Check(
        name: .catalogue, status: result.isSame ? .ok : .warning, message: result.message,
        advice: result.isSame ? nil : "logto-lua catalogue refresh adds what the shipped catalogue lacks")
    } catch {
      return Check(
        name: .catalogue, status: .warning, message: error.message,
        advice: "nothing to do: the shipped catalogue is used")
    }
  }

  private func advice(_ name: Account.Field) -> String {
    "set \(field(name)) to the tenant's own address, such as \(Endpoint.example)"
  }
}
