// The words of a command line: what they mean and what a mistake in them is answered with.

import Testing

@testable import LogtoLuaCommand

@Suite struct CommandLineTests {
  let parser = CommandLineParser(options: OptionDeclaration.run + OptionDeclaration.common, stopsAtOperand: true)

  @Test func `Options stand before the file, the rest belongs to the script`() throws {
    let words = try parser.parse(["--json", "--timeout", "5s", "script.lua", "--json", "acme"])
    #expect(words.has("json"))
    #expect(words.value("timeout") == "5s")
    #expect(words.operands == ["script.lua", "--json", "acme"])
  }

  @Test func `A value may follow an equals sign`() throws {
    #expect(try parser.parse(["--memory=8MB"]).value("memory") == "8MB")
  }

  @Test func `A misspelt option is named with its nearest`() {
    #expect(throws: UsageError(message: "unknown option --timout; did you mean '--timeout'?")) {
      try parser.parse(["--timout", "5s"])
    }
  }

  @Test func `An option that may stand once is refused twice`() {
    #expect(throws: UsageError(message: "--memory is given twice")) {
      try parser.parse(["--memory", "1MB", "--memory", "2MB"])
    }
  }

  @Test func `A missing value names what is missing`() {
    #expect(throws: UsageError(message: "--timeout needs a value: TIME")) { try parser.parse(["--timeout"]) }
  }

  @Test func `Arguments of an operation are kept as they are written`() throws {
    let call = CommandLineParser(options: OptionDeclaration.run, keepsOthers: true)
    let words = try call.parse(["get_user", "--user_id", "-x", "--json", "--name=a=b"])
    #expect(words.operands == ["get_user"])
    #expect(words.others.map(\.name) == ["user_id", "name"])
    #expect(words.others.map(\.value) == ["-x", "a=b"])
  }

  @Test(arguments: [("30s", 30_000), ("500ms", 500), ("2m", 120_000), ("1.5s", 1500), ("1h", 3_600_000)])
  func `Durations have a unit`(text: String, milliseconds: Int) throws {
    #expect(try parseDuration(text, option: "timeout") == .milliseconds(milliseconds))
  }

  @Test(arguments: ["30", "-1s", "0s", "s", "1d", "1e99s", "nan s", ""])
  func `What is no duration is refused with the forms that work`(text: String) {
    #expect(throws: UsageError.self) { try parseDuration(text, option: "timeout") }
  }

  @Test(arguments: [("64MB", 64 << 20), ("512KB", 512 << 10), ("4096B", 4096), ("1gb", 1 << 30)])
  func `Sizes are powers of 1024`(text: String, bytes: Int) throws {
    #expect(try parseSize(text, option: "memory") == bytes)
  }

  @Test(arguments: ["64", "MB", "-1MB", "0KB", "9999999999GB"])
  func `What is no size is refused`(text: String) {
    #expect(throws: UsageError.self) { try parseSize(text, option: "memory") }
  }
}
