import LuaRuntime

/// A table whose fields are made at their first read: packed into a `NamespaceID` as `Callee` is into a `FunctionID`.
enum Space: Equatable, Sendable {
  /// `logto`, or with an account's place `logto.account("staging")`.
  case logto(account: Int)
  /// `logto.sign_in`.
  case signIn(account: Int)
  /// `app` and `app.integrations`.
  case app, integrations
  case docs, parallel
  /// A table that the program around the script registered, by its place.
  case hostModule(Int)
  /// What the prelude's modules may ask for. No script holds it.
  case prelude

  init?(_ id: NamespaceID) {
    if id == .prelude {
      self = .prelude
      return
    }
    switch id.rawValue >> 16 {
    case 1: self = .logto(account: Int(id.rawValue & 0xFFFF))
    case 2: self = .app
    case 3: self = .integrations
    case 4: self = .docs
    case 5: self = .parallel
    case 7: self = .hostModule(Int(id.rawValue & 0xFFFF))
    case 6: self = .signIn(account: Int(id.rawValue & 0xFFFF))
    default: return nil
    }
  }

  var id: NamespaceID {
    switch self {
    case .logto(let account): NamespaceID(rawValue: 1 << 16 | UInt32(account & 0xFFFF))
    case .app: NamespaceID(rawValue: 2 << 16)
    case .integrations: NamespaceID(rawValue: 3 << 16)
    case .docs: NamespaceID(rawValue: 4 << 16)
    case .parallel: NamespaceID(rawValue: 5 << 16)
    case .signIn(let account): NamespaceID(rawValue: 6 << 16 | UInt32(account & 0xFFFF))
    case .hostModule(let index): NamespaceID(rawValue: 7 << 16 | UInt32(index & 0xFFFF))
    case .prelude: .prelude
    }
  }
}
