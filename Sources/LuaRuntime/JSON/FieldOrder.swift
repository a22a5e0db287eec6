/// In which order does a reader see the fields of a table?
struct FieldOrder {
  /// Places of the names that have one; other fields come behind them, sorted.
  private(set) var places: [String: Int] = [:]
  /// Fields that read null where they are absent, with their places.
  private var nullable: [(place: Int, name: String)] = []
  /// Text in it is shown whole.
  private(set) var isError = false

  static let none = FieldOrder(names: [])

  /// What error tables hold, the most telling first.
  static let error = FieldOrder(
    names: [
      "kind", "message", "hint", "status", "code", "limit", "data", "details", "operation", "request_id", "outcome",
      "retryable",
    ], isError: true)

  /// What `logto.call` answers beside the value.
  static let meta = FieldOrder(
    names: ["status", "total", "page", "page_size", "request_id", "retries", "waited", "elapsed"])
  private static let metaNames: Set<String> = ["status", "request_id", "retries", "waited", "elapsed", "headers"]

  /// Whether a table of these fields is that second result: its headers are then left out.
  static func isMeta(_ names: some Sequence<String>) -> Bool { metaNames.isSubset(of: names) }

  private init(names: [String], isError: Bool = false) {
    for (place, name) in names.enumerated() { places[name] = place }
    self.isError = isError
  }

  /// The documented order of an object's properties.
  init(schema: SchemaID, schemas: any SchemaSource) {
    for (place, name) in schemas.propertyNames(of: schema).enumerated() {
      places[name] = place
      var name = name
      let property = name.withUTF8 { schemas.property(UnsafeRawBufferPointer($0), of: schema) }
      if property != .none && schemas.isNullable(property) { nullable.append((place, name)) }
    }
  }

  /// The nullable fields that are not among `names`.
  func absent(_ names: Set<String>) -> [FieldKey] {
    nullable.filter { !names.contains($0.name) }.map { FieldKey(group: 0, place: Int64($0.place), name: $0.name) }
  }
}

/// A key with its place in the order: documented names, list elements, other names, the rest.
struct FieldKey: Comparable {
  var group: Int
  var place: Int64
  /// The name of groups 0 and 2, what stands for the key in group 3.
  var name: String
  /// When lua_next came by.
  var visit = -1

  static func < (left: FieldKey, right: FieldKey) -> Bool {
    (left.group, left.place, left.name) < (right.group, right.place, right.name)
  }

  /// As a table constructor has it: `name`, `["odd name"]`, `[1]`.
  var text: String {
    switch group {
    case 1: "[\(place)]"
    case 3: "[\(name)]"
    default: EncodePath.isName(name) ? name : "[\(EncodePath.quoted(name))]"
    }
  }
}
