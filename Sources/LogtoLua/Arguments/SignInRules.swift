import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Reads the arguments of `logto.sign_in.start` and `logto.sign_in.finish`.
struct SignInRules {
  let options: CallOptions

  private static let startKeys = [
    "client_id", "redirect_uri", "client_secret", "scope", "resource", "prompt", "state", "code_verifier", "parameters",
  ]

  /// `start{ client_id = …, redirect_uri = …, scope = … }`
  func start(_ view: LuaView) throws(LuaError) -> PreparedCall {
    let name = "sign_in.start"
    var texts: [String: String] = [:]
    var parameters: [(name: String, value: String)] = []
    guard view.isTable else {
      throw CallFailure.validation(
        "its arguments are one table, not \(view.described)", name: name,
        hint: "logto.sign_in.start{ client_id = …, redirect_uri = … }")
    }
    try view.eachField { (key, value) throws(LuaError) in
      guard let key = key.text, Self.startKeys.contains(key) else {
        let near = Nearest.matches(key.text ?? "", among: Self.startKeys)
        throw CallFailure.validation(
          "\(key.described) is no argument of it", name: name,
          hint: near.isEmpty ? "its arguments are \(Self.startKeys.listed)" : "did you mean \(near.quotedChoice)?")
      }
      if key == "parameters" {
        try value.eachField { (key, value) throws(LuaError) in
          for text in try ParameterReader.texts(of: value, place: "parameters", name: name) {
            parameters.append((key.text ?? "", text))
          }
        }
        return
      }
      guard let text = value.text, !text.isEmpty else {
        throw CallFailure.validation("'\(key)' is a text, not \(value.described)", name: name)
      }
      texts[key] = text
    }
    guard let client = texts["client_id"], let redirect = texts["redirect_uri"] else {
      throw CallFailure.validation(
        "'\(texts["client_id"] == nil ? "client_id" : "redirect_uri")' is missing", name: name,
        hint: "the application and one of its redirect addresses")
    }
    var request = SignInRequest(
      clientID: client, redirectURI: redirect, clientSecret: texts["client_secret"].map { Secret($0) },
      resource: texts["resource"], parameters: parameters.sorted { $0.name < $1.name })
    if let scope = texts["scope"] { request.scope = scope }
    if let prompt = texts["prompt"] { request.prompt = prompt }
    request.state = texts["state"]
    request.codeVerifier = texts["code_verifier"].map { Secret($0) }
    return call(name, "GET", "/oidc/auth", .start(request, timeout: options.timeout))
  }

  /// `finish()` after `submit_interaction`, or with what that answered: its table, or the address in it.
  ///
  /// - Parameter submitted: the address that the tenant answered last.
  func finish(_ view: LuaView, submitted: String?) throws(LuaError) -> PreparedCall {
    let name = "sign_in.finish"
    let inside = view.values.field("redirectTo", of: view.index) { $0.string(0) } ?? nil
    guard let address = view.text ?? inside ?? (view.isNil ? submitted : nil), !address.isEmpty else {
      throw CallFailure.validation(
        view.isNil
          ? "the sign-in was not submitted"
          : "takes the address that submit_interaction answers, not \(view.described)",
        name: name, hint: "logto.submit_interaction() logto.sign_in.finish()")
    }
    return call(name, "POST", "/oidc/token", .finish(redirectTo: address, timeout: options.timeout))
  }

  private func call(_ name: String, _ method: String, _ path: String, _ step: SignInStep) -> PreparedCall {
    var call = PreparedCall(name: name, shape: nil, method: method, path: path, options: options)
    call.step = step
    return call
  }
}
