/// A function of the runtime's own that needs Swift (`print`, `json.encode`), reached in the same way as the host's.
struct Builtin: Sendable {
  var name: String
  var body: @Sendable (LuaArguments, LuaState) -> Reply
}

/// The runtime's own functions and namespaces. Their numbers begin at `0x8000_0000`: a namespace's number is
/// `base | index << 8`, its functions' are that plus their place from 1.
enum Builtins {
  static let base: UInt32 = 0x8000_0000

  struct Library: Sendable {
    var name: String
    var functions: [Builtin]
    /// Fields that are no functions.
    var values: [String: ReplyItem] = [:]
  }

  /// `Builtins.libraries[0]` holds the globals; each of the others is a global table.
  static let libraries: [Library] = [
    Library(name: "", functions: [])
  ]

  static func namespace(_ index: Int) -> NamespaceID { NamespaceID(rawValue: base | UInt32(index) << 8) }

  static func function(_ library: Int, _ place: Int) -> FunctionID {
    FunctionID(rawValue: base | UInt32(library) << 8 | UInt32(place + 1))
  }

  /// Nil where the function is the host's.
  static func call(_ function: FunctionID, _ arguments: LuaArguments, state: LuaState) -> Reply? {
    guard function.rawValue & base != 0 else { return nil }
    let library = Int(function.rawValue & 0x7FFF_FF00) >> 8
    return libraries[library].functions[Int(function.rawValue & 0xFF) - 1].body(arguments, state)
  }

  /// Nil where the namespace is the host's.
  static func lookup(_ key: String, in namespace: NamespaceID) -> Reply? {
    guard namespace.rawValue & base != 0 else { return nil }
    let index = Int(namespace.rawValue & 0x7FFF_FF00) >> 8
    if let value = libraries[index].values[key] { return .result(value) }
    guard let place = libraries[index].functions.firstIndex(where: { $0.name == key }) else { return .nothing }
    return .result(.function(function(index, place)))
  }

  static func names(of namespace: NamespaceID) -> [String]? {
    guard namespace.rawValue & base != 0 else { return nil }
    let library = libraries[Int(namespace.rawValue & 0x7FFF_FF00) >> 8]
    return library.functions.map(\.name) + library.values.keys.sorted()
  }
}
