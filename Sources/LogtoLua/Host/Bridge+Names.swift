import LogtoCatalogue
import LuaRuntime

// What `logto.…` and its like are: the first read of a field comes here, Lua keeps the answer.
extension Bridge {
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply {
    switch Space(namespace) {
    case .logto(let account): lookupLogto(key, account: account)
    case .signIn(let account): lookupSignIn(key, account: account)
    case .app: key == "integrations" ? space(.integrations, "app.integrations") : unknown(key, "app", ["integrations"])
    case .integrations:
      key == "logto" ? space(.logto(account: 0), "logto") : unknown(key, "app.integrations", ["logto"])
    case .docs: lookupDocs(key)
    case .parallel: lookupParallel(key)
    case .hostModule(let index): lookupModule(index, key)
    case .prelude: lookupHost(key)
    case nil: .nothing
    }
  }

  func names(of namespace: NamespaceID) -> [String] {
    switch Space(namespace) {
    case .logto: catalogue.operations.map(\.shortName)
    case .app: ["integrations"]
    case .integrations: ["logto"]
    case .docs: ["search", "read", "list"]
    case .parallel: ["map", "all", "settle"]
    case .signIn: ["start", "finish"]
    case .hostModule(let index): hostModules[index].functions.map(\.name)
    case .prelude, nil: []
    }
  }

  /// The account's place among the run's, 0 the default one.
  func place(ofAccount name: String) throws(LuaError) -> Int {
    if let index = pipeline.accountNames.firstIndex(of: name) { return index + 1 }
    let near = Nearest.matches(name, among: pipeline.accountNames)
    let names = pipeline.accountNames
    throw LuaError(
      kind: .auth, message: "there is no account '\(name)'", fields: ["outcome": "not_sent"],
      hint: near.isEmpty
        ? (names.isEmpty ? "only the default account is configured" : "configured are \(names.listed)")
        : "did you mean \(near.quotedChoice)?")
  }

  private func lookupLogto(_ key: String, account: Int) -> Reply {
    switch key {
    case "call": return .result(.function(HostFunction.call.callee(account: account).id))
    case "request": return .result(.function(HostFunction.request.callee(account: account).id))
    case "each", "all", "count", "find":
      let field = account == 0 ? key : "\(key)@\(pipeline.accountNames[account - 1])"
      return .result(.prelude(module: "lists", field: field))
    case "sign_in": return space(.signIn(account: account), "logto.sign_in")
    case "account" where account == 0: return .result(.function(HostFunction.account.callee().id))
    case "try":
      return .result(.prelude(module: "try", field: account == 0 ? "logto" : "logto@\(account)"))
    default: break
    }
    // A dot would make it a path of names, which only texts may be.
    if !key.contains("."), let operation = catalogue.operation(named: key) {
      return .result(.function(Callee(.operation, account: account, index: operation.index).id))
    }
    if account == 0, let index = pipeline.accountNames.firstIndex(of: key) {
      return space(.logto(account: index + 1), "logto.\(key)")
    }
    return .failure(unknownFunction(key, account: account))
  }

  /// The operation of a name in any spelling.
  func operation(named name: String) throws(LuaError) -> Operation {
    guard let operation = catalogue.operation(named: name) else { throw unknownFunction(name, account: 0) }
    return operation
  }

  private func unknownFunction(_ key: String, account: Int) -> LuaError {
    let helpers = ["call", "request", "each", "all", "count", "find", "account", "try", "sign_in"]
    let near =
      catalogue.nearest(to: key).isEmpty
      ? Nearest.matches(key, among: helpers + pipeline.accountNames) : catalogue.nearest(to: key)
    return LuaError(
      kind: .script, message: "there is no function '\(key)' in logto",
      hint: near.isEmpty
        ? "search by words: print(docs.search(\"members of an organization\")); functions of a newer tenant come with "
          + "logto-lua catalogue refresh"
        : "did you mean \(Array(near.prefix(3)).quotedChoice)?")
  }

  private func lookupDocs(_ key: String) -> Reply {
    switch key {
    case "search": .result(.function(HostFunction.docsSearch.callee().id))
    case "read": .result(.function(HostFunction.docsRead.callee().id))
    case "list": .result(.function(HostFunction.docsList.callee().id))
    default: unknown(key, "docs", names(of: Space.docs.id))
    }
  }

  private func lookupSignIn(_ key: String, account: Int) -> Reply {
    switch key {
    case "start": .result(.function(HostFunction.signInStart.callee(account: account).id))
    case "finish": .result(.function(HostFunction.signInFinish.callee(account: account).id))
    default: unknown(key, "logto.sign_in", names(of: Space.signIn(account: account).id))
    }
  }

  private func lookupParallel(_ key: String) -> Reply {
    let names = names(of: Space.parallel.id)
    return names.contains(key) ? .result(.prelude(module: "parallel", field: key)) : unknown(key, "parallel", names)
  }

  private func lookupHost(_ key: String) -> Reply {
    if key == "logto" { return space(.logto(account: 0), "logto") }
    if key.hasPrefix("logto@"), let account = Int(key.dropFirst("logto@".count)) {
      return space(.logto(account: account), "logto.account(\"\(pipeline.accountNames[account - 1])\")")
    }
    guard let helper = HostFunction.allCases.first(where: { $0.hostField == key }) else { return .nothing }
    return .result(.function(helper.callee().id))
  }

  private func space(_ space: Space, _ name: String) -> Reply { .result(.namespace(space.id, name: name)) }

  func unknown(_ key: String, _ table: String, _ names: [String]) -> Reply {
    .failure(
      .script("there is no '\(key)' in \(table)", hint: "it has \(names.listed)"))
  }
}
