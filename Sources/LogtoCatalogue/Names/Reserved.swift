// Names under `logto` that are not operations.

extension Name {
  /// What `logto` holds besides the operations. No operation, account or imported function may be called so.
  public static let reserved: Set<String> = [
    "account", "all", "call", "count", "each", "find", "help", "json", "request", "sign_in", "try",
  ]
}
