// The tenant that the service calls: the demo tenant, at a distance.

import HTTPServer
import HTTPTransport
import LogtoDemo

/// What each side of a connection writes itself.
private let ownHeaders: Set = [
  "accept-encoding", "connection", "content-encoding", "content-length", "date", "expect", "host", "transfer-encoding",
]

/// A demo tenant every answer of which takes so much longer, as though it were another machine's.
final class DistantTenant: Sendable {
  private let demo: DemoTenant
  private let server: HTTPServer
  private let http: CurlTransport

  init(distance: Duration) throws {
    let demo = try DemoTenant.start()
    // Requests do not wait for one another.
    let http = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1_000))
    self.demo = demo
    self.http = http
    server = try HTTPServer.start(
      routes: [
        .task("*", "/{path...}") { request in
          let headers = request.headers.filter { !ownHeaders.contains($0.name.lowercased()) }
          let call = HTTPRequest(
            HTTPMethod(rawValue: request.method), demo.endpoint + request.target,
            headers: HTTPHeaders(headers.map { HTTPHeader($0.name, $0.value) }),
            body: request.body.isEmpty ? .empty : .bytes(request.body))
          do {
            try await http.sleep(until: .now + distance)
            let answer = try await http.send(call)
            let answered = answer.headers.filter { !ownHeaders.contains($0.name.lowercased()) }
            return ServerResponse(
              status: answer.status, headers: answered.map { ServerHeader($0.name, $0.value) },
              body: .bytes(answer.body))
          } catch {
            return .text("\(error)", status: 502)
          }
        }
      ])
  }

  /// What leads the service to it.
  var environment: [String: String] {
    [
      "LOGTO_ENDPOINT": "http://127.0.0.1:\(server.port)", "LOGTO_APP_ID": demo.appID,
      "LOGTO_APP_SECRET": demo.appSecret, "LOGTO_RESOURCE": demo.resource,
    ]
  }
}
