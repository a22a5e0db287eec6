// The one full check of bytes that did not come with the program.

/// Walks a catalogue once and refuses it whole if anything in it points outside.
struct CatalogueCheck {
  private let storage: CatalogueStorage

  init(_ storage: CatalogueStorage) { self.storage = storage }

  func run() throws(CatalogueError) {
    guard storage.byteCount >= Layout.headerWords * 4, storage.header(.magic) == Layout.magic else {
      throw CatalogueError("these bytes are no catalogue")
    }
    guard storage.header(.version) == Layout.version else {
      throw CatalogueError(
        "the catalogue has format version \(storage.header(.version)), this program reads \(Layout.version); "
          + "make it again with 'logto-lua catalogue refresh'")
    }
    guard Int(storage.header(.length)) == storage.byteCount else {
      throw CatalogueError("the catalogue is \(storage.byteCount) bytes long instead of \(storage.header(.length))")
    }
    guard storage.header(.checksum) == storage.computedChecksum else {
      throw CatalogueError("the catalogue is damaged: its checksum does not fit")
    }
    try checkOperations()
  }

  private func checkOperations() throws(CatalogueError) {
    let start = Int(storage.header(.operations))
    let count = Int(storage.header(.operationCount))
    guard count == 0 || storage.count(UInt32(count), of: Layout.operationWords, at: start) == count else {
      throw outside("the operations")
    }
    var nodes = NodeCheck(storage)
    var last = ""
    for index in 0..<count {
      let operation = Operation(storage: storage, index: index)
      for field: Layout.OperationWord in [.name, .path, .group, .operationID] {
        guard storage.hasString(operation.word(field)) else { throw outside("a string of operation \(index)") }
      }
      guard operation.name.hasPrefix(Name.prefix), operation.name > last else {
        throw CatalogueError("the catalogue is damaged: its names are not sorted at '\(operation.name)'")
      }
      last = operation.name
      try checkLists(of: operation)
      for parameter in operation.parameters { try nodes.check(parameter.schema.id) }
      if let body = operation.body { try nodes.check(body.schema.id) }
      for response in operation.responses { if let schema = response.schema { try nodes.check(schema.id) } }
    }
  }

  private func checkLists(of operation: Operation) throws(CatalogueError) {
    let lists: [(Layout.OperationWord, Layout.OperationWord, Int)] = [
      (.parameters, .parameterCount, Layout.parameterWords), (.responses, .responseCount, Layout.responseWords),
      (.scopes, .scopeCount, 1), (.secrets, .secretCount, Layout.secretWords),
    ]
    for (start, count, size) in lists {
      let number = operation.word(count)
      guard number == 0 || storage.count(number, of: size, at: Int(operation.word(start))) == Int(number) else {
        throw outside("a list of '\(operation.name)'")
      }
    }
  }

  private func outside(_ what: String) -> CatalogueError {
    CatalogueError("the catalogue is damaged: \(what) is outside of it")
  }
}

/// Checks every node that can be reached, each once.
private struct NodeCheck {
  private let storage: CatalogueStorage
  private var seen: Set<UInt32> = []

  init(_ storage: CatalogueStorage) { self.storage = storage }

  mutating func check(_ root: UInt32) throws(CatalogueError) {
    var waiting = [root]
    while let id = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard id >= Layout.headerWords, Int(id) < storage.wordCount else {
        throw CatalogueError("the catalogue is damaged: schema node \(id) is outside of it")
      }
      let node = SchemaNode(storage: storage, id: id)
      if let items = node.items { waiting.append(items.id) }
      if case .schema(let schema) = node.additional { waiting.append(schema.id) }
      waiting.append(contentsOf: node.branches.map(\.id))
      for property in node.properties {
        guard storage.hasString(property.nameWord & ~Layout.requiredBit) else {
          throw CatalogueError("the catalogue is damaged: a property's name in node \(id)")
        }
        waiting.append(property.node.id)
      }
    }
  }
}
