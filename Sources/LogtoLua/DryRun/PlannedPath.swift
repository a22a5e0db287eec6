// Where a thing of the tenant is, as a plan knows it.

import LogtoCatalogue
import LogtoClient

/// An account and a path, its segments decoded and fixed text spelled as documented.
struct PlannedPath: Hashable {
  var account: String
  var segments: [String]

  /// What stands at `segments[..<count]`.
  func prefix(_ count: Int) -> PlannedPath { PlannedPath(account: account, segments: Array(segments.prefix(count))) }

  var parent: PlannedPath { prefix(segments.count - 1) }
  var last: String { segments.last ?? "" }

  func appending(_ segment: String) -> PlannedPath { PlannedPath(account: account, segments: segments + [segment]) }

  /// The same belonging from the other side: `/users/u/roles/r` for `/roles/r/users/u`.
  var inverse: PlannedPath? {
    guard segments.count == 5 else { return nil }
    return PlannedPath(account: account, segments: [0, 3, 4, 1, 2].map { segments[$0] })
  }

  /// As a request has it.
  var text: String { segments.map { "/" + PercentEncoding.encode($0) }.joined() }
}

/// A call and what the catalogue knows of it.
struct PlannedCall {
  let call: CallRequest
  let operation: Operation?
  /// Path arguments by documented name.
  let arguments: [String: String]
  let path: PlannedPath
  private let template: [Operation.PathSegment]

  init(_ call: CallRequest, _ catalogue: Catalogue) {
    self.call = call
    let found = catalogue.operation(method: call.method, path: call.path)
    operation = found?.operation
    arguments = found?.arguments ?? [:]
    let written = call.path.split(separator: "/").map { PercentEncoding.decode($0, plusIsSpace: false) ?? String($0) }
    template = found?.operation.pathSegments ?? written.map { .literal($0) }
    let segments = zip(template, written).map { part, segment in
      if case .literal(let text) = part { text } else { segment }
    }
    path = PlannedPath(account: call.account ?? "", segments: segments)
  }

  /// The short name, or method and path where no operation has them.
  var name: String { operation?.shortName ?? "\(call.method) \(call.path)" }

  /// The parameter that ends the path (`/users/{userId}`): it names one thing among others.
  var lastParameter: String? {
    if case .parameter(let name)? = template.last { name } else { nil }
  }

  /// The property that a path ending in fixed text may stand for: `customData` at `/users/{userId}/custom-data`.
  var property: String? {
    guard case .literal(let text)? = template.last, template.count > 1 else { return nil }
    return Self.camelCase(text)
  }

  /// Path arguments under the names that an answer may have for them: `userId`, and `applicationId` for the `{id}` of
  /// `/applications/{id}`.
  var aliases: [String: String] {
    var aliases = arguments
    var before = ""
    for (part, segment) in zip(template, path.segments) {
      switch part {
      case .literal(let text): before = text
      case .parameter:
        let alias = Self.camelCase(before.hasSuffix("s") ? String(before.dropLast()) : before) + "Id"
        if aliases[alias] == nil { aliases[alias] = segment }
      }
    }
    return aliases
  }

  /// The last argument of the path: the id of what the call is about.
  var lastArgument: (name: String, value: String)? {
    for (part, segment) in zip(template, path.segments).reversed() {
      if case .parameter(let name) = part { return (name, segment) }
    }
    return nil
  }

  static func camelCase(_ text: String) -> String {
    let words = text.split(separator: "-")
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
  }
}
