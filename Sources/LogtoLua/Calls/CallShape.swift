import LogtoCatalogue

/// Which keys an operation's argument table may have, and what each of them is. Made once for an operation.
final class CallShape: Sendable {
  /// What a key of the argument table stands for.
  enum Slot: Sendable, Equatable {
    /// A path or query parameter, by its place in `parameters`.
    case parameter(Int)
    /// A property of the body, by its place in `properties`.
    case property(Int)
    /// `search`, `mode`, `joint`, `case_sensitive`, where the operation has `search_params`.
    case search(SearchPart)
    /// `logto_verification_id`, on every operation of the user's own account.
    case verificationID
    /// `body`.
    case body
  }

  /// How the body may be written.
  enum BodyKind: Sendable, Equatable {
    case none
    /// An object of known properties, which may stand among the other arguments.
    case properties
    /// Anything else: only `body = …` works.
    case opaque
  }

  enum Segment: Sendable {
    /// With its slashes, those at the places of parameters too.
    case literal(String)
    case parameter(Int)
  }

  let operation: Operation
  /// `operation.shortName`, kept as the next four are: each is read from the catalogue's bytes each time.
  let name: String
  let fullName: String
  let group: String
  let method: String
  let parameters: [Operation.Parameter]
  /// For each parameter the texts that it may be; none where any will do.
  let allowedTexts: [[String]]
  let slots: [String: Slot]
  let bodyKind: BodyKind
  /// The body's properties in documented order, those of all branches of a union together.
  let properties: [SchemaNode.Property]
  /// Keys that name both a parameter and a body property: always the parameter, `body = {…}` for the other.
  let ambiguous: Set<String>
  /// The path: fixed text, and parameters by their place in `parameters`.
  let segments: [Segment]
  /// The query parameters that have one name of their own, with their places.
  let queryParameters: [(Int, Operation.Parameter)]
  /// The places of `page` and `page_size` in the parameters, in operations that have them.
  let page: Int?
  let pageSize: Int?
  /// The documented answers.
  private let results: [(status: Int, schema: SchemaNode?)]
  /// Where secrets stand in what the operation is given and answers.
  let marks: SecretMarks

  init(_ operation: Operation) {
    self.operation = operation
    name = operation.shortName
    fullName = operation.name
    group = operation.group
    marks = SecretMarks(operation: operation)
    method = operation.method
    let parameters = operation.parameters
    self.parameters = parameters
    allowedTexts = parameters.map(\.schema.allowedTexts)
    results = operation.responses.map { ($0.status, $0.schema) }
    segments = Self.segments(of: operation, parameters)
    queryParameters = parameters.enumerated().filter { $0.element.place == .query && !$0.element.isSpread }
      .map { ($0.offset, $0.element) }
    var slots: [String: Slot] = [:]
    var page: Int?
    var pageSize: Int?
    var hasQ: Int?
    for (index, parameter) in parameters.enumerated() {
      slots[parameter.argument] = .parameter(index)
      slots[parameter.name] = .parameter(index)
      switch parameter.name {
      case "page": page = index
      case "page_size": pageSize = index
      case "q": hasQ = index
      case "search_params":
        for part in SearchPart.allCases { slots[part.rawValue] = .search(part) }
      default: break
      }
    }
    if let hasQ, slots["search"] == nil { slots["search"] = .parameter(hasQ) }
    if operation.auth == .account { slots["logto_verification_id"] = .verificationID }

    var ambiguous: Set<String> = []
    var properties: [SchemaNode.Property] = []
    if let body = operation.body {
      properties = Self.properties(of: body.schema)
      for (index, property) in properties.enumerated() {
        if case .parameter = slots[property.name] {
          ambiguous.insert(property.name)
        } else {
          slots[property.name] = .property(index)
        }
      }
      bodyKind = properties.isEmpty ? .opaque : .properties
      if slots["body"] == nil { slots["body"] = .body }
    } else {
      bodyKind = .none
    }
    self.slots = slots
    self.properties = properties
    self.ambiguous = ambiguous
    self.page = page
    self.pageSize = pageSize
  }

  /// The schema of an answer with that status. An undocumented status below 300 (a 200 where 201 is documented) is
  /// read by the one schema that is documented for success, if there is one alone.
  func resultSchema(for status: Int) -> SchemaNode? {
    for result in results where result.status == status { return result.schema }
    let successes = results.filter { $0.status < 300 && $0.schema != nil }
    return successes.count == 1 && status < 300 ? successes[0].schema : nil
  }

  /// A call as it could look, for errors about arguments that are no table.
  var example: String {
    let first = parameters.first?.argument ?? properties.first?.name
    return first.map { "write logto.\(name){ \($0) = … }" } ?? "write logto.\(name)()"
  }

  /// The keys that an error may suggest, without the documented doubles (`user_id` stands for `userId` too).
  var suggestions: [String] {
    parameters.map(\.argument) + properties.map(\.name)
      + slots.keys.filter { key in
        switch slots[key] {
        case .search, .verificationID, .body: true
        default: false
        }
      }.sorted()
  }

  private static func segments(of operation: Operation, _ parameters: [Operation.Parameter]) -> [Segment] {
    var segments: [Segment] = []
    var literal = ""
    for segment in operation.pathSegments {
      literal += "/"
      switch segment {
      case .literal(let text): literal += text
      case .parameter(let name):
        segments.append(.literal(literal))
        segments.append(.parameter(parameters.firstIndex { $0.place == .path && $0.name == name } ?? 0))
        literal = ""
      }
    }
    if !literal.isEmpty { segments.append(.literal(literal)) }
    return segments
  }

  /// The properties of an object, or of every branch of a union of objects; each name once, the first one's schema
  /// (the check before sending looks at the whole body's schema, so that a later branch's is not lost).
  static func properties(of schema: SchemaNode) -> [SchemaNode.Property] {
    var seen: Set<String> = []
    var result: [SchemaNode.Property] = []
    func visit(_ node: SchemaNode) {
      for property in node.properties where seen.insert(property.name).inserted { result.append(property) }
      for branch in node.branches { visit(branch) }
    }
    visit(schema)
    return result
  }
}
