// What people ask for, and the words of the API that it is about.

/// Related words for the search.
enum SearchWords {
  /// Words without meaning for the search.
  static let empty: Set<String> = Set(
    """
    a an the of in on at to for from by with as is are be been do does did can could should would will shall may might \
    i we you he she it they how what which who whom whose where when why that this these those there their his her its \
    our your and or not no if then than into onto out up off over under about please want need like have has had having \
    let lets some any all each every only also just so such via using use one ones someone something certain specific \
    given particular new current existing logto tenant s t
    """
    .split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words of which each stands for the others.
  private static let groups = [
    "organization org organisation company workspace team",
    "user person people individual",
    "member user membership",
    "application app client",
    "scope permission privilege",
    "hook webhook",
    "secret credential password",
    "invitation invite invitee",
    "mfa 2fa factor multifactor twofactor",
    "totp authenticator",
    "passkey webauthn fido",
    "phrase translation wording localization i18n",
    "log audit event history trail",
    "config configuration setting preference option",
    "language locale tag",
    "jwt token claim",
    "domain hostname",
    "session login",
    "count number total statistic many metric",
    "image avatar picture logo icon file",
    "connector provider integration",
    "sso enterprise",
    "identity identities account link",
    "profile detail personal",
    "email mail",
    "phone sms mobile",
    "code otp passcode",
    "consent grant authorize",
    "suspend suspension ban block disable deactivate freeze",
    "brand branding logo color theme look appearance",
    "key certificate",
    "field attribute property",
    "status state health",
    "captcha recaptcha turnstile bot",
    "machine m2m service daemon",
    "rotate roll regenerate refresh renew",
    "experience exp page screen ui",
    "resource api audience",
  ]

  /// What a word hints at, in one direction only. Several words to the left mean any of them.
  private static let hints: [(words: String, hints: String)] = [
    ("impersonate impersonation behalf", "subject token"),
    ("unlock unblock lockout lock locked bruteforce", "sentinel activity"),
    ("magic passwordless", "one time token"),
    ("onetime", "one time token"),
    ("signup signups registration registrations registered register", "new user"),
    ("dau mau wau active", "active user count"),
    ("kick logout signout", "session delete"),
    ("social google github facebook apple wechat", "social identity connector"),
    ("okta azure entra saml", "sso saml"),
    ("idp", "connector sso"),
    ("autojoin automatic automatically provision provisioning justintime", "jit"),
    ("smtp sendgrid twilio", "connector"),
    ("apikey pat", "personal access token"),
    ("css html design style", "sign in experience custom css"),
    ("theme colors colour colours branding", "sign in experience"),
    ("upload", "user asset"),
    ("metadata", "custom data metadata"),
    ("reachable alive up running ping healthy", "status"),
    ("openapi swagger spec specification schema documentation", "swagger json openapi"),
    ("hasura graphql", "hasura auth"),
    ("gdpr", "user delete"),
    ("hash digest", "password"),
    ("recovery", "backup code"),
    ("groups group", "role organization"),
    ("subscription consent thirdparty", "application user consent"),
    ("vault", "secret"),
    ("tls ssl dns vanity", "domain"),
    ("resend again", "message"),
    ("signing", "key signing"),
    ("wording text texts copy", "custom phrase"),
    ("template templates", "email template"),
    ("strength policy complexity", "password sign in experience"),
    ("rename", "update name"),
    ("backend server", "machine"),
    ("webauthn biometric", "web authn"),
    ("tokens", "token"),
    ("onboard", "create"),
    ("dashboard usage", "count"),
  ]

  /// Words of the API that a word of a question may mean, by stem, with how sure that is.
  static func related(_ stem: String) -> [(stem: String, weight: Double)] { table[stem] ?? [] }

  private static let table: [String: [(stem: String, weight: Double)]] = {
    var table: [String: [(stem: String, weight: Double)]] = [:]
    func add(_ word: String, _ other: String, _ weight: Double) {
      let from = Words.stem(word)
      let to = Words.stem(other)
      if from != to, table[from]?.contains(where: { $0.stem == to }) != true {
        table[from, default: []].append((to, weight))
      }
    }
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { for other in words { add(word, other, 0.8) } }
    }
    for (words, hints) in hints {
      for word in words.split(separator: " ") {
        for hint in hints.split(separator: " ") { add(String(word), String(hint), 0.6) }
      }
    }
    return table
  }()

  /// Two words that mean one thing, written as the second.
  static let joined: [String: String] = [
    "log out": "logout", "sign out": "logout", "logged out": "logout", "signed out": "logout",
    "sign up": "signup", "signed up": "signup", "signs up": "signup", "log in": "login", "two factor": "mfa",
    "multi factor": "mfa", "second factor": "mfa", "api key": "apikey", "api keys": "apikey",
    "third party": "thirdparty",
    "one time": "onetime", "just in": "justintime", "brute force": "bruteforce", "m 2m": "m2m", "auto join": "autojoin",
    "look up": "find", "set up": "create", "turn off": "disable", "turn on": "enable", "switch off": "disable",
    "switch on": "enable", "get rid": "delete", "take away": "remove", "take back": "revoke", "2 fa": "mfa",
  ]

  /// Words that ask for what end users do for themselves.
  static let endUser: Set<String> = [
    "my", "own", "myself", "themselves", "yourself", "self", "selfservice", "experience", "interaction", "me", "center",
  ]
}
