import LogtoCatalogue
import LuaRuntime

/// What a run is made of besides its source text.
public struct RunConfiguration: Sendable {
  /// What the run may use.
  public var limits: Limits
  /// Where the clients of `logto` come from.
  public var clients: ClientSource
  /// Asked when a script first reads a field of `logto` or `docs`, and often from then on: a script that calls nothing
  /// opens no catalogue.
  public var catalogue: @Sendable () -> Catalogue
  /// Asked about every call.
  public var gate: any CallGate
  /// The script's `arg`, from `arg[1]`.
  public var arguments: [String]
  /// Folders of modules for `require`.
  public var moduleFolders: [String]
  /// Folders whose files a script may upload by their path.
  public var uploadFolders: [String] = []
  /// The most bytes of one answer of the tenant.
  public var maxResponseBytes: Int
  /// Gets what the script prints, as it prints it; without one it is collected in the outcome. Called on the run's
  /// thread.
  public var output: (@Sendable (UnsafeRawBufferPointer) -> Void)?
  /// Gets the lines that the script logs. Called on the run's thread.
  public var log: @Sendable (String) -> Void
  /// Whether the outcome shall hold the value as JSON.
  public var wantsJSON: Bool

  /// Shows secrets of the tenant in what leaves the run; else each is replaced by what it is.
  public var revealsSecrets: Bool

  /// A run without limits beyond the standard ones, and without an account, where nothing else is said.
  public init(
    limits: Limits = .standard, clients: ClientSource = .none,
    catalogue: @escaping @Sendable () -> Catalogue = { .shipped },
    gate: any CallGate = OpenGate(), arguments: [String] = [], moduleFolders: [String] = [],
    maxResponseBytes: Int = 16 << 20, output: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil,
    log: @escaping @Sendable (String) -> Void = { _ in }, wantsJSON: Bool = false,
    revealsSecrets: Bool = false
  ) {
    self.limits = limits
    self.clients = clients
    self.catalogue = catalogue
    self.gate = gate
    self.arguments = arguments
    self.moduleFolders = moduleFolders
    self.maxResponseBytes = maxResponseBytes
    self.output = output
    self.log = log
    self.wantsJSON = wantsJSON
    self.revealsSecrets = revealsSecrets
  }
}
