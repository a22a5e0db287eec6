/// The schemas of JSON values, as the marshalling needs them. Asked on the threads that run states.
public protocol SchemaSource: AnyObject, Sendable {
  /// The schema of an object's property; ``SchemaID/none`` where it has none of that name or is free-form.
  func property(_ key: UnsafeRawBufferPointer, of schema: SchemaID) -> SchemaID
  /// The schema of an array's elements.
  func element(of schema: SchemaID) -> SchemaID
  /// What an empty table of that schema is.
  func shape(of schema: SchemaID) -> SchemaShape
  /// Whether it lists its properties and is not open, so that reading another one is a mistake.
  func isStrict(_ schema: SchemaID) -> Bool
  /// In documented order.
  func propertyNames(of schema: SchemaID) -> [String]
  /// Whether null is among its values, so that printing shows an absent field as null.
  func isNullable(_ schema: SchemaID) -> Bool
  /// The message for a read of a field that the schema does not have, naming the nearest.
  func missingField(_ key: String, in schema: SchemaID) -> String
}

/// What an empty Lua table is, by its schema.
public enum SchemaShape: Sendable, Equatable {
  /// The schema does not say.
  case any
  /// A list: `{}` is `[]`.
  case array
  /// An object: `{}` is `{}`.
  case object
}
