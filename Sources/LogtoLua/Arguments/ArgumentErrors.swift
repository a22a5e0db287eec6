import LogtoCatalogue
import LuaRuntime

/// The words for arguments that cannot be meant. Each names the value at fault, and what was probably meant.
extension CallShape {
  func unknownArgument(_ key: String) -> LuaError {
    let near = Nearest.matches(key, among: suggestions)
    switch bodyKind {
    case .opaque:
      return CallFailure.validation(
        "'\(key)' is no argument of it, and its body has no fixed keys", name: name,
        hint: near.isEmpty || near == ["body"]
          ? "give the whole body as body = { … }" : "did you mean \(near.quotedChoice)? The body goes into body = { … }"
      )
    case .none, .properties:
      let arguments = suggestions.filter { $0 != "body" && $0 != "logto_verification_id" }
      return CallFailure.validation(
        "'\(key)' is no argument of it", name: name,
        hint: near.isEmpty
          ? (arguments.isEmpty ? "it takes no arguments" : "its arguments are \(arguments.listed)")
          : "did you mean \(near.quotedChoice)?")
    }
  }

  func bothSpellings(_ parameter: Operation.Parameter) -> LuaError {
    CallFailure.validation(
      "'\(parameter.argument)' and '\(parameter.name)' are the same parameter: give one of them", name: name)
  }

  func bodyTwice(_ key: String) -> LuaError {
    CallFailure.validation(
      "'\(key)' stands beside 'body': with body = { … } every property goes inside it", name: name,
      hint: "move '\(key)' into body, or leave body out")
  }

  func missing(_ parameter: Operation.Parameter) -> LuaError {
    CallFailure.validation(
      "'\(parameter.argument)' is missing", name: name,
      hint: "\(name){ \(parameter.argument) = … } needs it in the \(parameter.place == .path ? "path" : "query")")
  }

  func badParameter(_ argument: String, _ message: String, hint: String? = nil) -> LuaError {
    CallFailure.validation("'\(argument)' \(message)", name: name, hint: hint)
  }

  func unsafe(_ parameter: Operation.Parameter, _ reason: String) -> LuaError {
    CallFailure.validation(
      "'\(parameter.argument)' \(reason): it has to be exactly one segment of \(operation.path)", name: name,
      hint: "print the value before the call; an id that was never found is often empty")
  }
}
