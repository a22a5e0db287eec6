import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Reads a call's argument table by the rules of the Lua surface: a key that names a parameter is that parameter,
/// any other key has to be a property of the body, and what is neither is an error that names the nearest argument,
/// so that a typing error never reaches the tenant.
struct ArgumentRules {
  let shape: CallShape
  let options: CallOptions

  private var parameters = FewEntries<Int, ParameterValue>()
  private var search: [SearchPart: SearchValue] = [:]
  private var documentedSearch: [(name: String, value: ParameterValue)] = []
  private var verificationID: String?
  private var body: BodyArguments

  /// - Parameter page: the page that a list helper asks for; the script's own `page` is then an error.
  static func prepare(
    _ arguments: LuaView?, shape: CallShape, options: CallOptions, page: PageAsked? = nil
  ) throws(LuaError) -> PreparedCall {
    var rules = ArgumentRules(shape: shape, options: options)
    try rules.read(arguments)
    if let page { rules.ask(for: page) }
    return try rules.prepared()
  }

  private init(shape: CallShape, options: CallOptions) {
    self.shape = shape
    self.options = options
    body = BodyArguments(shape: shape, options: options)
  }

  // MARK: Reading

  private mutating func read(_ arguments: LuaView?) throws(LuaError) {
    guard let arguments, !arguments.isNil else { return }
    guard arguments.isTable else {
      throw CallFailure.validation(
        "its arguments are one table, not \(arguments.described)", name: shape.name, hint: shape.example)
    }
    try arguments.eachField { (key, value) throws(LuaError) in
      guard let key = key.text else {
        throw CallFailure.validation(
          "its arguments are named, and \(key.described) is no name", name: shape.name, hint: shape.example)
      }
      try read(key, value)
    }
  }

  private mutating func read(_ key: String, _ value: LuaView) throws(LuaError) {
    switch shape.slots[key] {
    case .parameter(let index):
      let parameter = shape.parameters[index]
      if parameter.isSpread { return try readDocumentedSearch(value) }
      if parameters[index] != nil { throw shape.bothSpellings(parameter) }
      let reader = ParameterReader(shape: shape, argument: key, validate: options.validate)
      parameters[index] = try reader.value(value, of: parameter, allowed: shape.allowedTexts[index])
    case .search(let part):
      let reader = ParameterReader(shape: shape, argument: key, validate: options.validate)
      search[part] = try reader.searchValue(value, part: part)
    case .verificationID:
      guard let text = value.text, !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw shape.badParameter(key, "is the id of a verification record, not \(value.described)")
      }
      verificationID = text
    case .property(let index): try body.add(property: index, key: key, value)
    case .body: try body.add(whole: value)
    case nil:
      if options.validate { throw shape.unknownArgument(key) }
      try readUnchecked(key, value)
    }
  }

  /// Without checks an unknown key goes into the body, where the operation has one, else into the query.
  private mutating func readUnchecked(_ key: String, _ value: LuaView) throws(LuaError) {
    if key == "body" { return try body.add(whole: value) }
    if shape.bodyKind != .none { return try body.add(unknown: key, value) }
    let reader = ParameterReader(shape: shape, argument: key, validate: false)
    documentedSearch.append((key, try reader.plainValue(value)))
  }

  /// `search_params = { search = …, ["search.name"] = …, mode = …, isCaseSensitive = … }`: names as the tenant reads
  /// them.
  private mutating func readDocumentedSearch(_ value: LuaView) throws(LuaError) {
    guard value.isTable else {
      throw shape.badParameter("search_params", "is a table, not \(value.described)")
    }
    try value.eachField { (key, value) throws(LuaError) in
      guard let name = key.text else {
        throw shape.badParameter("search_params", "has the key \(key.described), which is no name")
      }
      let field = name.prefix { $0 != "." }
      if options.validate, !["search", "mode", "joint", "isCaseSensitive"].contains(String(field)) {
        throw shape.badParameter(
          "search_params", "has no '\(name)'",
          hint: "its keys are search, search.<field>, mode, mode.<field>, "
            + "joint and isCaseSensitive")
      }
      let reader = ParameterReader(shape: shape, argument: "search_params.\(name)", validate: options.validate)
      documentedSearch.append((name, try reader.plainValue(value)))
    }
  }

  private mutating func ask(for page: PageAsked) {
    if let index = shape.page { parameters[index] = ParameterValue(texts: ["\(page.number)"]) }
    if let index = shape.pageSize { parameters[index] = ParameterValue(texts: ["\(page.size)"]) }
  }

  // MARK: The call

  private func prepared() throws(LuaError) -> PreparedCall {
    var call = PreparedCall(
      name: shape.name, shape: shape, method: shape.method, path: try path(), query: try query(),
      body: try body.encoded(), options: options, verificationID: verificationID)
    call.page = pageAsked
    return call
  }

  private func path() throws(LuaError) -> String {
    var path = ""
    for segment in shape.segments {
      switch segment {
      case .literal(let text): path += text
      case .parameter(let index):
        let parameter = shape.parameters[index]
        guard let text = parameters[index]?.texts.first else { throw shape.missing(parameter) }
        if let reason = PathBuilder.refusal(of: text) { throw shape.unsafe(parameter, reason) }
        path += PathBuilder.encoded(text)
      }
    }
    return path
  }

  /// The parameters in documented order, the rest by name: Lua visits the keys of a table in another order each time.
  private func query() throws(LuaError) -> [(name: String, value: String)] {
    var query = QueryBuilder()
    for (index, parameter) in shape.queryParameters {
      if let value = parameters[index] {
        query.add(parameter.name, value)
      } else if parameter.isRequired, options.validate {
        throw shape.missing(parameter)
      }
    }
    if search.isEmpty, documentedSearch.isEmpty { return query.items }
    for part in SearchPart.allCases { if let value = search[part] { query.addSearch(part, value) } }
    for (name, value) in documentedSearch.sorted(by: { $0.name < $1.name }) { query.add(name, value) }
    return query.items
  }

  private var pageAsked: PageAsked? {
    guard let page = shape.page, let size = shape.pageSize else { return nil }
    let number = parameters[page]?.texts.first.flatMap { Int($0) }
    let count = parameters[size]?.texts.first.flatMap { Int($0) }
    if number == nil, count == nil, shape.operation.pagination == .optional { return nil }
    return PageAsked(number: number ?? 1, size: count ?? 20)
  }
}
