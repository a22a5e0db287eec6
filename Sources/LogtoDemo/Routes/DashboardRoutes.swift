// Counts for the dashboard, computed from users and logs.

import JSON

enum DashboardRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_total_user_count": { store, _ throws(DemoError) in
      .object(["totalUserCount": .integer(Int64(store[.users].count))])
    },
    "logto_get_new_user_counts": newUsers,
    "logto_get_active_user_counts": activeUsers,
  ]

  /// The day that a time is in, counted from 1970.
  private static func day(_ milliseconds: Int64) -> Int64 { milliseconds / DemoClock.day }

  @Sendable private static func newUsers(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let today = day(store.clock.now)
    let days = store[.users].all.map { day($0["createdAt"]?.integerValue ?? 0) }
    func count(_ range: ClosedRange<Int64>) -> Int64 { Int64(days.count { range.contains($0) }) }
    func change(_ now: Int64, _ before: Int64) -> JSONValue {
      ["count": .integer(now), "delta": .integer(now - before)]
    }
    return .object([
      "today": change(count(today...today), count(today - 1...today - 1)),
      "last7Days": change(count(today - 6...today), count(today - 13...today - 7)),
    ])
  }

  @Sendable private static func activeUsers(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var today = day(store.clock.now)
    if let date = call.query["date"] {
      while today > 0, ISOTime.date(today * DemoClock.day) > date { today -= 1 }
    }
    let seen = store[.logs].all.compactMap { log -> (day: Int64, user: String)? in
      guard let user = log["payload"]?["userId"]?.stringValue, log["payload"]?["result"] == "Success" else {
        return nil
      }
      return (day(log["createdAt"]?.integerValue ?? 0), user)
    }
    func count(_ range: ClosedRange<Int64>) -> Int64 {
      Int64(Set(seen.lazy.filter { range.contains($0.day) }.map(\.user)).count)
    }
    func change(_ length: Int64) -> JSONValue {
      let now = count(today - length + 1...today)
      return ["count": .integer(now), "delta": .integer(now - count(today - 2 * length + 1...today - length))]
    }
    let curve = (today - 29...today).map { day -> JSONValue in
      ["date": .string(ISOTime.date(day * DemoClock.day)), "count": .integer(count(day...day))]
    }
    return .object(["dauCurve": .array(curve), "dau": change(1), "wau": change(7), "mau": change(30)])
  }
}
