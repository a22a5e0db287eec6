// The files of contract/ as the source of a catalogue.

import LogtoCatalogue

/// Reads the contract's folder.
enum Contract {
  static func read(from folder: String) throws -> CatalogueSource {
    func text(_ name: String) throws -> String {
      String(decoding: try File.read("\(folder)/\(name)"), as: UTF8.self)
    }
    var source = try CatalogueSource(
      label: "Logto 1.39", operations: text("operations.jsonl"), schemas: text("schemas.jsonl"),
      secrets: text("secrets.tsv"))
    try source.addTypes(text("types.tsv"))
    source.corrections = try text("corrections.jsonl")
    _ = try Correction.read(source.corrections)
    for file in try File.names(in: "\(folder)/docs") where file.hasSuffix(".jsonl") {
      try source.addDocumentation(text("docs/\(file)"), from: "docs/\(file)", isHelpers: file == "helpers.jsonl")
    }
    try source.checkDocumentation()
    return source
  }
}
