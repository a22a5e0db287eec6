// From a request to an answer: authorization, page, parameters, body, handler, in the tenant's order.

import HTTPServer
import JSON
import LogtoCatalogue

enum Dispatch {
  static func answer(
    _ request: ServerRequest, _ operation: Operation, _ handler: DemoHandler?, _ state: DemoState
  ) -> ServerResponse {
    state.withStore { store in
      do throws(DemoError) {
        guard let handler else { throw .notSimulated(operation.shortName) }
        let caller = try authorize(request, operation, store)
        let query = DemoQuery(pairs: request.query)
        let paging = try operation.pagination.map { kind throws(DemoError) in try Paging(query, kind) }
        try RequestCheck.parameters(request, operation, query)
        let call = Call(
          operation: operation, path: request.captures, query: query, body: try RequestCheck.body(request, operation),
          applicationID: caller.applicationID, session: caller.session, isVerified: caller.isVerified,
          origin: "http://\(request.header("Host") ?? "127.0.0.1")")
        return respond(try handler(&store, call), call, paging, request.target)
      } catch {
        return respond(error)
      }
    }
  }

  private struct Caller {
    var applicationID = ""
    var session = ""
    var isVerified = false
  }

  /// Without the cookies of a sign-in.
  static let noSession: DemoError = {
    var error = DemoError(400, "session.not_found", "Session not found. Please go back and sign in again.")
    error.more = ["error": "invalid_request", "error_description": "interaction session not found"]
    return error
  }()

  private static func authorize(
    _ request: ServerRequest, _ operation: Operation, _ store: DemoStore
  ) throws(DemoError) -> Caller {
    switch operation.auth {
    case .public: return Caller()
    case .experience:
      guard let session = SignInEndpoint.session(of: request), store.interactions[session] != nil else {
        throw noSession
      }
      return Caller(session: session)
    case .account, .management: break
    }
    guard let header = request.header("Authorization") else { throw .noAuthorization }
    guard header.lowercased().hasPrefix("bearer ") else {
      throw DemoError(
        401, "auth.authorization_token_type_not_supported", "Authorization type is not supported.",
        data: ["supportedTypes": ["Bearer"]])
    }
    guard let name = BearerCheck.token(of: request), let token = store.tokens[name] else {
      throw .unauthorized(operation.auth == .management ? ["code": "ERR_JWS_INVALID", "name": "JWSInvalid"] : nil)
    }
    if operation.auth == .account { return try user(of: token, request, operation, store) }
    guard token.resource == DemoSeed.managementAPI else { throw .unauthorized() }
    guard token.scopes.contains("all") else { throw .forbidden }
    return Caller(applicationID: token.applicationID)
  }

  /// A signed-in user, who may have proved something just now, and has to where the operation asks for it.
  private static func user(
    of token: DemoToken, _ request: ServerRequest, _ operation: Operation, _ store: DemoStore
  ) throws(DemoError) -> Caller {
    guard let user = token.userID, store[.users].contains(user) else { throw .unauthorized() }
    guard token.scopes.isSuperset(of: operation.scopes) else { throw .unauthorized() }
    guard store[.singles].row("account-center")?["enabled"] == true else {
      throw DemoError(400, "account_center.not_enabled", "Account center is not enabled.")
    }
    let record = store.verifications[request.header("logto-verification-id") ?? ""]
    let isVerified = record.map { $0.isVerified && $0.userID == user } ?? false
    // Of a user's own profile only the username is sensitive (recordings 540 and 554).
    guard isVerified || !operation.needsVerification || operation.shortName == "update_profile" else {
      throw AccountVerificationRoutes.denied
    }
    return Caller(applicationID: token.applicationID, session: user, isVerified: isVerified)
  }

  static func respond(_ error: DemoError) -> ServerResponse { .json(error.body.encoded(), status: error.status) }

  private static func respond(
    _ answer: DemoAnswer, _ call: Call, _ paging: Paging?, _ target: String
  ) -> ServerResponse {
    switch answer {
    case .object(let object, let status): return .json(JSONValue.object(object).encoded(), status: status)
    case .value(let value, let status): return .json(value.encoded(), status: status)
    case .text(let text, let status): return .text(text, status: status)
    case .xml(let text):
      return ServerResponse(
        status: 200, headers: [ServerHeader("Content-Type", "text/xml; charset=utf-8")], body: .bytes(Array(text.utf8)))
    case .redirect(let location):
      return ServerResponse(status: 302, headers: [ServerHeader("Location", location)])
    case .empty: return ServerResponse(status: 204)
    case .error(let error): return respond(error)
    case .list(let rows):
      let page = JSONValue.array((paging?.slice(rows) ?? rows).map(JSONValue.object))
      let body = call.operation.itemsKey.map { JSONValue.object([$0: page]) } ?? page
      var response = ServerResponse.json(body.encoded())
      response.headers += paging?.headers(total: rows.count, call: call, target: target) ?? []
      return response
    }
  }
}
