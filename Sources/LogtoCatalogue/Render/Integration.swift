// The integration as a whole, for hosts that show it and ask for its credentials.

import JSON

/// What Logto is to a host: its name, what it can be reached by, which credentials it needs.
public enum Integration {
  public static let displayName = "Logto"
  public static let category = "productivity"
  public static let summary = "Administer a Logto tenant: users, organizations, roles, applications, sign-in."

  /// A way to use the integration.
  public struct Surface: Sendable {
    public let id: String
    public let label: String
    public let command: String
  }

  public static let surfaces = [
    Surface(id: "lua", label: "Lua code mode", command: "logto-lua FILE"),
    Surface(id: "cli", label: "Headless command", command: "logto-lua call NAME"),
    Surface(id: "mcp", label: "MCP gateway", command: "logto-lua mcp"),
  ]

  /// A field of an account.
  public struct Credential: Sendable {
    /// Its name in the account's file.
    public let key: String
    public let label: String
    public let help: String
    /// The environment variable that gives it.
    public let variable: String
    public let isRequired: Bool
    /// A secret is never shown again once it is given.
    public let isSecret: Bool
  }

  public static let credentials = [
    Credential(
      key: "endpoint", label: "Endpoint", help: "The tenant's address, such as https://tenant-id.logto.app",
      variable: "LOGTO_ENDPOINT", isRequired: true, isSecret: false),
    Credential(
      key: "app_id", label: "Application ID",
      help: "A machine-to-machine application that has a role with access to the Management API",
      variable: "LOGTO_APP_ID", isRequired: true, isSecret: false),
    Credential(
      key: "app_secret", label: "Application secret", help: "One of that application's secrets",
      variable: "LOGTO_APP_SECRET", isRequired: true, isSecret: true),
    Credential(
      key: "resource", label: "Resource", help: "Only needed where it does not follow from the endpoint",
      variable: "LOGTO_RESOURCE", isRequired: false, isSecret: false),
  ]
}
