import LuaRuntime

/// What a function that a script holds stands for: packed into the 32 bits of a `FunctionID`, so that a script can
/// hold any number of functions without a table of them on our side.
///
/// | bits | meaning |
/// | --- | --- |
/// | 28…31 | `Kind` |
/// | 16…27 | account: 0 the default one, else its place in the run's list plus one |
/// | 0…15 | index of the operation, or of the helper |
struct Callee: Equatable, Sendable {
  enum Kind: UInt32, Sendable {
    /// One of the catalogue's operations.
    case operation = 1
    /// A function written in Swift: `logto.call`, `sleep`, `docs.read`, or what the prelude asks for.
    case helper = 2
    /// A function of a `HostModule`; the account's bits are the module's place.
    case module = 3
  }

  var kind: Kind
  var account: Int = 0
  var index: Int

  init(_ kind: Kind, account: Int = 0, index: Int) {
    self.kind = kind
    self.account = account
    self.index = index
  }

  init?(_ id: FunctionID) {
    guard let kind = Kind(rawValue: id.rawValue >> 28) else { return nil }
    self.init(kind, account: Int(id.rawValue >> 16 & 0xFFF), index: Int(id.rawValue & 0xFFFF))
  }

  var id: FunctionID {
    FunctionID(rawValue: kind.rawValue << 28 | UInt32(account & 0xFFF) << 16 | UInt32(index & 0xFFFF))
  }
}
