// One rate governor for all accounts of a tenant: the tenant counts its requests, not its applications'.

import Synchronization

/// The governors of several tenants, found by their address.
public final class RateGovernors: Sendable {
  // By endpoint.
  private let governors = Mutex<[Endpoint: RateGovernor]>([:])

  /// Knows no tenant yet.
  public init() {}

  /// The governor of an account's tenant, the same for all accounts at that address. Where their limits differ, the
  /// strictest holds for all of them.
  ///
  /// Without a `rateLimit` of the account, that of the endpoint: ``RateLimit/cloud`` on Logto Cloud, none elsewhere.
  public func governor(for account: Account) -> RateGovernor {
    let limit = account.rateLimit ?? (account.endpoint.isCloud ? .cloud : nil)
    return governors.withLock { governors in
      if let known = governors[account.endpoint] {
        known.restrict(to: limit)
        return known
      }
      let governor = RateGovernor(limit: limit)
      governors[account.endpoint] = governor
      return governor
    }
  }
}
