// A catalogue of one operation, for tests that need a schema of their own.

import JSON

@testable import LogtoCatalogue

enum Sample {
  static func source(result: JSONValue, schemas: [Int: JSONValue], name: String = "logto_get_thing") -> CatalogueSource
  {
    var operation = OperationSource(
      name: name, operationID: "GetThing", method: "GET", path: "/api/things/{id}", group: "Things",
      auth: .management, isWrite: false)
    operation.parameters = [
      .init(name: "id", argument: "id", place: .path, isRequired: true, isSpread: false, schema: ["type": "string"])
    ]
    operation.responses = [.init(status: 200, contentType: "application/json", schema: result)]
    return CatalogueSource(label: "sample", operations: [operation], schemas: schemas)
  }
}
