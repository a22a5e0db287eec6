// The files of contract/ as the source of a catalogue.

import LogtoCatalogue

/// Reads the contract's folder.
enum Contract {
  static func read(from folder: String) throws -> CatalogueSource {
    func text(_ name: String) throws -> String {
      String(decoding: try File.read("\(folder)/\(name)"), as: UTF8.self)
    }
    return try CatalogueSource(
      label: "Logto 1.39", operations: text("operations.jsonl"), schemas: text("schemas.jsonl"),
      secrets: text("secrets.tsv"))
  }
}
