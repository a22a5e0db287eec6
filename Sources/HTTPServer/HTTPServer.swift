// A small HTTP/1.1 server over libmicrohttpd: routes, answers at once or by tasks, streams.

import CMicroHTTPD
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A running server. It serves until `stop` is called; letting go of it stops it too.
///
/// ```swift
/// let server = try HTTPServer.start(routes: [.immediate("GET", "/hello/{name}") { request in
///   .text("hello \(request.captures["name"] ?? "")")
/// }])
/// ```
public final class HTTPServer: Sendable {
  /// The port it listens on.
  public let port: UInt16
  private let core: ServerCore
  private let running: Mutex<Running?>

  // Sendable: taken out of the lock by the one caller that stops the server.
  private struct Running: @unchecked Sendable {
    let daemon: OpaquePointer
    let watch: Thread
    let executor: Thread
  }

  private init(port: UInt16, core: ServerCore, running: Running) {
    self.port = port
    self.core = core
    self.running = Mutex(running)
  }

  deinit { stopBlocking(grace: .zero) }

  /// Starts a server.
  ///
  /// - Throws: `HTTPServerError` when libmicrohttpd is missing or the address cannot be listened on.
  public static func start(
    _ configuration: ServerConfiguration = ServerConfiguration(), routes: [Route]
  ) throws(HTTPServerError) -> HTTPServer {
    let library = try MicroHTTPD.load()
    let core = ServerCore(configuration: configuration, routes: routes, library: library)
    guard let address = SocketAddress(configuration.address, port: configuration.port) else {
      throw HTTPServerError(
        reason: .badAddress,
        message: "'\(configuration.address)' is not an IPv4 or IPv6 address: give digits, such as 127.0.0.1 or ::1")
    }
    // The daemon's callbacks use the core without owning it: `stopBlocking` gives this reference back.
    let context = Unmanaged.passRetained(core)
    let daemon = address.withPointer { pointer in
      withOptionalCString(configuration.tls?.key) { key in
        withOptionalCString(configuration.tls?.certificate) { certificate in
          var settings = mhd_settings(
            address: pointer, is_ipv6: address.isIPv6 ? 1 : 0, connection_memory: configuration.headerLimit + 32 << 10,
            idle_seconds: UInt32(max(1, configuration.idleTimeout.components.seconds)),
            connections: UInt32(configuration.connectionLimit), tls_key: key, tls_certificate: certificate,
            context: context.toOpaque(), handler: Callbacks.handler, begin: Callbacks.begin,
            completed: Callbacks.completed, connection: Callbacks.connection)
          return withUnsafePointer(to: library.api) { mhd_start($0, &settings) }
        }
      }
    }
    guard let daemon else {
      let reason = String(cString: strerror(errno))
      context.release()
      throw HTTPServerError(
        reason: .cannotListen,
        message: "cannot listen on \(configuration.address) port \(configuration.port): \(reason)")
    }
    let port = withUnsafePointer(to: library.api) { mhd_port($0, daemon) }
    return HTTPServer(
      port: port, core: core,
      running: Running(daemon: daemon, watch: core.watch.start(), executor: core.executor.start()))
  }

  /// Stops: no new connections, then up to `grace` for the requests under way, then their tasks are cancelled and
  /// answered for, then all connections are closed.
  public func stop(grace: Duration = .seconds(2)) async {
    await withCheckedContinuation { continuation in
      // The thread ends by itself; nothing waits for it but the continuation.
      Thread {
        self.stopBlocking(grace: grace)
        continuation.resume()
      }.detach()
    }
  }

  /// The same, blocking the calling thread, which must not be one of the server's.
  public func stopBlocking(grace: Duration = .seconds(2)) {
    guard
      let running = running.withLock({ running in
        defer { running = nil }
        return running
      })
    else { return }
    // This order matters: libmicrohttpd aborts the process when it is stopped with a connection suspended.
    core.beginStopping()
    let listening = core.library.api.MHD_quiesce_daemon(running.daemon)
    if listening >= 0 { close(listening) }
    if !core.live.wait(atMost: grace) {
      for exchange in core.exchanges { exchange.cancel() }
      if !core.live.wait(atMost: .milliseconds(200)) {
        for exchange in core.exchanges { exchange.release() }
        _ = core.live.wait(atMost: .seconds(1))
      }
    }
    core.watch.stop()
    running.watch.join()
    core.executor.stop()
    running.executor.join()
    core.library.api.MHD_stop_daemon(running.daemon)
    Unmanaged.passUnretained(core).release()
  }
}

private func withOptionalCString<R>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> R) -> R {
  guard let text else { return body(nil) }
  return text.withCString(body)
}
