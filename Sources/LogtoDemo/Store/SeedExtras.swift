// The rest of the data set: hooks, domains, invitations, connectors, logs and configurations.

import JSON

enum SeedExtras {
  static func add(_ store: inout DemoStore) {
    addIntegrations(&store)
    addConnectors(&store)
    addLogs(&store)
  }

  private static func addIntegrations(_ store: inout DemoStore) {
    store[.hooks].insert([
      "tenantId": "default", "id": "hook-audit", "name": "audit", "event": .null,
      "events": ["User.Created", "User.Deleted"], "config": ["url": "https://hooks.acme.example/audit"],
      "signingKey": "demo-hook-key", "enabled": true, "createdAt": DemoSeed.ago(100),
    ])
    store[.domains].insert([
      "tenantId": "default", "id": "domain-login", "domain": "login.acme.example", "status": "PendingVerification",
      "errorMessage": .null,
      "dnsRecords": [["name": "login.acme.example", "type": "CNAME", "value": "demo.logto.example"]],
      "createdAt": DemoSeed.ago(90),
    ])
    for (id, invitee, organization, days) in [
      ("invitation-nina", "nina@acme.example", "acme", Int64(-7)),
      ("invitation-oscar", "oscar@acme.example", "acme", 3),
      ("invitation-peggy", "peggy@globex.example", "globex", 40),
    ] {
      store[.invitations].insert([
        "tenantId": "default", "id": .string(id), "inviterId": .null, "invitee": .string(invitee),
        "acceptedUserId": .null, "organizationId": .string(organization), "status": "Pending",
        "createdAt": DemoSeed.ago(days + 14), "updatedAt": DemoSeed.ago(days + 14), "expiresAt": DemoSeed.ago(days),
      ])
      store[.invitationRoles].join(id, "org-role-member")
    }
    store[.ssoConnectors].insert([
      "tenantId": "default", "id": "sso-globex", "providerName": "OIDC", "connectorName": "globex-oidc", "config": [:],
      "domains": ["sso.globex.example"], "branding": [:], "syncProfile": false, "enableTokenStorage": false,
      "createdAt": DemoSeed.ago(80),
    ])
  }

  private static func addConnectors(_ store: inout DemoStore) {
    for (id, factory, target, name, type) in [
      ("email", "simple-mail-transfer-protocol", "smtp", "SMTP", "Email"),
      ("social", "github-universal", "github", "GitHub", "Social"),
    ] {
      store[.connectors].insert([
        "id": .string("connector-\(id)"), "syncProfile": false, "enableTokenStorage": false,
        "config": ["clientId": .string("demo-\(target)"), "clientSecret": "demo-connector-secret"], "metadata": [:],
        "connectorId": .string(factory), "target": .string(target), "name": ["en": .string(name)],
        "description": ["en": .string("\(name), simulated")], "logo": "https://demo.logto.example/logo.svg",
        "logoDark": .null, "readme": "", "configTemplate": "{}", "type": .string(type), "isDemo": false,
        "platform": type == "Social" ? "Universal" : .null, "extraInfo": [:],
      ])
    }
  }

  private static func addLogs(_ store: inout DemoStore) {
    let entries: [(String, Int64, String)] = [
      ("carol", 220, "Success"), ("frank", 200, "Success"), ("heidi", 40, "Success"), ("mallory", 29, "Success"),
      ("mallory", 28, "Error"), ("mallory", 28, "Error"), ("erin", 12, "Success"), ("judy", 5, "Success"),
      ("bob", 4, "Error"), ("bob", 3, "Success"), ("grace", 2, "Success"), ("ada", 1, "Success"),
    ]
    for (user, days, result) in entries {
      LogRoutes.note(
        &store, key: "Interaction.SignIn.Submit", result: result,
        ["userId": .string(DemoSeed.userID(user)), "applicationId": "acme-web"],
        at: DemoClock.start - days * DemoClock.day)
    }
  }

  static func addSingles(_ store: inout DemoStore) {
    ConnectorFactoryRoutes.add(&store)
    for (id, type, status) in [("key-signing", "private-keys", "Current"), ("key-cookie", "cookie-keys", "")] {
      var key: JSONObject = ["id": .string(id), "createdAt": .integer(DemoClock.start / 1_000 - 400 * 86_400)]
      if !status.isEmpty {
        key["signingKeyAlgorithm"] = "EC"
        key["status"] = .string(status)
      }
      store[.oidcKeys].insert(key.with("_type", .string(type)))
    }
    store[.singles].insert([
      "tenantId": "default", "id": "default",
      "color": ["primaryColor": "#5D34F2", "isDarkModeEnabled": false, "darkPrimaryColor": "#5D34F2"],
      "branding": ["logoUrl": "https://logto.io/logo.svg", "darkLogoUrl": "https://logto.io/logo-dark.svg"],
      "hideLogtoBranding": false, "languageInfo": ["autoDetect": true, "fallbackLanguage": "en"],
      "termsOfUseUrl": .null, "privacyPolicyUrl": .null, "agreeToTermsPolicy": "Automatic",
      "signIn": [
        "methods": [
          ["identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true]
        ]
      ],
      "signUp": ["identifiers": ["username"], "password": true, "verify": false], "socialSignIn": [:],
      "socialSignInConnectorTargets": [], "signInMode": "SignInAndRegister", "customCss": .null,
      "customContent": [:], "customUiAssets": .null, "passwordPolicy": [:],
      "mfa": ["factors": [], "policy": "UserControlled"], "adaptiveMfa": [:], "singleSignOnEnabled": false,
      "supportEmail": .null, "supportWebsiteUrl": .null, "unknownSessionRedirectUrl": .null, "captchaPolicy": [:],
      "sentinelPolicy": [:], "emailBlocklistPolicy": [:], "forgotPasswordMethods": [], "passkeySignIn": [:],
      "signUpProfileFields": .null,
    ])
    store[.singles].insert(["id": "admin-console", "signInExperienceCustomized": false, "organizationCreated": true])
    store[.singles].insert([
      "id": "id-token", "enabledExtendedClaims": ["roles", "organizations", "organization_roles"],
    ])
    store[.singles].insert(["id": "session", "ttl": 1_209_600])
    store[.singles].insert([
      "tenantId": "default", "id": "account-center", "enabled": false, "fields": [:], "webauthnRelatedOrigins": [],
      "deleteAccountUrl": .null, "customCss": .null,
    ])
  }
}
