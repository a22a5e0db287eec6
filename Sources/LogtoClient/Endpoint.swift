// The address of a tenant: what is accepted as one, and the Management API resource that follows from it.

/// Where a tenant answers: scheme, host and port, nothing else.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  /// `https` or `http`
  public let scheme: String
  /// Lower case; an IPv6 address is kept in its brackets.
  public let host: String
  /// The port, where one was written.
  public let port: Int?
  /// The address without a final slash.
  public let description: String

  /// Reads an address such as `https://auth.example.com`.
  ///
  /// A final slash is dropped. A path, a query, a fragment or credentials in the address are refused: the client
  /// adds the paths itself, and an address with a password in it would be printed with it.
  public init(_ address: String) throws(InvalidValue) {
    var rest = Substring(Endpoint.trimmed(address))
    guard let colon = rest.range(ofText: "://") else {
      throw InvalidValue("is not an address with http:// or https:// in front", example: Endpoint.example)
    }
    let scheme = rest[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw InvalidValue(
        "has the scheme '\(scheme.prefix(20))'; only http and https are spoken", example: Endpoint.example)
    }
    rest = rest[colon.upperBound...]
    while rest.last == "/" { rest.removeLast() }
    guard !rest.contains("@") else {
      throw InvalidValue("carries credentials; leave them out of the address", example: Endpoint.example)
    }
    guard !rest.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) else {
      throw InvalidValue(
        "goes on after the host; give the tenant's address alone, without /api or /oidc",
        example: Endpoint.example)
    }
    var host = rest
    var port: Int?
    if let mark = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
      let digits = rest[rest.index(after: mark)...]
      guard let number = Int(digits), (1...65535).contains(number), digits.allSatisfy(\.isNumber) else {
        throw InvalidValue("has no port between 1 and 65535 after the colon", example: Endpoint.example)
      }
      port = number
      host = rest[..<mark]
    }
    guard Endpoint.isHost(host) else {
      throw InvalidValue("has no valid host name", example: Endpoint.example)
    }
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port == (scheme == "https" ? 443 : 80) ? nil : port
    description = self.port.map { [host = self.host] in "\(scheme)://\(host):\($0)" } ?? "\(scheme)://\(self.host)"
  }

  static let example = "https://auth.example.com"

  /// Whether a plain `http` address stays on this machine.
  public var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
      || host.hasPrefix("127.") && Endpoint.isIPv4(host)
  }

  /// Whether this is a Logto Cloud address, `https://<tenant>.logto.app`.
  public var isCloud: Bool { tenantID != nil }

  /// The tenant's id, where the address tells it.
  public var tenantID: String? {
    guard host.hasSuffix(".logto.app") else { return nil }
    let name = host.dropLast(".logto.app".count)
    return name.isEmpty || name.contains(".") ? nil : String(name)
  }

  /// The resource of the Management API that follows from the address: the tenant's own on Logto Cloud, and
  /// `https://default.logto.app/api` on every self-hosted tenant whatever its address. A Cloud tenant with a custom
  /// domain cannot be told from a self-hosted one, and has to name its resource.
  public var defaultResource: String {
    tenantID.map { Endpoint.cloudResource(tenantID: $0) } ?? "https://default.logto.app/api"
  }

  /// The resource of a Logto Cloud tenant, whatever its domain.
  public static func cloudResource(tenantID: String) -> String { "https://\(tenantID).logto.app/api" }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.hasPrefix("[") {
      return host.hasSuffix("]") && host.count > 3
        && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !host.isEmpty && host.utf8.count <= 253
      && host.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
      && !host.hasPrefix(".") && !host.contains("..")
  }

  private static func isIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}

/// Why a value was refused; the one who knows where it came from puts the name in front.
public struct InvalidValue: Error, Sendable, Equatable {
  /// What is wrong with it, to be read after the value's name. Never contains the value.
  public var reason: String
  /// What a right one looks like.
  public var example: String?

  /// What is wrong with a value, and one that would be right.
  public init(_ reason: String, example: String? = nil) {
    self.reason = reason
    self.example = example
  }
}

extension Substring {
  /// The first place of `text`; the standard library alone has no such search.
  func range(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let tail = self[start...]
      if tail.hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
