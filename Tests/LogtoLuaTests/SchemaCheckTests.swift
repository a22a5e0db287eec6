import JSON
import LogtoCatalogue
import TestSupport
import Testing

@testable import LogtoLua

@Suite struct SchemaCheckTests {
  /// The two exchanges in which the recorded request has a key that no tenant reads.
  static let withUnknownKeys: Set<Int> = [147, 323]

  @Test func `every body that a tenant took passes, but for the two with unknown keys`() throws {
    var passed = 0
    for recording in try Recordings.all() where recording.status < 400 {
      guard recording.mediaType == "application/json", let name = recording.operation,
        let body = Catalogue.shipped.operation(named: name)?.body
      else { continue }
      let fault = SchemaCheck.fault(in: recording.body, schema: body.schema)
      if Self.withUnknownKeys.contains(recording.id) {
        #expect(fault?.message.contains("unknown") == true, "\(recording)")
      } else {
        #expect(fault == nil, "\(recording): \(fault?.path ?? "") \(fault?.message ?? "")")
        passed += 1
      }
    }
    #expect(passed > 100)
  }

  private func fault(_ operation: String, _ body: JSONValue) throws -> SchemaCheck.Fault? {
    let schema = try #require(Catalogue.shipped.operation(named: operation)?.body?.schema)
    return SchemaCheck.fault(in: body, schema: schema)
  }

  @Test func `a wrong JSON type is named with its place and what is expected`() throws {
    let fault = try #require(try fault("update_user", ["profile": ["address": ["country": 1]]]))
    #expect(fault.path == "body.profile.address.country")
    #expect(fault.message == "is 1, where a string is expected")
  }

  @Test func `a missing property is named`() throws {
    let fault = try #require(try fault("create_role", ["name": "x"]))
    #expect(fault.path == "body")
    #expect(fault.message.contains("needs 'description'"))
  }

  @Test func `a value outside an enumeration is named with the nearest one`() throws {
    let fault = try #require(try fault("create_role", ["name": "x", "description": "y", "type": "user"]))
    #expect(fault.path == "body.type")
    #expect(fault.hint == "did you mean 'User'?")
  }

  @Test func `an unknown key deep inside is named with the nearest one`() throws {
    let fault = try #require(try fault("update_user", ["profile": ["nickName": "x"]]))
    #expect(fault.path == "body.profile.nickName")
    #expect(fault.hint == "did you mean 'nickname'?")
  }

  @Test func `a union's fault is that of the branch that was meant`() throws {
    let fault = try #require(
      try fault("create_custom_profile_field", ["name": "x", "type": "Number", "required": "yes"]))
    #expect(fault.path == "body.required")
  }

  @Test func `a union's discriminator names the values of all branches`() throws {
    let fault = try #require(
      try fault("create_custom_profile_field", ["name": "x", "type": "Txt", "required": true]))
    #expect(fault.path == "body.type")
    #expect(fault.message.contains("'Text'") && fault.message.contains("'Number'"))
    #expect(fault.hint == "did you mean 'Text'?")
  }

  @Test func `null is taken where the document allows it`() throws {
    #expect(try fault("update_user", ["avatar": nil]) == nil)
  }

  @Test func `whole floats are integers`() throws {
    #expect(try fault("add_one_time_tokens", ["email": "a@b.c", "expiresIn": 60.0]) == nil)
  }
}
