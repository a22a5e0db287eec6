// A gate that lets reads through and plans writes.

import JSON
import LogtoCatalogue
import Synchronization

/// Sends reads, and answers writes with stand-ins, after the gate within it has allowed them.
///
/// Things that the plan makes have ids `dry-run:1`, `dry-run:2`, …; reading one is answered from the plan. A read of a
/// single thing that the plan changed shows the change; lists are the tenant's, and the plan says so.
public final class DryRunGate: CallGate {
  private let inner: any CallGate
  private let catalogue: @Sendable () -> Catalogue
  /// The lock guards the plan; a gate is asked on its run's thread, and read afterwards on any.
  private let state = Mutex(State())

  private struct State {
    var plan = DryRunPlan()
    var entities = PlannedEntities()
    var known: [String: JSONValue] = [:]
    var lastID = 0
  }

  /// - Parameters:
  ///   - inner: asked first; what it refuses is refused.
  ///   - catalogue: the schemas that answers are made from.
  public init(around inner: any CallGate, catalogue: @escaping @Sendable () -> Catalogue = { .shipped }) {
    self.inner = inner
    self.catalogue = catalogue
  }

  public var plan: DryRunPlan? { state.withLock { $0.plan } }

  public func report(_ call: CallRequest, _ report: CallReport) { inner.report(call, report) }

  public func decide(_ call: CallRequest) -> CallDecision {
    let decision = inner.decide(call)
    guard case .send = decision else { return decision }
    let found = catalogue().operation(method: call.method, path: call.path)
    return state.withLock { state in
      call.isWrite ? Self.write(call, found, &state) : Self.read(call, found, &state)
    }
  }

  public func amend(_ call: CallRequest, body: [UInt8]) -> [UInt8]? {
    guard call.method == "GET", body.first == UInt8(ascii: "{"), let value = try? JSONValue.parse(body) else {
      return nil
    }
    let key = Self.key(call)
    return state.withLock { state in
      guard case .changed(let members)? = state.entities[key] else {
        state.known[key] = value
        return nil
      }
      return PlannedEntities.merge(members, into: value).encoded()
    }
  }

  private typealias Found = (operation: Operation, arguments: [String: String])

  private static func key(_ call: CallRequest) -> String { "\(call.account ?? "") \(call.path)" }

  private static func read(_ call: CallRequest, _ found: Found?, _ state: inout State) -> CallDecision {
    let key = key(call)
    if state.entities.isRemoved(key) {
      return .answer(status: 404, body: Array(#"{"code":"entity.not_found","message":"the plan removes it"}"#.utf8))
    }
    if case .created(let value)? = state.entities[key] { return .answer(status: 200, body: value.encoded()) }
    let words = (found?.arguments.values.map { $0 } ?? []) + call.query.map(\.value)
    guard words.contains(where: { $0.hasPrefix("dry-run:") }) else {
      if !state.plan.steps.isEmpty, found?.operation.success?.schema?.accepts.contains(.array) == true {
        note("\(name(call)) after a planned write: lists are as the tenant has them", &state)
      }
      return .send
    }
    note("\(name(call)) of something planned was answered with a stand-in", &state)
    let success = found?.operation.success
    let value = success?.schema.map { StandIn(arguments: found?.arguments ?? [:]).answer($0, body: nil) }
    return .answer(status: success?.status ?? 200, body: value?.encoded() ?? [])
  }

  private static func write(_ call: CallRequest, _ found: Found?, _ state: inout State) -> CallDecision {
    let key = key(call)
    if state.entities.isRemoved(key) {
      return .answer(status: 404, body: Array(#"{"code":"entity.not_found","message":"the plan removes it"}"#.utf8))
    }
    let body = call.body.flatMap { try? JSONValue.parse($0) }
    var step = DryRunPlan.Step(
      operation: call.operation.map { Name.short($0) } ?? name(call), method: call.method, path: call.path,
      query: call.query, body: call.body.flatMap { LoggingGate.withoutSecrets($0, found?.operation) },
      account: call.account, ids: [])
    var known = state.known[key]
    if case .created(let value)? = state.entities[key] { known = value }
    if case .changed(let members)? = state.entities[key], let value = known {
      known = PlannedEntities.merge(members, into: value)
    }
    let success = found?.operation.success
    let value = success?.schema.map {
      StandIn(
        arguments: found?.arguments ?? [:], known: known,
        newID: call.method == "POST" ? "dry-run:\(state.lastID + 1)" : nil
      ).answer($0, body: body)
    }
    if let id = value?["id"]?.stringValue, id == "dry-run:\(state.lastID + 1)" {
      state.lastID += 1
      step.ids = [id]
    }
    state.plan.steps.append(step)
    apply(call, key, body: body, value: value, &state)
    return .answer(status: success?.status ?? 200, body: value?.encoded() ?? [])
  }

  private static func apply(
    _ call: CallRequest, _ key: String, body: JSONValue?, value: JSONValue?, _ state: inout State
  ) {
    switch call.method {
    case "POST":
      if let value, let id = value["id"]?.stringValue, id.hasPrefix("dry-run:") {
        let encoded = id.replacing(":", with: "%3A")
        state.entities.create("\(key)/\(id)", value)
        state.entities.create("\(key)/\(encoded)", value)
      }
    case "PATCH", "PUT":
      guard case .object(let members)? = body else { break }
      state.entities.change(key, members)
      // A write below a thing that answers the thing (`/is-suspended`) changes it as well.
      if let cut = key.lastIndex(of: "/"), value?["id"] != nil { state.entities.change(String(key[..<cut]), members) }
    case "DELETE": state.entities.remove(key)
    default: break
    }
  }

  private static func note(_ text: String, _ state: inout State) {
    if !state.plan.notes.contains(text) { state.plan.notes.append(text) }
  }

  private static func name(_ call: CallRequest) -> String {
    call.operation.map { Name.short($0) } ?? "\(call.method) \(call.path)"
  }
}
