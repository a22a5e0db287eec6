// What holds for every request of one transport.

/// Settings of a `CurlTransport`.
public struct TransportOptions: Sendable {
  /// Requests in flight to one host (scheme, name and port); further ones wait their turn. 100 is what HTTP/2 servers
  /// customarily allow (RFC 9113 §6.5.2 advises no less).
  public var maxRequestsPerHost: Int
  /// A PEM file of certificate authorities, trusted beside those of the system.
  public var caFile: String?
  /// How requests reach their host.
  public var proxy: Proxy

  /// How requests reach a host. Loopback addresses are always reached directly.
  public enum Proxy: Sendable, Hashable {
    /// Directly.
    case none
    /// As `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say. Right for a command.
    case environment
    /// This proxy, as `http://proxy.example:3128`.
    case url(String)
  }

  /// The defaults suit a service: no proxy, authorities of the system.
  public init(maxRequestsPerHost: Int = 100, caFile: String? = nil, proxy: Proxy = .none) {
    self.maxRequestsPerHost = maxRequestsPerHost
    self.caFile = caFile
    self.proxy = proxy
  }
}
