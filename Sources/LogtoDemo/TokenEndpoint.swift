// The token endpoint: client credentials, with the errors that a real one answers.

import HTTPServer
import JSON

enum TokenEndpoint {
  static func answer(_ request: ServerRequest, _ state: DemoState) -> ServerResponse {
    state.withStore { store in
      do throws(DemoError) {
        return .json(JSONValue.object(try token(request, &store)).encoded())
      } catch {
        var response = Dispatch.respond(error)
        if error.status == 401 {
          let host = request.header("Host") ?? ""
          response.headers.append(
            ServerHeader(
              "WWW-Authenticate",
              "Basic realm=\"http://\(host)/oidc\", error=\"invalid_client\", "
                + "error_description=\"client authentication failed\""))
        }
        return response
      }
    }
  }

  private static func token(_ request: ServerRequest, _ store: inout DemoStore) throws(DemoError) -> JSONObject {
    let form = DemoQuery(pairs: PercentCoding.decodePairs(Substring(decoding: request.body, as: UTF8.self)) ?? [])
    if form["grant_type"] == "authorization_code" || form["grant_type"] == "refresh_token" {
      return try SignInEndpoint.tokens(form, client: try application(request, form, store), &store)
    }
    guard let (id, secret) = credentials(request, form) else {
      throw refusal("oidc.invalid_request", "Request is invalid.", "no client authentication mechanism provided")
    }
    let application = try check(id, secret, store)
    guard form["grant_type"] == "client_credentials" else {
      throw refusal(
        "oidc.unsupported_grant_type", "Unsupported `grant_type` requested.", "unsupported grant_type requested")
    }
    guard application["type"] == "MachineToMachine" else {
      throw refusal(
        "oidc.unauthorized_client", "An OIDC error occurred: oidc.unauthorized_client.",
        "requested grant type is not allowed for this client")
    }
    return try grant(id, form, &store)
  }

  /// The application whose secret that is.
  private static func check(_ id: String, _ secret: String, _ store: DemoStore) throws(DemoError) -> JSONObject {
    guard let application = store[.applications].row(id) else {
      throw refusal(
        "oidc.invalid_client", "An OIDC error occurred: oidc.invalid_client.", "invalid client \(id)")
    }
    let secrets = store[.applicationSecrets].all.filter { $0["applicationId"] == .string(id) }
    guard secrets.contains(where: { BearerCheck.equal(secret, $0["value"]?.stringValue ?? "") }) else {
      throw refusal(
        "oidc.invalid_client", "An OIDC error occurred: oidc.invalid_client.", "client authentication failed",
        status: 401)
    }
    return application
  }

  /// The application that a user signed in to: by its secret where it has one, else by its name alone.
  private static func application(
    _ request: ServerRequest, _ form: DemoQuery, _ store: DemoStore
  ) throws(DemoError) -> String? {
    if let (id, secret) = credentials(request, form) { return try check(id, secret, store).id }
    guard let id = form["client_id"], let type = store[.applications].row(id)?.text("type"), type != "Traditional"
    else {
      throw refusal(
        "oidc.invalid_client", "An OIDC error occurred: oidc.invalid_client.", "client authentication failed",
        status: 401)
    }
    return id
  }

  private static func grant(_ id: String, _ form: DemoQuery, _ store: inout DemoStore) throws(DemoError) -> JSONObject {
    guard let indicator = form["resource"] else {
      throw refusal(
        "oidc.invalid_target", "Invalid resource indicator.", "both `resource` and `organization_id` are not provided")
    }
    guard let resource = store[.resources].first(where: "indicator", is: .string(indicator)) else {
      throw refusal(
        "oidc.invalid_target", "Invalid resource indicator.", "resource indicator is missing, or unknown")
    }
    let asked = (form["scope"] ?? "").split(separator: " ").map(String.init)
    let roles = store[.roleApplications].lefts(of: id)
    let granted = Set(
      store.rows(.scopes, roles.flatMap { store[.roleScopes].rights(of: $0) })
        .filter { $0["resourceId"] == resource["id"] }.compactMap { $0["name"]?.stringValue })
    let scopes = asked.filter { granted.contains($0) }
    let lifetime = resource["accessTokenTtl"]?.integerValue ?? 3600
    let token = "demo_token_" + store.ids.next(32)
    store.tokens[token] = DemoToken(applicationID: id, resource: indicator, scopes: Set(scopes))
    LogRoutes.note(
      &store, key: "ExchangeTokenBy.ClientCredentials",
      [
        "applicationId": .string(id),
        "params": ["resource": .string(indicator), "grant_type": "client_credentials"],
        "tokenTypes": ["AccessToken"],
      ])
    var answer: JSONObject = [
      "access_token": .string(token), "expires_in": .integer(lifetime), "token_type": "Bearer",
    ]
    if !scopes.isEmpty { answer["scope"] = .string(scopes.joined(separator: " ")) }
    return answer
  }

  private static func credentials(_ request: ServerRequest, _ form: DemoQuery) -> (id: String, secret: String)? {
    if let header = request.header("Authorization"), header.lowercased().hasPrefix("basic ") {
      guard let bytes = Base64.decode(header.dropFirst("basic ".count)) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":"),
        let id = PercentCoding.decode(text[..<colon], plusIsSpace: true),
        let secret = PercentCoding.decode(text[text.index(after: colon)...], plusIsSpace: true)
      else { return nil }
      return (id, secret)
    }
    guard let id = form["client_id"], let secret = form["client_secret"] else { return nil }
    return (id, secret)
  }

  static func refusal(
    _ code: String, _ message: String, _ description: String, status: Int = 400
  ) -> DemoError {
    var error = DemoError(status, code, message)
    error.more = [
      "error": .string(String(code.dropFirst("oidc.".count))), "error_description": .string(description),
    ]
    return error
  }

  /// The discovery document, as far as clients of the demo need it.
  static func discovery(_ request: ServerRequest) -> ServerResponse {
    let issuer = "http://\(request.header("Host") ?? "")/oidc"
    let document: JSONObject = [
      "token_endpoint": .string(issuer + "/token"), "issuer": .string(issuer),
      "authorization_endpoint": .string(issuer + "/auth"), "userinfo_endpoint": .string(issuer + "/me"),
      "grant_types_supported": ["client_credentials", "authorization_code", "refresh_token"], "scopes_supported": [],
      "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    ]
    return .json(JSONValue.object(document).encoded())
  }
}

/// Base64 as RFC 4648, 4 has it.
enum Base64 {
  static func decode(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == 0x3D { break }
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61 + 26)
      case 0x30...0x39: value = UInt32(byte - 0x30 + 52)
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: return nil
      }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        (bits, count) = (0, 0)
      }
    }
    if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
    if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
    return count == 1 ? nil : bytes
  }
}
