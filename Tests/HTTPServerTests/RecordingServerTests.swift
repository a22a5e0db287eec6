// The server that replays recordings answers what was recorded, and only to the recorded request.

import HTTPServer
import JSON
import TestSupport
import Testing

struct RecordingServerTests {
  /// Sends a recording's request as it was recorded.
  private func send(_ recording: Recording, _ client: RawClient) -> RawClient.Answer? {
    var headers: [String] = []
    for member in recording.headers where member.key != "cookie" {
      var value = member.value.stringValue ?? ""
      for mask in ["m2m", "user", "noscope"] where value == "Bearer {\(mask)}" {
        value = "Bearer \(RecordingServer.token(for: mask))"
      }
      headers.append("\(member.key): \(value)")
    }
    var body: String?
    if case .string(let text) = recording.body {
      body = text
    } else if !recording.body.isNull {
      body = recording.body.encodedString()
    }
    return client.request(recording.method, recording.path, headers: headers, body: body)
  }

  private func isPlain(_ recording: Recording) -> Bool {
    (recording.headers["cookie"]?.arrayValue ?? []).isEmpty && recording.mediaType != "multipart/form-data"
  }

  @Test("all 377 recordings are there")
  func all() throws {
    #expect(try Recordings.all().count == 377)
  }

  @Test("a request as recorded is answered as recorded")
  func asRecorded() throws {
    let server = try RecordingServer()
    let client = try #require(RawClient(port: server.port))
    for recording in try Recordings.all() where isPlain(recording) {
      server.expect([recording])
      let answer = try #require(send(recording, client))
      #expect(server.takeDifferences() == [])
      #expect(answer.status == recording.status)
      if recording.isJSONAnswer {
        #expect(try JSONValue.parse(answer.body) == recording.answerBody)
      } else {
        #expect(answer.text == recording.answerBody.stringValue ?? "")
      }
      #expect(answer.headers("link").count == recording.answerHeaders.count { $0.name == "link" })
    }
    #expect(server.pending.isEmpty)
  }

  @Test("another request is answered 599, and the difference told")
  func mismatch() throws {
    let server = try RecordingServer()
    let client = try #require(RawClient(port: server.port))
    let recording = try #require(try Recordings.all().first { $0.operation == "logto_create_user" })
    server.expect([recording])
    let headers = ["Authorization: Bearer \(RecordingServer.token(for: "m2m"))", "Content-Type: application/json"]
    let answer = client.request("POST", "/api/users", headers: headers, body: #"{"username":"mallory"}"#)
    #expect(answer?.status == 599)
    let differences = server.takeDifferences()
    #expect(differences.count == 1)
    #expect(differences.first?.contains("mallory") == true)
  }

  @Test("a multipart body is read part by part")
  func multipart() throws {
    let server = try RecordingServer()
    let client = try #require(RawClient(port: server.port))
    let recording = try #require(try Recordings.all().first { $0.operation == "logto_create_user_asset" })
    server.expect([recording, recording])
    let headers = [
      "Authorization: Bearer \(RecordingServer.token(for: "m2m"))", "Content-Type: multipart/form-data; boundary=b",
    ]
    func body(_ content: String) -> String {
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
        + content + "\r\n--b--\r\n"
    }
    #expect(client.request("POST", recording.path, headers: headers, body: body("sixsix"))?.status == recording.status)
    #expect(client.request("POST", recording.path, headers: headers, body: body("seven77"))?.status == 599)
  }

  @Test("a token is handed out where none is recorded")
  func token() throws {
    let server = try RecordingServer()
    let client = try #require(RawClient(port: server.port))
    let answer = client.request("POST", "/oidc/token", body: "grant_type=client_credentials")
    #expect(answer?.status == 200)
    #expect(server.tokenRequests == 1)
  }
}
