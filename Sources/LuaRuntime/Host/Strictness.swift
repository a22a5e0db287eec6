/// Reading a field of a strict result.
enum Strictness {
  /// A read of a field that is absent: nil where the schema has it, an error that names the nearest where it has not.
  static func read(_ key: String, of schema: SchemaID, in schemas: any SchemaSource) -> Reply {
    var key = key
    let isKnown =
      key.withUTF8 { schemas.property(UnsafeRawBufferPointer($0), of: schema) } != .none
      || schemas.propertyNames(of: schema).contains(key)
    return isKnown ? .nothing : .failure(.script(schemas.missingField(key, in: schema)))
  }
}
