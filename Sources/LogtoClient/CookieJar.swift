// The cookies of one sign-in session.

import HTTPTransport

/// Cookies of one tenant, kept for one session and never longer than it.
struct CookieJar: Sendable {
  private(set) var cookies: [Cookie] = []

  /// The most cookies kept; the oldest go first. A tenant sets seven; what sets hundreds means no good.
  static let most = 64
  /// The most bytes of a `Cookie` header; servers refuse larger ones.
  static let mostHeaderBytes = 8 << 10

  /// Takes over what an answer sets, and drops what it ends.
  mutating func store(_ headers: HTTPHeaders, requestPath: String, unixTime: Double) {
    for line in headers.values(of: "Set-Cookie").prefix(2 * CookieJar.most) {
      guard let cookie = Cookie(setCookie: line, requestPath: requestPath, unixTime: unixTime) else { continue }
      cookies.removeAll { $0.name == cookie.name && $0.path == cookie.path }
      if !cookie.isExpired(unixTime: unixTime) { cookies.append(cookie) }
    }
    if cookies.count > CookieJar.most { cookies.removeFirst(cookies.count - CookieJar.most) }
  }

  /// The `Cookie` header for a request; longer paths first (RFC 6265 §5.4). `nil` where none applies.
  func header(path: String, unixTime: Double) -> String? {
    var size = 0
    let fitting = cookies.filter { $0.matches(path) && !$0.isExpired(unixTime: unixTime) }
      .sorted { $0.path.utf8.count > $1.path.utf8.count }
      .map { "\($0.name)=\($0.value.reveal())" }
      .filter { pair in
        size += pair.utf8.count + 2
        return size <= CookieJar.mostHeaderBytes
      }
    return fitting.isEmpty ? nil : fitting.joined(separator: "; ")
  }
}
