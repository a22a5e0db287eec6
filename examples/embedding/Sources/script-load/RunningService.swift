// The service as a process.

import Foundation
import HTTPTransport

/// `script-service` as a process of its own, with one honest and one hostile caller.
final class RunningService: Sendable {
  let http = CurlTransport()
  private let process: Process
  private let ended: Task<Int32, Never>
  private let address: String

  /// Returns when the service listens.
  init(command: String, tenant: DistantTenant) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "script-load-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Hostile callers are given what the attacks are tested with: they shall do what harm they can.
    let callers = #"""
      [{ "name": "honest", "token": "honest", "readOnly": true },
       { "name": "hostile", "token": "hostile", "seconds": 2, "megabytes": 32, "calls": 10000 }]
      """#
    let file = folder.appending(path: "callers.json")
    let log = folder.appending(path: "log")
    try Data(callers.utf8).write(to: file)
    try Data().write(to: log)

    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = [file.path, "0"]
    process.environment = tenant.environment.merging(ProcessInfo.processInfo.environment) { own, _ in own }
    process.standardError = try FileHandle(forWritingTo: log)
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      end.yield(process.terminationStatus)
      end.finish()
    }
    try process.run()
    self.process = process
    ended = Task {
      for await status in ends { return status }
      return -1
    }

    let begin = "listening on "
    while true {
      let text = try String(contentsOf: log, encoding: .utf8)
      if let start = text.range(of: begin), let end = text[start.upperBound...].firstIndex(of: ",") {
        address = String(text[start.upperBound..<end])
        return
      }
      guard process.isRunning else { throw Failure(description: "the service did not start: \(text)") }
      try await http.sleep(until: .now + .milliseconds(10))
    }
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Runs a script; nil where no whole answer came.
  func run(_ script: [UInt8], token: String) async -> Answer? {
    let request = HTTPRequest(
      .post, "\(address)/run", headers: ["Authorization": "Bearer \(token)"], body: .bytes(script))
    guard let response = try? await http.send(request) else { return nil }
    return Answer(response)
  }

  /// Scripts that run at this moment, as the service's metrics say.
  func running() async -> Int {
    guard let response = try? await http.send(HTTPRequest(.get, "\(address)/metrics")) else { return 0 }
    let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("logto_scripts_running ") }.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
  }

  /// Sends SIGTERM and waits for the end: the exit status.
  func terminate() async -> Int32 {
    process.terminate()
    return await ended.value
  }
}

/// The service's answer to one script.
struct Answer {
  /// Whether the script returned `true`.
  let isTrue: Bool
  /// Whether the service took the script at all.
  let isRefused: Bool
  /// `ok`, the error's kind, or `refused`.
  let ending: String
  /// As it came.
  let text: String

  /// Nil where the last line is not there.
  init?(_ response: HTTPResponse) {
    isRefused = response.status == 503
    text = String(decoding: response.body, as: UTF8.self)
    if isRefused {
      (isTrue, ending) = (false, "refused")
      return
    }
    guard response.status == 200, response.body.last == UInt8(ascii: "\n"),
      let line = response.body.split(separator: UInt8(ascii: "\n")).last,
      let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let done = object["done"] as? [String: Any], let isOK = done["ok"] as? Bool
    else { return nil }
    isTrue = isOK && done["value"] as? Bool == true
    let error = done["error"] as? [String: Any]
    ending = isOK ? "ok" : error?["kind"] as? String ?? "error"
  }
}
