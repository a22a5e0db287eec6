// Where a redirect of a sign-in leads: on within the tenant, or back to the application.

import HTTPTransport

/// One redirect of a sign-in, checked.
enum Redirect {
  /// The application's redirect address, with the fields of its query.
  case callback([String: String])
  /// A page of this tenant.
  case page(path: String, query: [(name: String, value: String)])

  /// - Throws: kind `http` where the answer is no redirect, and for one that leaves the tenant.
  init(_ answer: APIResponse, from path: String, session: SignInSession, endpoint: Endpoint) throws(LogtoError) {
    guard (300..<400).contains(answer.status), let location = answer.location else {
      throw LogtoError(
        .http,
        "\(path) answered \(answer.status) where a sign-in redirects: the tenant asks for something that only its own pages can do",
        status: answer.status, code: "no_redirect", outcome: .unknown, requestID: answer.requestID)
    }
    try self.init(location: location, session: session, endpoint: endpoint)
  }

  init(location: String, session: SignInSession, endpoint: Endpoint) throws(LogtoError) {
    let bare = location.prefix { $0 != "?" && $0 != "#" }
    let fields = Redirect.fields(location.dropFirst(bare.count))
    if bare == session.request.redirectURI.prefix(while: { $0 != "?" && $0 != "#" }) {
      self = .callback(Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first })
      return
    }
    let origin = endpoint.description
    var path = String(bare)
    if path.lowercased().hasPrefix(origin) { path.removeFirst(origin.count) }
    if path.isEmpty { path = "/" }
    guard path.hasPrefix("/"), !path.hasPrefix("//") else {
      throw LogtoError(
        .http,
        "the sign-in redirects to \(Redirect.origin(bare)), which is neither this tenant (\(origin)) nor the application's redirect address",
        code: "foreign_redirect", outcome: .unknown,
        hint: "check that the endpoint is the address under which the tenant knows itself")
    }
    self = .page(path: path, query: fields)
  }

  private static func fields(_ query: Substring) -> [(name: String, value: String)] {
    query.dropFirst().prefix { $0 != "#" }.split(separator: "&").compactMap { pair in
      let equals = pair.firstIndex(of: "=") ?? pair.endIndex
      guard let name = PercentEncoding.decode(pair[..<equals]),
        let value = PercentEncoding.decode(pair[equals...].dropFirst())
      else { return nil }
      return (name, value)
    }
  }

  /// Scheme and host alone: the rest of an address may hold a code.
  private static func origin(_ address: Substring) -> String {
    guard let mark = address.range(ofText: "://") else { return "another address" }
    return String(
      address[..<mark.upperBound] + address[mark.upperBound...].prefix { $0 != "/" && $0 != "@" }.prefix(100))
  }
}
