// One call log and very many processes.

import JSON
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct CallLogProcessTests {
  private func lines(_ path: String) throws -> [Substring] {
    let bytes = try #require(FileManager.default.contents(atPath: path))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  @Test func `1,000 processes append to one log, and no line is lost or torn`() async throws {
    let processes = 1_000
    let path = Temporary.path("log")
    // Refused calls need no server: what is measured is the log.
    let places = Gate(places: 16)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<processes {
        group.addTask {
          let script = "for i = 1, 3 do pcall(logto.get_user, { user_id = '\(number)-' .. i .. ('x'):rep(i * 50) }) end"
          let result = try await places.pass {
            try await command(["--deny", "*", "--log", path, "-e", script], killAfter: .seconds(60))
          }
          if result.status != 0 || !result.errors.isEmpty { Issue.record("\(result.status) \(result.errors)") }
        }
      }
      try await group.waitForAll()
    }
    var seen = Set<String>()
    var runs = Set<String>()
    for line in try lines(path) {
      let entry = try JSONValue.parse(String(line))
      #expect(entry["state"] == "refused")
      seen.insert(entry["arguments"]?["path"]?.stringValue ?? "")
      runs.insert(entry["run"]?.stringValue ?? "")
    }
    #expect(seen.count == processes * 3)
    #expect(runs.count == processes)
    print("lines of 1,000 processes in one call log: \(seen.count) of \(processes * 3)")
  }

  @Test func `a run that only reads has its lines in the log when it ends, however it ends`() async throws {
    for (end, status) in [("return 1", 0), ("error('x')", 1), ("while true do end", 5)] {
      let path = Temporary.path("log")
      let script = "logto.list_users() logto.list_roles() \(end)"
      let result = try await command("--demo", "--cpu", "1s", "--log", path, "-e", script)
      #expect(result.status == status, "\(result.errors)")
      #expect(try lines(path).count == 2)
    }
  }

  @Test func `log filters by function, state, run, account and time, and passes lines on`() async throws {
    let path = Temporary.path("log")
    let script = """
      logto.list_users() pcall(logto.get_user, { user_id = 'nope' }) pcall(logto.delete_user, { user_id = 'u' })
      """
    for _ in 0..<2 {
      #expect(try await command("--demo", "--deny", "delete_*", "--log", path, "-e", script).status == 0)
    }
    let all = try lines(path)
    #expect(all.count == 6)
    let entries = try all.map { try JSONValue.parse(String($0)) }
    let run = try #require(entries[0]["run"]?.stringValue)
    func count(_ words: String...) async throws -> Int {
      let result = try await command(["log", path] + words)
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\n").count
    }
    #expect(try await count() == 6)
    #expect(try await count("--operation", "logto_delete_*") == 2)
    #expect(try await count("--operation", "*_user") == 4)
    #expect(try await count("--state", "refused", "--run", run) == 1)
    #expect(try await count("--account", "default") == 6)
    #expect(try await count("--account", "other") == 0)
    #expect(try await count("--since", "1h") == 6)
    #expect(entries[1]["error"] == "entity.not_found")
    #expect(entries[2]["decision"] == "refuse: deny delete_* (command line)")
    let passed = try await command("log", path, "--json", "--state", "done").output
    #expect(passed == "\(all[0])\n\(all[3])\n")
    let shown = try await command("log", path, "--state", "refused").output
    #expect(shown.contains("deny delete_* (command line)"))

    // What was set aside comes before; what is no entry is counted.
    try Data("{\"operation\":\"old\"}\ntorn{\n".utf8).write(to: URL(filePath: path + ".1"))
    let whole = try await command("log", path, "--all")
    #expect(whole.output.split(separator: "\n").count == 7)
    #expect(whole.output.split(separator: "\n").first?.contains("old") == true)
    #expect(whole.errors == "logto-lua: lines that are no entry of a call log: 1\n")
    #expect(try await command("log", path, "--state", "nonsense").status == 2)
  }

  @Test func `a log that cannot be written stops the run before the first call, whatever keeps it from it`()
    async throws
  {
    let folder = try Temporary.folder("log")
    try Data().write(to: URL(filePath: folder + "/open"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/open")
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/elsewhere")
    let tenant = try FakeTenant()
    for path in ["/none/log", folder, folder + "/open", folder + "/link", "/dev/null"] {
      let result = try await command(
        ["--log", path, "-e", "print('begun') logto.create_user{ username = 'x' }"],
        environment: account(tenant.endpoint))
      #expect(result.status == 2, "\(path)")
      #expect(result.output == "")
      #expect(result.errors.contains("the call log \(path) cannot be written"), "\(result.errors)")
    }
    #expect(tenant.seen.isEmpty)
  }
}
