// `logto-lua catalogue diff|refresh`: what the tenant's own OpenAPI document has that the shipped catalogue lacks.

import HTTPTransport
import JSON
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

extension Subcommand {
  static let catalogue = Subcommand(
    name: "catalogue", synopsis: "refresh|diff|forget",
    summary: "compare the shipped functions with the tenant's own document, and add what is new there",
    options: OptionDeclaration.account + [OptionDeclaration("json", help: "print one JSON object")],
    discussion: """
      refresh adds the operations that only the tenant has, for this tenant, on this machine; diff shows what differs;
      forget goes back to the shipped functions.
      """
  ) { (words) throws(UsageError) in
    guard words.operands.count == 1, ["refresh", "diff", "forget"].contains(words.operands[0]) else {
      throw UsageError(message: "catalogue takes one of refresh, diff, forget")
    }
    do throws(LogtoError) {
      let tenant = try Tenant(words)
      let endpoint = tenant.client.account.endpoint.description
      guard let cache = CatalogueCache(endpoint: endpoint) else {
        throw LogtoError(.validation, "there is no home directory to keep a catalogue in", hint: "set HOME")
      }
      if words.operands[0] == "forget" {
        CatalogueCommand.tell(try cache.remove() ? "forgot the catalogue of \(endpoint)" : "there was none to forget")
        return .done
      }
      let document = try CatalogueCommand.document(of: tenant)
      let difference = try CatalogueCommand.refusing { () throws(CatalogueError) in
        try Catalogue.shipped.difference(to: document)
      }
      if words.operands[0] == "refresh" {
        try cache.write(
          try CatalogueCommand.refusing { () throws(CatalogueError) in
            try Catalogue.shipped.refreshed(with: document, label: endpoint)
          })
      }
      CatalogueCommand.report(difference, asJSON: words.has("json"), isKept: words.operands[0] == "refresh")
      return .done
    } catch {
      return Report.failure(error)
    }
  }
}

extension CatalogueCommand {
  fileprivate static func tell(_ text: String) { StandardStream.output.line(text) }

  /// The tenant's own OpenAPI document, asked for without a token.
  fileprivate static func document(of tenant: Tenant) throws(LogtoError) -> [UInt8] {
    let client = tenant.client
    let answer = wait(on: tenant.transport) { () async -> Result<[UInt8], LogtoError> in
      do throws(LogtoError) {
        return .success(try await client.send(APIRequest(.get, "/api/swagger.json", auth: .public)).body)
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }

  /// A document that cannot be taken is the tenant's fault, and nothing of it is kept.
  fileprivate static func refusing<Value>(
    _ body: () throws(CatalogueError) -> Value
  ) throws(LogtoError) -> Value {
    do throws(CatalogueError) {
      return try body()
    } catch {
      throw LogtoError(
        .http, "the tenant's OpenAPI document is refused whole: \(error.message)",
        hint: "the shipped catalogue stays in use")
    }
  }

  fileprivate static func report(_ difference: CatalogueDifference, asJSON: Bool, isKept: Bool) {
    func list(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
    if asJSON {
      let object: JSONValue = [
        "added": list(difference.added), "missing": list(difference.missing), "changed": list(difference.changed),
        "kept": .bool(isKept),
      ]
      StandardStream.output.line(String(decoding: object.encoded(), as: UTF8.self))
      return
    }
    if difference.isEmpty { tell("the tenant has just the shipped operations") }
    for name in difference.added { tell("+ \(name)\(isKept ? "" : "   (catalogue refresh adds it)")") }
    for name in difference.missing { tell("- \(name)   (the tenant does not document it)") }
    for line in difference.changed { tell("~ \(line)") }
  }
}
