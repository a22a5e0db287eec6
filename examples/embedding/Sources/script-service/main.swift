// `script-service CALLERS.json [PORT]`: serves until SIGTERM or Ctrl-C, then lets running scripts end.
// The tenant is that of LOGTO_ENDPOINT, LOGTO_APP_ID and LOGTO_APP_SECRET; without them, a demo tenant of its own.

import Dispatch
import HTTPServer
import LogtoClient
import LogtoDemo
import ScriptService

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A line on standard error.
@Sendable func report(_ line: String) { (line + "\n").withCString { text in _ = write(2, text, strlen(text)) } }

// Blocked before any thread starts, so that all threads leave them to `sigwait` below.
var ends = sigset_t()
sigemptyset(&ends)
sigaddset(&ends, SIGTERM)
sigaddset(&ends, SIGINT)
pthread_sigmask(SIG_BLOCK, &ends, nil)

let words = CommandLine.arguments
guard words.count == 2 || words.count == 3, let port = UInt16(words.count == 3 ? words[2] : "8080") else {
  report("usage: script-service CALLERS.json [PORT]")
  exit(2)
}
do {
  let callers = try Caller.list(json: Data(contentsOf: URL(filePath: words[1])))
  let given = try Account.fromEnvironment()
  let tenant = given == nil ? try DemoTenant.start() : nil
  let demo = try tenant.map {
    try Account.machine(endpoint: $0.endpoint, appID: $0.appID, appSecret: $0.appSecret, resource: $0.resource)
  }
  guard let account = given ?? demo else { exit(2) }
  var configuration = ServerConfiguration()
  configuration.port = port
  let client = LogtoClient(account: account)
  let service = try ScriptService(client: client, callers: callers, server: configuration, log: report)
  report("listening on http://127.0.0.1:\(service.port), tenant \(account.endpoint)")
  var signal: Int32 = 0
  sigwait(&ends, &signal)
  report("stopping")
  Task.detached {
    await service.stop()
    await tenant?.stop()
    report("stopped")
    exit(0)
  }
  dispatchMain()
} catch {
  report("script-service: \(error)")
  exit(1)
}
