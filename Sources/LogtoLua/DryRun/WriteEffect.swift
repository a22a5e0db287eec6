// What a planned write changes in what is read afterwards.

import JSON
import LogtoCatalogue

/// The effect of a write, told by method, path and schemas:
///
/// - a `POST` that answers something with an id makes that thing below its path;
/// - a `PATCH` of a thing replaces each property given; below a thing (`…/custom-data`, `…/is-suspended`) it changes
///   the thing's property of that name, an object member by member, as the tenant does;
/// - a `PUT` replaces the thing, or the property;
/// - a `DELETE` of a thing removes it with all below it; `…/identities/{target}` removes a member of a property.
struct WriteEffect {
  let write: PlannedCall
  let catalogue: Catalogue
  let body: JSONValue?
  var answer: JSONValue?

  func apply(to world: inout PlannedWorld) {
    world.link(write, body, catalogue)
    switch write.call.method {
    case "POST": post(&world)
    case "PUT", "PATCH": change(&world)
    case "DELETE": delete(&world)
    default: break
    }
  }

  private var path: PlannedPath { write.path }

  /// The schema of a thing as a `GET` of its path answers it; nil where none does, or it answers a list.
  private func schema(of path: PlannedPath) -> SchemaNode? {
    let schema = catalogue.operation(method: "GET", path: path.text)?.operation.success?.schema
    return schema.flatMap { $0.accepts.contains(.object) ? $0 : nil }
  }

  /// The property of the thing above that the path's end names.
  var ownersProperty: String? {
    guard path.segments.count > 2, let property = write.property,
      schema(of: path.parent)?.property(named: property) != nil
    else { return nil }
    return property
  }

  private func post(_ world: inout PlannedWorld) {
    let identity = catalogue.identity(of: path)
    for made in answer?.arrayValue ?? answer.map({ [$0] }) ?? [] {
      guard let name = made[identity]?.stringValue ?? made["id"]?.stringValue else { continue }
      world.make(path.appending(name), made)
    }
  }

  private func change(_ world: inout PlannedWorld) {
    let members = body?.objectValue ?? [:]
    if let property = ownersProperty {
      let owner = path.parent
      if body == nil {
        if let value = answer?[property] { world.change(owner, PlannedChange(place: [property], kind: .set(value))) }
        return
      }
      let value = AnswerShape.unwrapped(members, write) ?? .object(members)
      var kind = PlannedChange.Kind.set(value)
      if write.call.method == "PATCH", let inner = value.objectValue { kind = .merge(inner) }
      world.change(owner, PlannedChange(place: [property], kind: kind))
      return
    }
    if let (owner, change) = memberChange {
      world.change(owner, change)
      return
    }
    if write.call.method == "PUT", let answer, answer.objectValue != nil, schema(of: path) != nil {
      world.make(path, answer)
      return
    }
    let isBelow = write.property != nil && path.segments.count > 2 && schema(of: path) == nil
    let target = isBelow ? path.parent : path
    let known = isBelow ? schema(of: target) : nil
    for member in members where !isBelow || known?.property(named: member.key) != nil {
      // As the tenant answers it: with what it adds to what was given.
      let value = isBelow ? member.value : answer?[member.key] ?? member.value
      world.change(target, PlannedChange(place: [member.key], kind: .set(value)))
    }
  }

  private func delete(_ world: inout PlannedWorld) {
    if let (owner, change) = memberChange { world.change(owner, change) }
    if write.lastParameter != nil || schema(of: path) != nil { world.remove(path) }
    if let other = path.inverse, catalogue.answersList(other.parent) { world.remove(other) }
  }

  /// What a write of a member of a property changes in the property's owner.
  var memberChange: (owner: PlannedPath, change: PlannedChange)? {
    guard let (owner, property, key) = member() else { return nil }
    let kind = write.call.method == "DELETE" ? PlannedChange.Kind.remove : .set(.object(body?.objectValue ?? [:]))
    return (owner, PlannedChange(place: [property, key], kind: kind))
  }

  /// `/users/{userId}/identities/{target}` is the member `target` of the user's `identities`.
  private func member() -> (owner: PlannedPath, property: String, key: String)? {
    guard write.lastParameter != nil, path.segments.count > 3 else { return nil }
    let owner = path.parent.parent
    guard let property = schema(of: owner)?.property(named: PlannedCall.camelCase(path.parent.last)),
      property.node.accepts.contains(.object), property.node.properties.isEmpty
    else { return nil }
    return (owner, property.name, path.last)
  }
}

extension Catalogue {
  /// The member by which a thing of a list is named in its own path: `name` for the secrets of an application, `id`
  /// nearly everywhere.
  func identity(of list: PlannedPath) -> String {
    let below = list.appending("-").text
    for method in ["GET", "DELETE", "PATCH"] {
      guard let operation = operation(method: method, path: below)?.operation,
        case .parameter(let name)? = operation.pathSegments.last
      else { continue }
      let list = self.operation(method: "GET", path: list.text)?.operation.success?.schema
      return (list?.items ?? list)?.property(named: name) != nil ? name : "id"
    }
    return "id"
  }
}
