// Keeps web pages away from a server on loopback: a page of any site can send requests to 127.0.0.1, and by DNS
// rebinding under its own name. Browsers tell with `Origin` and `Host`.

/// Which `Host` and `Origin` headers are let in.
public struct OriginCheck: Sendable {
  /// The host names that requests may be addressed to, without ports.
  public let hosts: Set<String>
  /// The origins (`https://app.example`) whose pages may send requests. Requests without an `Origin` do not come
  /// from a page of another site and are let in.
  public let origins: Set<String>

  /// - Parameters:
  ///   - hosts: the names of this server; loopback's own by default.
  ///   - origins: pages that may send requests; none by default.
  public init(hosts: Set<String> = ["127.0.0.1", "localhost", "[::1]"], origins: Set<String> = []) {
    self.hosts = hosts
    self.origins = origins
  }

  /// Why the request is refused; nil where it is let in.
  public func refusal(of request: ServerRequest) -> String? {
    let host = request.header("Host") ?? ""
    guard hosts.contains(Self.name(of: host).lowercased()) else { return "the Host '\(host)' is not this server's" }
    let given = request.headers.values(of: "Origin")
    guard !given.isEmpty else { return nil }
    guard given.count == 1, origins.contains(given[0]) else {
      return "the Origin '\(given[0])' is not allowed"
    }
    return nil
  }

  /// The host without its port.
  private static func name(of host: String) -> Substring {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return host[...end] }
    return host.prefix { $0 != ":" }
  }
}
