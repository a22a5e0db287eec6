// Reads of a dry run: the tenant's answers, with what the plan changes in them.

import JSON
import LogtoCatalogue

/// A plan that is being made, and what the tenant would be like after it.
struct DryRunState {
  var plan = DryRunPlan()
  var world = PlannedWorld()
  /// The number of the last token given out.
  var lastNumber = 0
  /// Milliseconds since 1970 at the start.
  let now: Int64

  mutating func read(_ call: PlannedCall, _ catalogue: Catalogue) -> CallDecision {
    if world.isRemoved(call.path) {
      plan.note("\(call.name) of something that the plan removes was answered as missing")
      let refusal = ForeseenRefusal.missing(call)
      return .answer(status: refusal.status, body: refusal.body)
    }
    if case .made(let value)? = world[call.path] { return .answer(status: 200, body: value.encoded()) }
    if let property = call.property, case .made(let owner)? = world[call.path.parent], let value = owner[property] {
      return .answer(status: 200, body: value.encoded())
    }
    let words = call.path.segments + call.call.query.map(\.value)
    guard words.contains(where: PlanToken.holdsToken) else { return .send }
    let success = call.operation?.success
    guard let schema = success?.schema else { return .answer(status: success?.status ?? 200, body: []) }
    if schema.accepts.contains(.array), !schema.accepts.contains(.object) {
      plan.note("\(call.name) of something planned was answered with what the plan makes there")
      let isFirst = call.call.query.allSatisfy { $0.name == "page_size" || ($0.name == "page" && $0.value == "1") }
      let made = isFirst ? world.made(below: call.path) : []
      return .answer(status: 200, body: JSONValue.array(linked(made, call, catalogue, takesMore: isFirst)).encoded())
    }
    plan.note("\(call.name) of something planned was answered with a stand-in")
    var standIn = StandIn(
      call, known: nil, number: lastNumber + 1, isNew: false, now: now, thing: { _ in nil })
    let value = standIn.answer(schema, body: nil)
    // No write gives these texts: a plan that sends one cannot be saved.
    if standIn.usesToken { lastNumber += 1 }
    return .answer(status: 200, body: value.encoded())
  }

  /// A list with what the plan puts into it.
  private mutating func linked(
    _ elements: [JSONValue], _ call: PlannedCall, _ catalogue: Catalogue, takesMore: Bool
  ) -> [JSONValue] {
    if world.links.lists.isEmpty { return elements }
    let (world, now, number) = (world, now, lastNumber + 1)
    var usesToken = false
    let amended = world.links.amend(
      elements, of: call.path, identity: catalogue.identity(of: call.path), takesMore: takesMore,
      make: { known in
        guard let items = call.operation?.success?.schema?.items else { return known }
        var standIn = StandIn(call, known: nil, number: number, isNew: false, now: now, thing: { _ in nil })
        defer { usesToken = usesToken || standIn.usesToken }
        return standIn.element(items, known: known)
      }, thing: { world.thing($0, account: call.path.account) })
    if usesToken { lastNumber = number }
    return amended
  }

  /// - Parameter isLast: whether no elements come after these, and none is left out by the query.
  mutating func amend(
    _ call: PlannedCall, _ value: JSONValue, isLast: Bool, _ catalogue: Catalogue
  ) -> JSONValue? {
    let key = call.operation?.itemsKey
    guard let elements = value.arrayValue ?? key.flatMap({ value[$0]?.arrayValue }) else {
      guard value.objectValue != nil else { return nil }
      world.learn(call.path, value, isWhole: true)
      let changes = world.changes(of: call.path, property: call.property)
      if changes.isEmpty { return nil }
      plan.note("\(call.name) after a planned write: it shows what the plan changes")
      return changes.reduce(value) { $1.apply(to: $0) }
    }
    let identity = catalogue.identity(of: call.path)
    for element in elements {
      if let name = element[identity]?.stringValue {
        world.learn(call.path.appending(name), element, isWhole: false)
      }
    }
    if !plan.steps.isEmpty {
      plan.note("\(call.name) after a planned write: it shows what the plan changes and removes, not what it makes")
    }
    let kept = world.amend(elements, of: call.path, identity: identity)
    let amended = linked(kept ?? elements, call, catalogue, takesMore: isLast)
    if kept == nil, amended == elements { return nil }
    guard let key, value.arrayValue == nil else { return .array(amended) }
    return PlannedChange.merge([key: .array(amended)], into: value)
  }
}
