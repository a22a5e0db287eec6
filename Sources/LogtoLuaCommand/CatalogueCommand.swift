// `logto-lua catalogue diff|refresh`: what the tenant's own OpenAPI document has that the shipped catalogue lacks.

import HTTPTransport
import LogtoCatalogue
import LogtoClient

enum CatalogueCommand {
  /// Whether a tenant's document says the same as the shipped catalogue, and how it differs; nil where it cannot be
  /// read.
  @Sendable static func drift(_ document: [UInt8]) -> (isSame: Bool, message: String)? {
    guard let difference = try? Catalogue.shipped.difference(to: document) else { return nil }
    if difference.isEmpty { return (true, "the tenant has just the operations of the shipped catalogue") }
    let parts = [
      (difference.added.count, "new"), (difference.missing.count, "gone"), (difference.changed.count, "changed"),
    ]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return (false, "the tenant's operations differ from the shipped catalogue: \(text)")
  }
}
