// Finds the route of a request.

/// All routes of a server. Where several paths fit, the one whose first difference is a literal segment wins.
struct Router: Sendable {
  enum Match: Sendable {
    case found(RouteHandler, captures: [String: String])
    /// The path exists, with these other methods.
    case wrongMethod(allowed: [String])
    case notFound
  }

  private struct Entry: Sendable {
    enum Segment: Sendable {
      case literal(String)
      case capture(String)
      case rest(String)
    }
    let segments: [Segment]
    let method: String
    let handler: RouteHandler

    /// Smaller is more specific: literals before placeholders before a rest.
    var rank: [Int] {
      segments.map { segment in
        switch segment {
        case .literal: 0
        case .capture: 1
        case .rest: 2
        }
      }
    }

    func captures(in path: [String]) -> [String: String]? {
      var captures: [String: String] = [:]
      for (index, segment) in segments.enumerated() {
        switch segment {
        case .literal(let text):
          guard index < path.count, path[index] == text else { return nil }
        case .capture(let name):
          guard index < path.count, !path[index].isEmpty else { return nil }
          captures[name] = path[index]
        case .rest(let name):
          guard index <= path.count else { return nil }
          captures[name] = path[index...].joined(separator: "/")
          return captures
        }
      }
      return segments.count == path.count ? captures : nil
    }
  }

  private let entries: [Entry]

  init(_ routes: [Route]) {
    entries =
      routes.map { route in
        let parts = route.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let segments = parts.map { part -> Entry.Segment in
          guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
          let name = part.dropFirst().dropLast()
          return name.hasSuffix("...") ? .rest(String(name.dropLast(3))) : .capture(String(name))
        }
        return Entry(segments: segments, method: route.method, handler: route.handler)
      }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
  }

  /// The route for a method and decoded path segments. `HEAD` is answered by `GET` routes.
  func match(method: String, path: [String]) -> Match {
    var allowed: [String] = []
    for entry in entries {
      guard let captures = entry.captures(in: path) else { continue }
      if entry.method == method || entry.method == "*" || (method == "HEAD" && entry.method == "GET") {
        return .found(entry.handler, captures: captures)
      }
      allowed.append(entry.method)
    }
    return allowed.isEmpty ? .notFound : .wrongMethod(allowed: allowed)
  }
}
