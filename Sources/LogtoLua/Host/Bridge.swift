import JSON
import LogtoCatalogue
import LuaRuntime

/// What a script's state asks of us: functions, fields of `logto`, sources of the prelude. One for each state, used
/// on the thread that runs it.
final class Bridge: LuaHost {
  let pipeline: CallPipeline
  let hostModules: [HostModule]
  private(set) var output: OutputCollector
  var loggedBytes = 0
  /// What scripts wait for, by the number they were given.
  var waits = FewEntries<WaitID, Waiting>()
  var lastWait: UInt64 = 0
  /// Pages that were asked for and not yet taken.
  var tickets: [Int64: PendingCall] = [:]
  var lastTicket: Int64 = 0

  /// The words of the text that runs.
  var ownText = OwnText()
  /// Whether anything was printed that may be the tenant's.
  var printedTenantText = false

  /// Which values a script gets for an answer.
  enum AnswerStyle {
    /// The one value.
    case value
    /// The value and `meta`.
    case valueAndMeta
    /// The value, the total, and whether that is capped.
    case page
  }

  init(pipeline: CallPipeline, modules: [HostModule], output: (@Sendable (UnsafeRawBufferPointer) -> Void)?) {
    hostModules = modules
    self.pipeline = pipeline
    self.output = OutputCollector(sink: output)
  }

  var settings: RunSettings { pipeline.settings }
  var schemas: CatalogueSchemas { settings.schemas }
  var catalogue: Catalogue { schemas.catalogue }

  // MARK: LuaHost

  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply {
    guard let callee = Callee(function) else { return .failure(.script("this function is none of this program's")) }
    do throws(LuaError) {
      switch callee.kind {
      case .operation:
        let call = try prepare(shape(callee.index), arguments, from: 0, account: callee.account)
        return try begin(call, .value)
      case .helper:
        guard let helper = HostFunction(rawValue: callee.index) else { return .nothing }
        return try run(helper, arguments, account: callee.account)
      case .module: return try callModule(callee, arguments)
      }
    } catch {
      return .failure(error)
    }
  }

  /// What is printed, one line a time: without secrets, and without what steers a terminal.
  func write(_ output: UnsafeRawBufferPointer) {
    if pipeline.hasHeard, !printedTenantText { printedTenantText = !ownText.holds(line: output) }
    if pipeline.secrets.isIdle, TerminalText.isPlain(output) { return self.output.write(output) }
    TerminalText.stripped(pipeline.secrets.redact(Array(output))).withUnsafeBytes { self.output.write($0) }
  }

  /// What was printed and not written elsewhere, since it was last asked for.
  func takeOutput() -> [UInt8] { output.take() }

  func prelude(_ module: String) -> [UInt8]? { Prelude.source(module) }

  // MARK: Calls

  func shape(_ index: Int) -> CallShape { settings.known.shape(of: catalogue.operations[index]) }

  /// - Parameter first: the place of the argument table; the options stand behind it.
  func prepare(
    _ shape: CallShape, _ arguments: LuaArguments, from first: Int, account: Int, page: PageAsked? = nil
  ) throws(LuaError) -> PreparedCall {
    var options = try OptionsReader(name: shape.name).read(view(arguments, first + 1))
    options.uploadFolders = settings.configuration.uploadFolders
    var call = try ArgumentRules.prepare(view(arguments, first), shape: shape, options: options, page: page)
    call.account = try options.account.map { name throws(LuaError) in try place(ofAccount: name) } ?? account
    // Unchecked, a parameter may be the fixed segment of another function's path: it is judged as what it reaches.
    if !options.validate, let reached = catalogue.operation(method: call.method, path: call.path)?.operation {
      call.reach(settings.known.shape(of: reached))
    }
    return call
  }

  func begin(_ call: consuming PreparedCall, _ style: AnswerStyle) throws(LuaError) -> Reply {
    let pending = try pipeline.begin(call)
    return pending.isOver ? try answer(pending, style) : wait(for: .call(pending, style))
  }

  func answer(_ pending: PendingCall, _ style: AnswerStyle) throws(LuaError) -> Reply {
    let response = try pipeline.finish(pending)
    let call = pending.call
    let result = CallResult(response, shape: call.shape, strict: call.isStrict)
    switch style {
    case .value: return .result(result.item)
    case .valueAndMeta:
      return .results([result.item, .value(CallMeta.value(of: response, page: call.page))])
    case .page:
      let total = response.total.map { ReplyItem.integer(Int64($0)) } ?? .none
      let isCapped = response.headers["Total-Number-Is-Capped"].map { $0.lowercased() != "false" } ?? false
      return .results([result.item, total, .bool(isCapped)])
    }
  }

  func view(_ arguments: LuaArguments, _ index: Int) -> LuaView { LuaView(arguments, index, schemas: schemas) }
}
