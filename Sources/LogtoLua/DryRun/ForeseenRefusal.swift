// Writes that the tenant would surely refuse, told before they are sent.

import JSON
import LogtoCatalogue

/// A refusal in the tenant's own words, as they were recorded from one.
struct ForeseenRefusal {
  let status: Int
  let code: String
  let message: String

  var body: [UInt8] { JSONValue.object(["code": .string(code), "message": .string(message)]).encoded() }

  /// What a call of something that the plan removed is answered.
  static func missing(_ call: PlannedCall) -> ForeseenRefusal {
    // Users, connectors and phrases, and whatever is to be removed, have this one; all else says its table and id.
    let plain = ["users", "connectors", "custom-phrases", "captcha-provider"]
    let collection = call.path.segments.dropFirst().first ?? ""
    if call.call.method == "DELETE" || plain.contains(collection) {
      return ForeseenRefusal(status: 404, code: "entity.not_found", message: "The resource does not exist.")
    }
    let table = collection.replacing("-", with: "_")
    return ForeseenRefusal(
      status: 404, code: "entity.not_exists_with_id",
      message: "The \(table) with ID `\(call.lastArgument?.value ?? "")` does not exist.")
  }

  /// What a write would be refused for; nil where nothing is known against it.
  init?(_ write: PlannedCall, body: JSONValue?, in world: PlannedWorld) {
    if world.isRemoved(write.path) {
      self = .missing(write)
      return
    }
    if let body, let schema = write.operation?.body?.schema, let fault = SchemaCheck.fault(in: body, schema: schema) {
      self.init(
        status: 400, code: "guard.invalid_input",
        message: "The request body is invalid. \(fault.path) \(fault.message)")
      return
    }
    guard let taken = Self.taken(write, body, world) else { return nil }
    self = taken
  }

  private init(status: Int, code: String, message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  // MARK: Values that one thing alone may have

  private struct Unique {
    let path: String
    let property: String
    let code: String
    let message: String
  }

  private static let general = "The entity already exists. Please check the input and try again."
  /// By the path of the collection; `*` is any id. Recorded from a tenant; others are left to it.
  private static let unique: [Unique] = [
    Unique(
      path: "/api/users", property: "username", code: "user.username_already_in_use",
      message: "This username is already in use."),
    Unique(
      path: "/api/users", property: "primaryEmail", code: "user.email_already_in_use",
      message: "This email is associated with an existing account."),
    Unique(
      path: "/api/users", property: "primaryPhone", code: "user.phone_already_in_use",
      message: "This phone number is associated with an existing account."),
    Unique(
      path: "/api/roles", property: "name", code: "role.name_in_use", message: "This role name % is already in use"),
    Unique(
      path: "/api/resources/*/scopes", property: "name", code: "scope.name_exists",
      message: "The scope name % is already in use"),
    Unique(
      path: "/api/applications/*/secrets", property: "name", code: "application.secret_name_exists",
      message: "Secret name already exists."),
    Unique(
      path: "/api/domains", property: "domain", code: "domain.domain_in_use", message: "The domain % is already in use"),
    Unique(
      path: "/api/organization-scopes", property: "name", code: "entity.unique_integrity_violation", message: general),
    Unique(
      path: "/api/organization-roles", property: "name", code: "entity.unique_integrity_violation", message: general),
    Unique(
      path: "/api/organizations/*/jit/email-domains", property: "emailDomain",
      code: "entity.unique_integrity_violation", message: general),
  ]

  /// Whether another thing may have a value of the write already, which only the tenant knows for sure.
  static func isUnsure(_ write: PlannedCall, body: JSONValue?) -> Bool {
    let collection = write.call.method == "POST" ? write.path : write.path.parent
    return unique.contains { rule in
      body?[rule.property]?.stringValue != nil && matches(collection.segments, rule.path)
    }
  }

  private static func taken(_ write: PlannedCall, _ body: JSONValue?, _ world: PlannedWorld) -> ForeseenRefusal? {
    guard let members = body?.objectValue, ["POST", "PATCH"].contains(write.call.method) else { return nil }
    let collection = write.call.method == "POST" ? write.path : write.path.parent
    for rule in unique where matches(collection.segments, rule.path) {
      guard let value = members[rule.property]?.stringValue, !PlanToken.isToken(value) else { continue }
      if world.siblings(of: write.path, below: collection).contains(where: { $0[rule.property]?.stringValue == value })
      {
        return ForeseenRefusal(
          status: 422, code: rule.code, message: rule.message.replacing("%", with: value))
      }
    }
    return nil
  }

  private static func matches(_ segments: [String], _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "/")
    return parts.count == segments.count && zip(parts, segments).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
