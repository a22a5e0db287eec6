// Scripts through the command: values, envelopes, exit codes, arguments, standard input.

import JSON
import Testing

@Suite struct ScriptTests {
  @Test func `A value is printed readably, output before it`() async throws {
    let result = try await command("-e", "print('hello', 1.5) return { b = 2, a = 'x' }")
    #expect(result.output == "hello\t1.5\n{ a = \"x\", b = 2 }\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test func `A script that calls nothing needs no account`() async throws {
    let result = try await command("-e", "return 1")
    #expect(result.output == "1\n")
    #expect(result.status == 0)
  }

  @Test func `Words after the script are its arguments`() async throws {
    let result = try await command("-", "acme", "--json", input: "return arg[1] .. arg[2] .. #arg")
    #expect(result.output == "acme--json2\n")
  }

  @Test func `The envelope is the last line, with the output inside`() async throws {
    let result = try await command("--json", "-e", "print('one') return { list = json.array{}, n = 2^53 }")
    let envelope = try result.envelope()
    #expect(envelope.objectValue?.keys == ["ok", "result", "output", "error", "calls", "writes", "usage"])
    #expect(envelope["ok"] == true)
    #expect(envelope["output"] == "one\n")
    #expect(envelope["result"]?["list"] == [])
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func `Calls and writes are listed`() async throws {
    let script = """
      logto.list_roles()
      logto.list_roles()
      local user = logto.create_user{ username = 'newcomer' }
      error('stop here')
      """
    let result = try await command("--demo", "--json", "-e", script)
    let envelope = try result.envelope()
    #expect(envelope["calls"]?[0]?["operation"] == "list_roles")
    #expect(envelope["calls"]?[0]?["count"] == 2)
    #expect(envelope["writes"]?[0]?["operation"] == "create_user")
    #expect(envelope["writes"]?[0]?["state"] == "done")
    #expect(envelope["writes"]?[0]?["id"]?.stringValue?.isEmpty == false)
    #expect(envelope["error"]?["message"] == "stop here")
    #expect(envelope["error"]?["position"]?["line"] == 4)
  }

  @Test func `A Lua error shows the file, the line and a hint`() async throws {
    let result = try await command("--demo", "-e", "\n\nlogto.create_user{ usrname = 'x' }")
    #expect(result.status == 1)
    #expect(result.errors.contains("-e:3: create_user: 'usrname'"))
    #expect(result.errors.contains("did you mean 'username'?"))
  }

  @Test(arguments: [
    ("error('x')", 1), ("return nil + 1", 1), ("x = = 1", 1), ("while true do end", 5),
    ("return string.rep('x', 1e10)", 5), ("local t = {} while true do t[#t+1] = ('x'):rep(1e6) end", 5),
    ("while true do print('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') end", 5), ("logto.get_user{ user_id = 'nope' }", 6),
    ("logto.get_user{ user_id = '..' }", 1), ("logto.get_user{}", 1), ("return 1", 0),
  ])
  func `The exit code says whose fault it was`(code: String, status: Int) async throws {
    let result = try await command("--demo", "--timeout", "1s", "-e", code)
    #expect(result.status == status, "\(result.errors)")
  }

  @Test(arguments: ["string.dump(print)", "io.open('x')", "os.execute('ls')", "os.getenv('HOME')", "debug.getinfo(1)"])
  func `What is not in the sandbox says so`(code: String) async throws {
    let result = try await command("-e", code)
    #expect(result.status == 1)
    #expect(result.errors.contains("not in the sandbox"))
  }

  @Test func `Options before a subcommand are answered with where they go`() async throws {
    let result = try await command("--demo", "call", "get_user")
    #expect(result.status == 2)
    #expect(result.errors.contains("options go after 'call'"))
  }

  @Test func `A file that is not there is a mistake of the command line`() async throws {
    let result = try await command("nowhere.lua")
    #expect(result.status == 2)
    #expect(result.errors == "logto-lua: nowhere.lua: No such file or directory\n")
  }

  @Test(arguments: [
    ["--bogus"], ["--timeout", "5"], ["list", "nonsense"], ["docs"], ["docs", "creat_user"], ["call"],
  ])
  func `A wrong command line ends with 2 and says what to write`(words: [String]) async throws {
    let process = try await command(words)
    #expect(process.status == 2)
    #expect(process.errors.hasPrefix("logto-lua: "))
    #expect(process.output == "")
  }
}
