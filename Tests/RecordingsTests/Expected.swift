import JSON
import LogtoCatalogue
import TestSupport

extension Recording {
  /// What the Lua surface makes of the answer: absent instead of null, true instead of nothing.
  var expectedValue: JSONValue {
    if (300..<400).contains(status), let location = answerHeader("location") {
      return ["status": .integer(Int64(status)), "location": .string(location)]
    }
    switch answerBody {
    case .null:
      let schema = operation.flatMap { Catalogue.shipped.operation(named: $0)?.success?.schema }
      return schema?.kind == .array ? [] : true
    case .string("Created") where !isJSONAnswer, .string("OK") where !isJSONAnswer: return true
    // Its address is this server's own, and is followed by the end of the sign-in.
    case .object(let members) where members["redirectTo"] != nil: return ["redirectTo": "…"]
    default: return answerBody.withoutNulls
    }
  }
}

extension JSONValue {
  /// As Lua has it: null members of objects are absent.
  var withoutNulls: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.withoutNulls))
    case .object(let members):
      .object(JSONObject(members.filter { !$0.value.isNull }.map { ($0.key, $0.value.withoutNulls) }))
    default: self
    }
  }
}
