// `logto-lua demo`: other programs speak to the demo tenant.

import TestSupport
import Testing

@Suite struct DemoCommandTests {
  @Test func `A command finds the demo tenant in its variables, and its exit code comes back`() async throws {
    let script = #""$0" -e 'return logto.count("list_users")'; exit 7"#
    let result = try await command("demo", "--", "sh", "-c", script, MeasuredProcess.command)
    #expect(result.output == "12\n")
    #expect(result.status == 7)
  }

  @Test func `A fresh tenant has no users`() async throws {
    let script = #"exec "$0" -e 'return logto.count("list_users")'"#
    let result = try await command("demo", "--fresh", "--", "sh", "-c", script, MeasuredProcess.command)
    #expect(result.output == "0\n")
    #expect(result.status == 0)
  }

  @Test func `Words of the command reach it as they are`() async throws {
    let result = try await command("demo", "--", "printf", "%s|", "a b", "it's", "$HOME", "")
    #expect(result.output == "a b|it's|$HOME||")
  }

  @Test func `A port that is none is a mistake in the command line`() async throws {
    #expect(try await command("demo", "--port", "70000").status == 2)
  }
}
