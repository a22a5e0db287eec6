// A plan as JSON: what is shown, saved and applied.

import JSON
import LogtoClient

extension DryRunPlan {
  /// The version of the document's shape.
  static let version: Int64 = 1

  /// `{version, steps, reads, notes}`. A step is `{operation, method, path, query, body, account, ids, status, code,
  /// secrets, obstacle}`, where `secrets` are the places in the body whose values are not in the plan, each with the
  /// variable that gives it when the plan is applied; a read is `{operation, path, query, account, status, sha256}`, or has `compared: false`.
  public var json: JSONValue { json { $0 } }

  /// - Parameter redact: takes further secrets out.
  func json(_ redact: (JSONValue) -> JSONValue) -> JSONValue {
    let steps = steps.map(Self.describe)
    let reads = reads.map(Self.describe)
    let notes = JSONValue.array(notes.map { .string($0) })
    let shown = redact(["steps": .array(steps), "reads": .array(reads), "notes": notes])
    var variables = SecretVariables()
    var made: Set<Int> = []
    let finished = zip(self.steps, zip(steps, shown["steps"]?.arrayValue ?? [])).map { step, pair in
      defer { made.formUnion(step.ids.compactMap { PlanToken.first(in: $0[...])?.number }) }
      return Self.finish(step, pair.1, plain: pair.0, made: made, &variables)
    }
    let finishedReads = zip(reads, shown["reads"]?.arrayValue ?? []).map { plain, shown in
      guard plain != shown, var object = shown.objectValue else { return shown }
      object["obstacle"] = "it asks for a secret"
      return .object(object)
    }
    return [
      "version": .integer(Self.version), "steps": .array(finished), "reads": .array(finishedReads),
      "notes": shown["notes"] ?? notes,
    ]
  }

  /// A step with the places of its secrets, and with what keeps it from being sent from the document.
  private static func finish(
    _ step: Step, _ shown: JSONValue, plain: JSONValue, made: Set<Int>, _ variables: inout SecretVariables
  ) -> JSONValue {
    guard var object = shown.objectValue else { return shown }
    var obstacle = step.obstacle
    if let body = object["body"], let sent = step.sent.flatMap({ try? JSONValue.parse(Array($0.reveal().utf8)) }) {
      if let places = PlanSecrets.differences(of: body, from: sent) {
        let secrets = places.map { place -> JSONValue in
          ["place": .string(place.place), "variable": .string(variables.name(of: place.value))]
        }
        if !secrets.isEmpty { object["secrets"] = .array(secrets) }
      } else {
        obstacle = obstacle ?? "a key or a number of its body is a secret"
      }
    }
    if object["path"] != plain["path"] || object["query"] != plain["query"] {
      obstacle = obstacle ?? "its address holds a secret"
    }
    let texts =
      [.string(step.path), .array(step.query.map { .string($0.value) }), object["body"] ?? .null] as [JSONValue]
    if obstacle == nil,
      let unknown = texts.flatMap({ PlanToken.all(in: $0) }).first(where: { !made.contains($0.number) })
    {
      obstacle = "\(PlanToken.name(unknown.number)) in it is the answer of a read, which only a real run gets"
    }
    if obstacle == nil, texts.contains(where: holdsRemains) {
      obstacle = "the script has changed a text that stands for an answer (dry-run:…)"
    }
    object["obstacle"] = obstacle.map { .string($0) }
    return .object(object)
  }

  private static func holdsRemains(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): PlanToken.holdsRemains(text)
    case .array(let elements): elements.contains(where: holdsRemains)
    case .object(let members): members.contains { PlanToken.holdsRemains($0.key) || holdsRemains($0.value) }
    default: false
    }
  }

  private static func describe(_ step: Step) -> JSONValue {
    var object: JSONObject = [
      "operation": .string(step.operation), "method": .string(step.method), "path": .string(step.path),
    ]
    object["query"] = describe(step.query)
    object["body"] = step.body
    object["account"] = step.account.map { .string($0) }
    object["ids"] = .array(step.ids.map { .string($0) })
    object["status"] = .integer(Int64(step.status))
    object["code"] = step.code.map { .string($0) }
    return .object(object)
  }

  private static func describe(_ read: Read) -> JSONValue {
    var object: JSONObject = ["operation": .string(read.operation), "path": .string(read.path)]
    object["query"] = describe(read.query)
    object["account"] = read.account.map { .string($0) }
    object["status"] = .integer(Int64(read.status))
    object["sha256"] = read.isCompared ? read.fingerprint.map { .string($0) } : nil
    if !read.isCompared { object["compared"] = false }
    object["obstacle"] = read.obstacle.map { .string($0) }
    return .object(object)
  }

  private static func describe(_ query: [(name: String, value: String)]) -> JSONValue? {
    if query.isEmpty { return nil }
    return .array(query.map { [.string($0.name), .string($0.value)] })
  }
}

/// Names for secrets that are not in a plan: one name for one value, however often it is sent.
private struct SecretVariables {
  private var names: [String: String] = [:]

  mutating func name(of value: String) -> String {
    if let name = names[value] { return name }
    let name = "LOGTO_PLAN_SECRET_\(names.count + 1)"
    names[value] = name
    return name
  }
}
