import HTTPTransport
import LogtoCatalogue
import LuaRuntime

// The functions written in Swift: what each does with its arguments.
extension Bridge {
  func run(_ function: HostFunction, _ arguments: LuaArguments, account: Int) throws(LuaError) -> Reply {
    switch function {
    case .call:
      let operation = try operation(at: 0, of: arguments, for: "logto.call")
      let call = try prepare(shape(operation.index), arguments, from: 1, account: account)
      return try begin(call, .valueAndMeta)
    case .request:
      let options = try OptionsReader(name: "logto.request").read(view(arguments, 1))
      var call = try RequestRules.prepare(
        view(arguments, 0), options: options, catalogue: catalogue, known: settings.known)
      call.account = try options.account.map { name throws(LuaError) in try place(ofAccount: name) } ?? account
      return try begin(call, .value)
    case .account:
      guard let name = arguments.string(0) else {
        throw .script("logto.account takes the name of an account, not \(view(arguments, 0).described)")
      }
      let place = try place(ofAccount: name)
      return .result(.namespace(Space.logto(account: place).id, name: "logto.account(\"\(name)\")"))
    case .signInStart, .signInFinish:
      let options = try OptionsReader(name: "logto.sign_in").read(view(arguments, 1))
      let rules = SignInRules(options: options)
      var call =
        function == .signInStart
        ? try rules.start(view(arguments, 0))
        : try rules.finish(view(arguments, 0), submitted: pipeline.sessions[account]?.redirectTo)
      call.account = try options.account.map { name throws(LuaError) in try place(ofAccount: name) } ?? account
      return try begin(call, .value)
    case .sleep: return try sleep(arguments)
    case .docsRead, .docsList, .docsSearch: return try docs(function, arguments)
    case .waitAny: return wait(for: .any(waitNumbers(arguments)))
    case .abandon: return abandon(waitNumbers(arguments))
    case .module: return try module(arguments)
    case .openList, .startPage, .takePage, .wholeList, .removals, .shrunk, .checkWhere, .narrowing, .found:
      return try list(function, arguments)
    case .log:
      try log(arguments)
      return .nothing
    case .require:
      guard let name = arguments.string(0) else {
        throw .script("require takes a module's name, not \(view(arguments, 0).described)")
      }
      return .result(.prelude(module: "require", field: name))
    case .fail: throw .script(arguments.string(0) ?? "failed")
    }
  }

  /// A line for whoever runs the script, tables shown as `print` shows them; counted in the limit of what is printed.
  private func log(_ arguments: LuaArguments) throws(LuaError) {
    let line = (0..<arguments.count).map { arguments.string($0) ?? arguments.inspect($0, schemas: schemas) }
      .joined(separator: "\t")
    loggedBytes += line.utf8.count + 1
    let maxBytes = settings.configuration.limits.output.bytes
    if loggedBytes > maxBytes { throw .limit(.output, "the script logged more than \(maxBytes) bytes") }
    settings.configuration.log(TerminalText.stripped(pipeline.secrets.redact(line)))
  }

  /// The operation that the argument at `index` names, in any spelling.
  func operation(
    at index: Int, of arguments: LuaArguments, for helper: String
  ) throws(LuaError) -> Operation {
    guard let name = arguments.string(index) else {
      throw .script(
        "\(helper) takes a function's name first, not \(view(arguments, index).described)",
        hint: "write \(helper)(\"list_users\", { … })")
    }
    return try operation(named: name)
  }

  private func sleep(_ arguments: LuaArguments) throws(LuaError) -> Reply {
    guard let seconds = arguments.number(0), seconds >= 0, seconds.isFinite else {
      throw .script("sleep takes a number of seconds from 0, not \(view(arguments, 0).described)")
    }
    let cell = WaitCell<Bool>()
    let end = ContinuousClock.now + .seconds(min(seconds, 1e9))
    let transport = pipeline.driver.transport
    let task = Task(executorPreference: pipeline.driver.executor) {
      do throws(CancellationError) {
        try await transport.sleep(until: end)
        cell.fill(true)
      } catch {
        cell.fill(false)
      }
    }
    return wait(for: .sleep(cell, task))
  }

  private func module(_ arguments: LuaArguments) throws(LuaError) -> Reply {
    guard let name = arguments.string(0) else {
      throw .script("require takes a module's name, not \(view(arguments, 0).described)")
    }
    let modules = ModuleSource(
      folders: settings.configuration.moduleFolders, maxBytes: settings.configuration.limits.source.bytes)
    return .result(.chunk(try modules.source(of: name), name: name))
  }
}
