// How signing in looks and works.

import JSON

enum SignInExperienceRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_sign_in_exp": { store, _ throws(DemoError) in .object(store[.singles].row("default") ?? [:]) },
    "logto_update_sign_in_exp": update,
    "logto_check_password_with_default_sign_in_experience": checkPassword,
    "logto_get_sign_in_experience_config": { store, _ throws(DemoError) in .object(published(store)) },
    "logto_upload_custom_ui_assets": { _, _ throws(DemoError) in throw storage },
    "logto_create_user_asset": { _, _ throws(DemoError) in throw storage },
    "logto_get_user_asset_service_status": { _, _ throws(DemoError) in .object(["status": "not_configured"]) },
  ]

  private static let storage = DemoError(400, "storage.not_configured", "Storage provider is not configured.")

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    if let methods = call["signIn"]?["methods"]?.arrayValue {
      let identifiers = call["signUp"]?["identifiers"] ?? store[.singles].row("default")?["signUp"]?["identifiers"]
      for identifier in identifiers?.arrayValue ?? [] where !methods.contains(where: { $0["identifier"] == identifier })
      {
        throw DemoError(
          400, "sign_in_experiences.miss_sign_up_identifier_in_sign_in",
          "Sign in methods must contain the sign up identifier.")
      }
    }
    return .object(try store.patch(.singles, "default", call))
  }

  @Sendable private static func checkPassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard let id = call.text("userId") else {
      throw DemoError(
        400, "request.invalid_input", "Input is invalid. {{details}}",
        data: ["message": "User information data is required to check user information."])
    }
    _ = try store.user(id)
    let isLong = (call.text("password") ?? "").count >= 8
    guard isLong else {
      throw DemoError(
        422, "password.rejected", "Password rejected. Please check if your password meets the requirements.",
        data: [["code": "password_rejected.too_short", "interpolation": ["min": 8]]])
    }
    return .object(["result": true])
  }

  /// What the sign-in pages read, without a token.
  static func published(_ store: DemoStore) -> JSONObject {
    var experience = (store[.singles].row("default") ?? [:]).without("forgotPasswordMethods")
    experience["socialConnectors"] = []
    experience["ssoConnectors"] = []
    experience["forgotPassword"] = ["phone": false, "email": false]
    experience["isDevelopmentTenant"] = false
    experience["customProfileFields"] = .array(store[.profileFields].all.map(JSONValue.object))
    return experience
  }
}
