// Writes of a dry run: checked, planned, and answered in the tenant's place.

import JSON
import LogtoCatalogue

extension DryRunState {
  mutating func write(_ call: PlannedCall, _ catalogue: Catalogue) -> CallDecision {
    let body = call.call.body.flatMap { try? JSONValue.parse($0) }
    var step = DryRunPlan.Step(call, body: body)
    if let refusal = ForeseenRefusal(call, body: body, in: world) {
      step.status = refusal.status
      step.code = refusal.code
      plan.steps.append(step)
      return .answer(status: refusal.status, body: refusal.body)
    }
    if ForeseenRefusal.isUnsure(call, body: body) {
      plan.note(
        "\(call.name): names and addresses that one thing alone may have were compared with what the script had read; "
          + "the tenant may know others")
    }
    var effect = WriteEffect(write: call, catalogue: catalogue, body: body, answer: nil)
    let success = call.operation?.success
    if let schema = success?.schema {
      let (known, isWhole) = known(of: call, effect, schema)
      let number = lastNumber + 1
      let world = world
      var standIn = StandIn(
        call, known: known, number: number, isNew: call.call.method == "POST", now: now,
        thing: { world.thing($0, account: call.path.account) })
      effect.answer = standIn.answer(schema, body: isWhole ? nil : body)
      if standIn.usesToken {
        lastNumber = number
        step.ids = [PlanToken.name(number)]
      }
    }
    step.status = success?.status ?? 200
    plan.steps.append(step)
    effect.apply(to: &world)
    return .answer(status: step.status, body: effect.answer?.encoded() ?? [])
  }

  /// What is known of what the answer of a write is about: the thing, the thing above, or a property of that.
  ///
  /// - Returns: also whether it is all of the answer, the body having been put in already.
  private func known(of call: PlannedCall, _ effect: WriteEffect, _ schema: SchemaNode) -> (JSONValue?, isWhole: Bool) {
    if let (owner, change) = effect.memberChange {
      let property = change.place[0]
      let changed = world.current(owner).map { change.apply(to: $0) }
      return (schema.property(named: property) == nil ? (changed ?? change.apply(to: [:]))[property] : changed, true)
    }
    if call.call.method != "POST", let thing = world.current(call.path) { return (thing, false) }
    guard call.property != nil else { return (nil, false) }
    let owner = world.current(call.path.parent)
    if let property = effect.ownersProperty, schema.property(named: property) == nil {
      return (owner?[property], false)
    }
    return (call.call.method == "POST" ? nil : owner, false)
  }
}
