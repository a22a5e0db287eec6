/// What all runs of a runtime have in common, held once. What each has of its own, in the configuration too (gate,
/// arguments, output), is handed to it beside this.
final class RunSettings: Sendable {
  let configuration: RunConfiguration
  let driver: RunDriver
  let schemas: CatalogueSchemas
  let known: KnownCatalogue

  init(_ configuration: RunConfiguration, driver: RunDriver, known: KnownCatalogue = KnownCatalogue()) {
    self.known = known
    self.configuration = configuration
    self.driver = driver
    schemas = CatalogueSchemas(configuration.catalogue)
  }
}
