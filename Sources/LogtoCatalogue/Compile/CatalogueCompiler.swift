// From plain operations and schemas to the bytes that a catalogue is read from.

import JSON

extension CatalogueSource {
  /// The compiled catalogue. The same source gives the same bytes.
  ///
  /// - Throws: `CatalogueError` for names that collide and for schemas that refer to nothing or have no end.
  public func compile() throws(CatalogueError) -> [UInt8] {
    var compiler = CatalogueCompiler(self)
    if types.isEmpty { return try compiler.run(types: []) }
    // Names point at nodes, and nodes have their places once all is compiled: so twice, with equal places.
    let first = try compiler.run(types: [])
    let catalogue = Catalogue(storage: CatalogueStorage(copying: first))
    var named: [(TypeSource, UInt32)] = []
    for type in types {
      guard let node = catalogue.operation(named: type.operation)?.node(at: type.path) else {
        throw CatalogueError("types.tsv: \(type.name): '\(type.operation)' has no '\(type.path)'")
      }
      if let other = named.first(where: { $0.0.name == type.name || $0.1 == node.id }) {
        throw CatalogueError("types.tsv: '\(type.name)' is '\(other.0.name)' already")
      }
      named.append((type, node.id))
    }
    compiler = CatalogueCompiler(self)
    return try compiler.run(types: named.sorted { $0.0.name < $1.0.name })
  }
}

/// Writes one catalogue.
struct CatalogueCompiler {
  private let source: CatalogueSource
  private var words: [UInt32] = Array(repeating: 0, count: Layout.headerWords)
  private var strings = StringTable()
  private var graph: SchemaGraph
  /// The offset of each node of the graph.
  private var offsets: [Int] = []

  init(_ source: CatalogueSource) {
    self.source = source
    graph = SchemaGraph(shared: source.schemas)
  }

  mutating func run(types: [(CatalogueSource.TypeSource, UInt32)]) throws(CatalogueError) -> [UInt8] {
    let operations = source.operations.sorted { $0.name < $1.name }
    try checkNames(operations)
    var roots: [OperationRoots] = []
    for operation in operations { roots.append(try OperationRoots(operation, in: &graph)) }
    try graph.completeUnions()
    writeNodes()
    let records = words.count
    words.append(contentsOf: repeatElement(0, count: operations.count * Layout.operationWords))
    for (index, operation) in operations.enumerated() {
      write(operation, roots[index], at: records + index * Layout.operationWords)
    }
    writeDocumentation(of: operations, at: records)
    set(.types, words.count, .typeCount, types.count)
    for (type, node) in types {
      words += [strings.number(type.name), node, strings.number(type.operation), strings.number(type.path)]
    }
    let everywhere = writeSecrets(of: "*")
    set(.operations, records, .operationCount, operations.count)
    set(.secrets, everywhere.offset, .secretCount, everywhere.count)
    words[Layout.Header.label.rawValue] = strings.number(source.label)
    words[Layout.Header.corrections.rawValue] = strings.number(source.corrections)
    return finish()
  }

  private func checkNames(_ operations: [OperationSource]) throws(CatalogueError) {
    var last = ""
    for operation in operations {
      guard operation.name.hasPrefix(Name.prefix), operation.name.utf8.count > Name.prefix.utf8.count else {
        throw CatalogueError("the function name '\(operation.name)' does not begin with '\(Name.prefix)'")
      }
      guard operation.name != last else {
        throw CatalogueError("two operations are called '\(operation.name)'")
      }
      last = operation.name
    }
  }

  private mutating func set(
    _ place: Layout.Header, _ offset: Int, _ count: Layout.Header, _ number: Int
  ) {
    words[place.rawValue] = UInt32(offset)
    words[count.rawValue] = UInt32(number)
  }
}

// MARK: - Operations

/// The graph's nodes that one operation points at.
private struct OperationRoots {
  var parameters: [Int] = []
  var body: Int?
  var responses: [Int?] = []

  init(_ operation: OperationSource, in graph: inout SchemaGraph) throws(CatalogueError) {
    do throws(CatalogueError) {
      for parameter in operation.parameters { parameters.append(try graph.add(parameter.schema)) }
      if let body = operation.body { self.body = try graph.add(body.schema) }
      for response in operation.responses {
        guard let schema = response.schema else {
          responses.append(nil)
          continue
        }
        responses.append(try graph.add(schema))
      }
    } catch {
      throw CatalogueError("\(operation.name): \(error.message)")
    }
  }
}

