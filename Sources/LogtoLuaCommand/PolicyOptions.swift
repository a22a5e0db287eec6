// The policy of the command line: its options, and the question to a person about a call that is held.

import JSON
import LogtoClient
import LogtoLua

extension OptionDeclaration {
  /// Options that say what a script may do, and where its calls are written down.
  static let policy: [OptionDeclaration] = [
    OptionDeclaration("read-only", help: "refuse every write"),
    OptionDeclaration("allow", .many("PATTERN"), help: "allow only these: list_*, group:Users, read, path:/api/x/*"),
    OptionDeclaration("deny", .many("PATTERN"), help: "refuse these"),
    OptionDeclaration("dry-run", help: "send no write: plan them, and show the plan at the end"),
    OptionDeclaration("plan", .one("FILE"), help: "with --dry-run: save the plan for --apply (no secrets in it)"),
    OptionDeclaration("confirm", .one("HOW"), help: "destructive calls: allow (default), ask, deny"),
    OptionDeclaration("log", .one("FILE"), help: "append a JSON line for every call to FILE"),
  ]
}

enum PolicyOptions {
  /// The layers of the command line, of the account's entry in accounts.json, and for calls to other accounts those of
  /// theirs.
  ///
  /// - Throws: `UsageError` naming the option or the key at fault.
  static func engine(_ words: ParsedWords) throws(UsageError) -> PolicyEngine {
    var policy = Policy(readOnly: words.has("read-only"))
    policy.allow = try patterns(words.all("allow"), "--allow")
    policy.deny = try patterns(words.all("deny"), "--deny")
    policy.holdsDestructive = try how(words) != .allow
    var layers = [PolicyEngine.Layer(source: "command line", policy: policy)]
    // A broken accounts file is an error of the first call, which looks into it again.
    guard !words.has("demo"), let file = try? AccountsFile.load() else { return PolicyEngine(layers: layers) }
    let chosen = words.value("account") ?? (Account.environmentEndpoint(nil) == nil ? file.defaultName : nil)
    for name in file.names {
      guard let json = file[name]?.policy else { continue }
      var policy = try read(json, of: name)
      if name == chosen {
        layers.append(.init(source: "account '\(name)'", policy: policy))
        continue
      }
      var source = "account '\(name)'"
      if words.has("reveal-secrets"), !policy.allowsRevealingSecrets {
        // Its secrets would be shown with the others.
        policy.deny = try patterns(["*"], source)
        policy.allowsRevealingSecrets = true
        source += ", which forbids --reveal-secrets"
      }
      layers.append(.init(source: source, policy: policy, account: name))
    }
    return PolicyEngine(layers: layers)
  }

  /// The gate of a run: the policy, and the log where one is asked for.
  ///
  /// - Throws: `UsageError` for an option, and for a log that cannot be written.
  static func gate(_ words: ParsedWords) throws(UsageError) -> (gate: any CallGate, log: LoggingGate?) {
    let asks = try how(words) == .ask
    let isDry = words.has("dry-run")
    if words.has("plan") {
      guard isDry else { throw UsageError(message: "--plan FILE saves what --dry-run planned: give both") }
      guard !words.has("reveal-secrets") else {
        throw UsageError(message: "--plan: a saved plan holds no secrets; leave --reveal-secrets away")
      }
    }
    // A planned call needs no yes: it is not sent.
    var confirm: (@Sendable (CallRequest, PolicyEngine.Decision) -> Bool)?
    if isDry { confirm = { _, _ in true } } else if asks { confirm = ask }
    let policy = PolicyGate(try engine(words), confirm: confirm)
    let gate: any CallGate = isDry ? DryRunGate(around: policy) : policy
    guard let path = words.value("log") else { return (gate, nil) }
    do throws(CallLogError) {
      let log = try LoggingGate(path: path, around: gate)
      return (log, log)
    } catch {
      throw UsageError(message: error.description)
    }
  }

  private enum How: String {
    case allow, ask, deny
  }

  private static func how(_ words: ParsedWords) throws(UsageError) -> How {
    guard let text = words.value("confirm") else { return .allow }
    guard let how = How(rawValue: text) else {
      throw UsageError(message: "--confirm \(text): write allow, ask or deny")
    }
    return how
  }

  private static func patterns(_ texts: [String], _ option: String) throws(UsageError) -> [PolicyPattern] {
    var patterns: [PolicyPattern] = []
    for text in texts {
      do throws(PolicyPatternError) {
        patterns.append(try PolicyPattern(text))
      } catch {
        throw UsageError(message: "\(option): \(error)")
      }
    }
    return patterns
  }

  /// `{"readOnly": true, "allow": […], "deny": […], "confirm": ["destructive", …], "maxCalls": 100}`
  private static func read(_ json: JSONValue, of account: String) throws(UsageError) -> Policy {
    var policy = Policy()
    let place = "the policy of account '\(account)'"
    for member in json.objectValue ?? JSONObject() {
      func list() throws(UsageError) -> [PolicyPattern] {
        guard let texts = member.value.arrayValue?.map(\.stringValue), !texts.contains(nil) else {
          throw UsageError(message: "\(place): '\(member.key)' is no list of patterns")
        }
        return try patterns(texts.compactMap { $0 }, place)
      }
      switch member.key {
      case "readOnly": policy.readOnly = member.value.boolValue ?? true
      case "allow": policy.allow = try list()
      case "deny": policy.deny = try list()
      case "confirm": policy.hold = try list()
      case "maxCalls": policy.callsAtMost = member.value.integerValue.map { Int($0) } ?? 0
      case "revealSecrets": policy.allowsRevealingSecrets = member.value.boolValue ?? false
      default: throw UsageError(message: "\(place) has the unknown key '\(member.key)'")
      }
    }
    return policy
  }

  /// Shows the call on the terminal and takes `y` for a yes; where nobody is there, it is a no.
  @Sendable private static func ask(_ call: CallRequest, _ decision: PolicyEngine.Decision) -> Bool {
    guard StandardStream.inputIsTerminal else { return false }
    let call = call.withoutSecrets
    var text = "logto-lua: \(call.operation.map { "\($0): " } ?? "")\(call.method) \(call.path)"
    if !call.query.isEmpty { text += "?" + call.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }
    if let account = call.account { text += " (account \(account))" }
    if let body = call.body { text += "\n  \(String(decoding: body.prefix(400), as: UTF8.self))" }
    let source = decision.source.map { " (\($0))" } ?? ""
    StandardStream.error.write("\(TerminalText.stripped(text))\n  \(decision.rule)\(source). Go on? [y/N] ")
    return Interruption.readLine()?.lowercased() == "y"
  }
}
