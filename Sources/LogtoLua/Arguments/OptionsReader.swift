import HTTPTransport
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Reads the second table of a call.
struct OptionsReader {
  /// The function, for messages.
  let name: String

  func read(_ view: LuaView?) throws(LuaError) -> CallOptions {
    var options = CallOptions()
    guard let view, !view.isNil else { return options }
    guard view.isTable else {
      throw CallFailure.validation(
        "its second argument is a table of options, not \(view.described)", name: name,
        hint: "the options are \(CallOptions.names.listed)")
    }
    try view.eachField { (key, value) throws(LuaError) in
      guard let key = key.text else { throw bad(key.described, "is no name of an option") }
      try read(key, value, into: &options)
    }
    return options
  }

  private func read(_ key: String, _ value: LuaView, into options: inout CallOptions) throws(LuaError) {
    switch key {
    case "account": options.account = try text(key, value)
    case "timeout":
      guard let seconds = value.values.number(value.index), seconds > 0, seconds <= 86_400 else {
        throw bad(key, "is a number of seconds above 0, not \(value.described)")
      }
      options.timeout = .seconds(seconds)
    case "headers": options.headers = try headers(value)
    case "validate": options.validate = try flag(key, value)
    case "strict": options.strict = try flag(key, value)
    case "retry": options.retry = try flag(key, value)
    case "user_token": options.userToken = Secret(try text(key, value))
    default:
      let near = Nearest.matches(key, among: CallOptions.names)
      throw bad(
        key, "is no option",
        hint: near.isEmpty ? "the options are \(CallOptions.names.listed)" : "did you mean \(near.quotedChoice)?")
    }
  }

  func headers(_ view: LuaView) throws(LuaError) -> [HTTPHeader] {
    guard view.isTable else { throw bad("headers", "is a table of names and texts, not \(view.described)") }
    var headers: [HTTPHeader] = []
    try view.eachField { (key, value) throws(LuaError) in
      let place = "headers.\(key.text ?? key.described)"
      guard let name = key.text else { throw bad(place, "is no name of a header") }
      guard let text = value.text else { throw bad(place, "is a text, not \(value.described)") }
      if let reason = CallOptions.refusal(ofHeader: name, value: text) { throw bad(place, reason) }
      headers.append(HTTPHeader(name, text))
    }
    return headers.sorted { $0.name < $1.name }
  }

  private func text(_ key: String, _ value: LuaView) throws(LuaError) -> String {
    guard let text = value.text, !text.isEmpty else { throw bad(key, "is a text, not \(value.described)") }
    return text
  }

  private func flag(_ key: String, _ value: LuaView) throws(LuaError) -> Bool {
    guard let flag = value.values.bool(value.index) else { throw bad(key, "is true or false, not \(value.described)") }
    return flag
  }

  private func bad(_ key: String, _ message: String, hint: String? = nil) -> LuaError {
    CallFailure.validation("the option '\(key)' \(message)", name: name, hint: hint)
  }
}
