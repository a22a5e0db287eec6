// One script's answer: a line of JSON for every piece of output, and one for the outcome.

import HTTPServer
import LogtoLua

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ServerResponse {
  static func error(_ message: String, status: Int) -> ServerResponse {
    .json(Array("{\"error\":\(quoted(message))}\n".utf8), status: status)
  }

  /// Runs a script while the answer is sent. A client that goes away cancels it.
  static func script(
    _ source: String, arguments: [String], caller: Caller, runtime: LogtoRuntime
  ) -> ServerResponse {
    ServerResponse(
      status: 200, headers: [ServerHeader("Content-Type", "application/x-ndjson")],
      body: .stream { body in
        // Holds no more than the caller's limit of output, so it needs no bound of its own.
        let (lines, feed) = AsyncStream.makeStream(of: String.self)
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            let outcome = await runtime.run(
              source, name: caller.name, arguments: arguments, policy: caller.policy, limits: caller.limits,
              output: { feed.yield("{\"output\":\(quoted(String(decoding: $0, as: UTF8.self)))}\n") })
            feed.yield(doneLine(outcome))
            feed.finish()
          }
          do throws(CancellationError) {
            for await line in lines { try await body.write(line.utf8) }
          } catch {
            group.cancelAll()
          }
        }
      })
  }
}

/// The last line: `{"done": {ok, value, error, calls, seconds}}`.
private func doneLine(_ outcome: Outcome) -> String {
  var fields = ["\"ok\":\(outcome.isOK)"]
  if let json = outcome.json { fields.append("\"value\":\(String(decoding: json, as: UTF8.self))") }
  if let error = outcome.error {
    fields.append("\"error\":{\"kind\":\(quoted(error.kind.rawValue)),\"message\":\(quoted(error.message))}")
  }
  fields.append("\"calls\":\(outcome.calls.reduce(0) { $0 + $1.count })")
  fields.append("\"seconds\":\(outcome.elapsed / .seconds(1))")
  return "{\"done\":{\(fields.joined(separator: ","))}}\n"
}

/// The text as a JSON string. Encoding a string cannot fail; were it to, the line stays valid.
private func quoted(_ text: String) -> String {
  guard let bytes = try? JSONEncoder().encode(text) else { return "null" }
  return String(decoding: bytes, as: UTF8.self)
}
