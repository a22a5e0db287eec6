import JSON

extension LuaArguments {
  /// Writes a value as JSON.
  ///
  /// - Parameters:
  ///   - index: which argument, counted from 0.
  ///   - schema: says what an empty table is, and what stands below.
  ///   - schemas: what `schema` is a number of.
  ///   - root: what the value is called at the head of a path in errors, as in `body`.
  ///   - sorted: members in the order of their keys' bytes, so that equal values give equal bytes.
  ///   - maxDepth: of nested tables.
  ///   - writer: what the value is added to.
  /// - Throws: ``EncodingError`` where the value is not JSON; the writer then holds a part of it.
  public func encode(
    _ index: Int, schema: SchemaID = .none, schemas: (any SchemaSource)? = nil, root: String = "",
    sorted: Bool = false, maxDepth: Int = 128, into writer: inout JSONWriter
  ) throws(EncodingError) {
    guard let slot = slot(index) else {
      writer.null()
      return
    }
    var encoder = LuaEncoder(state: state, schemas: schemas, isSorted: sorted, maxDepth: maxDepth)
    try encoder.encode(slot, schema: schema, into: &writer, root: root)
  }

  /// The value as `print` shows it inside of a table: strings quoted, long ones cut.
  public func inspect(_ index: Int, schemas: (any SchemaSource)? = nil) -> String {
    guard let slot = slot(index) else { return "nil" }
    var inspector = LuaInspector(state: state, schemas: schemas)
    return inspector.inspect(slot)
  }
}
