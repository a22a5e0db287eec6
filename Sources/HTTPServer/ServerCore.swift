// What the callbacks of a running server share.

import CMicroHTTPD
import Synchronization

/// Configuration, routes and the exchanges under way.
final class ServerCore: Sendable {
  let configuration: ServerConfiguration
  let router: Router
  let library: MicroHTTPD
  let watch = ConnectionWatch()
  let executor = HandlerExecutor()
  let live = Gate()

  private struct State {
    var exchanges: [UInt64: Exchange] = [:]
    var nextID: UInt64 = 1
    var isStopping = false
  }
  private let state = Mutex(State())

  init(configuration: ServerConfiguration, routes: [Route], library: MicroHTTPD) {
    self.configuration = configuration
    self.router = Router(routes)
    self.library = library
  }

  var isStopping: Bool { state.withLock { $0.isStopping } }

  /// How much of a body is read and dropped before a client that sends too much is cut off.
  var drainLimit: Int { max(configuration.bodyLimit * 4, 16 << 20) }

  func begin(target: String, deadline: ConnectionDeadline?) -> Exchange {
    live.enter()
    return state.withLock { state in
      let exchange = Exchange(id: state.nextID, target: target, core: self, deadline: deadline)
      state.exchanges[state.nextID] = exchange
      state.nextID += 1
      return exchange
    }
  }

  func end(_ exchange: Exchange) {
    exchange.completed()
    state.withLock { _ = $0.exchanges.removeValue(forKey: exchange.id) }
    live.leave()
  }

  func beginStopping() { state.withLock { $0.isStopping = true } }

  var exchanges: [Exchange] { state.withLock { Array($0.exchanges.values) } }
}
