// One call of an operation, checked, as the handlers see it.

import JSON
import LogtoCatalogue

/// What a handler is given beside the store.
struct Call {
  let operation: Operation
  /// The path's arguments by their documented names.
  let path: [String: String]
  let query: DemoQuery
  /// The body without unknown keys; an object with no members where none was sent.
  let body: JSONValue
  /// The application whose token the call carries; empty for public operations.
  let applicationID: String
  /// What a call of an end user is made in: the user's id, or the sign-in's; empty in others.
  let session: String
  /// The call names something that its user has proved just now.
  let isVerified: Bool
  let origin: String

  /// An argument of the path. Every placeholder of the route has one.
  func id(_ name: String = "id") -> String { path[name] ?? "" }

  /// A member of the body.
  subscript(key: String) -> JSONValue? { body[key] }

  /// A member of the body that is text.
  func text(_ key: String) -> String? { body[key]?.stringValue }

  /// The texts of a list in the body; nil where the member is absent.
  func texts(_ key: String) -> [String]? { body[key]?.arrayValue?.compactMap(\.stringValue) }

  /// The texts of a list in the body that may not be empty.
  func someTexts(_ key: String) throws(DemoError) -> [String] {
    let texts = texts(key) ?? []
    guard !texts.isEmpty else {
      throw .invalid([.size("array", isTooSmall: true, limit: 1, [.key(key)])], in: .body)
    }
    return texts
  }
}

/// What a handler answers. Lists are paged as the operation's entry in the catalogue says.
enum DemoAnswer {
  case object(JSONObject, status: Int = 200)
  case value(JSONValue, status: Int = 200)
  case list([JSONObject])
  case text(String, status: Int)
  case xml(String)
  /// 302.
  case redirect(String)
  case empty
  case error(DemoError)

  static let created = DemoAnswer.text("Created", status: 201)
}

/// Answers one operation.
typealias DemoHandler = @Sendable (inout DemoStore, Call) throws(DemoError) -> DemoAnswer
