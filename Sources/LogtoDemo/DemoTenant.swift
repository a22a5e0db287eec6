// An in-memory tenant that answers like a real Logto one: for a first try, for examples, and for tests.

import HTTPServer
import JSON
import LogtoCatalogue
import Synchronization

/// A demo tenant, listening on loopback until it is stopped or let go of.
///
/// It answers the operations that it simulates as a real tenant of release 1.39 was seen to: the same codes,
/// messages and quirks; what it does not simulate (storage for files, JavaScript) it refuses. Ids and times are the same
/// at every start, so that the output of a script can be compared with that of another run.
///
/// Users can sign in: the password of `ada` is `Demo!ada1`, and so on; every code that is sent, and that of every
/// authenticator app, is `123456`.
///
/// ```swift
/// let tenant = try DemoTenant.start()
/// let client = try LogtoClient(account: .machine(
///   endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret))
/// ```
public final class DemoTenant: Sendable {
  /// The application that scripts sign in as: machine to machine, with access to the Management API.
  public let appID = DemoSeed.scriptID
  /// Its secret.
  public let appSecret = DemoSeed.scriptSecret
  /// The resource that its tokens are for.
  public let resource = DemoSeed.managementAPI
  /// The tenant's address: `http://127.0.0.1:` and the port.
  public let endpoint: String
  /// The port.
  public var port: UInt16 { server.port }

  private let server: HTTPServer
  let state: DemoState

  private init(server: HTTPServer, state: DemoState) {
    self.server = server
    self.state = state
    self.endpoint = "http://127.0.0.1:\(server.port)"
  }

  /// What a tenant knows when it starts.
  public enum DataSet: Sendable {
    /// Twelve users, three organizations, and a few of everything else.
    case small
    /// What a tenant has on its first day: the Management API, one application that may use it, no users.
    case fresh
  }

  /// Starts a tenant.
  ///
  /// - Parameters:
  ///   - port: The port to listen on, 0 for any free one.
  ///   - data: What the tenant knows at first.
  /// - Throws: `HTTPServerError` when libmicrohttpd is missing or the port is taken.
  public static func start(port: UInt16 = 0, data: DataSet = .small) throws(HTTPServerError) -> DemoTenant {
    let state = DemoState(data)
    var configuration = ServerConfiguration()
    configuration.port = port
    configuration.idleTimeout = .seconds(5)
    // A real tenant answers a body over 1 MiB as though the route did not exist.
    configuration.tooLarge = .text("Not Found", status: 404)
    configuration.commonHeaders = {
      [ServerHeader("Logto-Core-Request-Id", state.nextRequestID()), ServerHeader("Keep-Alive", "timeout=5")]
    }
    let server = try HTTPServer.start(configuration, routes: DemoRoutes.all(state))
    return DemoTenant(server: server, state: state)
  }

  /// Ends every access token: the next request with one is answered 401, as when an hour has passed.
  public func revokeTokens() { state.withStore { $0.tokens = [:] } }

  /// The operations that it simulates, by the catalogue's names.
  public static var simulatedOperations: Set<String> { DemoRoutes.simulated }

  /// Stops the tenant. What was changed is lost.
  public func stop() async { await server.stop(grace: .milliseconds(500)) }
}

/// What the tenant's routes share.
final class DemoState: Sendable {
  private let store: Mutex<DemoStore>
  private let requests = Atomic<Int>(0)

  init(_ data: DemoTenant.DataSet) {
    store = Mutex(data == .small ? DemoSeed.make() : DemoSeed.makeFresh())
  }

  func withStore<R>(_ body: (inout sending DemoStore) -> sending R) -> R { store.withLock(body) }

  /// The next request's id, 16 letters.
  func nextRequestID() -> String {
    let number = requests.wrappingAdd(1, ordering: .relaxed).newValue
    let digits = "\(number)"
    return "demo-" + String(repeating: "0", count: max(0, 11 - digits.count)) + digits
  }
}
