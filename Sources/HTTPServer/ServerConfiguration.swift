// Where a server listens and what it puts up with.

/// Settings of a server. Every limit has a default that suits a small service on loopback.
public struct ServerConfiguration: Sendable {
  /// The address to listen on: IPv4 or IPv6, as digits.
  public var address: String = "127.0.0.1"
  /// The port, 0 for any free one (`HTTPServer.port` says which).
  public var port: UInt16 = 0
  /// Certificate chain and key in PEM: with them the server speaks TLS only.
  public var tls: TLS?
  /// The longest request body in bytes. A longer one is answered by `tooLarge`.
  public var bodyLimit: Int = 1 << 20
  /// Memory for the header of one request, in bytes. A longer header is answered 431 or 413 by libmicrohttpd.
  public var headerLimit: Int = 64 << 10
  /// How long a request may take to arrive, header and body, however steadily its bytes drip.
  public var requestTimeout: Duration = .seconds(30)
  /// How long a connection may be silent before it is closed. Whole seconds, at least one.
  public var idleTimeout: Duration = .seconds(60)
  /// Connections at a time.
  public var connectionLimit: Int = 1_000
  /// Headers for every answer, made for each one.
  public var commonHeaders: @Sendable () -> [ServerHeader] = { [] }
  /// The answer where no route fits.
  public var notFound: ServerResponse = .text("Not Found", status: 404)
  /// The answer to a body longer than `bodyLimit`.
  public var tooLarge: ServerResponse = .text("Payload Too Large", status: 413)

  /// The defaults: plain HTTP on loopback, any free port.
  public init() {}

  /// A certificate chain and its key, both PEM texts.
  public struct TLS: Sendable {
    /// The chain in PEM, the server's own certificate first.
    public let certificate: String
    /// The private key in PEM.
    public let key: String

    /// Takes PEM texts, not paths of files.
    public init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }
}
