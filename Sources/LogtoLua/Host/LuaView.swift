import JSON
import LuaRuntime

/// One value that a script gave, as the argument rules look at it. Good as long as the arguments that it is part of.
struct LuaView {
  let values: LuaArguments
  let index: Int
  let schemas: any SchemaSource

  init(_ values: LuaArguments, _ index: Int, schemas: any SchemaSource) {
    self.values = values
    self.index = index
    self.schemas = schemas
  }

  enum Scalar {
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
    case null, invalidText
  }

  var isNil: Bool { values.isNoneOrNil(index) }
  var isTable: Bool { values.type(index) == .table }
  var text: String? { values.string(index) }
  var bytes: [UInt8]? { values.bytes(index) }

  /// A table without keys of its own: a list, or empty.
  var isSequence: Bool {
    guard isTable else { return false }
    var isSequence = true
    values.fields(index) { pair in
      isSequence = pair.type(0) == .number
      return isSequence
    }
    return isSequence
  }

  var scalar: Scalar? {
    switch values.type(index) {
    case .string: text.map { .string($0) } ?? .invalidText
    case .number:
      values.isInteger(index) ? values.integer(index).map { .integer($0) } : values.number(index).map { .number($0) }
    case .boolean: values.bool(index).map { .bool($0) }
    case .null: .null
    default: nil
    }
  }

  /// The value in a few words, for messages.
  var described: String {
    switch scalar {
    case .string(let text): "'\(text.shortened(to: 60))'"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .null: "json.null"
    case .invalidText: "a string that is not UTF-8"
    case nil: values.type(index) == .table ? "a table" : "a \(values.type(index).rawValue)"
    }
  }

  /// Visits the fields of a table, in no order.
  func eachField(_ body: (_ key: LuaView, _ value: LuaView) throws(LuaError) -> Void) throws(LuaError) {
    var failure: LuaError?
    values.fields(index) { pair in
      do throws(LuaError) {
        try body(LuaView(pair, 0, schemas: schemas), LuaView(pair, 1, schemas: schemas))
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }

  /// Visits the elements of a list; positions count from 1.
  func eachElement(_ body: (_ position: Int, _ value: LuaView) throws(LuaError) -> Void) throws(LuaError) {
    for position in 1...max(1, values.length(index)) where values.length(index) > 0 {
      let result = values.element(position, of: index) { view -> LuaError? in
        do throws(LuaError) {
          try body(position, LuaView(view, 0, schemas: schemas))
          return nil
        } catch {
          return error
        }
      }
      if let failure = result ?? nil { throw failure }
    }
  }
}

extension LuaView {
  /// The value as JSON, directed by a schema; equal values give equal bytes.
  ///
  /// - Parameters:
  ///   - path: what messages call the value.
  ///   - name: what messages call the function.
  func encoded(schema: SchemaID, path: String, name: String) throws(LuaError) -> [UInt8] {
    var writer = JSONWriter()
    do throws(EncodingError) {
      try values.encode(index, schema: schema, schemas: schemas, root: path, sorted: true, into: &writer)
    } catch {
      if error.isLimit { throw .limit(.memory, "\(name): \(error)") }
      throw CallFailure.validation("\(error)", name: name)
    }
    return writer.finish()
  }
}
