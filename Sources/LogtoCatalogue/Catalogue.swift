// The door to the operations' metadata: the shipped catalogue, or one read from bytes.

import CEmbedded
import Synchronization

/// All operations of a Logto tenant: names, paths, arguments, schemas, documentation.
///
/// A catalogue is a view on immutable bytes. Making one parses nothing; every property is read in place when it is
/// asked for. Copies share the bytes, and any number of threads may read them.
public struct Catalogue: Sendable {
  let storage: CatalogueStorage

  /// How often a catalogue was opened in this process: a script that calls nothing leaves it at zero.
  public static var loadCount: Int { loads.load(ordering: .relaxed) }
  private static let loads = Atomic<Int>(0)

  /// The catalogue compiled into the binary, opened at first use.
  public static let shipped: Catalogue = {
    var size = 0
    guard let bytes = embedded_catalogue(&size) else { return Catalogue(storage: CatalogueStorage(copying: [])) }
    return Catalogue(storage: CatalogueStorage(shared: UnsafeRawBufferPointer(start: bytes, count: size)))
  }()

  /// Reads a compiled catalogue, such as one from a cache file.
  ///
  /// - Throws: `CatalogueError` when the bytes are of another version, damaged, or cut off. The whole is checked
  ///   here once, so that nothing read later can be out of bounds.
  public init(bytes: [UInt8]) throws(CatalogueError) {
    let storage = CatalogueStorage(copying: bytes)
    try CatalogueCheck(storage).run()
    self.init(storage: storage)
  }

  init(storage: CatalogueStorage) {
    Self.loads.add(1, ordering: .relaxed)
    self.storage = storage
  }

  /// The bytes' checksum: equal for equal catalogues.
  public var checksum: UInt32 { storage.header(.checksum) }

  /// What the catalogue was made from, such as `Logto 1.39`.
  public var label: String { storage.optionalString(storage.header(.label)) ?? "" }

  /// All operations, sorted by name.
  public var operations: OperationList { OperationList(storage: storage) }

  /// The schema node of an identity that this catalogue gave out; `nil` for 0 and for anything out of bounds.
  public func node(_ id: UInt32) -> SchemaNode? {
    guard id >= Layout.headerWords, Int(id) < storage.wordCount else { return nil }
    return SchemaNode(storage: storage, id: id)
  }
}

/// The operations of a catalogue in the order of their names.
public struct OperationList: RandomAccessCollection, Sendable {
  let storage: CatalogueStorage

  public var startIndex: Int { 0 }
  public var endIndex: Int {
    storage.count(
      storage.header(.operationCount), of: Layout.operationWords, at: Int(storage.header(.operations)))
  }
  public subscript(position: Int) -> Operation { Operation(storage: storage, index: position) }
}

/// Why bytes or a document cannot become a catalogue.
public struct CatalogueError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do about it.
  public let message: String

  public init(_ message: String) { self.message = message }
  public var description: String { message }
}
