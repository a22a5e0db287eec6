import HTTPTransport
import TestSupport
import Testing

@Test func smoke() async throws {
  let server = try FaultServer { connection in
    while connection.readRequest() != nil { connection.answer(200, headers: [("X-A", "b")], body: "{}") }
  }
  defer { server.stop() }
  let transport = CurlTransport()
  for _ in 0..<3 {
    let answer = try await transport.send(HTTPRequest(.post, server.url + "/x?y=1", body: .bytes([65, 66])))
    #expect(answer.status == 200 && answer.headers["x-a"] == "b" && answer.body == Array("{}".utf8))
  }
  print(server.received)
  #expect(server.connectionCount == 1)
  let driven = CurlTransport(driver: .caller)
  let done = Atomic2()
  let task = Task(executorPreference: driven) {
    let answer = try await driven.send(HTTPRequest(.get, server.url))
    try await driven.sleep(until: .now + .milliseconds(5))
    done.value = true
    return answer.status
  }
  driven.drive(until: { done.value })
  #expect(try await task.value == 200)
  transport.shutdown()
}
final class Atomic2: @unchecked Sendable { var value = false }
