// The shipped catalogue with what a tenant's own document has besides.

/// What a tenant's own document has that a catalogue lacks, and the other way round.
public struct CatalogueDifference: Sendable, Equatable {
  /// Names that only the document has.
  public var added: [String] = []
  /// Names that only the catalogue has.
  public var missing: [String] = []
  /// What is not alike of operations that both have, a line each: `get_user: path …`.
  public var changed: [String] = []

  public var isEmpty: Bool { added.isEmpty && missing.isEmpty && changed.isEmpty }
}

extension Catalogue {
  /// Where the catalogue was made to correct a tenant's own document.
  public var corrections: [Correction] {
    (try? Correction.read(storage.optionalString(storage.header(.corrections)) ?? "")) ?? []
  }

  /// This catalogue with the operations that only the tenant's document has.
  ///
  /// What both have stays as it is here: a tenant's document can add, never replace. The result goes into a cache
  /// file and comes back with `Catalogue(bytes:)`.
  ///
  /// - Parameters:
  ///   - document: the answer of `GET /api/swagger.json`.
  ///   - label: what the result is called, such as the tenant's address and the time.
  /// - Throws: `CatalogueError` when the document is broken, over a limit or hostile; nothing of it is taken then.
  public func refreshed(with document: [UInt8], label: String) throws(CatalogueError) -> [UInt8] {
    let other = try DocumentImport(document, corrections: corrections).source()
    var source = CatalogueSource(self)
    source.label = label
    let shift = (source.schemas.keys.max() ?? 0) + 1
    let names = Set(source.operations.map(\.name))
    let routes = Set(source.operations.map { "\($0.method) \($0.path)" })
    for operation in other.operations
    where !names.contains(operation.name) && !routes.contains("\(operation.method) \(operation.path)") {
      source.operations.append(operation.shifted(by: shift))
    }
    for (number, schema) in other.schemas { source.schemas[number + shift] = schema.shifted(by: shift) }
    return try source.compile()
  }

  /// How a tenant's document differs from this catalogue.
  public func difference(to document: [UInt8]) throws(CatalogueError) -> CatalogueDifference {
    let other = try Catalogue(
      bytes: DocumentImport(document, corrections: corrections).source().compile())
    var difference = CatalogueDifference()
    difference.added = other.operations.map(\.shortName).filter { operation(named: $0) == nil }
    for mine in operations {
      guard let theirs = other.operation(named: mine.name) else {
        difference.missing.append(mine.shortName)
        continue
      }
      difference.changed += Self.differences(mine, theirs).map { "\(mine.shortName): \($0)" }
    }
    return difference
  }

  private static func differences(_ mine: Operation, _ theirs: Operation) -> [String] {
    var lines: [String] = []
    func compare(_ what: String, _ mine: some Equatable, _ theirs: some Equatable) {
      if "\(mine)" != "\(theirs)" { lines.append("\(what) \(mine) here, \(theirs) there") }
    }
    compare("method", mine.method, theirs.method)
    compare("path", mine.path, theirs.path)
    func parameters(_ operation: Operation) -> [String] { operation.parameters.map(\.argument).sorted() }
    compare("parameters", parameters(mine), parameters(theirs))
    func properties(_ operation: Operation) -> [String] {
      (operation.body?.schema.properties.map(\.name) ?? []).sorted()
    }
    compare("body properties", properties(mine), properties(theirs))
    compare("deprecated", mine.isDeprecated, theirs.isDeprecated)
    return lines
  }
}
