import JSON
import LogtoCatalogue
import LogtoLua

/// Answers every call with a value that its result's schema allows, and sends nothing: all documented properties are
/// there, every list has one element.
struct SchemaStandIn: CallGate {
  func decide(_ call: CallRequest) -> CallDecision {
    guard let name = call.operation, let operation = Catalogue.shipped.operation(named: name),
      let success = operation.success
    else { return .refuse(reason: "no operation", hint: nil) }
    guard let schema = success.schema else { return .answer(status: success.status, body: []) }
    return .answer(status: success.status, body: Self.value(of: schema, named: "", depth: 6).encoded())
  }

  func report(_ call: CallRequest, _ report: CallReport) {}

  static func value(of node: SchemaNode, named name: String, depth: Int) -> JSONValue {
    if let first = node.enumValues?.first { return first }
    guard depth > 0 else { return .null }
    switch node.kind {
    case .null: return .null
    case .bool: return true
    case .integer, .number: return 1
    case .string: return name == "primaryEmail" ? "ada@acme.example" : "text"
    case .array: return .array(node.items.map { [value(of: $0, named: name, depth: depth - 1)] } ?? [])
    case .union: return node.branches.first.map { value(of: $0, named: name, depth: depth - 1) } ?? .null
    case .any, .object:
      var object = JSONObject()
      for property in node.properties {
        object[property.name] = value(of: property.node, named: property.name, depth: depth - 1)
      }
      return .object(object)
    }
  }
}
