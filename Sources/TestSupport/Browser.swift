// A headless browser that is told what to do, over the DevTools protocol
// (https://chromedevtools.github.io/devtools-protocol/): JSON between NUL bytes on the descriptors 3 and 4.

import JSON

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A browser with one open tab. To be used by one thread.
public final class Browser {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
  }

  private let process: pid_t
  private let commands: Int32
  private let messages: Int32
  private var unread: [UInt8] = []
  private var number = 0
  private var session: String?
  /// What the tab reported and nobody has taken yet: `{method, params}`.
  private var events: [JSONValue] = []

  /// Starts `program`, which keeps its profile and its own messages (`browser.log`) in `folder`.
  public init(_ program: String, folder: String) throws {
    let (commandEnd, commands) = try Self.pipe()
    let (messages, messageEnd) = try Self.pipe()
    defer { for end in [commandEnd, messageEnd] { close(end) } }
    self.commands = commands
    self.messages = messages
    var spawn = Spawn(
      program,
      [
        // Its sandbox needs rights that containers do not give; the pages are our own.
        "--no-sandbox", "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        "--no-first-run", "--hide-scrollbars", "--user-data-dir=\(folder)/profile", "--remote-debugging-pipe",
      ], environment: ["HOME": folder])
    spawn.open(0, "/dev/null", O_RDONLY)
    spawn.open(1, "/dev/null", O_WRONLY)
    spawn.open(2, folder + "/browser.log", O_WRONLY | O_CREAT | O_TRUNC)
    spawn.copy(commandEnd, to: 3)
    spawn.copy(messageEnd, to: 4)
    process = try spawn.start()
    let tab = try call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    session = try call("Target.attachToTarget", ["targetId": tab, "flatten": true])["sessionId"]?.stringValue
  }

  /// Ends the browser, whatever it does at that moment.
  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(commands)
    close(messages)
  }

  /// Calls a method of the protocol and waits for its result.
  @discardableResult
  public func call(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    number += 1
    var message: JSONObject = ["id": .integer(Int64(number)), "method": .string(method), "params": parameters]
    if let session { message["sessionId"] = .string(session) }
    try write(JSONValue.object(message).encoded() + [0])
    while true {
      let answer = try read()
      if answer["id"]?.integerValue == Int64(number) {
        guard let result = answer["result"] else {
          throw Failure("\(method): \(answer["error"]?.encodedString() ?? "no answer")")
        }
        return result
      }
      if answer["method"] != nil { events.append(answer) }
    }
  }

  /// Waits for an event of that name that was not taken yet.
  public func wait(for method: String) throws {
    while !events.contains(where: { $0["method"]?.stringValue == method }) { events.append(try read()) }
    events.removeAll { $0["method"]?.stringValue == method }
  }

  /// Takes the events of these names that have come.
  public func take(_ methods: Set<String>) -> [JSONValue] {
    func isMeant(_ event: JSONValue) -> Bool { methods.contains(event["method"]?.stringValue ?? "") }
    defer { events.removeAll(where: isMeant) }
    return events.filter(isMeant)
  }

  private func write(_ bytes: [UInt8]) throws {
    guard Descriptor.write(bytes, to: commands) else { throw Failure("the browser has ended") }
  }

  private func read() throws -> JSONValue {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Array(unread[..<end])
        unread.removeSubrange(...end)
        return try JSONValue.parse(message)
      }
      let more = Descriptor.read(messages)
      guard !more.isEmpty else { throw Failure("the browser has ended") }
      unread += more
    }
  }

  /// A pipe whose ends are far from 3 and 4, so that giving the browser one end does not close the other.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    let (reading, writing) = try Descriptor.pipe()
    defer { for end in [reading, writing] { close(end) } }
    return (fcntl(reading, F_DUPFD_CLOEXEC, 10), fcntl(writing, F_DUPFD_CLOEXEC, 10))
  }
}
