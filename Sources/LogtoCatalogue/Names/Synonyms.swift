// What people call things, and what the API calls them. Used for names that do not exist and by the search.

/// Words of the same meaning.
enum Synonyms {
  /// What a verb does.
  enum Action: String, Sendable {
    case read, create, update, delete, check

    var isWrite: Bool { self != .read && self != .check }
  }

  /// The action of a verb, `nil` for a word that is none.
  static func action(_ word: String) -> Action? { actions[word] }

  /// All verbs with what they do.
  static var allActions: [(word: String, action: Action)] {
    actions.map { ($0.key, $0.value) }.sorted { $0.word < $1.word }
  }

  private static let actions: [String: Action] = {
    let verbs: [(Action, String)] = [
      (
        .read,
        "get list show find fetch read view see search query lookup retrieve display export count download browse inspect"
      ),
      (
        .create,
        "create add new make insert register invite assign grant attach link generate issue upload bind give put build define promote"
      ),
      (.create, "send start enroll post mint provision"),
      (
        .update,
        "update edit patch set change modify replace rename reset upsert rotate configure enable disable correct fix adjust alter"
      ),
      (
        .update,
        """
        suspend unsuspend reactivate renew switch customize store save keep block ban unblock unlock freeze translate cancel \
        activate deactivate expire consume override overwrite merge mark pause \
        shorten extend reinstate
        """
      ),
      (.delete, "delete remove revoke unassign unlink drop destroy detach clear erase purge kick withdraw"),
      (
        .delete,
        "clean cleanup unbind disconnect terminate logout end stop expel strip kill eject forbid unregister wipe retire lose"
      ),
      (.check, "verify check validate test has is does"),
    ]
    var actions: [String: Action] = [:]
    for (action, words) in verbs {
      for word in words.split(separator: " ") { actions[String(word)] = action }
    }
    return actions
  }()

  /// One word for all that mean the same thing.
  static func canonical(_ word: String) -> String {
    let word = Words.singular(word)
    return nouns[word] ?? word
  }

  private static let nouns: [String: String] = {
    let groups = [
      "organization org organisation company workspace team",
      "user member people person customer identitie",
      "exp experience",
      "application app client",
      "machine m2m",
      "scope permission",
      "resource api",
      "hook webhook",
      "connector provider integration",
      "invitation invite",
      "mfa 2fa factor",
      "totp authenticator",
      "phrase translation",
      "log event audit",
      "config configuration setting",
      "language locale",
      "jwt claim",
      "domain hostname",
      "session login",
      "token pat",
      "sso saml",
      "count number total statistic stat",
      "image avatar picture asset",
      "webauthn passkey",
    ]
    var nouns: [String: String] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { nouns[word] = words[0] }
    }
    return nouns
  }()
}
