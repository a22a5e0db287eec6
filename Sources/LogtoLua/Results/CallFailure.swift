import JSON
import LogtoClient
import LuaRuntime

/// From the client's errors to what a script sees.
enum CallFailure {
  /// - Parameter name: the function as the script may call it (`create_user`), for the message.
  static func luaError(_ error: LogtoError, name: String) -> LuaError {
    var fields = JSONObject()
    if let status = error.status { fields["status"] = .integer(Int64(status)) }
    if let code = error.code { fields["code"] = .string(code) }
    if let data = error.data { fields["data"] = data }
    fields["operation"] = .string(name)
    if let id = error.requestID { fields["request_id"] = .string(id) }
    fields["retryable"] = .bool(error.retryable)
    fields["outcome"] = .string(error.outcome.rawValue)
    if error.kind == .limit { fields["limit"] = .string("result") }
    return LuaError(
      kind: ErrorKind(rawValue: error.kind.rawValue) ?? .network, message: "\(name): \(message(of: error))",
      fields: fields, hint: error.hint)
  }

  /// Status and code stand in front of the tenant's own words, unless these say them already.
  private static func message(of error: LogtoError) -> String {
    guard let status = error.status else { return error.message }
    var lead = "\(status)"
    if let code = error.code, !error.message.contains(code) { lead += " \(code)" }
    return error.message.hasPrefix("\(status)") ? error.message : "\(lead): \(error.message)"
  }

  /// A call that was refused before anything was sent.
  static func validation(_ message: String, name: String, hint: String? = nil) -> LuaError {
    LuaError(
      kind: .validation, message: "\(name): \(message)",
      fields: ["operation": .string(name), "retryable": false, "outcome": "not_sent"], hint: hint)
  }
}
