// The parts of a sign-in that are no operations: its beginning, its redirect back, the user's tokens.

import HTTPServer
import JSON

enum SignInEndpoint {
  static func routes(_ state: DemoState) -> [Route] {
    [route("/oidc/auth", begin, state), route("/oidc/auth/{uid}", goOn, state), route("/oidc/me", userInfo, state)]
  }

  private static func route(
    _ path: String, _ answer: @escaping @Sendable (ServerRequest, inout DemoStore) throws(DemoError) -> ServerResponse,
    _ state: DemoState
  ) -> Route {
    .immediate("GET", path) { request in
      state.withStore { store in
        do throws(DemoError) { return try answer(request, &store) } catch { return Dispatch.respond(error) }
      }
    }
  }

  /// `/oidc/auth`: the cookies that stand for the sign-in, and the way to the page.
  @Sendable private static func begin(_ request: ServerRequest, _ store: inout DemoStore) throws(DemoError)
    -> ServerResponse
  {
    let query = DemoQuery(pairs: request.query)
    guard let id = query["client_id"], let application = store[.applications].row(id) else {
      throw TokenEndpoint.refusal(
        "oidc.invalid_client", "An OIDC error occurred: oidc.invalid_client.", "client is invalid")
    }
    let redirect = query["redirect_uri"] ?? ""
    guard application["oidcClientMetadata"]?["redirectUris"]?.arrayValue?.contains(.string(redirect)) == true else {
      throw TokenEndpoint.refusal(
        "oidc.invalid_redirect_uri", "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
        "redirect_uri did not match any of the client's registered redirect_uris")
    }
    let uid = store.ids.next(21)
    store.interactions[uid] = Interaction(
      application: id, redirectURI: redirect, state: query["state"] ?? "",
      scopes: (query["scope"] ?? "openid").split(separator: " ").map(String.init))
    var response = redirection(to: "/sign-in?app_id=\(id)")
    let cookies = [
      "_logto={\"appId\":\"\(id)\"}; path=/; samesite=lax",
      "_interaction={\"\(id)\":\"\(uid)\",\"_legacy\":\"\(uid)\"}; path=/; samesite=lax; httponly",
      "_interaction.sig=\(store.ids.next(27)); path=/; samesite=lax; httponly",
    ]
    response.headers += cookies.map { ServerHeader("Set-Cookie", $0) }
    return response
  }

  /// The sign-in that the cookies of a request stand for.
  static func session(of request: ServerRequest) -> String? {
    guard let cookies = request.header("Cookie"), let found = cookies.firstMatch(of: /"_legacy":"(?<uid>\w+)"/) else {
      return nil
    }
    return String(found.uid)
  }

  /// `/oidc/auth/{uid}` after the sign-in was submitted: back to the application with a code. The page that asks for
  /// consent is left out.
  @Sendable private static func goOn(_ request: ServerRequest, _ store: inout DemoStore) throws(DemoError)
    -> ServerResponse
  {
    let uid = request.captures["uid"] ?? ""
    guard session(of: request) == uid, let interaction = store.interactions[uid], interaction.isSubmitted,
      let user = interaction.userID
    else { throw Dispatch.noSession }
    store.interactions[uid] = nil
    let code = store.ids.next(43)
    store.codes[code] = UserGrant(
      userID: user, application: interaction.application, redirectURI: interaction.redirectURI,
      scopes: interaction.scopes)
    SessionRoutes.open(&store, user, interaction)
    let issuer = "http://\(request.header("Host") ?? "")/oidc"
    return redirection(
      to:
        "\(interaction.redirectURI)?code=\(code)&state=\(Paging.encode(interaction.state))&iss=\(Paging.encode(issuer))"
    )
  }

  private static func redirection(to location: String) -> ServerResponse {
    var response = ServerResponse.text("Redirecting to \(location).", status: 303)
    response.headers.append(ServerHeader("Location", location))
    return response
  }

  /// A user's tokens for a code or a refresh token. The PKCE verifier has to be there; nothing is computed of it.
  static func tokens(_ form: DemoQuery, client: String?, _ store: inout DemoStore) throws(DemoError) -> JSONObject {
    let isRefresh = form["grant_type"] == "refresh_token"
    let invalid = TokenEndpoint.refusal("oidc.invalid_grant", "Grant request is invalid.", "grant request is invalid")
    let known = isRefresh ? store.refreshTokens : store.codes
    let key = (isRefresh ? form["refresh_token"] : form["code"]) ?? ""
    guard let grant = known[key], grant.application == client ?? form["client_id"] else { throw invalid }
    guard isRefresh || (form["redirect_uri"] == grant.redirectURI && form["code_verifier"]?.isEmpty == false) else {
      throw invalid
    }
    if isRefresh { store.refreshTokens[key] = nil } else { store.codes[key] = nil }
    let token = "demo_user_token_" + store.ids.next(32)
    store.tokens[token] = DemoToken(
      applicationID: grant.application, resource: "", scopes: Set(grant.scopes), userID: grant.userID)
    var answer: JSONObject = [
      "access_token": .string(token), "expires_in": 3600, "id_token": .string("demo_id_token_" + store.ids.next(32)),
      "scope": .string(grant.scopes.joined(separator: " ")), "token_type": "Bearer",
    ]
    if grant.scopes.contains("offline_access") {
      let refresh = "demo_refresh_token_" + store.ids.next(32)
      store.refreshTokens[refresh] = grant
      answer["refresh_token"] = .string(refresh)
    }
    return answer
  }

  @Sendable private static func userInfo(_ request: ServerRequest, _ store: inout DemoStore) throws(DemoError)
    -> ServerResponse
  {
    guard let name = BearerCheck.token(of: request), let id = store.tokens[name]?.userID,
      let user = store[.users].row(id)
    else { throw .unauthorized() }
    let organizations = store.rows(.organizations, store[.organizationUsers].lefts(of: id))
    let claims: JSONObject = [
      "sub": .string(id), "name": user["name"] ?? .null, "picture": user["avatar"] ?? .null,
      "updated_at": user["updatedAt"] ?? .null, "username": user["username"] ?? .null,
      "created_at": user["createdAt"] ?? .null, "email": user["primaryEmail"] ?? .null,
      "email_verified": .bool(user["primaryEmail"]?.isNull == false), "custom_data": user["customData"] ?? [:],
      "phone_number": user["primaryPhone"] ?? .null,
      "phone_number_verified": .bool(user["primaryPhone"]?.isNull == false),
      "identities": user["identities"] ?? [:], "sso_identities": [],
      "organizations": .array(organizations.map { .string($0.id) }),
      "organization_data": .array(organizations.map { .object($0.only("id", "name", "description")) }),
      "roles": .array(store.rows(.roles, store[.roleUsers].lefts(of: id)).map { $0["name"] ?? .null }),
    ]
    return .json(JSONValue.object(claims).encoded())
  }
}
