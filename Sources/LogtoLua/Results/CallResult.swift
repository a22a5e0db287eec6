import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// What a script gets for an answer below 400: one value, whatever the tenant's document says about it.
struct CallResult {
  var item: ReplyItem
  /// The answer as JSON text, for whoever looks into it (the ledger, for an id); nil where there is none.
  var json: [UInt8]?

  /// | answer | value |
  /// | --- | --- |
  /// | JSON | the decoded body, strict by the schema that is documented for the status |
  /// | a redirect | `{ status, location }` |
  /// | nothing | `true`; an empty list from an operation that answers lists |
  /// | the texts `Created` and `OK` | `true` (15 bulk assignments answer so, whatever is documented) |
  /// | any other text | the text |
  init(_ response: APIResponse, shape: CallShape?, strict: Bool) {
    if (300..<400).contains(response.status), let location = response.location {
      let value: JSONValue = [
        "status": .integer(Int64(response.status)), "location": .string(location),
      ]
      self.init(item: .value(value))
      return
    }
    if response.body.isEmpty {
      self.init(item: shape?.operation.answersList == true ? .json(Array("[]".utf8), schema: .none) : .bool(true))
      return
    }
    guard response.isJSON else {
      let text = response.body
      let isDone = text.elementsEqual("Created".utf8) || text.elementsEqual("OK".utf8)
      self.init(item: isDone ? .bool(true) : .string(text))
      return
    }
    let schema = strict ? shape?.resultSchema(for: response.status) : nil
    self.init(
      item: .json(response.body, schema: schema.map { SchemaID(rawValue: $0.id) } ?? .none), json: response.body)
  }

  private init(item: ReplyItem, json: [UInt8]? = nil) {
    self.item = item
    self.json = json
  }
}

extension Operation {
  /// Whether it answers a list, which an empty answer then is.
  var answersList: Bool { success?.schema?.kind == .array }
}
