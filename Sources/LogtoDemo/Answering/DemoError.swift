// The tenant's errors: status, code and message as recorded from a real one.

import JSON

/// An error answer.
struct DemoError: Error {
  var status: Int
  var code: String?
  var message: String
  var data: JSONValue?
  var details: String?
  /// The members that the token endpoint adds.
  var more: JSONObject = [:]

  init(_ status: Int, _ code: String?, _ message: String, data: JSONValue? = nil, details: String? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.data = data
    self.details = details
  }

  var body: JSONValue {
    var body = JSONObject()
    if let code { body["code"] = .string(code) }
    if let data { body["data"] = data }
    if let details { body["details"] = .string(details) }
    body["message"] = .string(message)
    for member in more { body[member.key] = member.value }
    return .object(body)
  }

  static let notFound = DemoError(404, "entity.not_found", "The resource does not exist.")

  static func notFound(_ kind: Kind, _ id: String) -> DemoError {
    DemoError(404, "entity.not_exists_with_id", "The \(kind.rawValue) with ID `\(id)` does not exist.")
  }

  static let taken = DemoError(
    422, "entity.unique_integrity_violation", "The entity already exists. Please check the input and try again.")

  static let foreignKey = DemoError(
    422, "entity.relation_foreign_key_not_found",
    "Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.")

  static let pagination = DemoError(400, "guard.invalid_pagination", "The request pagination value is invalid.")

  static let forbidden = DemoError(403, "auth.forbidden", "Forbidden. Please check your user roles and permissions.")

  static let noAuthorization = DemoError(401, "auth.authorization_header_missing", "Authorization header is missing.")

  static func unauthorized(_ data: JSONValue? = nil) -> DemoError {
    DemoError(401, "auth.unauthorized", "Unauthorized. Please check credentials and its scope.", data: data)
  }

  static func invalid(_ issues: [Issue], in part: Issue.Part) -> DemoError {
    DemoError(
      400, "guard.invalid_input", "The request \(part.rawValue) is invalid.",
      data: ["issues": .array(issues.map(\.json)), "name": "ZodError"],
      details: issues.map(\.detail).joined(separator: "\n"))
  }

  static func notSimulated(_ operation: String) -> DemoError {
    DemoError(501, "demo.not_simulated", "The demo tenant does not simulate \(operation).")
  }
}
