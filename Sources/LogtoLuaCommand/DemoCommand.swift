// `logto-lua demo`: the demo tenant as a server of its own, for other programs to speak to.

import HTTPServer
import LogtoDemo

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Subcommand {
  static let demo = Subcommand(
    name: "demo", synopsis: "[-- COMMAND [ARG]…]",
    summary: "start the demo tenant; print what to set, or run COMMAND with it set",
    options: [
      OptionDeclaration("port", .one("N"), help: "the port to listen on (default: any free one)"),
      OptionDeclaration("fresh", help: "begin with an empty tenant instead of the small data set"),
    ],
    discussion: """
      Without COMMAND it prints three lines for a shell and serves until it is interrupted. With one, it ends when
      COMMAND ends, and as COMMAND did. Its users sign in too: the password of ada is Demo!ada1, of bob Demo!bob1 and
      so on, and every code that would be sent is 123456.
      """
  ) { (words) throws(UsageError) in
    var port: UInt16 = 0
    if let text = words.value("port") {
      guard let number = UInt16(text) else { throw UsageError(message: "--port \(text): not a port (0 to 65535)") }
      port = number
    }
    do throws(HTTPServerError) {
      let tenant = try DemoTenant.start(port: port, data: words.has("fresh") ? .fresh : .small)
      let variables = [
        ("LOGTO_ENDPOINT", tenant.endpoint), ("LOGTO_APP_ID", tenant.appID), ("LOGTO_APP_SECRET", tenant.appSecret),
      ]
      return withExtendedLifetime(tenant) {
        words.operands.isEmpty ? DemoServing.untilInterrupted(variables) : DemoServing.run(words.operands, variables)
      }
    } catch {
      StandardStream.error.line("logto-lua: network: the demo tenant cannot start: \(error.message)")
      return .tenant
    }
  }
}

private enum DemoServing {
  /// Prints the variables and waits for Ctrl-C or a request to end.
  static func untilInterrupted(_ variables: [(name: String, value: String)]) -> ExitCode {
    var ends = sigset_t()
    sigemptyset(&ends)
    sigaddset(&ends, SIGINT)
    sigaddset(&ends, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &ends, nil)
    for (name, value) in variables { StandardStream.output.line("export \(name)=\(value)") }
    StandardStream.error.line("the demo tenant is listening; Ctrl-C ends it")
    var signal: Int32 = 0
    sigwait(&ends, &signal)
    return .done
  }

  /// Runs a command with the variables set, and ends as it does. By way of the shell, which leaves Ctrl-C to the
  /// command while it runs.
  static func run(_ command: [String], _ variables: [(name: String, value: String)]) -> ExitCode {
    let words = ["env"] + variables.map { "\($0.name)=\($0.value)" } + command
    let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let status = system("exec " + quoted.joined(separator: " "))
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    guard code != 0 else { return .done }
    exit(code)
  }
}
