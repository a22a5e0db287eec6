// A gate that lets reads through and plans writes.

import JSON
import LogtoCatalogue
import LogtoClient
import Synchronization

/// Sends reads, and answers writes with stand-ins, after the gate within it has allowed them.
///
/// Things that the plan makes have ids `dry-run:1`, `dry-run:2`, …; reading one is answered from the plan. A read of
/// what the plan changed or removed shows that, in lists too; what the plan makes is in no list of the tenant's, and the
/// plan says so.
public final class DryRunGate: CallGate {
  private let inner: any CallGate
  private let catalogue: @Sendable () -> Catalogue
  /// The lock guards the plan; a gate is asked on its run's thread, and read afterwards on any.
  private let state: Mutex<DryRunState>

  /// - Parameters:
  ///   - inner: asked first; what it refuses is refused.
  ///   - catalogue: the schemas that answers are made from.
  public init(around inner: any CallGate, catalogue: @escaping @Sendable () -> Catalogue = { .shipped }) {
    self.inner = inner
    self.catalogue = catalogue
    state = Mutex(DryRunState(now: Int64(ClientClock.system.unixTime() * 1000)))
  }

  public var plan: DryRunPlan? { state.withLock { $0.plan } }

  public func decide(_ call: CallRequest) -> CallDecision {
    let decision = inner.decide(call)
    guard case .send = decision else { return decision }
    let catalogue = catalogue()
    let planned = PlannedCall(call, catalogue)
    return state.withLock { state in
      call.isWrite ? state.write(planned, catalogue) : state.read(planned, catalogue)
    }
  }

  public func report(_ call: CallRequest, _ report: CallReport) {
    inner.report(call, report)
    guard !call.isWrite, case .answered(let status) = report.ending, status >= 400 else { return }
    state.withLock { $0.plan.relied(on: DryRunPlan.Read(call, status: status, fingerprint: nil)) }
  }

  /// Whether an answer holds the end of a whole list.
  private static func isLast(_ call: CallRequest, _ response: APIResponse) -> Bool {
    guard call.query.allSatisfy({ $0.name == "page" || $0.name == "page_size" }) else { return false }
    guard let total = response.total else { return true }
    func number(_ name: String) -> Int? { call.query.first { $0.name == name }.flatMap { Int($0.value) } }
    return (number("page") ?? 1) * (number("page_size") ?? 20) >= total
  }

  public func amend(_ call: CallRequest, _ response: APIResponse) -> [UInt8]? {
    guard !call.isWrite else { return nil }
    let catalogue = catalogue()
    let planned = PlannedCall(call, catalogue)
    let fingerprint = Fingerprint.of(response, operation: planned.operation)
    let value = response.body.isEmpty ? nil : try? JSONValue.parse(response.body)
    return state.withLock { state in
      state.plan.relied(on: DryRunPlan.Read(call, status: response.status, fingerprint: fingerprint))
      return value.flatMap { state.amend(planned, $0, isLast: Self.isLast(call, response), catalogue)?.encoded() }
    }
  }
}
