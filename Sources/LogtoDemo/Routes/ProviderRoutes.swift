// What can be set up: the providers of enterprise sign-in, and constants of the system.

import JSON

enum ProviderRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_sso_connector_providers": { _, _ throws(DemoError) in .list(providers) },
    "logto_get_system_application_config": { _, _ throws(DemoError) in
      .object(["protectedApps": ["defaultDomain": "apps.demo.logto.example"]])
    },
  ]

  private static let providers: [JSONObject] = [
    ("OIDC", "oidc", "OIDC"), ("SAML", "saml", "SAML"), ("AzureAD", "saml", "Microsoft Entra ID (SAML)"),
    ("GoogleWorkspace", "oidc", "Google Workspace"), ("Okta", "oidc", "Okta"),
    ("AzureAdOidc", "oidc", "Microsoft Entra ID (OIDC)"),
  ].map { provider, type, name in
    [
      "providerName": .string(provider), "providerType": .string(type),
      "logo": "https://demo.logto.example/logo.svg", "logoDark": "https://demo.logto.example/logo-dark.svg",
      "description": .string("\(name), simulated"), "name": .string(name),
    ]
  }
}
