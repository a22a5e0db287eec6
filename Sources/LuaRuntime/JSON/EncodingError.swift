/// Why a Lua value cannot be JSON.
public struct EncodingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where in the value: `body.profile.address[2]`. Empty for the value itself.
  public var path: String
  /// What is wrong there, as a predicate: `is a function, which JSON cannot hold`.
  public var problem: String
  /// The run was stopped, or the text is larger than may be: not the fault of one place.
  public var isLimit: Bool

  /// An error about the value at that path.
  public init(path: String, problem: String, isLimit: Bool = false) {
    self.path = path
    self.problem = problem
    self.isLimit = isLimit
  }

  public var description: String { "\(path.isEmpty ? "the value" : path) \(problem)" }
}
