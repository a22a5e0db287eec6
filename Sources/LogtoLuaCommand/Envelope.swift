// The envelope: one JSON object that says what a run came to, the last line of standard output.

import JSON
import LogtoLua
import LuaRuntime

/// `{ok, result, output, error, calls, writes, usage}`, with `plan` after a dry run and `from_tenant` where text of it
/// may be the tenant's; documented in the README.
struct Envelope {
  private var object = JSONObject()
  private let result: [UInt8]

  init(_ outcome: Outcome, output: [UInt8]) {
    result = outcome.json ?? Array("null".utf8)
    object["ok"] = .bool(outcome.isOK)
    object["output"] = .string(String(decoding: output, as: UTF8.self))
    object["error"] = outcome.error.map(Self.describe) ?? .null
    object["calls"] = .array(
      outcome.calls.map {
        ["operation": .string($0.operation), "count": .integer(Int64($0.count)), "failed": .integer(Int64($0.failed))]
      })
    object["writes"] = .array(outcome.writes.map(Self.describe))
    object["plan"] = outcome.plan
    if !outcome.fromTenant.isEmpty { object["from_tenant"] = Self.describe(outcome.fromTenant) }
    object["usage"] = [
      "elapsed": .number(outcome.elapsed / .seconds(1)), "cpu": .number(outcome.usage.cpu / .seconds(1)),
      "memory_peak": .integer(Int64(outcome.usage.memoryPeak.bytes)),
    ]
  }

  /// The envelope of a run that did not come back after its limit: only what is known from outside.
  init(unresponsive error: LuaError, output: [UInt8]) {
    result = Array("null".utf8)
    object["ok"] = false
    object["output"] = .string(String(decoding: output, as: UTF8.self))
    object["error"] = Self.describe(error)
    object["calls"] = []
    object["writes"] = []
    object["usage"] = [:]
  }

  /// The line, with its line break. The result goes in as the bytes it already is.
  func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for member in object {
      writer.key(member.key)
      member.value.write(into: &writer)
      if member.key == "ok" {
        writer.key("result")
        writer.raw(result)
      }
    }
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  static func describe(_ error: LuaError) -> JSONValue {
    var object = JSONObject([("kind", .string(error.kind.rawValue)), ("message", .string(error.message))])
    for member in error.fields where object[member.key] == nil { object[member.key] = member.value }
    object["hint"] = error.hint.map { .string($0) }
    if let position = error.position {
      object["position"] = ["chunk": .string(position.chunk), "line": .integer(Int64(position.line))]
    }
    if !error.traceback.isEmpty { object["traceback"] = .string(error.traceback) }
    return .object(object)
  }

  private static func describe(_ marks: TenantText) -> JSONValue {
    [
      "result": .array(marks.result.map { .string($0) }), "output": .bool(marks.output), "error": .bool(marks.error),
    ]
  }

  private static func describe(_ write: RecordedWrite) -> JSONValue {
    var object = JSONObject([
      ("operation", .string(write.operation)), ("method", .string(write.method)), ("path", .string(write.path)),
      ("state", .string(write.state.rawValue)),
    ])
    object["id"] = write.id.map { .string($0) }
    return .object(object)
  }
}
