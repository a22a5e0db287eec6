import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport

extension Step {
  /// The call of an operation.
  ///
  /// - Parameters:
  ///   - options: fields of the options table beside the token.
  ///   - visiting: whether the script reads every field of the answer, which raises where the answer has one that the
  ///     schema does not have.
  init?(_ recording: Recording, options: [String] = [], visiting: Bool = false) {
    guard let name = recording.operation, let operation = Catalogue.shipped.operation(named: name) else { return nil }
    var options = options
    if operation.auth == .account, let mask = recording.tokenMask {
      options.append("user_token = \(LuaText.string(RecordingServer.token(for: mask)))")
    }
    let arguments = LuaText.arguments(of: recording, operation: operation)
    self.init(
      recordings: [recording],
      script: """
        local ok, value, meta = pcall(logto.call, "\(name)", \(arguments), { \(options.joined(separator: ", ")) })
        if not ok then
          return { kind = value.kind, status = value.status, code = value.code, data = value.data, message = value.message }
        end
        last = value
        \(visiting ? Self.visit : "")
        if type(value) == "table" and rawget(value, "redirectTo") then value = { redirectTo = "…" } end
        return { value = value, total = meta.total, status = meta.status }
        """)
  }

  private static let visit = """
    local function visit(value)
      if type(value) ~= "table" then return end
      for key, inner in pairs(value) do
        assert(value[key] == inner)
        visit(inner)
      end
    end
    visit(value)
    """

  /// A sign-in as recorded: opened with `sign_in.start`.
  init(start recording: Recording) {
    let query = recording.path.drop { $0 != "?" }.dropFirst().split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), PercentEncoding.decode(parts[1]) ?? "")
    }
    let taken = ["client_id", "redirect_uri", "scope", "prompt", "state"]
    let members = query.filter { taken.contains($0.0) }.map { "\($0.0) = \(LuaText.string($0.1))" }
    // The verifier that the recorded challenge was made of.
    let verifier = "code_verifier = string.rep('v', 50)"
    self.init(
      recordings: [recording],
      script: "logto.sign_in.start{ \((members + [verifier]).joined(separator: ", ")) }")
  }

  /// Its end: redirects, then the exchange of the code.
  init(finish recordings: [Recording]) {
    self.init(
      recordings: recordings,
      script: """
        local tokens = logto.sign_in.finish()
        assert(tokens.access_token and tokens.refresh_token and tokens.expires_in == 3600)
        """)
  }
}

extension Recording {
  /// `m2m` where it carried `Bearer {m2m}`.
  var tokenMask: String? {
    guard let value = header("authorization"), value.hasPrefix("Bearer {") else { return nil }
    return String(value.dropFirst("Bearer {".count).dropLast())
  }
}

extension Recordings {
  /// The calls of the machine to the Management API with JSON, or no, bodies.
  static func management() throws -> [Recording] {
    try all().filter { recording in
      guard let name = recording.operation, let operation = Catalogue.shipped.operation(named: name) else {
        return false
      }
      return operation.auth == .management && recording.tokenMask == "m2m"
        && (recording.mediaType == nil || recording.mediaType == "application/json")
    }
  }

  /// All that a script can make, in order: everything but the exchanges with the token endpoint and the raw protocol
  /// errors at the beginning, and the two that follow the sign-in, which are tests of the client.
  ///
  /// - Parameter visiting: see ``Step``.
  static func steps(visiting: Bool = false) throws -> [Step] {
    var steps: [Step] = []
    var following: [Recording] = []
    for recording in try all() where recording.id > 17 && recording.id != 468 && recording.id != 469 {
      // Requests that a tenant refused are no business of the checks here.
      if let step = Step(recording, options: ["validate = false"], visiting: visiting) {
        steps.append(step)
      } else if recording.path.hasPrefix("/oidc/auth?") {
        steps.append(Step(start: recording))
      } else {
        following.append(recording)
        if recording.path == "/oidc/token" {
          steps.append(Step(finish: following))
          following = []
        }
      }
    }
    return steps
  }
}
