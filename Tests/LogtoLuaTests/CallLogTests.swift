// The call log: whole lines, private, rotated, also where many append at once.

import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct CallLogTests {
  let folder: String

  init() throws {
    folder = try Temporary.folder("call-log")
  }

  func lines(_ path: String) throws -> [String] {
    let data = try Data(contentsOf: URL(filePath: path))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `A line is one JSON object with what happened`() throws {
    let operation = try #require(Catalogue.shipped.operation(named: "get_user"))
    var prepared = PreparedCall(
      name: "get_user", shape: CallShape(operation), method: "GET", path: "/api/users/u\n1")
    prepared.request.query = [("a", "\"b\"")]
    prepared.request.body = .json(Array(#"{"password":"abc","n":[1]}"#.utf8))
    let call = CallRequest(prepared, account: "demo", secrets: RunSecrets(reveals: false))
    var report = CallReport(ending: .answered(status: 404), duration: .microseconds(12_050))
    report.code = "entity.not_found"
    let log = try CallLogFile(path: folder + "/log")
    var writer = JSONWriter()
    CallRecord(time: 1, run: "r1", call: call, report: report).write(into: &writer)
    #expect(String(decoding: writer.bytes, as: UTF8.self).contains(#""duration_ms":12.05,"#))
    try log.append(writer.finish())
    let written = try lines(folder + "/log")
    #expect(written.count == 1)
    let value = try JSONValue.parse(Array(written[0].utf8))
    #expect(value["status"] == 404)
    #expect(value["state"] == "failed")
    #expect(value["error"] == "entity.not_found")
    #expect(value["operation"] == "get_user")
    #expect(value["account"] == "demo")
    #expect(value["arguments"]?["path"] == "/api/users/u\n1")
    #expect(value["arguments"]?["query"]?["a"] == "\"b\"")
    #expect(value["arguments"]?["body"]?["n"] == [1])
    #expect(value["arguments"]?["body"]?["password"] != "abc")
  }

  @Test func `The file is private, and one that others may read is refused`() throws {
    _ = try CallLogFile(path: folder + "/log")
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/log")[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/log")
    #expect(throws: CallLogError.self) { try CallLogFile(path: folder + "/log") }
  }

  @Test func `A folder that is not there is an error before any call`() {
    #expect(throws: CallLogError.self) { try CallLogFile(path: folder + "/none/log") }
  }

  @Test func `A write's line is in the file before the script goes on, a read's before it ends`()
    async throws
  {
    let path = folder + "/log"
    let seen = LockedText()
    let tenant = try FakeTenant { _, _ in
      seen.append("\((try? Data(contentsOf: URL(filePath: path)))?.count { $0 == 0x0A } ?? -1) ")
      return .json(Array(#"{"id":"u"}"#.utf8))
    }
    let log = try LoggingGate(path: path, around: OpenGate())
    let outcome = try await run(
      "logto.create_user{ username = 'a' } logto.get_user{ user_id = 'u' } logto.create_user{ username = 'b' } "
        + "logto.request{ path = '/api/x' }",
      against: tenant
    ) { $0.gate = log }
    #expect(outcome.error == nil, "\(outcome.failure)")
    let counts = seen.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(counts == [0, 1, 1, 3] || counts == [0, 1, 2, 3], "\(counts)")
    #expect(try lines(path).count == 4)
    let order = try lines(path).map { try JSONValue.parse($0)["operation"]?.stringValue }
    #expect(order == ["create_user", "get_user", "create_user", "GET /api/x"])
  }

  @Test func `Scripts of a runtime share a log, each under a name of its own`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u"}"#)
    var options = RuntimeOptions()
    options.callLog = try CallLog(path: folder + "/log")
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    let runtime = LogtoRuntime(client: LogtoClient(account: account), policy: .readOnly, options: options)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          _ = await runtime.run(
            "for i = 1, 3 do logto.get_user{ user_id = 'u' } end logto.delete_user{ user_id = 'u' }")
        }
      }
    }
    let entries = try lines(folder + "/log").map { try JSONValue.parse($0) }
    #expect(Set(entries.map { $0["run"]?.stringValue }).count == 8)
    #expect(entries.count { $0["state"] == "done" } == 24)
    #expect(entries.count { $0["state"] == "refused" } == 8)
    await runtime.shutdown()
    await tenant.stop()
  }

  @Test func `A log that stopped being written stops the next run before its first call, until it can be`() async throws
  {
    let tenant = try FakeTenant(json: #"{"id":"u"}"#)
    let path = folder + "/log"
    // Rotated after each line, for which its folder must be there.
    let log = CallLog(try CallLogFile(path: path, rotationSize: 1))
    func once() async throws -> Outcome {
      try await run("return logto.create_user{ username = 'a' }.id", against: tenant) {
        $0.gate = LoggingGate(log, around: OpenGate())
      }
    }
    #expect(try await once().result == "u")
    try FileManager.default.removeItem(atPath: folder)
    #expect(try await once().result == "u")
    #expect(log.failure != nil)
    let refused = try await once()
    #expect(refused.error?.kind == .policy)
    #expect(refused.error?.message.contains("\(path).lock cannot be written") == true, "\(refused.failure)")
    #expect(tenant.seen.count == 2)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try await once().error?.kind == .policy)
    #expect(try await once().result == "u")
    await tenant.stop()
  }

  @Test func `No line is lost or torn when many append and the file is rotated under them`() async throws {
    let path = folder + "/log"
    let writers = 16
    let each = 200
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for number in 0..<each {
            let log = try CallLogFile(path: path, rotationSize: 40_000)
            try log.append(Array("{\"writer\":\(writer),\"number\":\(number),\"pad\":\"xxxxxxxxxxxxxxxx\"}".utf8))
          }
        }
      }
      try await group.waitForAll()
    }
    var seen = Set<String>()
    for suffix in ["", ".1", ".2", ".3", ".4", ".5"] where FileManager.default.fileExists(atPath: path + suffix) {
      for line in try lines(path + suffix) {
        #expect(throws: Never.self) { try JSONValue.parse(Array(line.utf8)) }
        seen.insert(line)
      }
    }
    #expect(seen.count == writers * each)
  }
}
