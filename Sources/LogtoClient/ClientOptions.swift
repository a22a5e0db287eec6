// What can be set for a client; the defaults are right for a script on someone's own machine.

/// Settings of a ``LogtoClient``.
public struct ClientOptions: Sendable {
  /// For a whole call, unless the request says otherwise.
  public var timeout: Duration = .seconds(30)
  /// For finding the address, connecting and TLS.
  public var connectTimeout: Duration = .seconds(10)
  /// The most bytes of an answer's body, after decompression. 16 MiB: the largest answer of the recordings, the
  /// tenant's own OpenAPI document, is 0.7 MB.
  public var maxResponseBytes: Int = 16 << 20
  /// Where tokens are kept: in memory alone, or in files that all processes of the user share.
  public var tokenStorage: TokenStorage = .memory
  /// The governor to ask before each request. `nil` makes one for this client from the account's `rateLimit`, or the
  /// endpoint's default: 200 in 10 s on Logto Cloud, none elsewhere. ``RateGovernors`` holds one for all
  /// clients of a tenant.
  public var governor: RateGovernor?
  /// How long a cancelled call waits for the answer to a write that is already on its way, so that what it did is known.
  public var writeGrace: Duration = .seconds(3)
  /// What the tenant sees as `User-Agent`.
  public var userAgent: String = "logto-lua"
  /// The clocks that deadlines and token lifetimes are read from.
  public var clock: ClientClock = .system
  /// A number in 0..<1 for the jitter of waiting times.
  public var jitter: @Sendable () -> Double = { Double.random(in: 0..<1) }
  /// Returns at that time: what ends the waiting for a token. `nil` takes the transport's sleep; tests whose clock moves by
  /// sleeping need another.
  var alarm: (@Sendable (ContinuousClock.Instant) async throws -> Void)?

  /// The defaults: tokens in memory, 30 s a call.
  public init() {}
}

/// Where access tokens are kept between calls.
public enum TokenStorage: Sendable {
  /// Only in the client.
  case memory
  /// In files under this directory, 0600, shared by all processes of the user.
  case files(directory: String)
}
