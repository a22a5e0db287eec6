import JSON
import LogtoClient

/// The second value of `logto.call`: what an answer says beside its body.
enum CallMeta {
  static func value(of response: APIResponse, page: PageAsked?) -> JSONValue {
    var meta: JSONObject = ["status": .integer(Int64(response.status))]
    if let total = response.total { meta["total"] = .integer(Int64(total)) }
    if let page {
      meta["page"] = .integer(Int64(page.number))
      meta["page_size"] = .integer(Int64(page.size))
    }
    if let id = response.requestID { meta["request_id"] = .string(id) }
    meta["retries"] = .integer(Int64(response.retries))
    meta["waited"] = .number(response.waited.inSeconds)
    meta["elapsed"] = .number(response.elapsed.inSeconds)
    var headers = JSONObject()
    for header in response.headers {
      let name = header.name.lowercased()
      // Cookies are credentials of the sign-in session, which keeps them itself.
      if name == "set-cookie" { continue }
      headers[name] = .string(headers[name]?.stringValue.map { "\($0), \(header.value)" } ?? header.value)
    }
    meta["headers"] = .object(headers)
    return .object(meta)
  }
}

/// The page that a call asked for, or gets by default.
struct PageAsked: Equatable {
  var number: Int
  var size: Int
}

extension Duration {
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
