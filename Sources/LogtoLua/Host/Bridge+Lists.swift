import JSON
import LogtoCatalogue
import LuaRuntime

// What lua/prelude/lists.lua asks for.
extension Bridge {
  func list(_ helper: HostFunction, _ arguments: LuaArguments) throws(LuaError) -> Reply {
    switch helper {
    case .openList: return .result(.value(try openList(arguments)))
    case .startPage: return .result(.integer(try startPage(arguments)))
    case .takePage: return try takePage(arguments)
    case .wholeList:
      let operation = try operation(at: 0, of: arguments, for: "logto.each")
      return try begin(try prepare(shape(operation.index), arguments, from: 1, account: 0), .value)
    case .removals: return .result(.integer(Int64(pipeline.ledger.removals)))
    case .shrunk: throw shrunk(arguments)
    case .checkWhere:
      try checkWhere(arguments)
      return .nothing
    case .narrowing: return .result(try narrowing(arguments).map { .string($0) } ?? .none)
    case .found: throw notOne(arguments)
    default: return .nothing
    }
  }

  /// How a function's lists are read: `{ paged = true, key = "organizations" }`.
  private func openList(_ arguments: LuaArguments) throws(LuaError) -> JSONValue {
    let operation = try operation(at: 0, of: arguments, for: "logto.each")
    let name = operation.shortName
    if operation.pagination != nil {
      for key in ["page", "page_size"] where has(key, arguments, 1) {
        throw CallFailure.validation(
          "'\(key)' is no argument here: every page is asked for, 100 elements at a time", name: name,
          hint: "read one page with logto.\(name){ \(key) = … }, or the first n with "
            + "logto.all(\"\(name)\", {}, { limit = n })")
      }
    }
    var list: JSONObject = ["paged": .bool(operation.pagination != nil)]
    if let key = operation.itemsKey { list["key"] = .string(key) }
    if operation.pagination != nil || operation.answersList { return .object(list) }
    let lists = operation.success?.schema?.properties.filter { $0.node.accepts.contains(.array) }.map(\.name) ?? []
    throw CallFailure.validation(
      "answers one value, not a list", name: name,
      hint: lists.isEmpty
        ? "call logto.\(name){ … } and read its fields"
        : "read a field of it: for _, item in ipairs(logto.\(name){ … }.\(lists[0])) do … end")
  }

  private func has(_ key: String, _ arguments: LuaArguments, _ index: Int) -> Bool {
    arguments.field(key, of: index) { !$0.isNoneOrNil(0) } ?? false
  }

  /// (name, args, options, page, size) → a ticket for the page, which is under way from now on.
  private func startPage(_ arguments: LuaArguments) throws(LuaError) -> Int64 {
    let operation = try operation(at: 0, of: arguments, for: "logto.each")
    let page = PageAsked(number: Int(arguments.integer(3) ?? 1), size: Int(arguments.integer(4) ?? 100))
    let call = try prepare(shape(operation.index), arguments, from: 1, account: 0, page: page)
    lastTicket += 1
    tickets[lastTicket] = try pipeline.begin(call)
    pipeline.driver.nudge()
    return lastTicket
  }

  private func takePage(_ arguments: LuaArguments) throws(LuaError) -> Reply {
    guard let pending = tickets.removeValue(forKey: arguments.integer(0) ?? 0) else { return .nothing }
    return pending.isOver ? try answer(pending, .page) : wait(for: .call(pending, .page))
  }

  private func shrunk(_ arguments: LuaArguments) -> LuaError {
    let name = arguments.string(0) ?? "list"
    return .script(
      "\(name): the list shrank from \(arguments.integer(1) ?? 0) to \(arguments.integer(2) ?? 0) while the script "
        + "was removing from it, so that elements were passed over",
      hint: "collect first: for _, item in ipairs(logto.all(\"\(name)\")) do … end")
  }

  // MARK: find

  private func elementSchema(_ operation: Operation) -> SchemaNode? {
    guard let schema = operation.success?.schema else { return nil }
    guard let key = operation.itemsKey else { return schema.items }
    return schema.property(named: key)?.node.items
  }

  private func checkWhere(_ arguments: LuaArguments) throws(LuaError) {
    let operation = try operation(at: 0, of: arguments, for: "logto.find")
    let name = "logto.find(\"\(operation.shortName)\")"
    let whereTable = view(arguments, 1)
    guard whereTable.isTable else {
      throw CallFailure.validation(
        "takes a table of fields and values second, not \(whereTable.described)", name: name,
        hint: "logto.find(\"\(operation.shortName)\", { name = \"…\" })")
    }
    let element = elementSchema(operation)
    var count = 0
    try whereTable.eachField { (key, value) throws(LuaError) in
      count += 1
      guard let field = key.text else {
        throw CallFailure.validation("\(key.described) names no field", name: name)
      }
      guard value.scalar != nil else {
        throw CallFailure.validation(
          "'\(field)' is compared with a text, a number or a boolean, not with \(value.described)", name: name)
      }
      guard let element, element.isStrict, element.property(named: field) == nil else { return }
      let near = Nearest.matches(field, among: element.properties.map(\.name))
      throw CallFailure.validation(
        "its elements have no field '\(field)'", name: name,
        hint: near.isEmpty ? nil : "did you mean \(near.quotedChoice)?")
    }
    if count == 0 { throw CallFailure.validation("needs a field to compare", name: name) }
  }

  /// The field by which the tenant may narrow the search without leaving out what matches: measured on users alone
  /// (`search.primaryEmail=…&mode=exact`; letter case is ignored there, so that nothing that is equal is left out).
  private func narrowing(_ arguments: LuaArguments) throws(LuaError) -> String? {
    guard try operation(at: 0, of: arguments, for: "logto.find").shortName == "list_users" else { return nil }
    for key in ["search", "search_params", "mode", "joint", "case_sensitive"] where has(key, arguments, 2) {
      return nil
    }
    return ["primaryEmail", "username"].first { field in
      arguments.field(field, of: 1) { $0.string(0)?.isEmpty == false } ?? false
    }
  }

  private func notOne(_ arguments: LuaArguments) -> LuaError {
    let several = arguments.string(0) == "several"
    var conditions: [String] = []
    arguments.fields(2) { pair in
      conditions.append("\(pair.string(0) ?? "?") = \(LuaView(pair, 1, schemas: schemas).described)")
      return true
    }
    let text =
      "\(arguments.string(1) ?? "list"): \(several ? "more than one element has" : "no element has") "
      + conditions.sorted().joined(separator: ", ")
    return LuaError(
      kind: .script, message: text, fields: ["code": .string(several ? "find.several" : "find.none")],
      hint: several ? "compare a field that is unique, or use logto.all" : nil)
  }
}
