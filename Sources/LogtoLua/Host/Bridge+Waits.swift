import JSON
import LuaRuntime

// What scripts wait for. Numbers are given out here, by which Lua's side asks for the results.
extension Bridge {
  /// What a script waits for.
  enum Waiting {
    case call(PendingCall, AnswerStyle)
    case sleep(WaitCell<Bool>, Task<Void, Never>)
    case module(WaitCell<Result<JSONValue, LuaError>>, Task<Void, Never>)
    /// The first of several branches' waits.
    case any([WaitID])
    /// The end of waits that were given up.
    case abandoned([WaitID])
  }

  func wait(for waiting: Waiting) -> Reply {
    lastWait += 1
    let id = WaitID(rawValue: lastWait)
    waits[id] = waiting
    return .wait(id)
  }

  /// Whether the script may go on.
  func isOver(_ wait: WaitID) -> Bool {
    if pipeline.stop.isSet { return true }
    switch waits[wait] {
    case .call(let pending, _): return pending.isOver
    case .sleep(let cell, _): return cell.isOver
    case .module(let cell, _): return cell.isOver
    case .any(let parts): return parts.isEmpty || parts.contains { isOver($0) }
    case .abandoned(let parts): return parts.allSatisfy { isOver($0) }
    case nil: return true
    }
  }

  /// `isOver` of one wait, for who asks often; as long as nothing else ends that wait.
  func question(about wait: WaitID) -> () -> Bool {
    guard case .call(let pending, _) = waits[wait] else { return { self.isOver(wait) } }
    return { [stop = pipeline.stop, started = pending.started] in stop.isSet || started.isOver }
  }

  func finish(_ wait: WaitID) -> Reply {
    guard let waiting = waits.removeValue(forKey: wait) else { return .nothing }
    switch waiting {
    case .sleep: return .nothing
    case .module(let cell, _):
      switch cell.value {
      case .success(let value)?: return .result(value.isNull ? .none : .value(value))
      case .failure(let error)?: return .failure(error)
      case nil: return .nothing
      }
    case .any(let parts):
      let over = parts.filter { isOver($0) }.map { JSONValue.integer(Int64($0.rawValue)) }
      return .result(.value(.array(over)))
    case .abandoned(let parts):
      for part in parts { conclude(part) }
      return .nothing
    case .call(let pending, let style):
      do throws(LuaError) {
        return try answer(pending, style)
      } catch {
        return .failure(error)
      }
    }
  }

  func block(_ wait: WaitID) {
    onOver(wait) { [driver = pipeline.driver] in driver.wake() }
    pipeline.driver.wait(until: { self.isOver(wait) }, deadline: pipeline.deadline())
  }

  /// Has `body` called, from whatever thread, when a wait is over; perhaps more than once, and at once where it is
  /// over already.
  func onOver(_ wait: WaitID, _ body: @escaping @Sendable () -> Void) {
    switch waits[wait] {
    case .call(let pending, _): pending.started.onOver(body)
    case .sleep(let cell, _): cell.onOver(body)
    case .module(let cell, _): cell.onOver(body)
    case .any(let parts), .abandoned(let parts):
      if isOver(wait) { body() }
      for part in parts { onOver(part, body) }
    case nil: body()
    }
  }

  // MARK: Branches

  /// The numbers in the list that is the first argument.
  func waitNumbers(_ arguments: LuaArguments) -> [WaitID] {
    (0..<arguments.length(0)).compactMap { index in
      (arguments.element(index + 1, of: 0) { $0.integer(0) } ?? nil).map { WaitID(rawValue: UInt64($0)) }
    }
  }

  /// Gives up waits, those that they wait for among them; over when all are.
  func abandon(_ numbers: [WaitID]) -> Reply {
    let all = numbers.flatMap { leaves(of: $0) }
    for wait in all { cancel(wait) }
    return wait(for: .abandoned(all))
  }

  private func leaves(of wait: WaitID) -> [WaitID] {
    switch waits[wait] {
    case .any(let parts), .abandoned(let parts):
      waits[wait] = nil
      return parts.flatMap { leaves(of: $0) }
    default: return [wait]
    }
  }

  private func cancel(_ wait: WaitID) {
    switch waits[wait] {
    case .call(let pending, _): pending.cancel()
    case .sleep(_, let task), .module(_, let task): task.cancel()
    default: break
    }
  }

  /// Writes down what became of a call that nobody waits for any more.
  private func conclude(_ wait: WaitID) {
    if case .call(let pending, _)? = waits.removeValue(forKey: wait) { _ = try? pipeline.finish(pending) }
  }

  // MARK: The end of a run

  func start(_ own: OwnText) {
    loggedBytes = 0
    ownText = own
    printedTenantText = false
    pipeline.start()
  }

  /// Gives up everything under way; no wait is waited for any more. The calls that are not over are the answer: a write
  /// that is on its way is worth waiting for.
  func giveUp() -> [PendingCall] {
    pipeline.stop.set()
    let calls = waits.all.compactMap { if case .call(let pending, _) = $0.value { pending } else { nil } }
    let open = calls + tickets.values
    for wait in waits.all { cancel(wait.key) }
    for pending in open { pending.cancel() }
    waits = FewEntries()
    tickets = [:]
    return open
  }

  /// Writes down what became of calls that were given up.
  func conclude(_ calls: [PendingCall]) {
    for pending in calls { _ = try? pipeline.finish(pending) }
  }
}
