// One cookie: reading a `Set-Cookie` line (RFC 6265 §5.2), and deciding where it is sent.

/// A cookie of one tenant.
struct Cookie: Sendable {
  var name: String
  var value: Secret
  var path: String
  /// Seconds since 1970; `nil` lives as long as the jar.
  var expires: Double?

  /// Until 2001: a date before is an order to remove the cookie, as every framework writes it (1970). A later one that has
  /// passed already only shows that two clocks disagree, by which no sign-in may fail: the tenant knows what has ended.
  static let longAgo: Double = 978_307_200

  /// The most bytes of name and value together (RFC 6265 §6.1).
  static let mostBytes = 4096

  /// Reads the value of one `Set-Cookie` header.
  ///
  /// `Domain` is ignored: a jar belongs to one tenant, and its cookies are sent to that host alone. Nor is `Secure` looked
  /// at: the endpoint is https, or loopback, or allowed knowingly.
  /// - Parameters:
  ///   - requestPath: the path of the request that was answered, for the default path.
  ///   - unixTime: now, in seconds since 1970.
  /// - Returns: `nil` for a line that is no cookie.
  init?(setCookie line: String, requestPath: String, unixTime: Double) {
    guard line.utf8.count <= 2 * Cookie.mostBytes, line.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
    else { return nil }
    var parts = line.split(separator: ";", omittingEmptySubsequences: false)[...]
    guard let pair = parts.popFirst(), let equals = pair.firstIndex(of: "=") else { return nil }
    name = pair[..<equals].trimmingBlanks
    let text = pair[pair.index(after: equals)...].trimmingBlanks
    guard !name.isEmpty, name.utf8.count + text.utf8.count <= Cookie.mostBytes else { return nil }
    value = Secret(text)
    path = Cookie.defaultPath(requestPath)
    var maxAge: Double?
    for part in parts {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let attribute = pieces[0].trimmingBlanks.lowercased()
      let content = pieces.count > 1 ? pieces[1].trimmingBlanks : ""
      switch attribute {
      case "path": path = content.hasPrefix("/") ? content : Cookie.defaultPath(requestPath)
      case "expires":
        expires = HTTPDate.read(content).map { $0 < Cookie.longAgo || $0 > unixTime ? $0 : .infinity } ?? expires
      case "max-age": maxAge = Int64(content).map { $0 <= 0 ? 0 : unixTime + Double($0) } ?? maxAge
      default: break
      }
    }
    expires = maxAge ?? expires
  }

  func isExpired(unixTime: Double) -> Bool { expires.map { $0 <= unixTime } ?? false }

  /// Whether it goes with a request for `path` (RFC 6265 §5.1.4).
  func matches(_ requestPath: String) -> Bool {
    requestPath == path
      || requestPath.hasPrefix(path) && (path.hasSuffix("/") || requestPath.dropFirst(path.count).first == "/")
  }

  private static func defaultPath(_ requestPath: String) -> String {
    guard requestPath.hasPrefix("/"), let last = requestPath.lastIndex(of: "/"), last > requestPath.startIndex else {
      return "/"
    }
    return String(requestPath[..<last])
  }
}
