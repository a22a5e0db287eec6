// Custom phrases of the sign-in pages, one tree of texts a language.

import JSON

enum PhraseRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_custom_phrases": { store, _ throws(DemoError) in .list(store[.customPhrases].all) },
    "logto_get_custom_phrase": { store, call throws(DemoError) in
      guard let row = store[.customPhrases].row(call.id("languageTag")) else { throw .notFound }
      return .object(row)
    },
    "logto_replace_custom_phrase": replace,
    "logto_delete_custom_phrase": delete,
  ]

  /// The branches that the sign-in pages have; a tree with others is refused.
  private static let branches: Set<String> = [
    "input", "secondary", "action", "description", "error", "list", "mfa", "profile", "development_tenant",
    "user_scopes",
    "demo_app", "password_rejected", "passkey",
  ]

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let tag = call.id("languageTag")
    let translation = call.body.objectValue ?? [:]
    guard translation.allSatisfy({ Self.branches.contains($0.key) && $0.value.objectValue != nil }) else {
      throw DemoError(
        422, "localization.invalid_translation_structure",
        "Invalid data schemas. Please check your input and try again.")
    }
    if let row = store[.customPhrases].update(tag, { $0["translation"] = .object(translation) }) {
      return .object(row, status: 201)
    }
    let row = store.create(
      .customPhrases, ["languageTag": .string(tag), "translation": .object(translation)])
    return .object(row, status: 201)
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let tag = call.id("languageTag")
    let language = store[.singles].row("default")?["languageInfo"]?["fallbackLanguage"]
    if language == .string(tag) {
      throw DemoError(
        409, "localization.cannot_delete_default_language",
        "\(tag) is set as your default language and can’t be deleted.")
    }
    return try store.remove(.customPhrases, tag)
  }
}
