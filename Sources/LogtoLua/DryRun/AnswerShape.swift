// Where the members of a request's body are found again in its answer.

import JSON
import LogtoCatalogue

/// Most answers repeat the body's members under their names. These do not, and are told by schema and path alone:
///
/// | request | answer |
/// | --- | --- |
/// | `PATCH …/custom-data {customData: {…}}`, `PATCH …/profile {profile: {…}}` | what is under the one key |
/// | `PATCH …/details {…}` | the body under `details`, which the path names |
/// | a body of free keys (`PUT /custom-phrases/{languageTag}`) | under the answer's one property that is an object |
/// | `organizationRoleIds: […]` | `organizationRoles: […]`, the things that have the ids |
struct AnswerShape {
  private let call: PlannedCall
  private let node: SchemaNode
  private let known: JSONValue?

  init(_ call: PlannedCall, _ node: SchemaNode, known: JSONValue?) {
    self.call = call
    self.node = node
    self.known = known
  }

  /// The body in the shape of the answer.
  func given(_ body: JSONValue?, thing: (String) -> JSONValue?) -> JSONValue? {
    guard let members = body?.objectValue else { return body }
    if let inner = Self.unwrapped(members, call), inner.objectValue != nil,
      node.property(named: call.property ?? "") == nil
    {
      return inner
    }
    guard !node.properties.isEmpty else { return body }
    if isFree(call.operation?.body?.schema), let property = onlyObject { return .object([property: .object(members)]) }
    if let property = call.property, members[property] == nil,
      node.property(named: property)?.node.accepts.contains(.object) == true
    {
      return .object([property: PlannedChange.merge(members, into: known?[property] ?? [:])])
    }
    var given = members
    for member in members where member.key.hasSuffix("Ids") {
      let property = member.key.dropLast(3) + "s"
      guard given[String(property)] == nil, let items = node.property(named: String(property))?.node.items,
        items.accepts.contains(.object), let ids = member.value.arrayValue
      else { continue }
      given[String(property)] = .array(
        ids.map { id in
          let found = id.stringValue.flatMap(thing)?.objectValue ?? ["id": id]
          return .object(JSONObject(found.filter { items.property(named: $0.key) != nil }.map { ($0.key, $0.value) }))
        })
    }
    return .object(given)
  }

  /// What is known of the thing without what the write makes anew: the members that a `PUT` replaces, and the property
  /// that a write without a body is about (`PATCH …/signing-key`).
  func kept(_ known: JSONValue?, given: JSONValue?, body: JSONValue?) -> JSONValue? {
    guard var kept = known?.objectValue else { return known }
    if body == nil, call.call.method != "DELETE", let property = call.property { kept[property] = nil }
    if call.call.method == "PUT", call.lastParameter != nil {
      for property in call.operation?.body?.schema.properties ?? [] { kept[property.name] = nil }
    }
    return .object(kept)
  }

  /// What stands under the one key of a body that has the name of the path's end.
  static func unwrapped(_ members: JSONObject, _ call: PlannedCall) -> JSONValue? {
    guard members.count == 1, let property = call.property else { return nil }
    return members[property]
  }

  private func isFree(_ schema: SchemaNode?) -> Bool {
    schema.map { $0.properties.isEmpty && $0.accepts.contains(.object) } ?? false
  }

  /// The answer's one property that is an object.
  private var onlyObject: String? {
    let objects = node.properties.filter { $0.node.accepts.contains(.object) }
    return objects.count == 1 ? objects[0].name : nil
  }
}
