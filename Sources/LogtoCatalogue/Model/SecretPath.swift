// Where arguments and results hold secrets. The places come from contract/secrets.tsv.

/// A place in an operation's arguments or result whose value must not be shown.
public struct SecretPath: Sendable, Hashable {
  /// The place: `.password`, `[].secret`, `.codes[].code`, `.payload.**` (anything below), `location` (the address
  /// of a redirect), `meta.headers.set-cookie`.
  public let path: String
  /// What is secret there; `values of secret-like keys` and the like say that only some values are.
  public let why: String

  public init(path: String, why: String) {
    self.path = path
    self.why = why
  }

  /// Which side of a call a place is on.
  public enum Side: String, Sendable { case argument, result }
}

extension Operation {
  /// The secret places of its arguments or of its result, those that every operation has among them.
  public func secretPaths(in side: SecretPath.Side) -> [SecretPath] {
    ownSecretPaths(in: side) + Catalogue.commonSecretPaths(of: storage, in: side)
  }

  /// Those that only it has.
  func ownSecretPaths(in side: SecretPath.Side) -> [SecretPath] {
    storage.secrets(at: word(.secrets), count: word(.secretCount), side: side)
  }
}

extension Catalogue {
  /// The secret places of every operation.
  public func commonSecretPaths(in side: SecretPath.Side) -> [SecretPath] {
    Self.commonSecretPaths(of: storage, in: side)
  }

  fileprivate static func commonSecretPaths(of storage: CatalogueStorage, in side: SecretPath.Side) -> [SecretPath] {
    storage.secrets(at: storage.header(.secrets), count: storage.header(.secretCount), side: side)
  }
}

extension CatalogueStorage {
  fileprivate func secrets(at offset: UInt32, count: UInt32, side: SecretPath.Side) -> [SecretPath] {
    let start = Int(offset)
    let wanted: UInt32 = side == .argument ? 0 : 1
    return (0..<self.count(count, of: Layout.secretWords, at: start)).compactMap { position in
      let record = start + position * Layout.secretWords
      guard word(record) == wanted else { return nil }
      return SecretPath(path: string(word(record + 1)), why: string(word(record + 2)))
    }
  }
}
