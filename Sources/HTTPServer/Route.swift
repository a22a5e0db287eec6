// Which handler answers which method and path.

/// A handler: answered at once on the server's thread, or by a task of its own.
public enum RouteHandler: Sendable {
  /// Called on the server's one thread: it must not wait.
  case immediate(@Sendable (ServerRequest) -> ServerResponse)
  /// Called in a task, which is cancelled when the client goes away or the server stops. All tasks share one thread
  /// of the server's: they wait with `await`.
  case task(@Sendable (ServerRequest) async -> ServerResponse)
}

/// A method, a path with placeholders, and what answers there.
public struct Route: Sendable {
  /// A method, or `*` for any.
  public let method: String
  /// The path: `/api/users/{userId}`. A last segment `{name...}` takes the whole rest.
  public let path: String
  /// What answers.
  public let handler: RouteHandler

  /// A route with a handler of either kind; see ``method`` and ``path``.
  public init(_ method: String, _ path: String, _ handler: RouteHandler) {
    self.method = method
    self.path = path
    self.handler = handler
  }

  /// A route answered at once on the server's thread.
  public static func immediate(
    _ method: String, _ path: String, _ handler: @escaping @Sendable (ServerRequest) -> ServerResponse
  ) -> Route {
    Route(method, path, .immediate(handler))
  }

  /// A route answered by a task.
  public static func task(
    _ method: String, _ path: String, _ handler: @escaping @Sendable (ServerRequest) async -> ServerResponse
  ) -> Route {
    Route(method, path, .task(handler))
  }
}
