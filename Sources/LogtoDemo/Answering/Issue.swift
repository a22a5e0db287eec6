// What is wrong with an input, told as the tenant's validator (Zod) tells it.

import JSON

/// One thing wrong at one place.
struct Issue {
  /// The part of the request that it is in.
  enum Part: String { case body, query, params }

  enum Step {
    case key(String)
    case index(Int)

    var json: JSONValue {
      switch self {
      case .key(let key): .string(key)
      case .index(let index): .integer(Int64(index))
      }
    }
    var text: String {
      switch self {
      case .key(let key): key
      case .index(let index): "\(index)"
      }
    }
  }

  let code: String
  let path: [Step]
  let message: String
  /// What the tenant's one-line explanation says after the code; mostly the message.
  let explanation: String
  /// The members besides code, path and message, in front.
  let more: JSONObject

  init(_ code: String, _ path: [Step], _ message: String, explanation: String? = nil, _ more: JSONObject = [:]) {
    self.code = code
    self.path = path
    self.message = message
    self.explanation = explanation ?? message
    self.more = more
  }

  var json: JSONValue {
    var issue = more
    issue["code"] = .string(code)
    issue["path"] = .array(path.map(\.json))
    issue["message"] = .string(message)
    return .object(issue)
  }

  var detail: String {
    "Error in key path \"\(path.map(\.text).joined(separator: "."))\": (\(code)) \(explanation)"
  }

  // MARK: The kinds

  static func type(_ expected: String, _ received: String, _ path: [Step]) -> Issue {
    let message = received == "undefined" ? "Required" : "Expected \(expected), received \(received)"
    return Issue(
      "invalid_type", path, message, explanation: "Expected \(expected) but received \(received).",
      ["expected": .string(expected), "received": .string(received)])
  }

  static func choice(_ options: [String], _ received: JSONValue, _ path: [Step]) -> Issue {
    let list = options.map { "'\($0)'" }.joined(separator: " | ")
    let text = received.stringValue ?? received.encodedString()
    return Issue(
      "invalid_enum_value", path, "Invalid enum value. Expected \(list), received '\(text)'",
      ["received": received, "options": .array(options.map(JSONValue.string))])
  }

  static func text(_ validation: String, _ path: [Step]) -> Issue {
    Issue(
      "invalid_string", path, validation == "regex" ? "Invalid" : "Invalid \(validation)",
      ["validation": .string(validation)])
  }

  /// `unit` is what is counted: `string` has characters, `array` has elements.
  static func size(_ unit: String, isTooSmall: Bool, limit: Int, _ path: [Step]) -> Issue {
    let things = unit == "string" ? "character(s)" : "element(s)"
    let name = unit == "string" ? "String" : "Array"
    return Issue(
      isTooSmall ? "too_small" : "too_big", path,
      "\(name) must contain at \(isTooSmall ? "least" : "most") \(limit) \(things)",
      [
        isTooSmall ? "minimum" : "maximum": .integer(Int64(limit)), "type": .string(unit), "inclusive": true,
        "exact": false,
      ])
  }
}