extension CatalogueCompiler {
  private mutating func write(_ operation: OperationSource, _ roots: OperationRoots, at record: Int) {
    func place(_ field: Layout.OperationWord) -> Int { record + field.rawValue }
    words[place(.name)] = strings.number(operation.name)
    words[place(.path)] = strings.number(operation.path)
    words[place(.group)] = strings.number(operation.group)
    words[place(.flags)] = flags(of: operation)
    words[place(.operationID)] = strings.number(operation.operationID)
    words[place(.replacedBy)] = strings.number(operation.replacedBy)
    words[place(.itemsKey)] = strings.number(operation.itemsKey)
    words[place(.parameters)] = UInt32(words.count)
    words[place(.parameterCount)] = UInt32(operation.parameters.count)
    for (parameter, root) in zip(operation.parameters, roots.parameters) {
      words.append(strings.number(parameter.name))
      words.append(strings.number(parameter.argument))
      words.append(flags(of: parameter, root))
      words.append(UInt32(offsets[root]))
    }
    words[place(.bodyType)] = strings.number(operation.body?.contentType)
    words[place(.bodySchema)] = roots.body.map { UInt32(offsets[$0]) } ?? 0
    words[place(.responses)] = UInt32(words.count)
    words[place(.responseCount)] = UInt32(operation.responses.count)
    for (response, root) in zip(operation.responses, roots.responses) {
      words.append(UInt32(response.status))
      words.append(strings.number(response.contentType))
      words.append(root.map { UInt32(offsets[$0]) } ?? 0)
    }
    words[place(.scopes)] = UInt32(words.count)
    words[place(.scopeCount)] = UInt32(operation.scopes.count)
    for scope in operation.scopes { words.append(strings.number(scope)) }
    let secrets = writeSecrets(of: operation.name)
    words[place(.secrets)] = UInt32(secrets.offset)
    words[place(.secretCount)] = UInt32(secrets.count)
  }

  private func flags(of operation: OperationSource) -> UInt32 {
    var flags = UInt32(Operation.Method.all.firstIndex(of: operation.method) ?? 0)
    flags |= operation.auth.number << 4
    func set(_ flag: UInt32, _ condition: Bool) { if condition { flags |= flag } }
    set(Layout.OperationFlag.write, operation.isWrite)
    set(Layout.OperationFlag.destructive, operation.isDestructive)
    set(Layout.OperationFlag.deprecated, operation.isDeprecated)
    set(Layout.OperationFlag.verification, operation.needsVerification)
    set(Layout.OperationFlag.body, operation.body != nil)
    set(Layout.OperationFlag.bodyRequired, operation.body?.isRequired == true)
    set(Layout.OperationFlag.paginationOptional, operation.pagination == .optional)
    set(Layout.OperationFlag.paginationAlways, operation.pagination == .always)
    return flags
  }

  private func flags(of parameter: OperationSource.Parameter, _ root: Int) -> UInt32 {
    var flags: UInt32 = 0
    if parameter.place == .query { flags |= Layout.ParameterFlag.query }
    if parameter.isRequired { flags |= Layout.ParameterFlag.required }
    if parameter.isSpread { flags |= Layout.ParameterFlag.spread }
    let node = graph.nodes[root]
    if node.kind == .array || (node.kind == .union && node.items != nil) { flags |= Layout.ParameterFlag.list }
    return flags
  }

  private mutating func writeSecrets(of name: String) -> (offset: Int, count: Int) {
    let start = words.count
    let secrets = source.secrets.filter { $0.operation == name }
    for secret in secrets {
      words.append(secret.side == .argument ? 0 : 1)
      words.append(strings.number(secret.path.path))
      words.append(strings.number(secret.path.why))
    }
    return (start, secrets.count)
  }
}

// MARK: - Words

extension CatalogueCompiler {
  private mutating func writeDocumentation(of operations: [OperationSource], at records: Int) {
    var places: [String: Int] = [:]
    for (index, operation) in operations.enumerated() { places[operation.name] = index }
    for text in source.documentation {
      guard let index = places[Name.prefix + Name.short(text.name)] else { continue }
      words[records + index * Layout.operationWords + Layout.OperationWord.documentation.rawValue] = write(text)
    }
    var helpers: [UInt32] = []
    for text in source.helpers {
      helpers += [strings.number(text.name), strings.number(text.signature ?? text.name), write(text)]
    }
    set(.helpers, words.count, .helperCount, source.helpers.count)
    words += helpers
  }

  private mutating func write(_ text: DocumentationSource) -> UInt32 {
    let start = UInt32(words.count)
    words += [strings.number(text.summary), text.isIdempotent ? 1 : 0]
    words += [strings.number(text.result), strings.number(text.example)]
    words += [text.notes.count, text.arguments.count, text.ids.count, text.related.count].map { UInt32($0) }
    words.append(strings.number(text.words))
    for note in text.notes { words.append(strings.number(note)) }
    for (name, text) in text.arguments + text.ids { words += [strings.number(name), strings.number(text)] }
    for name in text.related { words.append(strings.number(Name.short(name))) }
    return start
  }
}

// MARK: - Nodes and the end

extension CatalogueCompiler {
  private mutating func writeNodes() {
    var offset = words.count
    for node in graph.nodes {
      offsets.append(offset)
      offset += NodeWriter.size(of: node)
    }
    for node in graph.nodes { NodeWriter(offsets: offsets).write(node, to: &words, &strings) }
  }

  private mutating func finish() -> [UInt8] {
    let start = words.count
    words.append(contentsOf: strings.offsets)
    set(.stringOffsets, start, .stringCount, strings.count)
    words[Layout.Header.stringBytes.rawValue] = UInt32(words.count * 4)
    words[Layout.Header.magic.rawValue] = Layout.magic
    words[Layout.Header.version.rawValue] = Layout.version
    words[Layout.Header.length.rawValue] = UInt32(words.count * 4 + strings.bytes.count)
    var bytes = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    bytes.append(contentsOf: strings.bytes)
    let checksum = bytes.withUnsafeBytes { CatalogueStorage.checksum($0) }
    for shift in 0..<4 {
      bytes[Layout.Header.checksum.rawValue * 4 + shift] = UInt8(truncatingIfNeeded: checksum >> (shift * 8))
    }
    return bytes
  }
}
