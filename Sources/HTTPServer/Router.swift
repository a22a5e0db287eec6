// Finds the route of a request.

/// All routes of a server, as a tree of path segments. Where several paths fit, the one whose first difference is a
/// literal segment wins, then placeholders, then a rest.
struct Router: Sendable {
  enum Match: Sendable {
    case found(RouteHandler, captures: [String: String])
    /// The path exists, with these other methods.
    case wrongMethod(allowed: [String])
    case notFound
  }

  /// A method at the end of a path.
  private struct Leaf: Sendable {
    let method: String
    let handler: RouteHandler
    /// The names of the placeholders on the way, in order.
    let names: [String]
  }

  private final class Node: Sendable {
    let literals: [String: Node]
    let placeholder: Node?
    let leaves: [Leaf]
    /// Routes whose last segment takes the whole rest.
    let rests: [Leaf]

    init(_ routes: [(segments: ArraySlice<Substring>, leaf: Leaf)]) {
      var literals: [String: [(ArraySlice<Substring>, Leaf)]] = [:]
      var placeholders: [(ArraySlice<Substring>, Leaf)] = []
      var leaves: [Leaf] = []
      var rests: [Leaf] = []
      for (segments, leaf) in routes {
        guard let first = segments.first else {
          leaves.append(leaf)
          continue
        }
        if first.hasPrefix("{"), first.hasSuffix("...}") {
          rests.append(leaf)
        } else if first.hasPrefix("{"), first.hasSuffix("}") {
          placeholders.append((segments.dropFirst(), leaf))
        } else {
          literals[String(first), default: []].append((segments.dropFirst(), leaf))
        }
      }
      self.literals = literals.mapValues { Node($0.map { (segments: $0.0, leaf: $0.1) }) }
      self.placeholder = placeholders.isEmpty ? nil : Node(placeholders.map { (segments: $0.0, leaf: $0.1) })
      self.leaves = leaves
      self.rests = rests
    }
  }

  private let root: Node

  init(_ routes: [Route]) {
    root = Node(
      routes.map { route in
        let segments = route.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let names = segments.filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { segment in
          let name = segment.dropFirst().dropLast()
          return String(name.hasSuffix("...") ? name.dropLast(3) : name)
        }
        return (segments: segments, leaf: Leaf(method: route.method, handler: route.handler, names: names))
      })
  }

  /// The route for a method and decoded path segments. `HEAD` is answered by `GET` routes.
  func match(method: String, path: [String]) -> Match {
    var allowed: [String] = []
    var values: [String] = []
    if let leaf = find(root, method, path[...], &values, &allowed) {
      return .found(leaf.handler, captures: Dictionary(zip(leaf.names, values), uniquingKeysWith: { $1 }))
    }
    return allowed.isEmpty ? .notFound : .wrongMethod(allowed: allowed)
  }

  private func find(
    _ node: Node, _ method: String, _ path: ArraySlice<String>, _ values: inout [String], _ allowed: inout [String]
  ) -> Leaf? {
    if let first = path.first {
      if let next = node.literals[first], let leaf = find(next, method, path.dropFirst(), &values, &allowed) {
        return leaf
      }
      if let next = node.placeholder, !first.isEmpty {
        values.append(first)
        if let leaf = find(next, method, path.dropFirst(), &values, &allowed) { return leaf }
        values.removeLast()
      }
    } else if let leaf = pick(node.leaves, method, &allowed) {
      return leaf
    }
    if let leaf = pick(node.rests, method, &allowed) {
      values.append(path.joined(separator: "/"))
      return leaf
    }
    return nil
  }

  private func pick(_ leaves: [Leaf], _ method: String, _ allowed: inout [String]) -> Leaf? {
    for leaf in leaves {
      if leaf.method == method || leaf.method == "*" || (method == "HEAD" && leaf.method == "GET") { return leaf }
    }
    allowed += leaves.map(\.method)
    return nil
  }
}
