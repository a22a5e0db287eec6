import LuaRuntime

/// A handful of schemas, written down by hand: an array of users, a user, its parts.
final class TestSchemas: SchemaSource {
  static let users = SchemaID(rawValue: 1)
  static let user = SchemaID(rawValue: 2)
  static let text = SchemaID(rawValue: 3)
  static let nullableText = SchemaID(rawValue: 4)
  static let texts = SchemaID(rawValue: 5)
  static let free = SchemaID(rawValue: 6)
  static let profile = SchemaID(rawValue: 7)

  private static let properties: [SchemaID: [(String, SchemaID)]] = [
    user: [
      ("id", text), ("username", nullableText), ("name", nullableText), ("tags", texts), ("customData", free),
      ("profile", profile),
    ],
    profile: [("nickname", text)],
  ]

  func property(_ key: UnsafeRawBufferPointer, of schema: SchemaID) -> SchemaID {
    Self.properties[schema]?.first { Array($0.0.utf8) == Array(key) }?.1 ?? .none
  }
  func element(of schema: SchemaID) -> SchemaID {
    schema == Self.users ? Self.user : schema == Self.texts ? Self.text : .none
  }
  func shape(of schema: SchemaID) -> SchemaShape {
    switch schema {
    case Self.users, Self.texts: .array
    case Self.user, Self.profile: .object
    default: .any
    }
  }
  func isStrict(_ schema: SchemaID) -> Bool { schema == Self.user }
  func propertyNames(of schema: SchemaID) -> [String] { Self.properties[schema]?.map(\.0) ?? [] }
  func isNullable(_ schema: SchemaID) -> Bool { schema == Self.nullableText }
  func missingField(_ key: String, in schema: SchemaID) -> String { "no field '\(key)'; did you mean 'username'?" }
}

extension TestHost {
  /// Runs a script in which `host.user()`, `host.users()` and `host.free()` answer with the text, under that schema.
  func run(_ source: String, answering json: String, schemas: TestSchemas = TestSchemas()) throws -> Outcome {
    for (name, schema) in [("user", TestSchemas.user), ("users", TestSchemas.users), ("free", SchemaID.none)] {
      function(name) { _ in .result(.json(Array(json.utf8), schema: schema)) }
    }
    let state = try LuaState(limits: .standard, host: self, schemas: schemas)
    try state.define("host", .namespace(Self.namespace, name: "host"))
    return state.run(source)
  }
}
