import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Reads the arguments of `logto.request{ method, path, query, body, headers }`, which reaches any path under the
/// tenant's `/api`. The path is normalised first, so that what is judged is what the tenant gets.
enum RequestRules {
  static let name = "logto.request"
  private static let keys = ["method", "path", "query", "body", "headers"]
  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  static func prepare(
    _ view: LuaView, options: CallOptions, catalogue: Catalogue, known: KnownCatalogue
  ) throws(LuaError) -> PreparedCall {
    guard view.isTable else {
      throw bad("its arguments are one table, not \(view.described)", hint: "logto.request{ path = \"/api/users\" }")
    }
    var options = options
    var method = "GET"
    var path: String?
    var query: [(name: String, value: String)] = []
    var body: [UInt8]?
    try view.eachField { (key, value) throws(LuaError) in
      switch key.text {
      case "method": method = try readMethod(value)
      case "path": path = try readText(value, "path")
      case "query": query = try readQuery(value)
      case "body": body = try value.encoded(schema: .none, path: "body", name: name)
      case "headers":
        options.headers += try OptionsReader(name: name).headers(value)
      default:
        let near = Nearest.matches(key.text ?? "", among: keys)
        throw bad(
          "'\(key.text ?? key.described)' is no argument of it",
          hint: near.isEmpty ? "its arguments are \(keys.listed)" : "did you mean \(near.quotedChoice)?")
      }
    }
    guard let path else { throw bad("'path' is missing", hint: "logto.request{ path = \"/api/users\" }") }
    let target = try RequestPath(path)
    let match = catalogue.operation(method: method, path: target.path)
    return PreparedCall(
      name: "\(method) \(target.path)", shape: (match?.operation).map(known.shape(of:)), method: method,
      path: target.path, query: target.query + query, body: body.map { .json($0) } ?? .none, options: options)
  }

  private static func readMethod(_ value: LuaView) throws(LuaError) -> String {
    let method = try readText(value, "method").uppercased()
    guard methods.contains(method) else {
      throw bad("'method' is '\(method.shortened(to: 20))', which is none of \(methods.listed)")
    }
    return method
  }

  private static func readText(_ value: LuaView, _ key: String) throws(LuaError) -> String {
    guard let text = value.text else { throw bad("'\(key)' is a text, not \(value.described)") }
    return text
  }

  private static func readQuery(_ view: LuaView) throws(LuaError) -> [(name: String, value: String)] {
    guard view.isTable else { throw bad("'query' is a table of names and values, not \(view.described)") }
    var query: [(name: String, value: String)] = []
    try view.eachField { (key, value) throws(LuaError) in
      guard let field = key.text else { throw bad("'query' has the key \(key.described), which is no name") }
      for text in try ParameterReader.texts(of: value, place: "query.\(field)", name: name) {
        query.append((field, text))
      }
    }
    // In no order in Lua; the same order each time here.
    return query.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
  }

  static func bad(_ message: String, hint: String? = nil) -> LuaError {
    CallFailure.validation(message, name: name, hint: hint)
  }
}

/// A path under `/api` and its query, read apart and normalised.
struct RequestPath {
  /// Percent-encoded, without dot segments and doubled slashes.
  let path: String
  let query: [(name: String, value: String)]

  init(_ text: String) throws(LuaError) {
    if text.contains("#") { throw RequestRules.bad("'path' has a '#', which no server sees: write %23") }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.hasPrefix("/") else {
      throw RequestRules.bad(
        "'path' is '\(text.shortened(to: 60))', which does not begin with /api/",
        hint: "give the path alone, no address")
    }
    var segments: [String] = []
    for part in parts[0].split(separator: "/") {
      guard let segment = Self.decoded(part) else {
        throw RequestRules.bad("'path' has a broken % escape in '\(String(part).shortened(to: 60))'")
      }
      switch segment {
      case ".": continue
      case "..": if !segments.isEmpty { segments.removeLast() }
      default: segments.append(segment)
      }
    }
    // Compared in the spelling that is sent: a server's router may ignore letter case, we need not.
    guard segments.first == "api", segments.count > 1 else {
      throw RequestRules.bad(
        "'path' leads to '/\(segments.joined(separator: "/").shortened(to: 60))', which is not under /api/")
    }
    path = segments.map { "/" + PathBuilder.encoded($0) }.joined()
    query = try parts.dropFirst().first.map { text throws(LuaError) in try Self.query(text) } ?? []
  }

  private static func query(_ text: Substring) throws(LuaError) -> [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    for item in text.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsSpace: true),
        let value = decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
      else { throw RequestRules.bad("'path' has a broken % escape in '\(String(item).shortened(to: 60))'") }
      items.append((name, value))
    }
    return items
  }

  /// Percent-decoding; nil for a broken escape or bytes that are no UTF-8.
  private static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    PercentEncoding.decode(text, plusIsSpace: plusIsSpace)
  }
}
