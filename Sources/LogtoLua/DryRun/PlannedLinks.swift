// Who belongs to what after a plan: roles of users, users of organizations, permissions of roles.

import JSON
import LogtoCatalogue

/// Lists that are written by the names of their elements: `POST /roles/{id}/users {userIds}` adds to one,
/// `PUT …/jit/email-domains {emailDomains}` replaces one. What a list shows of them is told by the key: elements with an
/// id are things that were met, others have the key's singular (`emailDomain`).
struct PlannedLinks {
  struct Link {
    /// The key of the names in the body: `userIds`.
    var key: String
    /// Whether the list has these elements alone.
    var isWhole = false
    var names: [String] = []
  }

  private(set) var lists: [PlannedPath: Link] = [:]

  /// A write to a list, as far as it is one of names.
  ///
  /// - Returns: the names that it adds; nil where it is another write.
  mutating func write(_ call: PlannedCall, _ body: JSONValue?, _ catalogue: Catalogue) -> [String]? {
    let arrays = (body?.objectValue ?? [:]).filter { $0.value.arrayValue != nil }
    guard call.property != nil, arrays.count == 1, ["POST", "PUT"].contains(call.call.method),
      let names = arrays[0].value.arrayValue?.map(\.stringValue), !names.contains(nil), names.allSatisfy({ $0 != "" }),
      catalogue.answersList(call.path)
    else { return nil }
    let added = names.compactMap { $0 }
    add(added, to: call.path, key: arrays[0].key, replaces: call.call.method == "PUT")
    // The same from the other side: the roles of a user, where users were given a role.
    for name in added where arrays[0].key.hasSuffix("Ids") {
      guard let other = call.path.appending(name).inverse, catalogue.answersList(other.parent) else { continue }
      add([other.last], to: other.parent, key: "\(other.segments[3])Ids", replaces: false)
    }
    return added
  }

  private mutating func add(_ names: [String], to list: PlannedPath, key: String, replaces: Bool) {
    var link = replaces ? Link(key: key, isWhole: true) : lists[list] ?? Link(key: key)
    link.names += names.filter { !link.names.contains($0) }
    lists[list] = link
  }

  mutating func remove(_ path: PlannedPath) {
    lists[path.parent]?.names.removeAll { $0 == path.last }
    if let other = path.inverse { lists[other.parent]?.names.removeAll { $0 == other.last } }
  }

  /// A list with what was put into it.
  ///
  /// - Parameters:
  ///   - takesMore: whether what is not there yet goes to its end: the last page of all elements.
  ///   - make: an element from what is known of it.
  func amend(
    _ elements: [JSONValue], of list: PlannedPath, identity: String, takesMore: Bool, make: (JSONValue) -> JSONValue,
    thing: (String) -> JSONValue?
  ) -> [JSONValue] {
    var elements = elements
    if let link = lists[list] {
      let single = link.key.hasSuffix("Ids") ? identity : String(link.key.dropLast())
      func name(_ element: JSONValue) -> String? { element[single]?.stringValue }
      if link.isWhole { elements.removeAll { element in name(element).map { !link.names.contains($0) } ?? false } }
      if takesMore {
        let present = Set(elements.compactMap(name))
        for name in link.names where !present.contains(name) {
          elements.append(make((single == identity ? thing(name) : nil) ?? [single: .string(name)]))
        }
      }
    }
    return elements.map { parts(of: $0, in: list, identity: identity, thing: thing) }
  }

  /// An element with the things that it was given: `organizationRoles` of a member.
  private func parts(
    of element: JSONValue, in list: PlannedPath, identity: String, thing: (String) -> JSONValue?
  ) -> JSONValue {
    guard let name = element[identity]?.stringValue else { return element }
    var object = element.objectValue ?? [:]
    for (path, link) in lists
    where path.segments.count == list.segments.count + 2 && path.parent == list.appending(name) {
      let property = link.key.dropLast(3) + "s"
      guard link.key.hasSuffix("Ids"), let old = object[String(property)]?.arrayValue else { continue }
      var names = link.isWhole ? [] : old.compactMap { $0["id"]?.stringValue }
      names += link.names.filter { !names.contains($0) }
      object[String(property)] = .array(
        names.map { name in old.first { $0["id"]?.stringValue == name } ?? thing(name) ?? ["id": .string(name)] })
    }
    return .object(object)
  }
}

extension Catalogue {
  /// Whether a `GET` of the path answers a list.
  func answersList(_ path: PlannedPath) -> Bool {
    let schema = operation(method: "GET", path: path.text)?.operation.success?.schema
    return schema.map { $0.accepts.contains(.array) && !$0.accepts.contains(.object) } ?? false
  }
}
